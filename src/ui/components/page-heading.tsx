import type { Child } from '../jsx/jsx-runtime.ts'

interface PageHeadingProps {
  readonly children: Child
  /** Where this is: "Standard 1". */
  readonly caption?: Child
  /** One or two sentences under it. */
  readonly lead?: Child
  readonly size?: 'm' | 'l' | 'xl' | undefined
}

export function PageHeading({ children, caption, lead, size = 'l' }: PageHeadingProps) {
  return (
    <div class="app-page-heading">
      <h1 class={`govuk-heading-${size}`}>
        {caption && <span class={`govuk-caption-${size}`}>{caption} </span>}
        {typeof children === 'string' ? unbroken(children) : children}
      </h1>
      {lead && <p class="app-lead">{lead}</p>}
    </div>
  )
}

/** On a narrow screen a heading would end its line after the hyphen of “e-mail”. */
function unbroken(text: string): readonly Child[] {
  return text
    .split(/\b(e-mail)\b/)
    .map((part, index) => (index % 2 === 1 ? <span class="app-page-heading__whole">{part}</span> : part))
}
