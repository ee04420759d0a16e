import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes, type HeadingLevel, headingTag, type ListOf, present } from './attributes.ts'

export interface SummaryAction extends Common {
  readonly text: Child
  readonly href: string
  /** Says what is changed, for people who hear the link on its own: "Change" + "name". */
  readonly hiddenText?: string | undefined
}

export interface SummaryRow {
  readonly key: Child
  readonly value: Child
  readonly actions?: readonly SummaryAction[] | undefined
  readonly class?: string | undefined
}

interface SummaryListProps extends Common {
  readonly rows: ListOf<SummaryRow>
  readonly noBorder?: boolean | undefined
  readonly card?: SummaryCardProps | undefined
}

interface SummaryCardProps extends Common {
  readonly title?: Child
  readonly headingLevel?: HeadingLevel | undefined
  readonly actions?: readonly SummaryAction[] | undefined
}

export function SummaryList(props: SummaryListProps) {
  const rows = present(props.rows)
  const anyActions = rows.some((row) => row.actions?.length)
  const list = (
    <dl
      class={classes('govuk-summary-list', props.noBorder && 'govuk-summary-list--no-border', props.class)}
      {...props.attributes}
    >
      {rows.map((row) => (
        <Row row={row} anyActions={anyActions} cardTitle={props.card?.title} />
      ))}
    </dl>
  )
  return props.card ? <SummaryCard card={props.card}>{list}</SummaryCard> : list
}

function Row({ row, anyActions, cardTitle }: { row: SummaryRow; anyActions: boolean; cardTitle: Child }) {
  const actions = row.actions ?? []
  const empty = anyActions && actions.length === 0
  return (
    <div class={classes('govuk-summary-list__row', empty && 'govuk-summary-list__row--no-actions', row.class)}>
      <dt class="govuk-summary-list__key">{row.key}</dt>
      <dd class="govuk-summary-list__value">{row.value}</dd>
      {actions.length > 0 && (
        <dd class="govuk-summary-list__actions">
          {actions.length === 1 ? (
            actions.map((action) => <ActionLink action={action} cardTitle={cardTitle} />)
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {actions.map((action) => (
                <li class="govuk-summary-list__actions-list-item">
                  <ActionLink action={action} cardTitle={cardTitle} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  )
}

function SummaryCard({ card, children }: { card: SummaryCardProps; children: Child }) {
  const Heading = headingTag(card.headingLevel ?? 2)
  const actions = card.actions ?? []
  return (
    <div class={classes('govuk-summary-card', card.class)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {card.title && <Heading class="govuk-summary-card__title">{card.title}</Heading>}
        {actions.length === 1 && (
          <div class="govuk-summary-card__actions">
            {actions.map((action) => (
              <ActionLink action={action} cardTitle={card.title} />
            ))}
          </div>
        )}
        {actions.length > 1 && (
          <ul class="govuk-summary-card__actions">
            {actions.map((action) => (
              <li class="govuk-summary-card__action">
                <ActionLink action={action} cardTitle={card.title} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}

function ActionLink({ action, cardTitle }: { action: SummaryAction; cardTitle: Child }) {
  return (
    <a class={classes('govuk-link', action.class)} href={action.href} {...action.attributes}>
      {action.text}
      {(action.hiddenText || cardTitle) && (
        <span class="govuk-visually-hidden">
          {action.hiddenText && ` ${action.hiddenText}`}
          {cardTitle && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  )
}
