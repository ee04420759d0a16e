import { describe, expect, it } from 'vitest'
import { completeRecord, draftRecord, inventedEdition, withExemption } from '../testing.ts'
import { fullReportModel, planOnlyModel } from './model.ts'

const edition = inventedEdition()
const options = { generatedOn: '2026-03-14' }
const facts = (list: readonly { readonly label: string; readonly value: { readonly text: string } }[] | undefined) =>
  Object.fromEntries((list ?? []).map(({ label, value }) => [label, value.text]))

describe('the full report', () => {
  const model = fullReportModel(edition, completeRecord(edition), { ...options, sealDigest: 'c0ffee' })

  it('says who, when and what next', () => {
    expect(model.document).toMatchObject({
      title: 'Brightwater Lane Mentors – Our self-assessment – Invented Mentoring Framework',
      language: 'en',
      region: 'GB',
      draft: false,
      date: { year: 2026, month: 3, day: 14 },
    })
    expect(facts(model.report?.cover)).toMatchObject({
      'Completed on': '13 March 2026',
      'Completed by': 'Amara Okonjo-Reid, Mentoring manager',
      'Next review': '13 March 2027',
      Registration: 'Charity number 9999901 (England and Wales)',
    })
    expect(facts(model.report?.about)).toMatchObject({ Revision: '1', 'Seal of the completed record (SHA-256)': 'c0ffee' })
  })

  it('has the screens’ mark for each rating, each an image that stands alone', () => {
    expect(model.report?.marks).toHaveLength(4)
    expect(new Set(model.report?.marks).size).toBe(4)
    for (const mark of model.report?.marks ?? []) expect(mark).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg".*<\/svg>$/s)
  })

  it('says the pictures in words', () => {
    expect(model.report?.standardsAlt).toContain('1 Planning the programme: 1 taking shape, 3 working well, 1 leading the way.')
    expect(model.report?.indicatorsAlt).toContain('1 Planning the programme: 1.1 Working well, 1.2 Leading the way')
  })

  it('never prints a score or a percentage', () => {
    const printed = JSON.stringify({ ...model, report: { ...model.report, standards: [] } })
    expect(printed).not.toMatch(/%|per cent|percent|out of|average/i)
  })

  it('shows every example by its words, and an unknown one by its key', () => {
    const record = completeRecord(edition)
    const answers = record.answers.map((answer) => ({ ...answer, examplesHeld: ['3.1', '99'] }))
    const shown = fullReportModel(edition, { ...record, answers }, options).report?.standards[0]?.indicators[0]
    expect(shown?.examples.map(({ text }) => text)).toEqual(['who was involved', '99'])
  })

  it('keeps, and says it does not count, what was answered before an exemption', () => {
    const record = withExemption(edition, completeRecord(edition))
    const kept = record.answers.map((answer) =>
      answer.indicatorId === '8.1' ? { ...answer, rating: 'rating-2', evidence: 'Board minutes' } : answer,
    )
    const standard = fullReportModel(edition, { ...record, answers: kept }, options).report?.standards[7]
    expect(standard?.exemption?.mark).toBe('Invented Youth Mark, Second. Awarded 19 June 2025, until 18 June 2028.')
    expect(standard?.indicators[0]).toMatchObject({ keptFromBefore: 'Working well', shape: { kind: 'exempt' } })
    expect(standard?.indicators[1]).toMatchObject({ keptFromBefore: null })
  })

  it('calls what a mark covers what the screens call it, and says once what that is', () => {
    const covered = fullReportModel(edition, withExemption(edition, completeRecord(edition)), options).report
    expect(covered?.key.filter(({ kind }) => kind === 'exempt')).toMatchObject([
      { word: 'Exempt', meaning: 'Covered by a quality mark that we hold, so nothing is asked here.', count: 5 },
    ])
    expect(covered?.standards[7]?.indicators.map(({ shape }) => shape.word)).toEqual(Array(5).fill('Exempt'))
    expect(JSON.stringify(covered).split('overed by a quality mark')).toHaveLength(2)
    expect(model.report?.key.map(({ kind }) => kind)).not.toContain('exempt')
  })

  it('names what shows a mark', () => {
    const record = withExemption(edition, completeRecord(edition))
    const certificate = [{ kind: 'place' as const, title: 'Our certificate', place: 'Framed in the hall' }]
    const exemptions = record.exemptions.map((exemption) => ({ ...exemption, certificate }))
    expect(
      fullReportModel(edition, { ...record, exemptions }, options).report?.standards[7]?.exemption?.certificate,
    ).toMatchObject([{ title: { text: 'Our certificate' }, where: { text: 'Framed in the hall' } }])
  })

  it('promises what the plan says of indicators to grow only as far as it says it', () => {
    const record = completeRecord(edition, { actions: [] })
    const answers = record.answers.map((answer) => ({ ...answer, rating: 'rating-0', lessRelevantBecause: null }))
    const [first, ...others] = edition.indicators
    const [action] = completeRecord(edition).actions
    const lead = (...planned: readonly (typeof first)[]) => {
      const actions = planned.flatMap((indicator) => (action && indicator ? [{ ...action, indicatorId: indicator.id }] : []))
      return fullReportModel(edition, { ...record, answers, actions }, options).report?.gaps.lead
    }
    expect(lead()).toMatch(/core ones first\.$/)
    expect(lead(first)).toMatch(/first\. Our plan says what comes next for 1 of them\.$/)
    expect(lead(first, ...others)).toMatch(/first\. Our plan says what comes next for all of them\.$/)
  })

  it('names the few to grow that matter most, and the rest by their numbers', () => {
    const record = completeRecord(edition)
    const all = record.answers.map((answer) => ({ ...answer, rating: 'rating-0', lessRelevantBecause: null }))
    const gaps = fullReportModel(edition, { ...record, answers: all }, options).report?.gaps
    expect(gaps?.entries.map(({ id }) => id)).toEqual(['1.1', '1.2', '1.3', '2.1', '2.2'])
    expect(gaps?.more).toMatch(/^And 35 more: 2\.3, 3\.1, 3\.2, .*, 8\.5\.$/)
    const few = all.map((answer, place) => (place < 6 ? answer : { ...answer, rating: 'rating-3' }))
    expect(fullReportModel(edition, { ...record, answers: few }, options).report?.gaps).toMatchObject({
      more: null,
      entries: { length: 6 },
    })
  })

  it('says whose words the framework is in, unless they are the publisher’s', () => {
    const worded = (wording: 'adapted' | 'published') => {
      const of = { ...edition, provenance: { wording, note: 'Reworded by us.', inShort: null, additions: [] } }
      return [fullReportModel, planOnlyModel].map((make) => make(of, completeRecord(of), options).document.wording?.text ?? null)
    }
    expect(worded('adapted')).toEqual(['Reworded by us.', 'Reworded by us.'])
    expect(worded('published')).toEqual([null, null])
  })

  it('puts each action under its indicator as well as in the plan', () => {
    const indicators = model.report?.standards.flatMap((standard) => standard.indicators) ?? []
    expect(indicators.flatMap(({ actions }) => actions)).toEqual(model.plan.actions)
  })
})

it('a draft says so in its title, and asks for nothing it does not know', () => {
  const model = fullReportModel(edition, draftRecord(edition), options)
  expect(model.document.title).toMatch(/\(draft, not yet completed\)$/)
  expect(facts(model.report?.cover)).toMatchObject({ 'Completed on': 'Not yet completed', 'Started on': '2 February 2026' })
  expect(facts(model.report?.cover)).not.toHaveProperty('Completed by')
})

it('the plan alone has the framework’s four facts even while they are blank', () => {
  const model = planOnlyModel(edition, draftRecord(edition, { actions: [] }), options)
  expect(model.plan.facts.map(({ value }) => value.text)).toEqual(['', '', '', ''])
  expect(model.plan.columns).toHaveLength(7)
})
