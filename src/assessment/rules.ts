import { type Edition, type Indicator, ratingById, ratingHalf, type Standard } from '../frameworks/index.ts'
import { type Answer, heldExamples, LESS_RELEVANT } from './answer.ts'

/** What an assessment means. No database, no clock, no HTTP; docs/states.md shows the same as truth tables. */

export type Scope = 'all' | 'core'

export interface Exemption {
  readonly standard: number
  readonly mark: string
  readonly level: string
  /** ISO day. */
  readonly awardedOn: string
  /** ISO day, or null when it does not expire. The last day it counts. */
  readonly expiresOn: string | null
}

export type AnswerState = 'rated' | 'less-relevant' | 'started' | 'skipped' | 'not-started'
export type IndicatorState = AnswerState | 'exempt'
export type StandardState = 'exempt' | 'complete' | 'in-progress' | 'not-started'

/** How far an assessment has come: while a correction is open, what was completed stays in the foreground. */
export type Stage = 'open' | 'completed' | 'correcting'

export function stageOf({
  status,
  completion,
}: {
  readonly status: 'in-progress' | 'complete'
  readonly completion: unknown
}): Stage {
  if (status === 'complete') return 'completed'
  return completion === null ? 'open' : 'correcting'
}

export type Deed = 'answer' | 'describe' | 'change-scope' | 'complete' | 'correct' | 'discard' | 'go-on'

/** What can be done with an assessment at each stage. */
const CAN_BE_DONE: Readonly<Record<Stage, readonly Deed[]>> = {
  open: ['answer', 'describe', 'change-scope', 'complete'],
  completed: ['correct', 'go-on'],
  // A correction puts right what was completed. Going on to more indicators is an assessment of its own.
  correcting: ['answer', 'describe', 'complete', 'discard'],
}

export function canBe(stage: Stage, deed: Deed): boolean {
  return CAN_BE_DONE[stage].includes(deed)
}

/** Indicators this organisation goes through: all of them, or the core ones first. Exempt ones are still listed. */
export function indicatorsInScope(edition: Edition, scope: Scope): readonly Indicator[] {
  return inScope(edition.indicators, scope)
}

export function isInScope(indicator: Indicator, scope: Scope): boolean {
  return scope === 'all' || indicator.core
}

const inScope = (indicators: readonly Indicator[], scope: Scope) =>
  scope === 'all' ? indicators : indicators.filter((indicator) => isInScope(indicator, scope))

/** Indicators that are not gone through, but have been begun: what was done is kept, and comes back with the whole framework. */
export function setAside(edition: Edition, scope: Scope, answerOf: (indicatorId: string) => Answer): readonly Indicator[] {
  return edition.indicators.filter((indicator) => !isInScope(indicator, scope) && isBegun(answerOf(indicator.id)))
}

/** True when anything was rated, written or ticked. */
export function isBegun(answer: Pick<Answer, 'values'>): boolean {
  return answer.values.rating !== '' || hasWords(answer)
}

/** How many indicators the whole framework has besides the core ones. */
export function restOf(edition: Edition): number {
  return edition.indicators.filter((indicator) => !indicator.core).length
}

/** True where going through the core indicators alone is something else than going through all. */
export function hasCore(edition: Edition): boolean {
  const rest = restOf(edition)
  return rest > 0 && rest < edition.indicators.length
}

/** True when the whole framework can be gone on to: the core indicators alone were gone through, and are completed. */
export function canGoOn(
  edition: Edition,
  assessment: { readonly scope: Scope; readonly status: 'in-progress' | 'complete'; readonly completion: unknown },
): boolean {
  return assessment.scope === 'core' && hasCore(edition) && canBe(stageOf(assessment), 'go-on')
}

/** An exemption counts from the day the mark was awarded to the day it expires, both included. */
export function exemptionHolds(exemption: Exemption, today: string): boolean {
  return exemption.awardedOn <= today && (exemption.expiresOn === null || today <= exemption.expiresOn)
}

/** Numbers of the standards closed by a mark today ("Framework, Standard 8, page 46"). */
export function exemptStandards(exemptions: readonly Exemption[], today: string): ReadonlySet<number> {
  return new Set(exemptions.filter((exemption) => exemptionHolds(exemption, today)).map((exemption) => exemption.standard))
}

/** An indicator that a mark covers is exempt, whatever its answer. */
export function indicatorState(answer: AnswerState, exempt: boolean): IndicatorState {
  return exempt ? 'exempt' : answer
}

/** What an answer comes to. Kept with the answer, so that progress can be told without reading every word. */
export function answerState(answer: Pick<Answer, 'values' | 'skipped'>): AnswerState {
  const { rating, lessRelevantReason } = answer.values
  if (rating === LESS_RELEVANT) return lessRelevantReason.trim() === '' ? 'started' : 'less-relevant'
  if (rating !== '') return 'rated'
  if (answer.skipped) return 'skipped'
  return hasWords(answer) ? 'started' : 'not-started'
}

/** True when nothing more is needed of this indicator. */
export function isAnswered(state: IndicatorState): boolean {
  return state === 'rated' || state === 'less-relevant' || state === 'exempt'
}

export function standardState(states: readonly IndicatorState[]): StandardState {
  if (states.length > 0 && states.every((state) => state === 'exempt')) return 'exempt'
  if (states.every(isAnswered)) return 'complete'
  return states.every((state) => state === 'not-started') ? 'not-started' : 'in-progress'
}

