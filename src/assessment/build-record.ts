import { organisationRecord } from '../accounts/index.ts'
import { type EvidenceItem, evidenceAbout, evidenceUnder } from '../evidence/index.ts'
import { type Edition, exampleItems } from '../frameworks/index.ts'
import { actionsOf } from '../plan/index.ts'
import { inLondon, type Owned, type ReaderOrTx } from '../platform/index.ts'
import { heldExamples, LESS_RELEVANT, unanswered } from './answer.ts'
import { certificateSubject, subjectOf, subjectsUnder } from './paths.ts'
import type { AnswerRecord, AssessmentRecord, CompletionRecord, EvidenceRecord } from './record.ts'
import { exemptionHolds, indicatorsInScope } from './rules.ts'
import { answersOf } from './store/answers.ts'
import type { Assessment } from './store/assessments.ts'
import { exemptionsOf } from './store/exemptions.ts'
import { sealsOf } from './store/sealed.ts'

/**
 * The account as it stands now: what is sealed on completion, and what reports of an unfinished assessment are made from.
 * @param today ISO day: decides which exemptions hold
 */
export async function buildRecord(
  db: ReaderOrTx,
  own: Owned,
  assessment: Assessment,
  edition: Edition,
  today: string,
  completion: CompletionRecord | null,
): Promise<AssessmentRecord> {
  const answers = await answersOf(own, assessment.id)
  const evidence = await evidenceUnder(own, subjectsUnder(assessment.id))
  const actions = await actionsOf(own, assessment.planId)
  const held = (await exemptionsOf(own, assessment.id)).filter((exemption) => exemptionHolds(exemption, today))
  const certificates = await evidenceAbout(
    own,
    held.map((exemption) => certificateSubject(assessment.id, exemption.standard)),
  )
  const exempt = new Set(held.map((exemption) => exemption.standard))

  return {
    format: 'mentormark-assessment/1',
    assessmentId: assessment.id,
    organisation: await organisationRecord(db, own.organisationId),
    programme: assessment.programme,
    framework: {
      id: edition.id,
      edition: edition.edition,
      title: edition.title,
      publisher: edition.publisher,
      digest: edition.digest,
    },
    scope: assessment.scope,
    ...(await continuedRecord(own, assessment)),
    lead: assessment.lead,
    startedOn: inLondon(new Date(assessment.startedAt)).day,
    revision: assessment.revision,
    revisionReason: assessment.revisionReason,
    completion,
    exemptions: held.map((exemption) => ({
      ...exemption,
      certificate: certificates
        .filter((item) => item.subject === certificateSubject(assessment.id, exemption.standard))
        .map(evidenceRecord),
    })),
    answers: indicatorsInScope(edition, assessment.scope).map((indicator): AnswerRecord => {
      const { values, carried } = answers.get(indicator.id) ?? unanswered(indicator.id)
      const ticked = new Set(heldExamples(values))
      return {
        indicatorId: indicator.id,
        standard: indicator.standard,
        core: indicator.core,
        statement: indicator.statement,
        exempt: exempt.has(indicator.standard),
        rating: values.rating === '' || values.rating === LESS_RELEVANT ? null : values.rating,
        lessRelevantBecause: values.rating === LESS_RELEVANT ? values.lessRelevantReason : null,
        evidence: values.evidence,
        examplesHeld: exampleItems(indicator)
          .filter((example) => ticked.has(example.key))
          .map((example) => example.text),
        items: evidence.filter((item) => item.subject === subjectOf(assessment.id, indicator.id)).map(evidenceRecord),
        ...(carried && { carriedOver: true }),
      }
    }),
    actions: actions.map((action) => ({
      id: action.id,
      indicatorId: action.indicatorId,
      action: action.action,
      byWhom: action.byWhom,
      byWhen: action.byWhen,
      priority: action.priority,
      completedOn: action.completedOn,
      whatChanged: action.whatChanged,
    })),
  }
}

/** What an assessment goes on from, by the seal of its record. */
async function continuedRecord(own: Owned, { continues }: Assessment): Promise<Pick<AssessmentRecord, 'continues'>> {
  if (!continues) return {}
  const seal = (await sealsOf(own, continues.assessmentId)).find(({ revision }) => revision === continues.revision)
  return seal ? { continues: { ...continues, sha256: seal.sha256 } } : {}
}

function evidenceRecord(item: EvidenceItem): EvidenceRecord {
  switch (item.kind) {
    case 'link':
      return { kind: 'link', title: item.title, url: item.url }
    case 'place':
      return { kind: 'place', title: item.title, place: item.place }
    case 'file':
      return { kind: 'file', title: item.title, name: item.fileName, bytes: item.bytes, sha256: item.sha256 }
  }
}
