import { printedRegistration } from '../../accounts/index.ts'
import type { ActionRecord, AnswerRecord, AssessmentRecord, CompletionRecord, ExemptionRecord } from '../../assessment/index.ts'
import { type Edition, exampleItems } from '../../frameworks/index.ts'
import { type ChartState, stateLabel, UNRATED } from '../../ui/index.ts'
import {
  aboutLabels,
  actionsPlanned,
  allOurMentoring,
  andMore,
  coverLabels,
  exemptMeans,
  fromTo,
  growNextLead,
  notCompleted,
  pdfWords,
  planColumns,
  resultsSentence,
  scopeWords,
  strengthsLead,
} from '../content.ts'
import {
  countStates,
  growNext,
  type IndicatorPicture,
  indicatorsPicture,
  type Named,
  plannedActions,
  plannedAmong,
  type StandardPicture,
  type StateCounts,
  standardsPicture,
  standing,
  strengths,
} from '../rules.ts'
import { annexOf, type EvidenceNumbers } from './annex.ts'
import { chartModel } from './chart.tsx'
import type {
  ActionModel,
  DocumentModel,
  Fact,
  IndicatorModel,
  KeyEntry,
  ListEntry,
  ListModel,
  LogoFile,
  PdfModel,
  PdfOptions,
  PlanModel,
  Shape,
  StandardModel,
} from './document.ts'
import { exact, inline, plain, prose } from './text.ts'

export function fullReportModel(edition: Edition, record: AssessmentRecord, options: PdfOptions): PdfModel {
  const plan = planModel(edition, record, record.completion !== null)
  const pictured = standardsPicture(edition, record)
  const { entries, numbers } = annexOf(record)
  const { foreword, signedBy } = options.front ?? { foreword: '', signedBy: '' }
  return {
    words: pdfWords,
    document: documentModel(edition, record, options, pdfWords.selfAssessment),
    plan,
    report: {
      cover: coverFacts(edition, record),
      foreword: foreword === '' ? null : { lines: prose(foreword), signedBy: inline(signedBy) },
      results: resultsSentence(edition, standing(edition, record)),
      ...chartModel(edition, pictured),
      key: keyEntries(edition, countStates(edition, indicatorsPicture(edition, record))),
      standards: pictured.map((standard) => standardModel(edition, standard, record.actions, plan, numbers)),
      strengths: strengthsList(edition, record),
      growing: growingList(edition, record),
      annex: entries,
      about: aboutFacts(record, options),
      sealText: options.sealDigest ? `${pdfWords.sealedText} ${pdfWords.notSealedText}` : pdfWords.unsealedText,
    },
    summary: null,
  }
}

export function planOnlyModel(edition: Edition, record: AssessmentRecord, options: PdfOptions): PdfModel {
  return {
    words: pdfWords,
    document: documentModel(edition, record, options, pdfWords.plan),
    plan: planModel(edition, record, false),
    report: null,
    summary: null,
  }
}

export function documentModel(
  edition: Edition,
  record: AssessmentRecord,
  { generatedOn, front }: PdfOptions,
  name: string,
): DocumentModel {
  const { provenance } = edition
  const [, language = 'en', region = null] = /^([a-z]{2,3})(?:-([A-Z]{2}))?$/.exec(edition.language) ?? []
  const [year = 1970, month = 1, day = 1] = generatedOn.slice(0, 10).split('-').map(Number)
  const organisation = plain(record.organisation.name)
  const draft = record.completion === null
  return {
    title: [organisation, name, record.framework.title].join(' – ') + (draft ? ` (${pdfWords.draft.toLowerCase()})` : ''),
    author: organisation,
    language,
    region,
    date: { year, month, day },
    generatedOn: longDate(generatedOn),
    draft,
    organisation: inline(record.organisation.name),
    programme: record.programme === null ? null : inline(record.programme),
    framework: record.framework.title,
    edition: record.framework.edition,
    publisher: record.framework.publisher,
    wording: provenance && provenance.wording !== 'published' ? inline(provenance.note) : null,
    logo: front?.logo ? { file: logoName(front.logo), width: front.logo.width, height: front.logo.height } : null,
  }
}

/** What the logo is called beside the templates. */
export function logoName({ type }: LogoFile): string {
  return type === 'image/png' ? 'logo.png' : 'logo.jpg'
}

