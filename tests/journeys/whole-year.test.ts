import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths as accountPaths } from '../../src/accounts/index.ts'
import { assessmentPaths as paths } from '../../src/assessment/index.ts'
import { planPaths } from '../../src/plan/index.ts'
import { canonicalJson } from '../../src/platform/index.ts'
import { reportPaths } from '../../src/report/index.ts'
import { type At, complete, indicatorAddress, indicatorsOf, rate } from '../support/assessments.ts'
import { canReadPdf, insideOf, squeezed, wordsOfPdf } from '../support/pdf.ts'
import { PASSPHRASE } from '../support/personas.ts'
import type { Fields, Reply, Visitor } from '../support/visitor.ts'
import { createWorld, type World } from '../support/world.ts'

/**
 * Grace manages a mentoring programme at a small charity. She has never seen Mentormark, has no scripts in her browser, and
 * goes from signing up to a completed assessment, a plan and a report, corrects it, and comes back a year later. Each test
 * goes on where the one before it stopped.
 */

let world: World
let grace: Visitor
let organisation: string
let at: At

beforeAll(async () => {
  world = await createWorld()
  grace = world.visitor()
})
afterAll(() => world.end())

/** Sends a form of a page, and looks at where it leads. */
async function fillIn(page: string | Reply, action: string, fields: Fields): Promise<Reply> {
  const reply = await grace.fillIn(page, action, fields)
  expect([reply.status, reply.page.errors]).toEqual([303, []])
  return grace.get(reply.location ?? '')
}
/** Follows the link of those words. */
async function follow(page: Reply, words: string | RegExp): Promise<Reply> {
  const link = page.page.links.find(({ text }) => (typeof words === 'string' ? text === words : words.test(text)))
  if (!link) throw new Error(`no link says ${words}; there are: ${page.page.links.map(({ text }) => text).join(' | ')}`)
  const reply = await grace.get(link.href)
  expect(reply.status).toBe(200)
  return reply
}
const answer = (indicator: string, fields: Fields) =>
  fillIn(indicatorAddress(at, indicator), indicatorAddress(at, indicator), fields)
const taskList = () => grace.get(paths.taskList.to(at))
const everything = async () => (await grace.get(reportPaths.everythingWithNotes.to(at))).json<Everything>()
interface Everything {
  readonly generated: { readonly sealed: { readonly digest: string } | null }
  readonly record: {
    readonly revision: number
    readonly answers: readonly {
      readonly indicatorId: string
      readonly rating: string | null
      readonly exempt: boolean
      readonly evidence: string
      readonly lessRelevantBecause: string | null
      readonly examplesHeld: readonly string[]
      readonly items: readonly Readonly<Record<string, unknown>>[]
    }[]
    readonly actions: readonly { readonly id: string; readonly action: string; readonly indicatorId: string }[]
  }
  readonly sealedRevisions: readonly { readonly revision: number; readonly sha256: string; readonly record: unknown }[]
  readonly privateNotes: Readonly<Record<string, string>>
}

