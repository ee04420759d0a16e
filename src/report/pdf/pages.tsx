import { assessmentPaths } from '../../assessment/index.ts'
import type { Page } from '../../platform/index.ts'
import { PageHeading, TwoThirds } from '../../ui/index.ts'
import { DOCUMENT_NAMES, MAKING, TOO_LONG } from '../content.ts'
import type { Document, Place } from '../effort.ts'
import type { Reported } from '../open.ts'
import { paths } from '../paths.ts'

interface At {
  readonly organisation: string
  readonly assessment: string
}

export interface MakingModel {
  readonly document: Document
  readonly at: At
  /** Where it will be when it is ready. */
  readonly href: string
  readonly begun: boolean
  readonly ahead: number
}

/** While a document is made. The reply asks the browser to go on by itself, so this works without scripts. */
export function makingPage({ document, at, href, begun, ahead }: MakingModel): Page {
  const title = `Your ${DOCUMENT_NAMES[document]} is being made`
  return {
    title,
    back: { href: paths.results.to(at), text: 'Results' },
    body: (
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        <p class="govuk-body">{begun ? MAKING.begun : MAKING.ahead(ahead)}</p>
        <p class="govuk-body">{MAKING.byItself}</p>
        <p class="govuk-body">
          If nothing happens,{' '}
          <a class="govuk-link" href={href}>
            check whether it is ready
          </a>
          .
        </p>
        <p class="govuk-body">{MAKING.leave}</p>
      </TwoThirds>
    ),
  }
}

export interface TooLongModel extends Pick<Reported, 'edition' | 'seal'> {
  readonly document: Document
  readonly at: At
  readonly places: readonly Place[]
  /** Of the development plan. */
  readonly planHref: string
}

/** Instead of a document that would be too much work, and what to do about it. */
export function tooLongPage({ document, at, places, planHref, edition, seal }: TooLongModel): Page {
  const title = TOO_LONG.title(DOCUMENT_NAMES[document])
  return {
    title,
    back: { href: paths.results.to(at), text: 'Results' },
    body: (
      <TwoThirds>
        <PageHeading>{title}</PageHeading>
        <p class="govuk-body">{TOO_LONG.lead}</p>
        <ul class="govuk-list govuk-list--bullet">
          {places.map((place) => (
            <li>
              <PlaceLink place={place} at={at} planHref={planHref} titleOf={(id) => titleOf(edition, id)} />: {sizeOf(place)}
            </li>
          ))}
        </ul>
        <p class="govuk-body">{TOO_LONG.shorten}</p>
        {seal && <p class="govuk-body">{TOO_LONG.sealed}</p>}
        <p class="govuk-body">
          <a class="govuk-link" href={paths.keep.to(at)}>
            {TOO_LONG.instead}
          </a>
        </p>
      </TwoThirds>
    ),
  }
}

interface PlaceLinkProps {
  readonly place: Place
  readonly at: At
  readonly planHref: string
  titleOf(indicatorId: string): string
}

const PARTS = { evidence: 'your evidence', reason: 'your reason', items: 'links, places and files' } as const

function PlaceLink({ place: { where }, at, planHref, titleOf }: PlaceLinkProps) {
  if (where.kind === 'cover') return <>The names and descriptions on the cover</>
  if (where.kind === 'mark') return <>What shows your quality mark</>
  if (where.kind === 'plan')
    return (
      <a class="govuk-link" href={planHref}>
        The actions of your development plan
      </a>
    )
  return (
    <a class="govuk-link" href={assessmentPaths.indicator.to({ ...at, indicator: where.indicatorId })}>
      {titleOf(where.indicatorId)}, {PARTS[where.kind]}
    </a>
  )
}

function titleOf({ indicators }: TooLongModel['edition'], id: string): string {
  const found = indicators.find((indicator) => indicator.id === id)
  return found ? `${id} ${found.shortTitle}` : id
}

/** "20,000 characters in 400 lines", "90 of them, 12,000 characters". */
function sizeOf({ characters, lines, things }: Place): string {
  const count = (number: number, one: string, many: string) => `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
  const long = count(characters, 'character', 'characters')
  if (things > 0) return `${things.toLocaleString('en-GB')} of them, ${long}`
  return lines > 1 ? `${long} in ${count(lines, 'line', 'lines')}` : long
}
