import type { ActionRecord, AnswerRecord, AssessmentRecord, ExemptionRecord } from '../assessment/index.ts'
import { type Edition, type Indicator, ratingHalf, type Standard } from '../frameworks/index.ts'
import type { ChartState, StandardsData } from '../ui/index.ts'

/**
 * What a report says about an assessment. Counts and lists only: there is no score, no percentage and no ranking here,
 * because the framework is for reflection, and because a report must not be usable as a mark.
 */

export interface IndicatorPicture {
  readonly indicator: Indicator
  readonly answer: AnswerRecord
  readonly state: ChartState
}

export interface StandardPicture {
  readonly standard: Standard
  /** The mark that stands in for this standard, if one is held. */
  readonly exemption: ExemptionRecord | null
  readonly indicators: readonly IndicatorPicture[]
  readonly counts: StateCounts
}

export interface StateCounts {
  /** How many indicators are at each rating, by the rating's order. */
  readonly rated: readonly number[]
  readonly notRated: number
  readonly lessRelevant: number
  readonly exempt: number
}

/**
 * An exemption closes an indicator whatever was answered before; saying it is less relevant sets any rating aside.
 * A rating the edition does not have is a fault in the program, never something to guess about.
 */
export function stateOf(edition: Edition, answer: AnswerRecord): ChartState {
  if (answer.exempt) return { kind: 'exempt' }
  if (answer.lessRelevantBecause !== null) return { kind: 'less-relevant' }
  if (answer.rating === null) return { kind: 'not-rated' }
  const rating = edition.ratings.find((candidate) => candidate.id === answer.rating)
  if (!rating)
    throw new Error(`${answer.indicatorId} is rated "${answer.rating}", a rating ${edition.id} ${edition.edition} does not have`)
  return { kind: 'rated', order: rating.order }
}

/** Every indicator in scope, in the record's order, with where it stands. */
export function indicatorsPicture(edition: Edition, record: AssessmentRecord): readonly IndicatorPicture[] {
  const byId = new Map(edition.indicators.map((indicator) => [indicator.id, indicator]))
  return record.answers.map((answer) => {
    const indicator = byId.get(answer.indicatorId)
    if (!indicator) throw new Error(`${edition.id} ${edition.edition} has no indicator ${answer.indicatorId}`)
    return { indicator, answer, state: stateOf(edition, answer) }
  })
}

/** Standards with at least one indicator in scope, in the edition's order. */
export function standardsPicture(edition: Edition, record: AssessmentRecord): readonly StandardPicture[] {
  const all = indicatorsPicture(edition, record)
  return edition.standards.flatMap((standard) => {
    const indicators = all.filter(({ indicator }) => indicator.standard === standard.number)
    if (indicators.length === 0) return []
    const exemption = record.exemptions.find((held) => held.standard === standard.number) ?? null
    return [{ standard, exemption, indicators, counts: countStates(edition, indicators) }]
  })
}

/** What the pictures are drawn from. */
export function chartData({ ratings }: Pick<Edition, 'ratings'>, pictured: readonly StandardPicture[]): StandardsData {
  return {
    ratings: ratings.map(({ order, label }) => ({ order, label })),
    standards: pictured.map(({ standard, indicators }) => ({
      number: standard.number,
      title: standard.title,
      indicators: indicators.map(({ indicator, state }) => ({
        id: indicator.id,
        shortTitle: indicator.shortTitle,
        core: indicator.core,
        state,
      })),
    })),
  }
}

export function countStates(edition: Edition, indicators: readonly IndicatorPicture[]): StateCounts {
  const count = (kind: ChartState['kind']) => indicators.filter(({ state }) => state.kind === kind).length
  return {
    rated: edition.ratings.map(
      ({ order }) => indicators.filter(({ state }) => state.kind === 'rated' && state.order === order).length,
    ),
    notRated: count('not-rated'),
    lessRelevant: count('less-relevant'),
    exempt: count('exempt'),
  }
}

/** How many indicators stand where. Counts, never a part of a whole: the halves are those of the rating's own order. */
export interface Standing {
  readonly total: number
  readonly standards: number
  /** Rated in the upper and in the lower half of the ratings. */
  readonly upper: number
  readonly lower: number
  readonly counts: StateCounts
}

export function standing(edition: Edition, record: AssessmentRecord): Standing {
  const picture = indicatorsPicture(edition, record)
  const counts = countStates(edition, picture)
  const half = (which: 'upper' | 'lower') =>
    edition.ratings
      .filter((rating) => ratingHalf(edition, rating) === which)
      .reduce((sum, { order }) => sum + (counts.rated[order] ?? 0), 0)
  return {
    total: picture.length,
    standards: new Set(picture.map(({ indicator }) => indicator.standard)).size,
    upper: half('upper'),
    lower: half('lower'),
    counts,
  }
}

