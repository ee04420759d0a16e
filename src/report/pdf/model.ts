import { printedRegistration } from '../../accounts/index.ts'
import type {
  ActionRecord,
  AnswerRecord,
  AssessmentRecord,
  CompletionRecord,
  EvidenceRecord,
  ExemptionRecord,
} from '../../assessment/index.ts'
import { fileSize } from '../../evidence/index.ts'
import { type Edition, exampleItems } from '../../frameworks/index.ts'
import { shownAddress } from '../../platform/index.ts'
import { type ChartState, stateLabel, UNRATED } from '../../ui/index.ts'
import {
  aboutLabels,
  actionsPlanned,
  andMore,
  coreOnly,
  coverLabels,
  exemptMeans,
  growNextLead,
  indicatorsAlt,
  notCompleted,
  pdfWords,
  planColumns,
  standardsAlt,
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
  strengths,
} from '../rules.ts'
import type {
  ActionModel,
  DocumentModel,
  Fact,
  IndicatorModel,
  ItemModel,
  KeyEntry,
  ListEntry,
  ListModel,
  PdfModel,
  PdfOptions,
  PlanModel,
  Shape,
  StandardModel,
} from './document.ts'
import { marksOf } from './marks.tsx'
import { exact, inline, plain, prose, webAddress } from './text.ts'

export function fullReportModel(edition: Edition, record: AssessmentRecord, options: PdfOptions): PdfModel {
  const plan = planModel(edition, record, record.completion !== null)
  const key = keyEntries(edition, countStates(edition, indicatorsPicture(edition, record)))
  const pictured = standardsPicture(edition, record)
  return {
    words: pdfWords,
    document: documentModel(edition, record, options, pdfWords.selfAssessment),
    plan,
    report: {
      cover: coverFacts(record),
      marks: marksOf(edition),
      key,
      standardsAlt: standardsAlt(pictured.map((row) => `${nameOf(row)}: ${countsInWords(edition, row.counts)}`)),
      indicatorsAlt: indicatorsAlt(pictured.map((card) => `${nameOf(card)}: ${ratingsInWords(edition, card.indicators)}`)),
      standards: pictured.map((standard) => standardModel(edition, standard, key, record.actions, plan)),
      strengths: strengthsList(edition, record),
      gaps: gapsList(edition, record),
      about: aboutFacts(record, options),
    },
  }
}

export function planOnlyModel(edition: Edition, record: AssessmentRecord, options: PdfOptions): PdfModel {
  return {
    words: pdfWords,
    document: documentModel(edition, record, options, pdfWords.plan),
    plan: planModel(edition, record, false),
    report: null,
  }
}

function documentModel(edition: Edition, record: AssessmentRecord, { generatedOn }: PdfOptions, name: string): DocumentModel {
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
  }
}

function coverFacts({ completion, lead, scope, organisation, revision, revisionReason, startedOn }: AssessmentRecord): Fact[] {
  return [
    fact(coverLabels.completedOn, completion ? longDate(completion.completedOn) : notCompleted),
    fact(coverLabels.completedBy, completion ? nameAndRole(completion) : ''),
    fact(coverLabels.nextReview, completion ? longDate(completion.nextReviewOn) : ''),
    fact(coverLabels.reviewedBy, completion?.reviewedBy ?? ''),
    fact(coverLabels.lead, lead),
    fact(coverLabels.startedOn, completion ? '' : longDate(startedOn)),
    fact(coverLabels.scope, scope === 'core' ? coreOnly : ''),
    fact(coverLabels.kind, organisation.kind ?? ''),
    fact(coverLabels.registrations, organisation.registrations.map(printedRegistration).join(', ')),
    fact(coverLabels.areas, organisation.areas.join(', ')),
    fact(coverLabels.models, organisation.models.join(', ')),
    fact(coverLabels.mentors, organisation.mentorsPerYear ?? ''),
    fact(coverLabels.youngPeople, organisation.youngPeoplePerYear ?? ''),
    fact(coverLabels.revision, revision > 1 ? [revision, revisionReason].filter(Boolean).join('. ') : ''),
  ].filter(({ value }) => value.text !== '')
}

function nameAndRole({ completedBy, completedByRole }: CompletionRecord): string {
  return [completedBy, completedByRole].filter(Boolean).join(', ')
}

