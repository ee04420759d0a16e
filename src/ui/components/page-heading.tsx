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
        {children}
      </h1>
      {lead && <p class="app-lead">{lead}</p>}
    </div>
  )
}
