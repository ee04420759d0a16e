import { type MemberVisit, marksHeld, roleMay } from '../accounts/index.ts'
import type { ExemptionRule } from '../frameworks/index.ts'
import type { Opened } from './open.ts'
import { mayAskAboutMark } from './rules.ts'

/** In the address of an indicator (`mark`), for whoever goes on to it after being asked. The first save is remembered instead. */
export const ASKED = 'asked'

/**
 * The quality mark to ask about before a standard's first indicator: the organisation has said it holds it, the framework lets it
 * stand in for the standard, and nobody has said yet whether it does. Null for whoever may not record it.
 */
export async function markToAskAbout(visit: MemberVisit, opened: Opened, number: number): Promise<ExemptionRule | null> {
  const standard = opened.standards.find((each) => each.standard.number === number)
  const rules = opened.edition.exemptions.filter((each) => each.standard === number)
  if (!standard || rules.length === 0 || opened.assessment.status === 'complete') return null
  if (!roleMay(visit.role, 'claim-exemption') || !mayAskAboutMark(standard, opened.exemptions)) return null
  const held = await marksHeld(visit.db.read, visit.organisation.id)
  return rules.find((rule) => held.includes(rule.heldMark)) ?? null
}
