import { describe, expect, it } from 'vitest'
import type { EvidenceRecord } from '../../assessment/index.ts'
import { completeRecord, draftRecord, inventedEdition, withExemption } from '../testing.ts'
import { fullReportModel, planOnlyModel } from './model.ts'
import { summaryModel } from './summary.ts'

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
      'What it covers': 'The whole framework: 40 indicators in 8 standards',
      Programme: 'Stepping Stones, one-to-one mentoring for 13 to 18 year olds',
      'Framework edition': 'Invented Mentoring Framework, 2026',
      Revision: '1',
    })
    expect(facts(model.report?.about)).toMatchObject({ Revision: '1', 'Seal of the completed record (SHA-256)': 'c0ffee' })
  })

  it('has the screens’ mark for each rating, each an image that stands alone', () => {
    expect(model.report?.marks).toHaveLength(4)
    expect(new Set(model.report?.marks).size).toBe(4)
    for (const mark of model.report?.marks ?? []) expect(mark).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg".*<\/svg>$/s)
  })

  it('has the screens’ chart, an image that stands alone, and says it in words', () => {
    expect(model.report?.chart).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg".*<\/svg>$/s)
    for (const { id } of edition.indicators) expect(model.report?.chart).toContain(`>${id}<`)
    expect(model.report?.chartAlt).toContain('Planning the programme: 1 taking shape, 3 working well, 1 leading the way.')
  })

  it('is led by one sentence', () => {
    expect(model.report?.results).toBe(
      'Of 40 indicators we rated 27 at working well or leading the way and 13 at an earlier stage.',
    )
  })

  it('says which quality marks are held: those that cover a standard with their days, and others', () => {
    const record = withExemption(edition, completeRecord(edition))
    const organisation = { ...record.organisation, marks: ['Trusted Charity Mark', 'Invented Youth Mark'] }
    expect(facts(fullReportModel(edition, { ...record, organisation }, options).report?.cover)['Quality marks held']).toBe(
      'Invented Youth Mark, Second. Awarded 19 June 2025, until 18 June 2028. Trusted Charity Mark',
    )
    expect(facts(model.report?.cover)).not.toHaveProperty('Quality marks held')
  })

  it('has a foreword and a logo where there are some, and neither in what is said of the assessment', () => {
    const logo = { type: 'image/png', base64: 'AAAA', width: 30, height: 10 } as const
    const front = { logo, foreword: 'One.\n\nTwo.', signedBy: 'The chair' }
    const fronted = fullReportModel(edition, completeRecord(edition), { ...options, front })
    expect(fronted.document.logo).toEqual({ file: 'logo.png', width: 30, height: 10 })
    expect(fronted.report?.foreword).toMatchObject({
      lines: [{ text: 'One.' }, { text: 'Two.', gap: true }],
      signedBy: { text: 'The chair' },
    })
    expect({ ...fronted, document: null, report: { ...fronted.report, foreword: null } }).toEqual({
      ...fullReportModel(edition, completeRecord(edition), options),
      document: null,
    })
  })

  it('names each thing that is held once in its list of evidence, a file by its name once', () => {
    const record = completeRecord(edition)
    const file = (title: string) => ({ kind: 'file', title, name: 'policy v2.pdf', bytes: 2048, sha256: 'a'.repeat(64) }) as const
    const place = { kind: 'place', title: 'Handbook', place: 'On the shelf' } as const
    const items: Readonly<Record<string, readonly EvidenceRecord[]>> = {
      '1.1': [file('policy v2'), place],
      '1.2': [place, file('Our policy')],
    }
    const answers = record.answers.map((answer) => ({ ...answer, items: items[answer.indicatorId] ?? [] }))
    const { report } = fullReportModel(edition, { ...record, answers }, options)
    expect(report?.annex.map(({ number, title, where, shownFor }) => [number, title.text, where.text, shownFor])).toEqual([
      ['E1', 'policy v2', 'File, 2 KB', '1.1'],
      ['E2', 'Handbook', 'On the shelf', '1.1, 1.2'],
      ['E3', 'Our policy', 'policy v2.pdf, 2 KB', '1.2'],
    ])
    expect(report?.standards[0]?.indicators[1]?.items.map(({ number }) => number)).toEqual(['E2', 'E3'])
  })

  it('never prints a score or a percentage', () => {
    const printed = JSON.stringify({ ...model, report: { ...model.report, standards: [], chart: '' } })
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
    expect(standard?.indicators).toMatchObject([{ id: '8.1', keptFromBefore: 'Working well', shape: { kind: 'exempt' } }])
    expect(standard?.exempt).toMatchObject({ ids: '8.2 to 8.5' })
  })

  it('calls what a mark covers what the screens call it, says once what that is, and gives it one line', () => {
    const covered = fullReportModel(edition, withExemption(edition, completeRecord(edition)), options).report
    expect(covered?.key.filter(({ kind }) => kind === 'exempt')).toMatchObject([
      { word: 'Exempt', meaning: 'A quality mark that we hold covers it, so nothing is asked here.' },
    ])
    expect(covered?.standards[7]).toMatchObject({ indicators: [], exempt: { ids: '8.1 to 8.5', shape: { word: 'Exempt' } } })
    expect(covered?.results).toContain('5 are exempt, because a quality mark covers them.')
    expect(model.report?.key.map(({ kind }) => kind)).not.toContain('exempt')
  })

  it('names what shows a mark', () => {
    const record = withExemption(edition, completeRecord(edition))
    const certificate = [{ kind: 'place' as const, title: 'Our certificate', place: 'Framed in the hall' }]
    const exemptions = record.exemptions.map((exemption) => ({ ...exemption, certificate }))
    const { report } = fullReportModel(edition, { ...record, exemptions }, options)
    const [shown] = report?.standards[7]?.exemption?.certificate ?? []
    expect(shown).toMatchObject({ title: { text: 'Our certificate' }, number: expect.stringMatching(/^E\d+$/) })
    expect(report?.annex.find(({ number }) => number === shown?.number)).toMatchObject({
      where: { text: 'Framed in the hall' },
      shownFor: 'standard 8',
    })
  })

  it('promises what the plan says of indicators to grow only as far as it says it', () => {
    const record = completeRecord(edition, { actions: [] })
    const answers = record.answers.map((answer) => ({ ...answer, rating: 'rating-0', lessRelevantBecause: null }))
    const [first, ...others] = edition.indicators
    const [action] = completeRecord(edition).actions
    const lead = (...planned: readonly (typeof first)[]) => {
      const actions = planned.flatMap((indicator) => (action && indicator ? [{ ...action, indicatorId: indicator.id }] : []))
      return fullReportModel(edition, { ...record, answers, actions }, options).report?.growing.lead
    }
    expect(lead()).toMatch(/core ones first\.$/)
    expect(lead(first)).toMatch(/first\. Our plan says what comes next for 1 of them\.$/)
    expect(lead(first, ...others)).toMatch(/first\. Our plan says what comes next for all of them\.$/)
  })

  it('names the few to grow that matter most, and the rest by their numbers', () => {
    const record = completeRecord(edition)
    const all = record.answers.map((answer) => ({ ...answer, rating: 'rating-0', lessRelevantBecause: null }))
    const gaps = fullReportModel(edition, { ...record, answers: all }, options).report?.growing
    expect(gaps?.entries.map(({ id }) => id)).toEqual(['1.1', '1.2', '1.3', '2.1', '2.2'])
    expect(gaps?.more).toMatch(/^And 35 more: 2\.3, 3\.1, 3\.2, .*, 8\.5\.$/)
    const few = all.map((answer, place) => (place < 6 ? answer : { ...answer, rating: 'rating-3' }))
    expect(fullReportModel(edition, { ...record, answers: few }, options).report?.growing).toMatchObject({
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

describe('the one page', () => {
  const page = (record = completeRecord(edition)) => summaryModel(edition, record, options).summary

  it('names three strengths and the three most pressing steps', () => {
    expect(page()?.strengths).toHaveLength(3)
    expect(page()?.steps.map(({ when, who }) => [when, who.text])).toEqual([
      ['30 June 2026', 'Amara Okonjo-Reid'],
      ['1 March 2027', 'Youth board, supported by Amara'],
      ['', 'Tomasz Zieliński'],
    ])
  })

  it('shortens what is long at a word’s end, and never within a letter', () => {
    const [action] = completeRecord(edition).actions
    if (!action) throw new Error('No action to lengthen')
    const said = (text: string) =>
      page(completeRecord(edition, { actions: [{ ...action, action: text }] }))?.steps[0]?.what.text ?? ''
    expect(said('We ask. '.repeat(60))).toMatch(/^(We ask\. )+(We|We ask\.)…$/)
    expect(said('👩🏽‍🏫'.repeat(100))).not.toContain('\uFFFD')
  })

  it('has a paragraph for a bid once it is completed, which says that it is no award', () => {
    expect(page()?.bid?.text).toContain('A self-assessment is for reflection and for planning; it is not an award or a score.')
    expect(page(draftRecord(edition))?.bid).toBeNull()
  })

  it('never prints a score or a percentage', () => {
    expect(JSON.stringify({ ...page(), chart: '' })).not.toMatch(/%|per cent|percent|out of|average/i)
  })
})