/** One standard as the task list shows it. */
export interface StandardProgress {
  readonly standard: Standard
  readonly indicators: readonly { readonly indicator: Indicator; readonly state: IndicatorState }[]
  readonly state: StandardState
  readonly answered: number
}

/** An assessment with everything the rules need to say how far it has come. */
export interface Standing {
  readonly edition: Edition
  readonly scope: Scope
  /** By indicator; one that is missing has not been started. */
  readonly states: ReadonlyMap<string, AnswerState>
  readonly exempt: ReadonlySet<number>
}

export function standardsProgress({ edition, scope, states: known, exempt }: Standing): readonly StandardProgress[] {
  return edition.standards.flatMap((standard) => {
    const closed = exempt.has(standard.number)
    const indicators = inScope(standard.indicators, scope).map((indicator) => ({
      indicator,
      state: indicatorState(known.get(indicator.id) ?? 'not-started', closed),
    }))
    if (indicators.length === 0) return []
    const states = indicators.map((each) => each.state)
    return [{ standard, indicators, state: standardState(states), answered: states.filter(isAnswered).length }]
  })
}

/** How many indicators need an answer, and how many of them have one. */
export interface Progress {
  readonly done: number
  readonly total: number
}

/** Exempt indicators are not counted: nothing is asked there. */
export function progress(standards: readonly StandardProgress[]): Progress {
  const asked = standards.flatMap((each) => each.indicators).filter((each) => each.state !== 'exempt')
  return { done: asked.filter((each) => isAnswered(each.state)).length, total: asked.length }
}

/** The one obvious next step: the first indicator begun or not yet begun, then those put off, then looking it all over. */
export function nextIndicator(standards: readonly StandardProgress[]): Indicator | null {
  const open = standards.flatMap((each) => each.indicators).filter((each) => !isAnswered(each.state))
  return (open.find((each) => each.state !== 'skipped') ?? open[0])?.indicator ?? null
}

/** The standard to go on to from one that is done with: the next with something open, or the first; null when none has. */
export function nextStandard(standards: readonly StandardProgress[], from: number): Standard | null {
  const open = standards.filter(({ state }) => state !== 'complete' && state !== 'exempt').map(({ standard }) => standard)
  return open.find(({ number }) => number > from) ?? open[0] ?? null
}

/**
 * True as long as nobody has said whether a mark covers a standard: none is recorded for it, and nothing in it has been answered,
 * begun or put off, which says that it is gone through.
 */
export function mayAskAboutMark(standard: StandardProgress, exemptions: readonly Exemption[]): boolean {
  return (
    standard.indicators.every(({ state }) => state === 'not-started') &&
    !exemptions.some((exemption) => exemption.standard === standard.standard.number)
  )
}

export type Gap =
  /** No rating yet. */
  | 'not-rated'
  /** Said to be less relevant, without saying why. */
  | 'needs-reason'
  /** Two versions of the same words are waiting for a choice. */
  | 'two-versions'
  /** In the lower half of the ratings with nothing planned: a question, never a bar. */
  | 'low-without-action'
  /** In the upper half of the ratings with no evidence recorded: a question, never a bar. */
  | 'high-without-evidence'

/** What surrounds an answer, as counts. */
export interface Surroundings {
  readonly evidence: number
  readonly actions: number
  readonly unsettled: number
}

/** What is worth another look at one indicator, most pressing first. Nothing is asked of an exempt indicator. */
export function gapsOf(edition: Edition, answer: Answer, exempt: boolean, around: Surroundings): readonly Gap[] {
  if (exempt) return []
  const gaps: Gap[] = []
  const { rating, lessRelevantReason, evidence } = answer.values
  if (rating === '') gaps.push('not-rated')
  if (rating === LESS_RELEVANT && lessRelevantReason.trim() === '') gaps.push('needs-reason')
  if (around.unsettled > 0) gaps.push('two-versions')
  const rated = ratingById(edition, rating)
  const half = rated && ratingHalf(edition, rated)
  if (half === 'lower' && around.actions === 0) gaps.push('low-without-action')
  const nothingShown = evidence.trim() === '' && around.evidence === 0 && heldExamples(answer.values).length === 0
  if (half === 'upper' && nothingShown) gaps.push('high-without-evidence')
  return gaps
}

/** The gaps that must be closed before an assessment can be completed; the others are only asked about. */
export type MustClose = Extract<Gap, 'not-rated' | 'needs-reason' | 'two-versions'>
export type Question = Exclude<Gap, MustClose>
export const MUST_CLOSE: ReadonlySet<Gap> = new Set<MustClose>(['not-rated', 'needs-reason', 'two-versions'])

export function mustClose(gap: Gap): gap is MustClose {
  return MUST_CLOSE.has(gap)
}

function hasWords({ values }: Pick<Answer, 'values'>): boolean {
  return (
    values.evidence.trim() !== '' ||
    values.notes.trim() !== '' ||
    values.lessRelevantReason.trim() !== '' ||
    heldExamples(values).length > 0
  )
}

/** Twelve months on, or as many as the framework says, on the same day of the month or its last ("Framework, page 9": every year). */
export function nextReview(completedOn: string, months: number): string {
  const [year = 0, month = 1, day = 1] = completedOn.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10)
}
