// What can be asked of an edition. No database, no clock, no HTTP.
import type { Edition, EvidenceTheme, Indicator, Rating } from './edition.ts'

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