function coverFacts(edition: Edition, record: AssessmentRecord): readonly Fact[] {
  const { completion, lead, organisation, revision, revisionReason, startedOn } = record
  return [
    ...whatWasAssessed(edition, record),
    fact(coverLabels.completedOn, completion ? longDate(completion.completedOn) : notCompleted),
    fact(coverLabels.completedBy, completion ? nameAndRole(completion) : ''),
    fact(coverLabels.startedOn, completion ? '' : longDate(startedOn)),
    fact(coverLabels.revision, revision > 1 ? [revision, revisionReason].filter(Boolean).join('. ') : String(revision)),
    fact(coverLabels.nextReview, completion ? longDate(completion.nextReviewOn) : ''),
    fact(coverLabels.reviewedBy, completion?.reviewedBy ?? ''),
    fact(coverLabels.lead, lead),
    fact(coverLabels.marks, marksHeld(record).join('. ')),
    fact(coverLabels.kind, organisation.kind ?? ''),
    fact(coverLabels.registrations, organisation.registrations.map(printedRegistration).join(', ')),
    fact(coverLabels.areas, organisation.areas.join(', ')),
    fact(coverLabels.models, organisation.models.join(', ')),
    fact(coverLabels.mentors, organisation.mentorsPerYear ?? ''),
    fact(coverLabels.youngPeople, organisation.youngPeoplePerYear ?? ''),
  ].filter(({ value }) => value.text !== '')
}

/** What was looked at, and by which edition. */
function whatWasAssessed(edition: Edition, record: AssessmentRecord): readonly Fact[] {
  const { total, standards } = standing(edition, record)
  return [
    fact(coverLabels.scope, scopeWords(record.scope, total, standards)),
    fact(coverLabels.programme, record.programme ?? allOurMentoring),
    fact(coverLabels.edition, `${record.framework.title}, ${record.framework.edition}`),
  ]
}

/** Those that stand in for a standard, with their level and days, and any other that the organisation has said it holds. */
function marksHeld({ exemptions, organisation }: AssessmentRecord): readonly string[] {
  const covering = exemptions.map(({ mark }) => mark)
  const others = (organisation.marks ?? []).filter((mark) => !covering.includes(mark))
  return [...exemptions.map((held) => exemptionSentence(held).replace(/\.$/, '')), ...others]
}

function nameAndRole({ completedBy, completedByRole }: CompletionRecord): string {
  return [completedBy, completedByRole].filter(Boolean).join(', ')
}

function aboutFacts(record: AssessmentRecord, { generatedOn, sealDigest }: PdfOptions): readonly Fact[] {
  return [
    fact(aboutLabels.generatedOn, longDate(generatedOn)),
    fact(aboutLabels.revision, String(record.revision)),
    fact(aboutLabels.edition, `${record.framework.id}, ${record.framework.edition}`),
    exactFact(aboutLabels.assessment, record.assessmentId),
    exactFact(aboutLabels.editionDigest, record.framework.digest),
    exactFact(aboutLabels.seal, sealDigest ?? ''),
  ].filter(({ value }) => value.text !== '')
}

/** Every rating has an entry, used or not; another state only when some indicator is in it. */
function keyEntries(edition: Edition, counts: StateCounts): readonly KeyEntry[] {
  const others = { 'not-rated': counts.notRated, 'less-relevant': counts.lessRelevant, exempt: counts.exempt }
  return [
    ...edition.ratings.map(({ order, label, meaning }) => ({ kind: 'rated' as const, order, word: label, meaning })),
    ...UNRATED.filter(({ kind }) => others[kind] > 0).map(({ kind, label }) => ({
      kind,
      order: null,
      word: label,
      meaning: kind === 'exempt' ? exemptMeans : null,
    })),
  ]
}

function standardModel(
  edition: Edition,
  { standard, exemption, indicators }: StandardPicture,
  actions: readonly ActionRecord[],
  plan: PlanModel,
  numbers: EvidenceNumbers,
): StandardModel {
  const untouched = indicators.filter(({ state, answer }) => state.kind === 'exempt' && !hasAnswer(answer))
  const [first] = untouched
  return {
    number: standard.number,
    title: standard.title,
    aim: standard.aim,
    exemption: exemption && { mark: exemptionSentence(exemption), certificate: exemption.certificate.map(numbers.itemModel) },
    exempt: first ? { ids: fromTo(untouched.map(({ indicator }) => indicator.id)), shape: shape(edition, first.state) } : null,
    indicators: indicators
      .filter((pictured) => !untouched.includes(pictured))
      .map((pictured) =>
        indicatorModel(
          edition,
          pictured,
          plan.actions.filter((_, place) => actions[place]?.indicatorId === pictured.indicator.id),
          numbers,
        ),
      ),
  }
}