/** How many indicators stand where, in the halves of the ratings: counted apart, and never added up to a mark. */
export interface InBrief {
  readonly upper: number
  readonly lower: number
  readonly notRated: number
  readonly lessRelevant: number
  readonly exempt: number
  readonly actions: number
}

export function inBrief(edition: Edition, record: AssessmentRecord): InBrief {
  const { upper, lower, counts } = standing(edition, record)
  const { notRated, lessRelevant, exempt } = counts
  return { upper, lower, notRated, lessRelevant, exempt, actions: record.actions.length }
}

/** A list of indicators, of which the first few are named and the rest are counted, and can be read. */
export interface Named {
  readonly named: readonly IndicatorPicture[]
  readonly more: readonly IndicatorPicture[]
}

/** As many as can be taken in at a glance. */
const FEW = 5

/** A single one is never left over: it takes no more room than "and 1 more". */
function firstFew(found: readonly IndicatorPicture[]): Named {
  return found.length <= FEW + 1 ? { named: found, more: [] } : { named: found.slice(0, FEW), more: found.slice(FEW) }
}

/** What is done well: indicators in the upper half of the ratings, the highest rating first, and core ones before others at each. */
export function strengths(edition: Edition, record: AssessmentRecord): Named {
  const found = indicatorsPicture(edition, record).filter(({ state }) => inHalf(edition, state, 'upper'))
  return firstFew(sorted(found, ({ state }) => (state.kind === 'rated' ? -state.order : 0)))
}

/**
 * What could grow next: indicators in the lower half of the ratings, the lowest rating first, and then those that are not rated;
 * core ones before others at each. What is covered by a quality mark, or is less relevant, is none of them.
 */
export function growNext(edition: Edition, record: AssessmentRecord): Named {
  const found = indicatorsPicture(edition, record).filter(
    ({ state }) => state.kind === 'not-rated' || inHalf(edition, state, 'lower'),
  )
  return firstFew(sorted(found, ({ state }) => (state.kind === 'rated' ? state.order : edition.ratings.length)))
}

function inHalf(edition: Edition, state: ChartState, half: 'lower' | 'upper'): boolean {
  return state.kind === 'rated' && ratingHalf(edition, state) === half
}

/** Those of the smallest place first, core ones before others of the same place, and otherwise in the framework's order. */
function sorted(found: readonly IndicatorPicture[], place: (picture: IndicatorPicture) => number): readonly IndicatorPicture[] {
  return found.toSorted((a, b) => place(a) - place(b) || Number(b.indicator.core) - Number(a.indicator.core))
}

/** An action beside what it is about, as the framework's plan lays it out. */
export interface PlannedAction {
  readonly action: ActionRecord
  readonly standard: Standard
  readonly indicator: Indicator
  /** The priority's label; empty when none is set. */
  readonly priority: string
}

/** How many of these indicators have an action in the plan. */
export function plannedAmong(record: AssessmentRecord, indicators: readonly IndicatorPicture[]): number {
  return indicators.filter(({ indicator }) => record.actions.some((action) => action.indicatorId === indicator.id)).length
}

export function plannedActions(edition: Edition, record: AssessmentRecord): readonly PlannedAction[] {
  return record.actions.map((action) => {
    const indicator = edition.indicators.find(({ id }) => id === action.indicatorId)
    const standard = edition.standards.find(({ number }) => number === indicator?.standard)
    if (!indicator || !standard) throw new Error(`${edition.id} ${edition.edition} has no indicator ${action.indicatorId}`)
    const priority = edition.priorities.find(({ id }) => id === action.priority)?.label ?? action.priority ?? ''
    return { action, standard, indicator, priority }
  })
}

/** What is still to be done, most pressing first: by priority, then by date; those without come last. */
export function nextSteps(edition: Edition, record: AssessmentRecord, most: number): readonly PlannedAction[] {
  const pressing = (id: string | null) => {
    const place = edition.priorities.findIndex((priority) => priority.id === id)
    return place < 0 ? edition.priorities.length : place
  }
  const open = plannedActions(edition, record).filter(({ action }) => action.completedOn === null)
  return open
    .toSorted(
      ({ action: a }, { action: b }) =>
        pressing(a.priority) - pressing(b.priority) || (a.byWhen ?? '9').localeCompare(b.byWhen ?? '9'),
    )
    .slice(0, most)
}
