// What can be asked of an edition. No database, no clock, no HTTP.
import type { Correction, Edition, EvidenceTheme, Indicator, Rating } from './edition.ts'

export function indicatorById(edition: Edition, id: string): Indicator | null {
  return edition.indicators.find((indicator) => indicator.id === id) ?? null
}

export function ratingById(edition: Edition, id: string): Rating | null {
  return edition.ratings.find((rating) => rating.id === id) ?? null
}

/** Which half of the scale a rating is in. An odd scale's middle counts as upper: it is worth showing, and asks for no action. */
export function ratingHalf(edition: Edition, { order }: Pick<Rating, 'order'>): 'lower' | 'upper' {
  return order < Math.floor(edition.ratings.length / 2) ? 'lower' : 'upper'
}

export function coreIndicators(edition: Edition): readonly Indicator[] {
  return edition.indicators.filter((indicator) => indicator.core)
}

/** Documents that speak to this indicator. */
export function themesForIndicator(edition: Edition, id: string): readonly EvidenceTheme[] {
  return edition.themes.filter((theme) => theme.indicatorIds.includes(id))
}

export interface Neighbours {
  readonly previous: Indicator | null
  readonly next: Indicator | null
}

/** The indicators in scope just before and after this one, in the edition's order; this one need not be in scope itself. */
export function neighbours(edition: Edition, inScopeIds: Iterable<string>, id: string): Neighbours {
  const inScope = new Set(inScopeIds)
  const place = edition.indicators.findIndex((indicator) => indicator.id === id)
  if (place < 0) return { previous: null, next: null }
  return {
    previous: edition.indicators.slice(0, place).findLast((indicator) => inScope.has(indicator.id)) ?? null,
    next: edition.indicators.slice(place + 1).find((indicator) => inScope.has(indicator.id)) ?? null,
  }
}

/** Most editions that are offered beside another. */
const MOST_BESIDE = 10

/** Other editions of the same framework that have the same indicators: what one says can be read in the words of another. */
export function editionsBeside(edition: Edition, inUse: readonly Edition[]): readonly Edition[] {
  return inUse
    .filter((other) => other.id === edition.id && other.edition !== edition.edition && sameIndicators(edition, other))
    .slice(0, MOST_BESIDE)
}

function sameIndicators(a: Edition, b: Edition): boolean {
  return (
    a.indicators.length === b.indicators.length &&
    a.indicators.every((indicator, place) => indicator.id === b.indicators[place]?.id)
  )
}

/**
 * One edition to stand for each framework, where a page says whose it is: the one that says most of where it was published, or
 * else the first.
 */
export function frameworksIn(inUse: readonly Edition[]): readonly Edition[] {
  const ids = [...new Set(inUse.map(({ id }) => id))]
  return ids.flatMap((id) => {
    const editions = inUse.filter((edition) => edition.id === id)
    return editions.find(({ publishedDocument }) => publishedDocument !== null) ?? editions[0] ?? []
  })
}

/** Corrections that newer words of an edition have beyond those of the older ones, newest first. */
export function correctionsSince(before: Edition, after: Edition): readonly Correction[] {
  const told = new Set(before.corrections.map((each) => JSON.stringify(each)))
  return after.corrections.filter((each) => !told.has(JSON.stringify(each)))
}
