import type { Child } from '../jsx/jsx-runtime.ts'
import { type Attributes, type Common, classes } from './attributes.ts'

interface PaginationLink {
  readonly href: string
  readonly text?: Child
  /** What is there: "1.2 Trustees agree the policy". Only shown in the block form. */
  readonly label?: Child
  readonly attributes?: Attributes | undefined
}

type PaginationItem =
  | {
      readonly number: number | string
      readonly href: string
      readonly current?: boolean | undefined
      readonly label?: string | undefined
    }
  | { readonly ellipsis: true }

interface PaginationProps extends Common {
  readonly previous?: PaginationLink | null | undefined
  readonly next?: PaginationLink | null | undefined
  /** Page numbers. Without them, previous and next stand one above the other. */
  readonly items?: readonly PaginationItem[] | undefined
  readonly label?: string | undefined
}

export function Pagination(props: PaginationProps) {
  const block = !props.items && Boolean(props.previous || props.next)
  return (
    <nav
      class={classes('govuk-pagination', block && 'govuk-pagination--block', props.class)}
      aria-label={props.label ?? 'Pagination'}
      {...props.attributes}
    >
      {props.previous && <Arrow link={props.previous} direction="prev" block={block} />}
      {props.items && (
        <ul class="govuk-pagination__list">
          {props.items.map((item) => (
            <Item item={item} />
          ))}
        </ul>
      )}
      {props.next && <Arrow link={props.next} direction="next" block={block} />}
    </nav>
  )
}

function Item({ item }: { item: PaginationItem }) {
  if ('ellipsis' in item) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  return (
    <li class={classes('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.label ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
      >
        {item.number}
      </a>
    </li>
  )
}

function Arrow({ link, direction, block }: { link: PaginationLink; direction: 'prev' | 'next'; block: boolean }) {
  const word = direction === 'prev' ? 'Previous' : 'Next'
  return (
    <div class={`govuk-pagination__${direction}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={direction} {...link.attributes}>
        {(block || direction === 'prev') && <ArrowIcon direction={direction} />}
        <span class={classes('govuk-pagination__link-title', block && !link.label && 'govuk-pagination__link-title--decorated')}>
          {link.text ?? (
            <>
              {word}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.label && block && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">{link.label}</span>
          </>
        )}
        {!block && direction === 'next' && <ArrowIcon direction={direction} />}
      </a>
    </div>
  )
}

const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

function ArrowIcon({ direction }: { direction: 'prev' | 'next' }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={ARROWS[direction]} />
    </svg>
  )
}
