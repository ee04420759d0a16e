import { assessmentPaths } from '../../src/assessment/index.ts'
import type { Conflict, SaveProblem, SaveReply } from '../../src/browser/index.ts'
import { newId } from '../../src/platform/index.ts'
import type { MemberPersona } from './personas.ts'
import type { Fields, Reply, Visitor } from './visitor.ts'

/** An assessment, as addresses name it. */
export interface At {
  readonly organisation: string
  readonly assessment: string
}

/** The edition every test assesses against, as the form names it. */
export const EDITION = 'mentoring-quality-framework/2022'

/** Starts an assessment through its form. */
export async function startAssessment(
  lead: Pick<MemberPersona, 'browser' | 'organisation' | 'name'>,
  start: { readonly scope?: 'core' | 'all'; readonly programme?: string } = {},
): Promise<At> {
  const { organisation } = lead
  const assessment = newId()
  const fields = {
    id: assessment,
    edition: EDITION,
    scope: start.scope ?? 'core',
    programme: start.programme ?? '',
    lead: lead.name,
  }
  const reply = await lead.browser.post(assessmentPaths.start.to({ organisation }), fields)
  if (reply.status !== 303) throw new Error(`the assessment was not started: ${reply.status}`)
  return { organisation, assessment }
}

export const indicatorAddress = (at: At, indicator: string) => assessmentPaths.indicator.to({ ...at, indicator })

/** What the server says to a script that saves. */
export type Said = Partial<SaveReply & SaveProblem> & { readonly conflicts?: readonly Conflict[] }

/** Saves fields of an answer as the page's script does while someone types. */
export async function autosave(
  browser: Visitor,
  at: At,
  indicator: string,
  basedOn: number,
  fields: Fields,
  besides: Fields = {},
): Promise<{ readonly status: number; readonly said: Said }> {
  const reply = await browser.post(
    indicatorAddress(at, indicator),
    { basedOn: String(basedOn), fields: Object.keys(fields), ...fields, ...besides },
    { accept: 'application/json' },
  )
  return { status: reply.status, said: reply.json<Said>() }
}

/** Rates indicators, each good unless told otherwise, with a word of evidence. */
export async function rate(
  browser: Visitor,
  at: At,
  indicators: readonly string[],
  ratings: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const indicator of indicators) {
    const { status } = await autosave(browser, at, indicator, 0, {
      rating: ratings[indicator] ?? 'good',
      evidence: `What we do about ${indicator}, and how we know.`,
    })
    if (status !== 200) throw new Error(`${indicator} was not rated: ${status}`)
  }
}

/** The indicators an assessment asks about, in its order, from its own page. */
export async function indicatorsOf(browser: Visitor, at: At): Promise<readonly string[]> {
  const { page } = await browser.get(assessmentPaths.lookOver.to(at))
  const begins = `${assessmentPaths.taskList.to(at)}/indicators/`
  const named = page.links
    .filter(({ href }) => href.startsWith(begins))
    .map(({ href }) => href.slice(begins.length).split('?')[0] ?? '')
  return [...new Set(named)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}

/** Completes an assessment through its form, as it stands when the page is opened. */
export async function complete(lead: Pick<MemberPersona, 'browser'>, at: At, fields: Fields = {}): Promise<Reply> {
  const address = assessmentPaths.complete.to(at)
  return lead.browser.fillIn(address, address, { completedByRole: 'Programme manager', honest: 'yes', ...fields })
}

/** Opens a correction of a completed assessment through its form. */
export async function correct(lead: Pick<MemberPersona, 'browser'>, at: At, reason: string, fields: Fields = {}): Promise<Reply> {
  const address = assessmentPaths.correct.to(at)
  return lead.browser.fillIn(address, address, { reason, ...fields })
}

/** Discards the correction that is open, as it stands when the page that asks is opened. */
export async function discard(lead: Pick<MemberPersona, 'browser'>, at: At): Promise<Reply> {
  const address = assessmentPaths.discard.to(at)
  return lead.browser.fillIn(address, address)
}

/** An assessment of the core indicators with every one of them rated, and completed. */
export async function completedCore(
  lead: Pick<MemberPersona, 'browser' | 'organisation' | 'name'>,
  start: { readonly programme?: string } = {},
): Promise<At> {
  const at = await startAssessment(lead, start)
  await rate(lead.browser, at, await indicatorsOf(lead.browser, at))
  const { status } = await complete(lead, at)
  if (status !== 303) throw new Error(`the assessment was not completed: ${status}`)
  return at
}