describe('getting in', () => {
  test('she signs up and in', async () => {
    const start = await grace.get('/')
    const signUp = await follow(start, /Sign up|Start|Create/)
    const home = await fillIn(signUp, accountPaths.signUp.to(), {
      name: 'Grace Adeyemi',
      email: 'grace@lantern.example',
      passphrase: PASSPHRASE,
    })
    expect(home.location).toMatch(/^\/organisations\/new\?id=/)
  })

  test('and sets up her organisation, with all that it can say of itself', async () => {
    const form = accountPaths.newOrganisation.to()
    const home = await fillIn(form, form, {
      name: 'Lantern Club',
      kind: 'registered-charity',
      'GB-CHC': 'Registered charity no. 1123456',
      models: ['volunteer', 'other'],
      otherModel: 'Mentoring through baking',
      areas: ['hackney'],
      otherAreas: 'Thurrock',
    })
    expect(home.page.words).toContain('Lantern Club is set up.')
    expect(home.page.words).toContain('No assessment yet')
    organisation = /\/organisations\/([^/"]+)\/assessments/.exec(home.text)?.[1] ?? ''
  })
})

describe('the core indicators first', () => {
  test('she starts, and is shown one obvious next step', async () => {
    const form = paths.start.to({ organisation })
    const started = await fillIn(form, form, { scope: 'core', programme: 'After-school mentoring' })
    const assessment = /\/assessments\/([0-9a-f-]{36})\//.exec(started.text)?.[1] ?? ''
    at = { organisation, assessment }
    expect(started.page.heading).toContain('After-school mentoring')
    expect(started.page.words).toContain('0 of 20 indicators answered')
    expect((await follow(started, 'Begin with 1.1 Aims and methods')).page.heading).toContain('1.1')
    expect(await indicatorsOf(grace, at)).toHaveLength(20)
  })

  test('she answers in full: examples, words, a link, a place, a file, a rating and notes', async () => {
    const page = await grace.get(indicatorAddress(at, '1.1'))
    const saved = await grace.fillIn(page, indicatorAddress(at, '1.1'), {
      examples: ['1', '3'],
      evidence: 'A one-page theory of change.\n\nMentors helped to write it: “it’s ours”.',
      evidenceLink: 'lantern.example/theory-of-change',
      evidenceLinkTitle: 'Theory of change',
      evidencePlaceTitle: 'Signed-off minutes',
      evidencePlace: 'Trustee folder, ask Grace',
      evidenceFile: new File(['%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF'], 'Funding bid 2025.pdf'),
      rating: 'developing',
      notes: 'Ask Priya about the outputs.',
      do: 'save',
    })
    expect(saved).toMatchObject({ status: 303 })
    const again = await grace.get(indicatorAddress(at, '1.1'))
    expect(again.page.valueOf('evidence')).toBe('A one-page theory of change.\n\nMentors helped to write it: “it’s ours”.')
    expect(again.page.words).toContain('Theory of change (opens in new tab)')
    expect(again.page.words).toContain('Trustee folder, ask Grace')
    expect(again.page.words).toContain('Funding bid 2025.pdf')
    const form = again.page.form(indicatorAddress(at, '1.1'))
    expect(form.fields).toContainEqual(['rating', 'developing'])
    expect(form.fields.filter(([name]) => name === 'examples')).toHaveLength(2)
    // The folded fields are empty again: what was in them is in the list now.
    expect(again.page.valueOf('evidenceLink')).toBe('')
  })

  test('she gets the file back as she gave it, and the browser is told to save and not to show it', async () => {
    const page = await grace.get(indicatorAddress(at, '1.1'))
    const link = page.page.links.find(({ text }) => text.includes('Funding bid 2025.pdf'))
    const file = await grace.get(link?.href ?? '')
    expect(file.text).toContain('%PDF-1.4')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="Funding bid 2025.pdf"/)
    expect(file.headers.get('content-security-policy')).toContain('sandbox')
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('a piece of evidence can be taken away, and put back', async () => {
    const page = await grace.get(indicatorAddress(at, '1.1'))
    const form = page.page.form(indicatorAddress(at, '1.1'))
    const remove = form.buttons.find(({ text }) => text === 'Remove Signed-off minutes')
    const removed = await answer('1.1', { do: remove?.value ?? '' })
    expect(removed.page.words).toContain('Removed “Signed-off minutes”.')
    expect(removed.page.words).not.toContain('Trustee folder')
    const back = removed.page.form(indicatorAddress(at, '1.1')).buttons.find(({ text }) => text.startsWith('Put it back'))
    // She leaves, and comes back another day: it is offered still.
    const later = await grace.get(indicatorAddress(at, '1.1'))
    expect(later.page.words).toContain('Removed evidence')
    expect(later.page.form(indicatorAddress(at, '1.1')).buttons).toContainEqual(back)
    const restored = await fillIn(later, indicatorAddress(at, '1.1'), { do: back?.value ?? '' })
    expect(restored.page.words).toContain('Trustee folder, ask Grace')
    expect(restored.page.words).not.toContain('Removed evidence')
  })

  test('she takes a suggested action, and writes one of her own', async () => {
    const taken = await answer('1.1', { 'idea-0-byWhom': 'Grace', do: 'take-suggestion:0' })
    expect(taken.page.words).toContain('Added to your development plan')
    expect(taken.page.words).toContain('Needs a date Grace')
    const added = await answer('1.1', {
      'new-action': 'Print the theory of change as a poster',
      'new-byWhom': 'Sam Obi',
      'new-byWhen-day': '30',
      'new-byWhen-month': 'June',
      'new-byWhen-year': '2026',
      'new-priority': 'high',
      do: 'add-action',
    })
    expect(added.page.words).toContain('Print the theory of change as a poster')
    expect(added.page.words).toContain('by 30 June 2026')
    expect(added.page.valueOf('new-action')).toBe('')
  })

  test('saving and going on leads to the next indicator', async () => {
    expect((await answer('1.1', { do: 'continue' })).page.heading).toContain('1.2')
  })

  test('less relevant needs a reason, which can come later', async () => {
    await answer('1.2', { rating: 'less-relevant', do: 'continue' })
    expect((await taskList()).page.words).toContain('1 of 2 indicators answered')
    expect((await grace.get(paths.lookOver.to(at))).page.words).toContain('1.2 Outcomes and measures Say why it is less relevant')
    await answer('1.2', { lessRelevantReason: 'Our funder measures outcomes for all its programmes.', do: 'save' })
    expect((await taskList()).page.words).toContain('2 of 2 indicators answered')
  })

  test('what she puts off is passed by, and asked again at the end', async () => {
    expect((await answer('2.1', { do: 'skip' })).page.heading).toContain('2.2')
    expect((await taskList()).page.words).toContain('Carry on with 2.2')
    const rest = (await indicatorsOf(grace, at)).filter((indicator) => !['1.1', '1.2', '2.1'].includes(indicator))
    await rate(grace, at, rest, { '2.3': 'undeveloped', '3.4': 'excellent' })
    expect((await taskList()).page.words).toContain('Carry on with 2.1')
    await answer('2.1', { rating: 'good', evidence: 'A written role description.', do: 'continue' })
    expect((await taskList()).page.words).toContain('20 of 20 indicators answered')
  })
})

describe('all the indicators', () => {
  test('going on to the rest loses nothing', async () => {
    const before = await everything()
    const asked = await follow(await taskList(), 'Add the other 20')
    expect(asked.page.heading).toContain('Add the other 20?')
    const extended = await fillIn(asked, paths.extend.to(at), {})
    expect(extended.page.words).toContain('Everything you had answered is as you left it.')
    expect(extended.page.words).toContain('20 of 40 indicators answered')
    const after = await everything()
    const kept = (all: Everything) =>
      all.record.answers.filter(({ indicatorId }) => before.record.answers.some((each) => each.indicatorId === indicatorId))
    expect(kept(after)).toEqual(before.record.answers)
  })

  test('a quality mark covers a standard, says where that comes from, and keeps the answers', async () => {
    const form = paths.exemption.to({ ...at, standard: '8' })
    const future = { level: 'Silver', 'awardedOn-day': '5', 'awardedOn-month': '3', 'awardedOn-year': '2026' }
    const refused = await grace.fillIn(form, form, future)
    expect(refused.status).toBe(422)
    expect(refused.page.errors).toEqual([
      { text: 'The date it was awarded must be on or before 4 March 2026', href: '#awardedOn-day' },
    ])
    const covered = await fillIn(refused, form, {
      ...future,
      'awardedOn-day': '27',
      'awardedOn-month': '3',
      'awardedOn-year': '2025',
    })
    expect(covered.page.words).toContain('London Youth Quality Mark, Silver, awarded 27 March 2025')
    expect((await taskList()).page.words).toContain('17 of 33 indicators answered')

    const withdrawn = await fillIn(form, paths.withdrawExemption.to({ ...at, standard: '8' }), {})
    expect(withdrawn.page.words).toContain('What we do about 8.1, and how we know.')
    expect((await taskList()).page.words).toContain('20 of 40 indicators answered')
    await fillIn(form, form, { level: 'Silver', 'awardedOn-day': '27', 'awardedOn-month': '3', 'awardedOn-year': '2025' })

    const afterTheLastOpenOne = await answer('7.4', { do: 'continue' })
    expect(afterTheLastOpenOne.page.heading).toBe('Every answer at a glance')
  })

  test('it can’t be completed while something is open, and she is told what', async () => {
    const address = paths.complete.to(at)
    const page = await grace.get(address)
    expect(page.page.heading).toBe('Before you complete it')
    expect(page.page.words).toContain(
      '16 things need an answer 1. Programme design and development 1.3 Young people’s needs Choose a rating',
    )
    expect(() => page.page.form(address)).toThrow('no form leads to')
    // A page left open from when there was nothing in the way.
    const sent = await grace.post(address, {
      ...dates('completedOn', 4, 3, 2026),
      ...dates('nextReviewOn', 4, 3, 2027),
      completedBy: 'Grace Adeyemi',
      completedByRole: 'Programme manager',
      honest: 'yes',
      revision: '1',
    })
    expect(sent.location).toBe(address)
    expect((await everything()).generated.sealed).toBeNull()
  })

  test('looking it over asks about what is worth another look', async () => {
    const open = (await indicatorsOf(grace, at)).filter((indicator) => !indicator.startsWith('8.'))
    const { record } = await everything()
    const unrated = open.filter((id) =>
      record.answers.some((each) => each.indicatorId === id && !each.rating && each.lessRelevantBecause === null),
    )
    expect(unrated).toHaveLength(16)
    await rate(grace, at, unrated, { '6.3': 'developing' })
    const { words } = (await grace.get(paths.lookOver.to(at))).page
    expect(words).toContain(
      'Is there something you would like to do about it? No action is planned yet. 2.3 Checks and safeguarding policy 6.3 Feedback from mentees',
    )
    expect(words).not.toContain('Choose a rating')
    expect((await taskList()).page.words).toContain('Every indicator has an answer.')
  })
})

const dates = (name: string, day: number, month: number, year: number) => ({
  [`${name}-day`]: String(day),
  [`${name}-month`]: String(month),
  [`${name}-year`]: String(year),
})

describe('completing it', () => {
  test('an honest account, by whom and in what role, with the next review a year on', async () => {
    const page = await grace.get(paths.complete.to(at))
    expect(page.page.valueOf('completedBy')).toBe('Grace Adeyemi')
    expect(['day', 'month', 'year'].map((part) => page.page.valueOf(`nextReviewOn-${part}`))).toEqual(['4', '3', '2027'])
    const unsaid = await grace.fillIn(page, paths.complete.to(at), {})
    expect(unsaid.status).toBe(422)
    expect(unsaid.page.errors.map(({ text }) => text)).toEqual([
      'Enter their role, such as programme manager',
      'Tick the box to say this is an honest account',
    ])
    const done = await complete({ browser: grace }, at, { reviewedBy: 'Sam Obi' })
    const results = await grace.get(done.location ?? '')
    expect(results.page.words).toContain('Your assessment is completed.')
    expect(results.page.words).toContain('Completed on 4 March 2026 by Grace Adeyemi, Programme manager')
    expect(results.page.words).toContain('Next review on 4 March 2027')
    expect(results.page.words).not.toMatch(/\d\s?%|score/i)
  })

  test('pressing the button twice completes it once, and says so both times', async () => {
    const fields = { ...dates('completedOn', 4, 3, 2026), ...dates('nextReviewOn', 4, 3, 2027), reviewedBy: 'Sam Obi' }
    const who = { completedBy: 'Grace Adeyemi', completedByRole: 'Programme manager', honest: 'yes', revision: '1' }
    const again = await grace.post(paths.complete.to(at), { ...fields, ...who })
    expect(again).toMatchObject({ status: 303, location: reportPaths.results.to(at) })
    expect((await everything()).sealedRevisions).toHaveLength(1)
  })

  test('from then on it can be read and not changed', async () => {
    const page = await grace.get(indicatorAddress(at, '1.1'))
    expect(page.status).toBe(200)
    expect(() => page.page.form(indicatorAddress(at, '1.1'))).toThrow('no form leads to')
    expect(page.page.words).toContain('Grace Adeyemi, Programme manager, completed this assessment on 4 March 2026')
    expect(page.page.words).toContain('Self-assessed rating Developing practice')
    expect(page.page.words).toContain('Mentors helped to write it: “it’s ours”.')
    expect(page.page.words).toContain('Trustee folder, ask Grace')
    expect(page.page.words).toContain('Print the theory of change as a poster')
    expect(page.page.words.match(/We have this|Not yet/g)?.slice(0, 3)).toEqual(['We have this', 'Not yet', 'We have this'])
    const covered = await grace.get(indicatorAddress(at, '8.1'))
    expect(covered.page.words).toContain('London Youth Quality Mark, Silver, awarded 27 March 2025')
    expect(covered.page.words).toContain('What we do about 8.1, and how we know.')
  })
})

describe('what goes out', () => {
  test('the seal is the SHA-256 of the record in canonical JSON', async () => {
    const { generated, record, sealedRevisions } = await everything()
    const digest = createHash('sha256').update(canonicalJson(record)).digest('hex')
    expect(generated.sealed?.digest).toBe(digest)
    expect(sealedRevisions.map((each) => each.sha256)).toEqual([digest])
    expect((await grace.get(reportPaths.results.to(at))).page.words).toContain(digest)
  })

  test('everything she wrote is in it, but for her private notes, which stand beside it', async () => {
    const { record, privateNotes } = await everything()
    expect(record.answers).toHaveLength(40)
    expect(record.answers[0]).toMatchObject({
      indicatorId: '1.1',
      rating: 'developing',
      evidence: 'A one-page theory of change.\n\nMentors helped to write it: “it’s ours”.',
      items: [
        { kind: 'link', title: 'Theory of change', url: 'https://lantern.example/theory-of-change' },
        { kind: 'place', title: 'Signed-off minutes', place: 'Trustee folder, ask Grace' },
        { kind: 'file', name: 'Funding bid 2025.pdf' },
      ],
    })
    expect(record.answers[0]?.examplesHeld).toHaveLength(2)
    expect(record.answers[1]?.lessRelevantBecause).toBe('Our funder measures outcomes for all its programmes.')
    const eighth = record.answers.filter(({ indicatorId }) => indicatorId.startsWith('8.'))
    expect(eighth.map(({ exempt }) => exempt)).toEqual(Array(7).fill(true))
    expect(eighth[0]?.evidence).toBe('What we do about 8.1, and how we know.')
    expect(JSON.stringify(record)).not.toContain('Ask Priya')
    expect(privateNotes).toEqual({ '1.1': 'Ask Priya about the outputs.' })
  })

  test.each([
    ['the report', reportPaths.report, 'Our self-assessment'],
    ['the plan', reportPaths.plan, 'Mentoring Development Plan'],
  ])('%s is an accessible PDF', async (_, path, title) => {
    const pdf = await grace.get(path.to(at))
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.headers.get('content-disposition')).toContain('Lantern Club After-school mentoring 2026')
    expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-')
    const inside = insideOf(pdf.bytes)
    for (const sign of ['<pdfuaid:part>1</pdfuaid:part>', '/Marked true', '/StructTreeRoot', '/Lang (en-GB)', title])
      expect(inside).toContain(sign)
  })

  test.runIf(canReadPdf)('and says what she said', async () => {
    const words = squeezed(wordsOfPdf((await grace.get(reportPaths.report.to(at))).bytes))
    for (const text of [
      'Lantern Club',
      'A one-page theory of change.',
      '“it’s ours”',
      'Print the theory of change as a poster',
      'Mentoring through baking',
    ])
      expect(words).toContain(squeezed(text))
    expect(words).not.toContain(squeezed('Ask Priya'))
  })

  test('the plan opens in a spreadsheet', async () => {
    await follow(await grace.get(planPaths.plan.to({ organisation, plan: at.assessment })), 'Plan for a spreadsheet (CSV)')
    const csv = await grace.get(reportPaths.planCsv.to(at))
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const [head, ...rows] = csv.text.split('\r\n')
    expect(head).toBe('\uFEFFDevelopment action,Standard,Indicator,By who?,By when?,Priority,Completed on,What changed')
    expect(rows).toContainEqual(
      expect.stringMatching(/^Print the theory of change as a poster,1 Programme design.*,Sam Obi,2026-06-30,High,,$/),
    )
  })
})

describe('the plan, through the year', () => {
  const plan = () => planPaths.plan.to({ organisation, plan: at.assessment })
  const where = (action: string) => ({ organisation, plan: at.assessment, action })
  const lines = async (query = '') => {
    const { text } = await grace.get(`${plan()}${query}`)
    return [...text.matchAll(/class="app-plan__text" dir="auto">([^<]*)/g)].map(([, words]) => words)
  }
  let poster: string

  test('it is laid out as the framework asks', async () => {
    const { page } = await grace.get(plan())
    for (const words of [
      'This framework was completed on 4 March 2026',
      'This framework was completed by Grace Adeyemi, Programme manager',
      'We will next review our framework on 4 March 2027',
      'Our framework will be reviewed by Sam Obi',
    ])
      expect(page.words).toContain(words)
    poster = (await everything()).record.actions.find(({ action }) => action.includes('poster'))?.id ?? ''
    expect(await lines()).toHaveLength(2)
  })

  test('she adds an action, changes one and moves it up', async () => {
    const form = planPaths.newAction.to({ organisation, plan: at.assessment })
    await fillIn(form, form, {
      indicator: '6.3',
      action: 'Ask mentees twice a year',
      byWhom: 'Priya',
      priority: 'highest',
      ...dates('byWhen', 20, 3, 2026),
    })
    expect((await lines('?order=plan')).at(-1)).toBe('Ask mentees twice a year')
    // Most pressing first, it comes first.
    expect((await lines())[0]).toBe('Ask mentees twice a year')
    const edit = planPaths.action.to(where(poster))
    await fillIn(edit, edit, { byWhom: 'Grace' })
    const list = await grace.get(`${plan()}?order=plan`)
    const up = list.page
      .form(planPaths.order.to({ organisation, plan: at.assessment }))
      .buttons.find(({ value }) => value === `up:${poster}`)
    expect(up?.text).toBe('Move up “Print the theory of change as a poster”')
    await fillIn(list, planPaths.order.to({ organisation, plan: at.assessment }), { move: up?.value ?? '' })
    expect((await lines('?order=plan'))[0]).toBe('Print the theory of change as a poster')
  })

  test('she finds what she looks for', async () => {
    expect(await lines('?person=priya')).toEqual(['Ask mentees twice a year'])
    expect(await lines('?priority=high')).toEqual(['Print the theory of change as a poster'])
    expect(await lines('?standard=6')).toEqual(['Ask mentees twice a year'])
    expect(await lines('?show=due-soon')).toEqual([])
    expect(await lines('?show=needs-owner-or-date')).toHaveLength(1)
    expect((await lines('?order=date'))[0]).toBe('Ask mentees twice a year')
    expect(await lines('?show=overdue')).toEqual([])
  })

  test('she records what is done and what changed, opens it again, and records it once more', async () => {
    const form = planPaths.completion.to(where(poster))
    const done = await fillIn(form, form, { ...dates('completedOn', 2, 3, 2026), whatChanged: 'New mentors ask about it.' })
    expect(done.page.words).toContain('Completed on 2 March 2026')
    expect(done.page.words).toContain('New mentors ask about it.')
    const edit = planPaths.action.to(where(poster))
    const reopened = await fillIn(edit, planPaths.reopening.to(where(poster)), {})
    expect(reopened.page.words).toContain('The action is open again')
    expect((await grace.get(form)).page.valueOf('whatChanged')).toBe('New mentors ask about it.')
    await fillIn(form, form, { ...dates('completedOn', 2, 3, 2026) })
    const csv = (await grace.get(reportPaths.planCsv.to(at))).text
    expect(csv).toMatch(/poster,.*,2026-03-02,New mentors ask about it\.\r\n/)
  })

  test('she removes one, and thinks better of it', async () => {
    const edit = planPaths.action.to(where(poster))
    const removed = await fillIn(edit, planPaths.removal.to(where(poster)), {})
    expect(removed.page.words).toContain('You removed “Print the theory of change as a poster”.')
    expect(await lines()).toHaveLength(2)
    await fillIn(removed, planPaths.restoring.to(where(poster)), {})
    expect(await lines()).toHaveLength(3)
  })

  test('the sealed record still says what was planned when it was sealed', async () => {
    const { record } = await everything()
    expect(record.actions).toHaveLength(2)
    expect(JSON.stringify(record.actions)).toContain('Sam Obi')
  })
})

describe('correcting it', () => {
  const first = () => reportPaths.results.to(at, { revision: 1 })

  test('needs a reason, and opens a second revision', async () => {
    const form = paths.correct.to(at)
    const page = await grace.get(form)
    expect((await grace.fillIn(page, form, { reason: ' ' })).page.errors).toEqual([
      { text: 'Say in a sentence what needs correcting', href: '#reason' },
    ])
    const opened = await fillIn(page, form, { reason: 'We found the training records for 3.2.' })
    expect(opened.page.words).toContain('A correction is open: We found the training records for 3.2.')
    const again = await grace.post(form, { revision: '1', reason: 'We found the training records for 3.2.' })
    expect(again).toMatchObject({ status: 303, location: paths.taskList.to(at) })
    // What is sealed stays in the foreground.
    expect((await everything()).record.revision).toBe(1)
  })

  test('the first can still be read while the second is open', async () => {
    expect((await grace.get(first())).page.words).toContain('Completed on 4 March 2026')
    const results = await grace.get(reportPaths.results.to(at))
    expect(results.page.words).toContain('Completed on 4 March 2026')
    expect((await follow(results, 'See its results so far')).page.words).toContain(
      'This corrects an assessment that was completed on 4 March 2026. What was completed stays as it is until the correction is completed too.',
    )
    expect((await grace.get(reportPaths.results.to(at, { revision: 3 }))).status).toBe(404)
  })

  test('the second is sealed beside it', async () => {
    world.clock.set('2026-03-20T15:30:00.000Z')
    await answer('3.2', { rating: 'excellent', do: 'save' })
    expect((await complete({ browser: grace }, at)).status).toBe(303)
    const { record, generated, sealedRevisions } = await everything()
    expect(record.revision).toBe(2)
    expect(sealedRevisions.map(({ revision }) => revision)).toEqual([2, 1])
    expect(new Set(sealedRevisions.map(({ sha256 }) => sha256)).size).toBe(2)
    for (const each of sealedRevisions)
      expect(createHash('sha256').update(canonicalJson(each.record)).digest('hex')).toBe(each.sha256)
    expect(generated.sealed?.digest).toBe(sealedRevisions[0]?.sha256)
    const old = await grace.get(first())
    expect(old.page.words).toContain('You are reading revision 1. There is a newer one.')
    expect(old.page.words).toContain(sealedRevisions[1]?.sha256)
  })
})

describe('a year later', () => {
  test('what is late says so kindly, and she starts again', async () => {
    world.clock.set('2027-03-04T09:00:00.000Z')
    // Her session has ended long ago.
    const asked = await grace.get(planPaths.plan.to({ organisation, plan: at.assessment }))
    expect(asked.location).toContain('/sign-in?next=')
    const signIn = await grace.get(asked.location ?? '')
    const plan = await fillIn(signIn, accountPaths.signIn.to(), { email: 'grace@lantern.example', passphrase: PASSPHRASE })
    expect(plan.page.words).toContain('1 overdue')
    expect(plan.page.words).toContain('Plans change. If a date no longer fits, give the action a new one.')

    const form = paths.start.to({ organisation })
    await fillIn(form, form, { scope: 'all' })
    const list = await grace.get(paths.list.to({ organisation }))
    expect(list.page.words).toContain('0 of 40 indicators answered')
    expect(list.page.words).toContain('Completed on 20 March 2026')
  })

  test('a mark that has ended covers nothing any more, and the answers are back', async () => {
    const form = paths.start.to({ organisation })
    const started = await grace.fillIn(form, form, { scope: 'core' })
    const fresh = { organisation, assessment: started.location?.split('/').at(-1) ?? '' }
    await rate(grace, fresh, ['8.1'])
    const mark = paths.exemption.to({ ...fresh, standard: '8' })
    await fillIn(mark, mark, { level: 'Bronze', ...dates('awardedOn', 1, 1, 2027), ...dates('expiresOn', 31, 3, 2027) })
    expect((await grace.get(paths.taskList.to(fresh))).page.words).toContain('of 17 indicators answered')
    world.clock.set('2027-03-31T22:59:00.000Z')
    expect((await grace.get(paths.taskList.to(fresh))).page.words).toContain('of 17 indicators answered')
    // Midnight in London, where it is summer time.
    world.clock.set('2027-03-31T23:00:00.000Z')
    expect((await grace.get(paths.taskList.to(fresh))).page.words).toContain('1 of 20 indicators answered')
    const standard = await grace.get(paths.standard.to({ ...fresh, standard: '8' }))
    expect(standard.page.words).toContain('It no longer covers this standard')
    expect(standard.page.words).toContain('What we do about 8.1, and how we know.')
  })
})