function aboutFacts(record: AssessmentRecord, { generatedOn, sealDigest }: PdfOptions): Fact[] {
  return [
    fact(aboutLabels.generatedOn, longDate(generatedOn)),
    exactFact(aboutLabels.assessment, record.assessmentId),
    fact(aboutLabels.revision, String(record.revision)),
    fact(aboutLabels.edition, `${record.framework.id}, ${record.framework.edition}`),
    exactFact(aboutLabels.editionDigest, record.framework.digest),
    exactFact(aboutLabels.seal, sealDigest ?? ''),
  ].filter(({ value }) => value.text !== '')
}

/** Every rating has an entry, used or not; another state only when some indicator is in it. */
function keyEntries(edition: Edition, counts: StateCounts): KeyEntry[] {
  const others = { 'not-rated': counts.notRated, 'less-relevant': counts.lessRelevant, exempt: counts.exempt }
  return [
    ...edition.ratings.map(({ order, label, meaning }) => ({
      kind: 'rated' as const,
      order,
      word: label,
      meaning,
      count: counts.rated[order] ?? 0,
    })),
    ...UNRATED.filter(({ kind }) => others[kind] > 0).map(({ kind, label }) => ({
      kind,
      order: null,
      word: label,
      meaning: kind === 'exempt' ? exemptMeans : null,
      count: others[kind],
    })),
  ]
}

function standardModel(
  edition: Edition,
  { standard, exemption, indicators }: StandardPicture,
  key: readonly KeyEntry[],
  actions: readonly ActionRecord[],
  plan: PlanModel,
): StandardModel {
  return {
    number: standard.number,
    title: standard.title,
    aim: standard.aim,
    exemption: exemption && { mark: exemptionSentence(exemption), certificate: exemption.certificate.map(itemModel) },
    counts: key.map((entry) => {
      const here = indicators.filter(({ state }) => isEntry(state, entry))
      const core = here.filter(({ indicator }) => indicator.core).length
      return { core, other: here.length - core }
    }),
    indicators: indicators.map((pictured) =>
      indicatorModel(
        edition,
        pictured,
        plan.actions.filter((_, place) => actions[place]?.indicatorId === pictured.indicator.id),
      ),
    ),
  }
}

function indicatorModel(
  edition: Edition,
  { indicator, answer, state }: IndicatorPicture,
  actions: readonly ActionModel[],
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
    items: answer.items.map(itemModel),
    actions,
  }
}

function hasAnswer(answer: AnswerRecord): boolean {
  return answer.rating !== null || answer.evidence.trim() !== '' || answer.examplesHeld.length > 0 || answer.items.length > 0
}

function itemModel(item: EvidenceRecord): ItemModel {
  const title = inline(item.title)
  switch (item.kind) {
    case 'link':
      return { title, where: inline(shownAddress(item.url)), url: webAddress(item.url) }
    case 'place':
      return { title, where: inline(item.place), url: null }
    case 'file':
      return { title, where: inline(`${item.name}, ${fileSize(item.bytes)}`), url: null }
  }
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
      byWhom: inline(action.byWhom),
      byWhen: action.byWhen ? longDate(action.byWhen) : '',
      priority,
      completedOn: action.completedOn ? longDate(action.completedOn) : '',
      whatChanged: prose(action.whatChanged),
    })),
  }
}

function strengthsList(edition: Edition, record: AssessmentRecord): ListModel {
  const found = strengths(edition, record)
  return {
    lead: strengthsLead(found),
    entries: found.named.map((pictured) => entry(edition, pictured, '')),
    more: moreOf(found),
  }
}

function gapsList(edition: Edition, record: AssessmentRecord): ListModel {
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

function nameOf({ standard }: StandardPicture): string {
  return `${standard.number} ${standard.title}`
}

function ratingsInWords(edition: Edition, indicators: readonly IndicatorPicture[]): string {
  return indicators.map(({ indicator, state }) => `${indicator.id} ${shape(edition, state).word}`).join(', ')
}

function countsInWords(edition: Edition, counts: StateCounts): string {
  return keyEntries(edition, counts)
    .filter(({ count }) => count > 0)
    .map(({ count, word }) => `${count} ${word.toLowerCase()}`)
    .join(', ')
}

function shape(edition: Edition, state: ChartState): Shape {
  const order = state.kind === 'rated' ? state.order : null
  return { kind: state.kind, order, word: stateLabel(state, edition.ratings) }
}

function isEntry(state: ChartState, entry: KeyEntry): boolean {
  return state.kind === 'rated' ? entry.order === state.order : entry.kind === state.kind
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
function longDate(iso: string): string {
  const time = Date.parse(iso)
  return Number.isNaN(time) ? iso : dateFormat.format(time)
}
