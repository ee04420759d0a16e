import type { MemberVisit } from '../../accounts/index.ts'
import type { Indicator } from '../../frameworks/index.ts'
import { addressOfList, type List, rowsOf } from '../came-from.ts'
import { finishedWords, leftWords } from '../content.ts'
import { gapRows, openRows, worthRows } from '../gap-list.tsx'
import { markToAskAbout } from '../mark-question.ts'
import { inOrder, type Opened, openWithAnswers } from '../open.ts'
import { paths } from '../paths.ts'
import { isAnswered } from '../rules.ts'
import { surroundingsOf } from '../surroundings.ts'

/** Where somebody is taken once an indicator is saved, and what they are told there. */
interface Way {
  readonly address: string
  readonly notice: string | null
}

/**
 * Where going on leads: to the next that has no answer, as long as one follows; then through what is answered, one by one. Nothing
 * is asked where a quality mark stands in; where one may, that is asked before the standard's first indicator. Whoever leaves a
 * finished standard is told so.
 * @param opened as it stands after the save
 */
export async function wayOn(visit: MemberVisit, opened: Opened, { id, standard }: Indicator): Promise<Way> {
  const at = { organisation: visit.organisation.id, assessment: opened.assessment.id }
  const asked = opened.standards.flatMap((each) => each.indicators).filter((each) => each.state !== 'exempt')
  const following = asked.slice(asked.findIndex((each) => each.indicator.id === id) + 1)
  const next = (following.find((each) => !isAnswered(each.state)) ?? following[0])?.indicator ?? null
  const here = opened.standards.find((each) => each.standard.number === standard)
  const there = next && opened.standards.find((each) => each.standard.number === next.standard)
  const leaves = next?.standard !== standard
  const { done, total } = opened.progress
  const finished = here && leaves && here.state === 'complete'
  const notice = finished ? finishedWords(here, there?.standard ?? null, total - done) : null
  if (!next) return { address: paths.lookOver.to(at), notice }
  // Only before its first indicator: in the middle of a standard nobody is led away from it.
  if (leaves && (await markToAskAbout(visit, opened, next.standard)))
    return { address: paths.standard.to({ ...at, standard: String(next.standard) }), notice }
  return { address: paths.indicator.to({ ...at, indicator: next.id }), notice }
}

/**
 * Back to the list somebody came from, at the row they had opened; where it is gone, at the one that took its place. They are told
 * how much is left.
 */
export async function wayBack(
  visit: MemberVisit,
  list: List,
  from: { readonly assessmentId: string; readonly indicator: Indicator; readonly skipped: boolean },
): Promise<Way> {
  const { assessmentId, indicator } = from
  const opened = await openWithAnswers(visit, assessmentId)
  const gaps = gapRows(opened, await surroundingsOf(visit.own, opened.assessment))
  const left = openRows(gaps).length
  const rows = { open: openRows(gaps), worth: worthRows(gaps) }
  const kind = rowsOf(list)
  const row = kind === 'answer' ? indicator : rowAt(inOrder(opened), new Set(rows[kind].map((each) => each.indicator)), indicator)
  const at = { organisation: visit.organisation.id, assessment: assessmentId, standard: indicator.standard }
  return {
    address: addressOfList(list, at, row?.id ?? null),
    notice: `${from.skipped ? 'Skipped for now.' : 'Saved.'} ${leftWords(left)}`,
  }
}

/** The row of an indicator, or the next after it, or the last; null where there is none left. */
function rowAt(all: readonly Indicator[], listed: ReadonlySet<Indicator>, indicator: Indicator): Indicator | null {
  const fromHere = all.slice(all.indexOf(indicator)).find((each) => listed.has(each))
  return fromHere ?? all.findLast((each) => listed.has(each)) ?? null
}
