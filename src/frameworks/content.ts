// Sentences about a framework, made from what its pack says: nothing here knows which framework it is.
import type { Edition, Indicator, Standard } from './edition.ts'

/** "The Mentoring Quality Framework is published by the Mayor of London with …." */
export function publishedWords({ title, publishedBy }: Edition): string {
  return `The ${title} is published by ${publishedBy}.`
}

/** Whose words a person reads here; null where the pack does not say. */
export function wordingWords({ provenance }: Edition): string | null {
  return provenance && (provenance.inShort ?? WORDINGS[provenance.wording])
}

const WORDINGS = {
  original: 'The wording here was written for Mentormark.',
  adapted: 'The wording here is not the publisher’s own.',
  published: 'The wording here is the publisher’s own.',
} as const

/** "Mentoring Quality Framework (2022)". */
export function documentName({ title, year }: NonNullable<Edition['publishedDocument']>): string {
  return year === null ? title : `${title} (${year})`
}

/** "Standard 3, indicator 3.2: page 25 of the published framework"; null where the pack does not say. */
export function placeWords(standard: Pick<Standard, 'number'>, { id, page }: Indicator): string | null {
  return page === null ? null : `Standard ${standard.number}, indicator ${id}: page ${page} of the published framework`
}

/** What a link to the same indicator in another edition says. */
export function besideWords({ edition, provenance }: Edition): string {
  return provenance?.wording === 'published' ? 'Read it in the publisher’s words' : `Read it in edition “${edition}” as well`
}
