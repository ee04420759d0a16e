import type { Chrome } from './chrome.ts'
import { Layout } from './layout.tsx'
import { charts } from './previews/charts.tsx'
import { fields } from './previews/fields.tsx'
import { messages } from './previews/messages.tsx'
import { own, pageHeading } from './previews/own.tsx'
import type { Preview } from './previews/preview.ts'

export const previews: readonly Preview[] = [...own, ...charts, ...fields, ...messages]

/** Shows every component with its examples: for designers, for developers, and for the accessibility test. */
export function PreviewsPage({ chrome }: { chrome: Chrome }) {
  return (
    <Layout title="Components" chrome={chrome} backLink={{ href: '/' }}>
      {pageHeading}
      <ul class="app-previews__index">
        {previews.map(({ component }) => (
          <li>
            <a class="govuk-link" href={`#${component}`}>
              {component}
            </a>
          </li>
        ))}
      </ul>
      {previews.map(({ component, examples }) => (
        <section class="app-preview" id={component} aria-labelledby={`${component}-heading`}>
          <h2 class="govuk-heading-m" id={`${component}-heading`}>
            {component}
          </h2>
          {examples.map(({ name, shown }) => (
            <div class="app-preview__example">
              <p class="app-preview__name">{name}</p>
              {shown}
            </div>
          ))}
        </section>
      ))}
    </Layout>
  )
}
