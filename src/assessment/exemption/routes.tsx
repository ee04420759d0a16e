import type { Context as HonoContext } from 'hono'
import { confirmRequest, type MemberVisit, may, namesOf, takingFiles } from '../../accounts/index.ts'
import {
  AddEvidenceFields,
  addEvidenceIn,
  type EvidenceErrors,
  EvidenceItems,
  evidenceAndRemoved,
  evidenceSummary,
  evidenceValues,
  filesToChooseAgain,
  putBackSince,
  RemovedLately,
  readEvidenceDeed,
  readNewEvidence,
  removeEvidenceIn,
  restoreEvidenceIn,
} from '../../evidence/index.ts'
import { type Form, found, NO_FIELDS, Problem, type Routes, today } from '../../platform/index.ts'
import { recordExemption, withdrawExemption } from '../actions/exemption.ts'
import { EVIDENCE_DONE } from '../content.ts'
import { openAssessment } from '../open.ts'
import { certificateSubject, paths } from '../paths.ts'
import { type Exemption, exemptionHolds } from '../rules.ts'
import { EXEMPTION_FIELDS, exemptionValues, readExemption } from './form.ts'
import { exemptionPage } from './page.tsx'

export function exemptionRoutes(routes: Routes): void {
  routes.get(paths.exemption.pattern, may('claim-exemption'), async (visit, c) => {
    const { model, subject } = await open(visit, c)
    const certificate = await certificateOf(visit, subject, { justNow: c.req.query('removed') ?? null })
    return visit.show(exemptionPage({ ...model, ...certificate, values: exemptionValues(model.exemption), errors: {} }))
  })

  routes.post(paths.exemption.pattern, takingFiles(may('claim-exemption')), EXEMPTION_FIELDS, async (visit, form, c) => {
    const { model, at, subject } = await open(visit, c)
    const read = readExemption(form, model.rule, today(visit.clock))
    const shown = await readNewEvidence(form, visit.files)
    if (!read.ok || !shown.ok) {
      const errors = shown.ok ? filesToChooseAgain(form) : shown.errors
      const again = read.ok ? { values: exemptionValues(read.value), errors: {} } : read
      return visit.show(exemptionPage({ ...model, ...(await certificateOf(visit, subject, { form, errors })), ...again }), 422)
    }
    const deed = readEvidenceDeed(form.get('do'))
    await recordExemption(visit, visit.organisation.id, model.assessmentId, read.value, async (own) => {
      if (!(await addEvidenceIn(own, visit, subject, shown.items)).ok) throw new Problem('stale')
      if (deed?.kind === 'remove') await removeEvidenceIn(own, visit, subject, deed.id)
      if (deed?.kind === 'restore') await restoreEvidenceIn(own, visit, subject, deed.id)
    })
    const recorded = recordedWords(read.value, today(visit.clock))
    if (!deed) return visit.go(paths.standard.to(at), `Recorded. ${recorded}`)
    const removed = deed.kind === 'remove' ? `?removed=${deed.id}` : ''
    const done = EVIDENCE_DONE[deed.kind]
    const asBefore = model.exemption !== undefined && sameMark(model.exemption, read.value)
    return visit.go(
      `${paths.exemption.to(at)}${removed}#certificate-heading`,
      asBefore ? `${done}.` : `${done}, and your mark is recorded. ${recorded}`,
    )
  })

  routes.post(paths.withdrawExemption.pattern, may('claim-exemption'), NO_FIELDS, async (visit, _form, c) => {
    const { model, at } = await open(visit, c)
    await withdrawExemption(visit, visit.organisation.id, model.assessmentId, model.standard.number)
    return visit.go(paths.standard.to(at), 'Withdrawn. The indicators are open again, with the answers they had.')
  })
}

/** What recording it comes to: a mark that has ended closes nothing. */
function recordedWords(exemption: Exemption, day: string): string {
  return exemptionHolds(exemption, day)
    ? `Standard ${exemption.standard} is covered by your ${exemption.mark}.`
    : `Your ${exemption.mark} has ended, so standard ${exemption.standard} stays open.`
}

function sameMark(one: Exemption, other: Exemption): boolean {
  return one.level === other.level && one.awardedOn === other.awardedOn && one.expiresOn === other.expiresOn
}

async function open(visit: MemberVisit, c: HonoContext) {
  const opened = await openAssessment(visit, c.req.param('assessment'))
  if (opened.assessment.status === 'complete') throw new Problem('stale')
  const { standard, indicators } = found(
    opened.standards.find((each) => String(each.standard.number) === c.req.param('standard')),
  )
  const rule = found(opened.edition.exemptions.find((each) => each.standard === standard.number))
  const exemption = opened.exemptions.find((each) => each.standard === standard.number)
  const at = { organisation: visit.organisation.id, assessment: opened.assessment.id, standard: String(standard.number) }
  return {
    at,
    subject: certificateSubject(opened.assessment.id, standard.number),
    model: {
      organisationId: at.organisation,
      assessmentId: at.assessment,
      standard,
      indicators: indicators.length,
      rule,
      today: today(visit.clock),
      exemption,
      recorded: exemption !== undefined,
    },
  }
}

/** The certificate's part of the page: what is there, and fields to add it or say where it is kept. */
async function certificateOf(
  visit: MemberVisit,
  subject: string,
  { form, errors = {}, justNow }: { form?: Form; errors?: EvidenceErrors; justNow?: string | null },
) {
  const { items, removed } = await evidenceAndRemoved(visit.own, subject, putBackSince(visit.clock.now()))
  const people = await namesOf(
    visit.db.read,
    items.map((item) => item.addedBy),
  )
  return {
    certificate: (
      <>
        <EvidenceItems items={items} organisationId={visit.organisation.id} people={people} canChange />
        <RemovedLately items={removed} justNow={justNow} />
        <AddEvidenceFields
          values={form && evidenceValues(form)}
          errors={errors}
          confirm={await confirmRequest(visit, visit.person)}
        />
      </>
    ),
    certificateErrors: evidenceSummary(errors),
  }
}
