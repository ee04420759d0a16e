/** What the pictures are drawn from: plain data, whatever the framework. */
export interface StandardsData {
  readonly standards: readonly ChartStandard[]
  /** Lowest first. */
  readonly ratings: readonly ChartRating[]
}

export interface ChartStandard {
  readonly number: number
  readonly title: string
  readonly indicators: readonly ChartIndicator[]
}

export interface ChartIndicator {
  readonly id: string
  readonly shortTitle: string
  readonly core: boolean
  readonly state: ChartState
}

/** Where an indicator stands, as a picture or a report shows it. How far its answer has come is the assessment's `IndicatorState`. */
export type ChartState =
  | { readonly kind: 'rated'; readonly order: number }
  | { readonly kind: 'not-rated' }
  | { readonly kind: 'less-relevant' }
  | { readonly kind: 'exempt' }

export interface ChartRating {
  readonly order: number
  readonly label: string
}

export type Unrated = Exclude<ChartState['kind'], 'rated'>

export const UNRATED: readonly { readonly kind: Unrated; readonly label: string }[] = [
  { kind: 'not-rated', label: 'Not rated yet' },
  { kind: 'less-relevant', label: 'Less relevant' },
  { kind: 'exempt', label: 'Exempt' },
]

/** Where an indicator can stand: at each rating, then whichever of the other states occur. */
export interface Place {
  readonly label: string
  /** Null for the places that are not ratings. */
  readonly order: number | null
  readonly holds: (state: ChartState) => boolean
}

export function placesOf(data: StandardsData): readonly Place[] {
  const states = data.standards.flatMap((standard) => standard.indicators.map((indicator) => indicator.state.kind))
  return [
    ...data.ratings.map((rating) => ({
      label: rating.label,
      order: rating.order,
      holds: (state: ChartState) => state.kind === 'rated' && state.order === rating.order,
    })),
    ...UNRATED.filter(({ kind }) => states.includes(kind)).map(({ kind, label }) => ({
      label,
      order: null,
      holds: (state: ChartState) => state.kind === kind,
    })),
  ]
}

export function stateLabel(state: ChartState, ratings: readonly ChartRating[]): string {
  if (state.kind === 'rated') return ratings.find((rating) => rating.order === state.order)?.label ?? ''
  return UNRATED.find(({ kind }) => kind === state.kind)?.label ?? ''
}

/** "Standard 1, Programme design: 2 good practice, 3 developing practice." */
export function inWords(standard: ChartStandard, places: readonly Place[]): string {
  const counts = places
    .map((place) => ({
      label: place.label,
      count: standard.indicators.filter((indicator) => place.holds(indicator.state)).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ label, count }) => `${count} ${label.toLowerCase()}`)
  return `Standard ${standard.number}, ${standard.title}: ${counts.join(', ') || 'no indicators'}.`
}
