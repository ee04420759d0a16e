// What can be asked of an edition. No database, no clock, no HTTP.
import type { Edition, EvidenceTheme, Indicator, Rating, Standard } from './edition.ts'

export function indicatorById(edition: Edition, id: string): Indicator | null {
  return edition.indicators.find((indicator) => indicator.id === id) ?? null
}

export function standardByNumber(edition: Edition, number: number): Standard | null {
  return edition.standards.find((standard) => standard.number === number) ?? null
}

export function ratingById(edition: Edition, id: string): Rating | null {
  return edition.ratings.find((rating) => rating.id === id) ?? null
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
