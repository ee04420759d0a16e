import { confirmRequest, type MemberVisit, namesOf } from '../../accounts/index.ts'
import {
  AddEvidenceFields,
  addEvidenceIn,
  type EvidenceErrors,
  EvidenceItems,
  evidenceAbout,
  evidenceAndRemoved,
  evidenceSummary,
  evidenceValues,
  MOST_ITEMS,
  type NewEvidence,
  putBackSince,
  RemovedLately,
  readEvidenceDeed,
  readNewEvidence,
  removeEvidenceIn,
  restoreEvidenceIn,
} from '../../evidence/index.ts'
import type { Indicator } from '../../frameworks/index.ts'
import { type Form, type OwnedTx, Problem } from '../../platform/index.ts'
import type { Child, SummaryError } from '../../ui/index.ts'
import { EVIDENCE_DONE } from '../content.ts'
import type { Opened } from '../open.ts'
import { subjectOf } from '../paths.ts'
import { type ActionsBeside, actionsBeside, showActions } from './actions-beside.tsx'

/**
 * What else stands on an indicator's page and is saved with it: evidence and development actions. Their own capabilities read,
 * write and show them; here they are brought into the page's one form and one transaction.
 */
export interface Beside {
  readonly form: Form | null
  readonly evidenceErrors: EvidenceErrors
  readonly actions: ActionsBeside | null
  /** For the page's summary. */
  readonly errors: readonly SummaryError[]
  /** Does what was asked, inside the save's transaction. */
  readonly write: (own: OwnedTx) => Promise<void>
  /** Where on the page the person was, and what to tell them. */
  readonly anchor: string | null
  readonly notice: string | null
  /** Evidence just taken away, offered back. */
  readonly removedId: string | null
}

export const noBeside: Beside = {
  form: null,
  evidenceErrors: {},
  actions: null,
  errors: [],
  write: async () => {},
  anchor: null,
  notice: null,
  removedId: null,
}

interface Where {
  readonly opened: Opened
  readonly indicator: Indicator
}

/** Reads what was sent about evidence and actions. Both are read whichever button was pressed, so nothing typed is lost. */
export async function besideAnswer(visit: MemberVisit, form: Form, where: Where): Promise<Beside> {
  const subject = subjectOf(where.opened.assessment.id, where.indicator.id)
  const pressed = form.get('do')
  const deed = readEvidenceDeed(pressed)
  const read = await readNewEvidence(form, visit.files)
  const items: readonly NewEvidence[] = read.ok ? read.items : []
  const there = await evidenceAbout(visit.own, subject)
  const full = there.length + items.length + (deed?.kind === 'restore' ? 1 : 0) > MOST_ITEMS
  const evidenceErrors: EvidenceErrors = !read.ok
    ? read.errors
    : full
      ? { evidenceLink: `There can be ${MOST_ITEMS} items of evidence for one indicator. Remove one first.` }
      : {}
  const actions = await actionsBeside(visit, form, where)
  const adds = items.length > 0 && Object.keys(evidenceErrors).length === 0
  return {
    form,
    evidenceErrors,
    actions,
    errors: [...evidenceSummary(evidenceErrors), ...actions.errors],
    async write(own) {
      // Somebody filled the last places a moment ago: nothing is said to be added that is not, and what was written is shown back.
      if (adds && !(await addEvidenceIn(own, visit, subject, items)).ok) throw new Problem('stale')
      if (deed?.kind === 'remove') await removeEvidenceIn(own, visit, subject, deed.id)
      if (deed?.kind === 'restore' && !full) await restoreEvidenceIn(own, visit, subject, deed.id)
      await actions.write(own)
    },
    // Enter in a field of evidence presses the form's first button, and adds it all the same.
    anchor: deed ? 'your-evidence' : (actions.anchor ?? (adds ? 'your-evidence' : null)),
    notice: deed ? `${EVIDENCE_DONE[deed.kind]}.` : (actions.notice ?? (adds ? `${EVIDENCE_DONE.add}.` : null)),
    removedId: deed?.kind === 'remove' ? deed.id : null,
  }
}

/** The two parts as the page shows them; null for one with nothing to read, where nothing can be added. */
export async function showBeside(
  visit: MemberVisit,
  where: Where & { readonly mayAnswer: boolean },
  beside: Beside,
): Promise<{ readonly evidence: Child | null; readonly actions: Child | null }> {
  const subject = subjectOf(where.opened.assessment.id, where.indicator.id)
  const { items, removed } = await evidenceAndRemoved(visit.own, subject, putBackSince(visit.clock.now()))
  const nothing = !where.mayAnswer && items.length === 0
  return {
    evidence: nothing ? null : (
      <>
        <EvidenceItems
          items={items}
          organisationId={visit.organisation.id}
          people={
            await namesOf(
              visit.db.read,
              items.map((item) => item.addedBy),
            )
          }
          canChange={where.mayAnswer}
        />
        {where.mayAnswer && <RemovedLately items={removed} justNow={beside.removedId} />}
        {where.mayAnswer && (
          // What was in order is in the list above by now.
          <AddEvidenceFields
            values={beside.form && Object.keys(beside.evidenceErrors).length > 0 ? evidenceValues(beside.form) : undefined}
            errors={beside.evidenceErrors}
            confirm={await confirmRequest(visit, visit.person)}
          />
        )}
      </>
    ),
    actions: await showActions(visit, where, beside.actions, beside.removedId),
  }
}