function indicatorModel(
  edition: Edition,
  { indicator, answer, state }: IndicatorPicture,
  actions: readonly ActionModel[],
  numbers: EvidenceNumbers,
): IndicatorModel {
  const examples = new Map(exampleItems(indicator).map((example) => [example.key, example.text]))
  return {
    id: indicator.id,
    title: indicator.shortTitle,
    core: indicator.core,
    statement: inline(answer.statement),
    shape: shape(edition, state),
    keptFromBefore: state.kind === 'exempt' && hasAnswer(answer) ? ratingLabel(edition, answer.rating) : null,
    lessRelevantBecause: prose(answer.lessRelevantBecause ?? ''),
    evidence: prose(answer.evidence),
    examples: answer.examplesHeld.map((held) => inline(examples.get(held) ?? held)),
    items: answer.items.map(numbers.itemModel),
    actions,
  }
}

function hasAnswer(answer: AnswerRecord): boolean {
  return answer.rating !== null || answer.evidence.trim() !== '' || answer.examplesHeld.length > 0 || answer.items.length > 0
}

function planModel(edition: Edition, record: AssessmentRecord, asCompleted: boolean): PlanModel {
  const { completion } = record
  const { whatChanged: _, ...columns } = planColumns
  return {
    asCompleted,
    columns: Object.values(columns),
    facts: [
      fact(pdfWords.completedOn, completion ? longDate(completion.completedOn) : ''),
      fact(pdfWords.completedBy, completion ? nameAndRole(completion) : ''),
      fact(pdfWords.nextReview, completion ? longDate(completion.nextReviewOn) : ''),
      fact(pdfWords.reviewedBy, completion?.reviewedBy ?? ''),
    ],
    actions: plannedActions(edition, record).map(({ action, standard, indicator, priority }) => ({
      action: prose(action.action),
      standard: `${standard.number} ${standard.title}`,
      indicator: `${indicator.id} ${indicator.shortTitle}`,
      byWhom: inline(action.byWhom, 16),
      byWhen: action.byWhen ? longDate(action.byWhen) : '',
      priority,
      completedOn: action.completedOn ? longDate(action.completedOn) : '',
      whatChanged: prose(action.whatChanged),
    })),
  }
}

export function strengthsList(edition: Edition, record: AssessmentRecord): ListModel {
  const found = strengths(edition, record)
  return {
    lead: strengthsLead(found),
    entries: found.named.map((pictured) => entry(edition, pictured, '')),
    more: moreOf(found),
  }
}

export function growingList(edition: Edition, record: AssessmentRecord): ListModel {
  const found = growNext(edition, record)
  const planned = (id: string) => record.actions.filter((action) => action.indicatorId === id).length
  return {
    lead: growNextLead(found, plannedAmong(record, [...found.named, ...found.more])),
    entries: found.named.map((pictured) => entry(edition, pictured, actionsPlanned(planned(pictured.indicator.id)))),
    more: moreOf(found),
  }
}

/** The rest by their numbers: each is in the report with its own answer. */
function moreOf({ more }: Named): string | null {
  return more.length === 0 ? null : `${andMore(more.length)}: ${more.map(({ indicator }) => indicator.id).join(', ')}.`
}

function entry(edition: Edition, { indicator, state }: IndicatorPicture, note: string): ListEntry {
  return { id: indicator.id, title: indicator.shortTitle, core: indicator.core, shape: shape(edition, state), note }
}

function shape(edition: Edition, state: ChartState): Shape {
  const order = state.kind === 'rated' ? state.order : null
  return { kind: state.kind, order, word: stateLabel(state, edition.ratings) }
}

function ratingLabel(edition: Edition, id: string | null): string {
  return edition.ratings.find((rating) => rating.id === id)?.label ?? ''
}

function exemptionSentence({ mark, level, awardedOn, expiresOn }: ExemptionRecord): string {
  const name = inline([mark, level].filter(Boolean).join(', ')).text
  return `${name}. Awarded ${longDate(awardedOn)}${expiresOn ? `, until ${longDate(expiresOn)}` : ''}.`
}

function fact(label: string, value: string): Fact {
  return { label, value: inline(value) }
}

function exactFact(label: string, value: string): Fact {
  return { label, value: exact(value) }
}

const dateFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** `13 March 2026`. Anything that is not an ISO date is printed as it stands. */
export function longDate(iso: string): string {
  const time = Date.parse(iso)
  return Number.isNaN(time) ? iso : dateFormat.format(time)
}
