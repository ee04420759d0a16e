import type { Child } from '../ui/index.ts'
import { documentName, publishedWords, wordingWords } from './content.ts'
import type { Edition } from './edition.ts'

interface AboutProps {
  readonly edition: Edition
  /** For what stands beside or below the page's own matter. */
  readonly small?: boolean
}

/** Whose framework this is, whom it is for, what it is not, whose words these are, and where the published document is. */
export function AboutFramework({ edition, small = false }: AboutProps) {
  const { audience, purpose } = edition.about
  return (
    <>
      <p class={textClass(small)}>
        {publishedWords(edition)} {audience} {purpose}
      </p>
      <p class={textClass(small)}>
        {wordingWords(edition)} <PublishedDocument edition={edition} />
      </p>
    </>
  )
}

/** Who fills it in, and whom it is not sent to. */
export function WhoFillsItIn({ edition, small = false }: AboutProps) {
  return edition.about.filledInBy === null ? null : <p class={textClass(small)}>{edition.about.filledInBy}</p>
}

/** Where the published document is: a link, or that no address is known, and whom to ask. */
function PublishedDocument({ edition }: { edition: Edition }) {
  const { publishedDocument: document, support } = edition
  if (!document) return null
  if (document.url)
    return (
      <>
        The published document is{' '}
        <a class="govuk-link" href={document.url} rel="noreferrer">
          {documentName(document)}
        </a>
        .
      </>
    )
  return (
    <>
      The published document is called {documentName(document)}. We know of no lasting web address for it
      {support?.email ? (
        <>
          , so ask <MailTo address={support.email} /> for a copy
        </>
      ) : null}
      .
    </>
  )
}

/** Whom an organisation can ask about the framework; nothing where the pack names nobody. */
export function SupportContact({ edition, small = false }: AboutProps) {
  const { support } = edition
  if (!support) return null
  return (
    <p class={textClass(small)}>
      For help with the {edition.title}, ask {contacts(support)}. {support.offers} {support.note}
    </p>
  )
}

function contacts({ email, url }: NonNullable<Edition['support']>): Child {
  const site = url && (
    <a class="govuk-link" href={url} rel="noreferrer">
      {url.replace(/^https:\/\//, '').replace(/\/$/, '')}
    </a>
  )
  if (!email) return site
  return (
    <>
      <MailTo address={email} />
      {site && <> or see {site}</>}
    </>
  )
}

function MailTo({ address }: { address: string }) {
  return (
    <a class="govuk-link app-address" href={`mailto:${address}`}>
      {address}
    </a>
  )
}

const textClass = (small: boolean) => (small ? 'govuk-body-s' : 'govuk-body')
