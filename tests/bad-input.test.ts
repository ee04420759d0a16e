import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths as accountPaths, createThrottle, LIMITS } from '../src/accounts/index.ts'
import { assessmentPaths as paths } from '../src/assessment/index.ts'
import { planPaths } from '../src/plan/index.ts'
import { type FileLimits, withinLimits } from '../src/platform/file-space.ts'
import { type Files, filesIn } from '../src/platform/files.ts'
import { newId } from '../src/platform/index.ts'
import { reportPaths } from '../src/report/index.ts'
import { type At, autosave, EDITION, indicatorAddress, indicatorsOf, startAssessment } from './support/assessments.ts'
import { digests } from './support/digest.ts'
import { smallDisk } from './support/disk.ts'
import { canReadPdf, squeezed, wordsOfPdf } from './support/pdf.ts'
import { dev, PASSPHRASE } from './support/personas.ts'
import { type Riverbank, riverbank } from './support/riverbank.ts'
import { type Fields, type Reply, Visitor } from './support/visitor.ts'
import { createWorld, type World } from './support/world.ts'

/** What people really send. Each thing that is wrong has a clear message beside its field, and nothing they typed is lost. */

let world: World
let there: Riverbank
let browser: Visitor
let at: At
beforeAll(async () => {
  world = await createWorld()
  there = await riverbank(world)
  browser = there.lead.browser
  at = there.open
})
afterAll(() => world.end())

const organisation = () => there.open.organisation
const plan = () => ({ organisation: organisation(), plan: at.assessment })
const action = () => ({ ...plan(), action: there.ids.action })
const date = (name: string, day: string, month: string, year: string) => ({
  [`${name}-day`]: day,
  [`${name}-month`]: month,
  [`${name}-year`]: year,
})

/** An assessment with nothing left to answer, so that it may be completed. */
let answered: At | null = null
async function ready(): Promise<At> {
  if (answered) return answered
  answered = await startAssessment(there.lead, { scope: 'core' })
  const indicators = await indicatorsOf(browser, answered)
  for (const indicator of indicators) await autosave(browser, answered, indicator, 0, { rating: 'good' })
  return answered
}

/** The forms, each with an address and what makes it right but for the field that is looked at. */
const FORMS = {
  'sign up': { who: () => world.visitor(), to: async () => accountPaths.signUp.to(), right: signUpForm },
  'your name': {
    who: () => browser,
    page: async () => accountPaths.account.to(),
    to: async () => accountPaths.accountName.to(),
    right: () => ({}),
  },
  'a new organisation': {
    who: () => browser,
    to: async () => accountPaths.newOrganisation.to(),
    right: () => ({ name: 'Second Chance' }),
  },
  'the description': {
    who: () => browser,
    to: async () => accountPaths.describe.to({ organisation: organisation() }),
    right: () => ({}),
  },
  'a new assessment': {
    who: () => browser,
    to: async () => paths.start.to({ organisation: organisation() }),
    right: () => ({ scope: 'core' }),
  },
  'an indicator': { who: () => browser, to: async () => indicatorAddress(at, '2.2'), right: () => ({ do: 'save' }) },
  'a quality mark': {
    who: () => browser,
    to: async () => paths.exemption.to({ ...at, standard: '8' }),
    right: () => ({ level: 'Gold', ...date('awardedOn', '2', '6', '2025') }),
  },
  completing: {
    who: () => browser,
    to: async () => paths.complete.to(await ready()),
    right: () => ({ completedByRole: 'Manager', honest: 'yes' }),
  },
  correcting: { who: () => browser, to: async () => paths.correct.to(there.completed), right: () => ({}) },
  'a new action': {
    who: () => browser,
    to: async () => planPaths.newAction.to(plan()),
    right: () => ({ indicator: '1.2', action: 'Something to do' }),
  },
  'an action': { who: () => browser, to: async () => planPaths.action.to(action()), right: () => ({}) },
  'an action’s completion': { who: () => browser, to: async () => planPaths.completion.to(action()), right: () => ({}) },
} as const satisfies Record<
  string,
  { who: () => Visitor; page?: () => Promise<string>; to: () => Promise<string>; right: () => Fields }
>

function signUpForm(): Fields {
  return { name: 'Ines Duarte', email: `${newId()}@lantern.example`, passphrase: PASSPHRASE }
}

async function send(name: keyof typeof FORMS, fields: Fields): Promise<Reply> {
  const form = FORMS[name]
  const to = await form.to()
  const page = 'page' in form ? await form.page() : to
  return form.who().fillIn(page, to, { ...form.right(), ...fields })
}

/** What is kept, but for how often something was tried. */
async function written(): Promise<Readonly<Record<string, string>>> {
  const { throttle: _, ...rest } = await digests(world)
  return rest
}

/** The page says what is wrong: once at the top, with a link to the field, and once beside the field. */
function expectMessages(reply: Reply, messages: Readonly<Record<string, string | RegExp>>): void {
  const { page } = reply
  expect(reply.status).toBe(422)
  expect(page.title).toMatch(/^Error: /)
  expect(page.repeatedIds).toEqual([])
  expect(page.errors.map(({ href }) => href)).toEqual(Object.keys(messages).map((id) => `#${id}`))
  for (const [place, [id, message]] of Object.entries(messages).entries()) {
    const said = page.errors[place]?.text ?? ''
    expect(said).toMatch(message)
    expect(page.byId(id), `something is called ${id}`).not.toBeNull()
    expect(page.descriptionOf(id)).toContain(`Error: ${said}`)
  }
}

describe('too much text', () => {
  const TOO_LONG: readonly (readonly [keyof typeof FORMS, string, number, Fields?])[] = [
    ['sign up', 'name', 100],
    ['your name', 'name', 100],
    ['a new organisation', 'name', 200],
    ['the description', 'name', 200],
    ['the description', 'otherAreas', 200],
    ['the description', 'otherModel', 200, { models: ['other'] }],
    ['the description', 'otherMarks', 100],
    ['a new assessment', 'programme', 120],
    ['a new assessment', 'lead', 120],
    ['an indicator', 'evidence', 20_000],
    ['an indicator', 'lessRelevantReason', 2_000, { rating: 'less-relevant' }],
    ['an indicator', 'notes', 20_000],
    ['an indicator', 'evidenceLinkTitle', 200, { evidenceLink: 'example.org' }],
    ['an indicator', 'evidencePlaceTitle', 200, { evidencePlace: 'In the office' }],
    ['an indicator', 'evidencePlace', 500, { evidencePlaceTitle: 'Consent forms' }],
    ['an indicator', 'new-action', 500],
    ['an indicator', 'new-byWhom', 120, { 'new-action': 'Something' }],
    ['an indicator', 'idea-1-byWhom', 120],
    ['completing', 'completedBy', 120],
    ['completing', 'completedByRole', 120],
    ['completing', 'reviewedBy', 120],
    ['correcting', 'reason', 1_000],
    ['a new action', 'action', 500],
    ['a new action', 'byWhom', 120],
    ['an action', 'action', 500],
    ['an action', 'byWhom', 120],
    ['an action’s completion', 'whatChanged', 2_000],
  ]

  const cases = TOO_LONG.map(([form, field, bound, besides = {}]) => ({ form, field, bound, besides }))
  test.each(cases)('$form: $field, beyond $bound characters', async ({ form, field, bound, besides }) => {
    const typed = 'é'.repeat(bound + 1)
    await FORMS[form].to()
    const before = await written()
    const reply = await send(form, { ...besides, [field]: typed })
    expectMessages(reply, { [field]: new RegExp(`${bound.toLocaleString('en-GB')}|${bound}`) })
    expect(reply.page.valueOf(field)).toBe(typed)
    // On an indicator's page what is in order is saved all the same.
    if (form !== 'an indicator') expect(await written()).toEqual(before)
  })

  test('an e-mail address', async () => {
    const typed = `${'x'.repeat(250)}@lantern.example`
    const reply = await send('sign up', { email: typed })
    expectMessages(reply, { email: /254 characters or fewer/ })
    expect(reply.page.valueOf('email')).toBe(typed)
  })

  test('a link', async () => {
    const typed = `https://example.org/${'x'.repeat(2_000)}`
    const reply = await send('an indicator', { evidenceLink: typed, do: 'add-evidence:link' })
    expectMessages(reply, { evidenceLink: /2,?000 characters or fewer/ })
    expect(reply.page.valueOf('evidenceLink')).toBe(typed)
  })

  test('a document of ten thousand lines, pasted', async () => {
    const typed = Array.from({ length: 10_000 }, (_, line) => `Line ${line + 1} of our safeguarding policy`).join('\n')
    const reply = await send('an indicator', { evidence: typed, rating: 'good' })
    expectMessages(reply, {
      evidence: /20,000 characters or fewer. You have 368,893. For long documents, say where they are kept/,
    })
    expect(reply.page.valueOf('evidence')).toBe(typed)
    // The rest of the page was saved.
    const page = await browser.get(indicatorAddress(at, '2.2'))
    expect(page.page.form(indicatorAddress(at, '2.2')).fields).toContainEqual(['rating', 'good'])
    expect(page.page.valueOf('evidence')).toBe('')
  })

  test('ten thousand short lines fit, and come out again', async () => {
    const typed = Array.from({ length: 10_000 }, () => 'x').join('\n')
    expect((await send('an indicator', { evidence: typed })).status).toBe(303)
    expect((await browser.get(indicatorAddress(at, '2.2'))).page.valueOf('evidence')).toBe(typed)
    const began = performance.now()
    const pdf = await browser.get(reportPaths.report.to(at))
    expect(pdf.status).toBe(200)
    expect(performance.now() - began).toBeLessThan(10_000)
    await send('an indicator', { evidence: '' })
  })

  test('more than any form may hold', async () => {
    const reply = await browser.post(indicatorAddress(at, '2.2'), { whole: 'yes', basedOn: '0', evidence: 'x'.repeat(5_000_000) })
    expect([reply.status, reply.page.heading]).toEqual([413, 'That is too much at once'])
    const multipart = await send('an indicator', { evidence: 'x'.repeat(5_000_000) })
    expect([multipart.status, multipart.page.heading]).toEqual([413, 'That is too much at once'])
    const many = await browser.post(indicatorAddress(at, '2.2'), { examples: Array.from({ length: 100_000 }, String) })
    expect(many.status).toBeLessThan(500)
  })

  test('files beyond any bound: what was written comes back, with what was too big and the way back', async () => {
    const address = indicatorAddress(at, '2.2')
    const words = 'Our mentors meet twice a term, and say what they need.'
    const film = new File(['x'.repeat(2_000_000)], 'film.mp4')
    const headers = { 'content-length': String(120_000_000), referer: `http://localhost:3000${address}` }
    const reply = await browser.post(address, { evidence: words, evidenceFile: film, passphraseNow: 'never shown back' }, headers)
    expect([reply.status, reply.page.heading]).toEqual([413, 'That is too much at once'])
    expect(reply.text).toContain(words)
    expect(reply.text).toContain('film.mp4, 2 MB')
    expect(reply.text).toContain(`href="${address}"`)
    expect(reply.text).not.toContain('never shown back')
    expect((await browser.get(address)).text).not.toContain(words)
    // From somewhere else there is no way back to offer; far too much is not looked at.
    const elsewhere = { ...headers, 'content-length': String(5_000_000_000), referer: 'https://evil.example/page' }
    const far = await browser.post(address, { evidence: words }, elsewhere)
    expect(far.status).toBe(413)
    expect(far.text).not.toContain(words)
    expect(far.text).not.toContain('evil.example')
  })
})

describe('dates', () => {
  /** Each with a date that would do, as its messages show one: past or to come, as the field asks for. */
  const DATES: readonly (readonly [keyof typeof FORMS, string, string, string, Fields?])[] = [
    ['a quality mark', 'awardedOn', 'The date it was awarded', '27 3 2025'],
    ['a quality mark', 'expiresOn', 'The date it ends', '27 3 2027'],
    ['completing', 'completedOn', 'The date it was completed', '4 3 2026'],
    ['completing', 'nextReviewOn', 'The date of the next review', '27 3 2027'],
    ['a new action', 'byWhen', 'The due date', '27 3 2027'],
    ['an action', 'byWhen', 'The due date', '27 3 2027'],
    ['an indicator', 'new-byWhen', 'The due date', '27 3 2027', { 'new-action': 'Something', do: 'add-action' }],
    ['an indicator', 'idea-0-byWhen', 'The due date', '27 3 2027'],
    ['an action’s completion', 'completedOn', 'The date it was completed', '27 3 2025'],
  ]
  const WRONG: readonly (readonly [what: string, typed: [string, string, string], part: string, message: string])[] = [
    ['31 February', ['31', '2', '2026'], 'day', '31 February is not a real date: in 2026, February has 28 days'],
    [
      '29 February of a year without one',
      ['29', 'Feb', '2025'],
      'day',
      '29 February is not a real date: in 2025, February has 28 days',
    ],
    ['31 June', ['31', 'June', '2026'], 'day', '31 June is not a real date: June has 30 days'],
    ['a year of one digit', ['3', '4', '6'], 'year', '… must have a year of four digits, as in EXAMPLE'],
    ['a day too many', ['32', '1', '2026'], 'day', '… must have a day from 1 to 31'],
    ['month and day the other way about', ['2', '27', '2026'], 'month', '… must have a month from 1 to 12, or its name'],
    ['no year', ['2', '3', ''], 'year', '… must include a year'],
    ['only a year', ['', '', '2026'], 'day', '… must include a day and a month'],
    ['words', ['next', 'spring', 'term'], 'day', '… must have a day from 1 to 31'],
    ['a sentence', ['when we have the money', '', ''], 'day', '… must be a day, a month and a year, such as EXAMPLE'],
    ['a sentence in another box', ['', '', 'when we can'], 'year', '… must be a day, a month and a year, such as EXAMPLE'],
    ['a whole date in another box', ['', '31 June 2026', ''], 'month', '31 June is not a real date: June has 30 days'],
    ['a year long ago', ['1', '1', '1066'], 'year', '… must have a year from 1900 to 2100'],
  ]
  const cases = DATES.map(([form, field, label, example, besides = {}]) => ({ form, field, label, example, besides }))
  test.each(cases)('$form: $field', async ({ form, field, label, example, besides }) => {
    await FORMS[form].to()
    const before = await written()
    for (const [what, [day, month, year], part, message] of WRONG) {
      const reply = await send(form, { ...besides, ...date(field, day, month, year) })
      expectMessages(reply, { [`${field}-${part}`]: message.replace('…', label).replace('EXAMPLE', example) })
      expect([what, ...['day', 'month', 'year'].map((each) => reply.page.valueOf(`${field}-${each}`))]).toEqual([
        what,
        day,
        month,
        year,
      ])
    }
    expect(await written()).toEqual(before)
  })

  test.each<[string, [string, string, string]]>([
    ['as it is said', ['27th', 'March', '2027']],
    ['in one box', ['27/3/2027', '', '']],
    ['in one box, with points', ['27.03.2027', '', '']],
    ['in one box, in words', ['', '27 March 2027', '']],
    ['as computers write it', ['2027-03-27', '', '']],
    ['with a weekday', ['Saturday 27 March 2027', '', '']],
    ['with a year of two digits', ['27', '3', '27']],
    ['with spaces and zeros', [' 27 ', '03', ' 2027']],
    ['with another keyboard’s digits', ['２７', '３', '２０２７']],
  ])('a date written %s is understood', async (_, [day, month, year]) => {
    expect((await send('an action', date('byWhen', day, month, year))).status).toBe(303)
    expect((await browser.get(planPaths.plan.to(plan()))).page.words).toContain('27 March 2027')
    await send('an action', date('byWhen', '', '', ''))
  })

  test('two digits of a year are those of the past where a date lies there', async () => {
    expect((await send('a quality mark', date('awardedOn', '2', '6', '99'))).status).toBe(303)
    expect((await browser.get(paths.standard.to({ ...at, standard: '8' }))).page.words).toContain('awarded 2 June 1999')
    expectMessages(await send('a quality mark', date('awardedOn', '2', '6', '27')), {
      'awardedOn-year': 'The date it was awarded must be on or before 4 March 2026',
    })
    await send('a quality mark', {})
  })

  test.each(['N/A', '-', 'none', 'not applicable'])(
    'one that may be left out is left out when somebody writes %s',
    async (nothing) => {
      expect((await send('an action', date('byWhen', nothing, '', ''))).status).toBe(303)
      expect((await send('a quality mark', date('expiresOn', nothing, nothing, nothing))).status).toBe(303)
      const description = { 'GB-CHC': nothing, 'GB-COH': nothing, 'GB-SC': nothing, 'GB-NIC': nothing }
      expect((await send('the description', description)).status).toBe(303)
      expectMessages(await send('a quality mark', date('awardedOn', nothing, '', '')), {
        'awardedOn-day': 'Enter the date it was awarded',
      })
    },
  )

  test('a mark can’t be awarded tomorrow, nor end before it was awarded', async () => {
    expectMessages(await send('a quality mark', date('awardedOn', '5', '3', '2026')), {
      'awardedOn-day': 'The date it was awarded must be on or before 4 March 2026',
    })
    expectMessages(
      await send('a quality mark', { ...date('awardedOn', '4', '3', '2026'), ...date('expiresOn', '3', '3', '2026') }),
      {
        'expiresOn-day': 'The date it ends must be on or after 4 March 2026',
      },
    )
  })
})

describe('words in any script', () => {
  const WORDS = 'Naïve “quotes” & <b>tags</b>, שלום עולם, مرحبا بالعالم, 中文, Ελληνικά, 👩🏽‍🏫🏳️‍🌈, e\u0301, 𝒳, £5 – 10'

  test('come out as they went in: page, overview, PDF, CSV and JSON', async () => {
    const address = indicatorAddress(at, '2.1')
    const sent = await browser.fillIn(address, address, {
      evidence: `${WORDS}\n\n‏עברית בלבד`,
      evidencePlaceTitle: WORDS,
      evidencePlace: WORDS,
      'new-action': WORDS,
      'new-byWhom': 'نور 🌙',
      notes: WORDS,
      do: 'save',
    })
    expect(sent.status).toBe(303)
    const { page } = await browser.get(address)
    expect(page.valueOf('evidence')).toBe(`${WORDS}\n\n‏עברית בלבד`)
    expect(page.valueOf('notes')).toBe(WORDS)
    for (const where of [address, paths.lookOver.to(at), planPaths.plan.to(plan())]) {
      const shown = await browser.get(where)
      expect(shown.page.words).toContain(WORDS)
      expect(shown.text).not.toContain('<b>tags')
    }
    const { record } = (await browser.get(reportPaths.everything.to(at))).json<{
      record: { answers: { indicatorId: string; evidence: string }[]; actions: { action: string; byWhom: string }[] }
    }>()
    expect(record.answers.find(({ indicatorId }) => indicatorId === '2.1')?.evidence).toBe(`${WORDS}\n\n‏עברית בלבד`)
    expect(record.actions.find((each) => each.byWhom === 'نور 🌙')?.action).toBe(WORDS)
    const csv = (await browser.get(reportPaths.planCsv.to(at))).text
    expect(csv).toContain(`"${WORDS}"`)
    expect(csv).toContain(',نور 🌙,')
  })

  test.runIf(canReadPdf)('and in the PDF', async () => {
    const words = squeezed(wordsOfPdf((await browser.get(reportPaths.report.to(at))).bytes))
    for (const text of ['Naïve “quotes” & <b>tags</b>', 'Ελληνικά', '£5 – 10', '👩🏽'.slice(0, 2)])
      expect(words).toContain(squeezed(text))
    // A reader may turn right-to-left text about: each letter is looked for.
    for (const letter of 'שלוםمرحبا') expect(words).toContain(squeezed(letter))
  })

  test('a long answer is not cut through the middle of an emoji', async () => {
    const address = indicatorAddress(at, '2.4')
    await browser.fillIn(address, address, { evidence: `${'x'.repeat(399)}👩🏽‍🏫 and more`, do: 'save' })
    const { text } = await browser.get(paths.lookOver.to(at))
    expect(text).not.toContain('�')
    expect(text.isWellFormed()).toBe(true)
  })

  test('control characters do no harm, and NUL is left out', async () => {
    const address = indicatorAddress(at, '2.5')
    const typed = 'before\0 \u0001\u0008\u001b[31m\u007f\u202eafter\u2028end\rnew line'
    expect((await browser.fillIn(address, address, { evidence: typed, 'new-action': typed, do: 'add-action' })).status).toBe(303)
    const { page } = await browser.get(address)
    expect(page.valueOf('evidence')).toBe(typed.replace('\0', '').replace('\r', '\n'))
    for (const path of [reportPaths.report, reportPaths.plan, reportPaths.planCsv, reportPaths.everything])
      expect((await browser.get(path.to(at))).status).toBe(200)
    await browser.fillIn(address, address, { evidence: '', do: 'save' })
  })

  test('names can’t break out of a header, a page title or a message', async () => {
    const name = 'Evil"; filename="x.html"\r\nSet-Cookie: a=b\r\n\r\n<script>alert(1)</script> O’Neill’s (old) *'
    const owner = await dev(world, organisation()).catch(() => there.lead)
    const id = newId()
    const form = accountPaths.newOrganisation.to()
    const set = await owner.browser.fillIn(form, form, { id, name })
    expect(set.status).toBe(303)
    expect([...set.headers.keys()]).not.toContain('a')
    const home = await owner.browser.get(set.location ?? '')
    expect(home.text).not.toContain('<script>alert')
    const assessment = await startAssessment({ ...owner, organisation: id }, { programme: name.slice(0, 100) })
    for (const path of [reportPaths.report, reportPaths.planCsv, reportPaths.everything]) {
      const file = await owner.browser.get(path.to(assessment))
      expect(file.status).toBe(200)
      expect(file.headers.get('set-cookie')).toBeNull()
      const disposition = file.headers.get('content-disposition') ?? ''
      // One quoted name, and one that RFC 8187 allows.
      expect(disposition).toMatch(/^(attachment|inline); filename="[^"\\\r\n]*"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+$/)
    }
  })

  test('a spreadsheet runs nothing that was typed', async () => {
    const form = planPaths.newAction.to(plan())
    for (const formula of ['=HYPERLINK("http://evil.example")', '+1+1', '-1', '@SUM(A1)', '\t=1'])
      await browser.fillIn(form, form, { indicator: '1.2', action: formula })
    const csv = (await browser.get(reportPaths.planCsv.to(at))).text
    expect(csv).not.toMatch(/(^|,|\r\n)"?[=+\-@\t]/)
  })
})

const withLimits = (folder: string, limits: Partial<FileLimits>) => {
  const { db, clock, log } = world.services
  return withinLimits(filesIn(folder), { db, clock, log, folder, limits: { total: null, perDay: 1e12, leaveFree: 0, ...limits } })
}

describe('files', () => {
  const address = () => indicatorAddress(at, '3.1')
  const give = (file: File | readonly File[], besides: Fields = {}) =>
    browser.fillIn(address(), address(), { evidenceFile: file, do: 'add-evidence:file', ...besides })
  const typed = { evidence: 'Typed at the same time', evidencePlaceTitle: 'Half', notes: 'Also this' }
  const kept = (content: string) => world.services.files.open(createHash('sha256').update(content).digest('hex'))

  const WRONG: readonly (readonly [string, () => File, RegExp])[] = [
    ['an empty one', () => new File([], 'policy.pdf'), /“policy.pdf” is empty/],
    [
      'one of 26 MB',
      () => new File([new Uint8Array(26 * 1024 * 1024)], 'video.pdf'),
      /bigger than 25 MB. Make it smaller, or say where it is kept/,
    ],
    ['one of 40 MB', () => new File([new Uint8Array(40 * 1024 * 1024)], 'film.pdf'), /bigger than 25 MB/],
    [
      'a text called a PDF',
      () => new File(['Just words'], 'policy.pdf'),
      /“policy.pdf” is named like a PDF, but that is not what is inside/,
    ],
    ['a program', () => new File(['MZ\u0090\0'], 'setup.exe'), /“setup.exe” is not a kind of file we can take/],
    [
      'a web page',
      () => new File(['<!doctype html><script>alert(1)</script>'], 'page.html'),
      /“page.html” is not a kind of file we can take/,
    ],
    [
      'a web page called text',
      () => new File(['<!doctype html><script>alert(1)</script>'], 'page.txt'),
      /“page.txt” is not text we can read/,
    ],
    [
      'a picture with a script in it',
      () => new File(['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'], 'a.svg'),
      /not a kind of file we can take/,
    ],
    ['a document with macros', () => new File(['PK\u0003\u0004'], 'form.docm'), /can carry programs \(macros\)/],
  ]
  test.each(WRONG)('%s', async (_, file, message) => {
    const reply = await give(file(), { ...typed, evidencePlace: 'In the office' })
    expectMessages(reply, { evidenceFile: message })
    // Nothing typed is lost: it is in the fields, or saved already.
    expect(reply.page.valueOf('evidence')).toBe(typed.evidence)
    expect(reply.page.valueOf('notes')).toBe(typed.notes)
    expect([reply.page.valueOf('evidencePlaceTitle'), reply.page.valueOf('evidencePlace')]).toEqual(['Half', 'In the office'])
    expect((await browser.get(address())).page.words).not.toContain('Download')
  })

  test('a good file beside a bad link: the file is asked for again, by name', async () => {
    const reply = await give(new File(['Words'], 'notes.txt'), { evidenceLink: 'C:\\policies\\safeguarding.docx' })
    expectMessages(reply, {
      evidenceLink: /That is a place on a computer/,
      evidenceFile: /Choose “notes.txt” again: nothing is wrong with it/,
    })
  })

  test('a good file beside an empty one is asked for again too', async () => {
    const reply = await give([new File(['Words'], 'notes.txt'), new File([], 'nothing.pdf')])
    expectMessages(reply, { evidenceFile: /“nothing.pdf” is empty.* Choose “notes.txt” again: nothing is wrong with it/ })
  })

  test('a good file beside a bad action: the file is added, and not asked for again', async () => {
    const reply = await give(new File(['Words'], 'minutes.txt'), { 'new-byWhom': 'Sam', evidenceLink: 'example.org/added' })
    expectMessages(reply, { 'new-action': /Enter what you will do/ })
    expect(reply.page.words).toContain('minutes.txt')
    expect(reply.page.words).toContain('example.org/added (opens in new tab)')
    expect(reply.page.valueOf('evidenceLink')).toBe('')
  })

  test('more at once than may be sent: none is dropped without a word', async () => {
    const files = Array.from({ length: 12 }, (_, number) => new File([`Number ${number}`], `minutes ${number}.txt`))
    const reply = await give(files)
    expectMessages(reply, { evidenceFile: /10 files at a time/ })
  })

  test.each([
    ['a path', '../../etc/passwd.txt', 'passwd.txt'],
    ['a Windows path', 'C:\\Users\\sam\\plan.txt', 'plan.txt'],
    // Browsers write it as %0D%0A.
    ['a line break', 'a\r\nSet-Cookie: x=y.txt', 'a Set-Cookie: x=y.txt'],
    ['quotes and semicolons', 'a"; filename="b.txt', 'a"; filename="b.txt'],
    ['right-to-left and emoji', 'سياسة الحماية 👧🏽.txt', 'سياسة الحماية 👧🏽.txt'],
    ['an ending turned about', 'annual\u202etxt.exe.txt', 'annualtxt.exe.txt'],
  ])('a name with %s', async (_, name, shown) => {
    const content = `Inside of ${name}`
    expect((await give(new File([content], name))).status).toBe(303)
    const { page } = await browser.get(address())
    const links = page.links.filter(({ href }) => href.includes('/evidence/'))
    const link = links.at(-1)
    expect(link?.text.replace(/^Download /, '')).toEqual(shown)
    const file = await browser.get(link?.href ?? '')
    expect(file.text).toBe(content)
    expect(file.headers.get('set-cookie')).toBeNull()
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w.%!~-]+$/)
  })

  test('more in an hour than anyone needs: the file is not kept, the words are, and later it is taken', async () => {
    const throttle = createThrottle(world.services)
    while (await throttle.allows(LIMITS.files, there.lead.id));
    const late = () => new File(['One more for today'], 'late.txt')
    const reply = await give(late(), typed)
    expectMessages(reply, {
      evidencePlace: /Say where it is kept/,
      evidenceFile: /a great many files in the last hour.*say where it is kept instead/,
    })
    expect(reply.page.valueOf('evidence')).toBe(typed.evidence)
    expect(await kept('One more for today')).toBeNull()
    await throttle.clear(LIMITS.files, there.lead.id)
    expect((await give(late())).status).toBe(303)
    expect((await browser.get(address())).page.words).toContain('late.txt')
  })

  test.each([
    ['the whole organisation', LIMITS.fileBytes, organisation],
    ['one person, in however many', LIMITS.fileBytesOfPerson, () => there.lead.id],
  ] as const)('more in a day than a disk can take: the same, for %s', async (whose, limit, who) => {
    const throttle = createThrottle(world.services)
    await throttle.clear(limit, who())
    const most = limit.tries
    const settle = await throttle.reserve(limit, most, who())
    const content = `One more megabyte, of ${whose}`
    const late = () => new File([content], 'heavy.txt')
    const reply = await give(late(), typed)
    expectMessages(reply, {
      evidencePlace: /Say where it is kept/,
      evidenceFile: /as much in files as we can take in a day.*Say where it is kept instead/,
    })
    expect(reply.page.valueOf('evidence')).toBe(typed.evidence)
    expect(await kept(content)).toBeNull()
    await settle?.(0)
    expect((await give(late())).status).toBe(303)
    // What counts is how long the file was, not how long it might have been.
    const left = most - content.length
    expect(await throttle.reserve(limit, left + 1, who())).toBeNull()
    expect(await throttle.reserve(limit, left, who())).not.toBeNull()
    await throttle.clear(limit, who())
  })

  test.for<[string, (folder: string) => Files]>([
    ['a server that keeps no more files', (folder: string) => withLimits(folder, { total: 100 })],
    ['a disk that is full in the middle of a file', (folder: string) => filesIn(folder)],
  ])('%s: the same, for everybody', async ([which, filesAt], { skip }) => {
    const folder = mkdtempSync(join(tmpdir(), 'mentormark-full-'))
    const disk = which.startsWith('a disk') ? smallDisk(folder) : { leave() {} }
    const files = filesAt(folder)
    if (!disk) return skip('this user may not mount a disk')
    try {
      const visitor = new Visitor(world.appWith({ files }))
      for (const [name, value] of browser.cookies) visitor.setCookie(name, value)
      const file = new File([new Uint8Array(6e6)], 'heavy.txt')
      const reply = await visitor.fillIn(address(), address(), { ...typed, evidenceFile: file, do: 'add-evidence:file' })
      expectMessages(reply, {
        evidencePlace: /Say where it is kept/,
        evidenceFile: /no room for more files here just now.*Say where it is kept instead/,
      })
      expect(reply.page.valueOf('evidence')).toBe(typed.evidence)
      files.close()
      expect(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile())).toEqual([])
      expect((await visitor.get(address())).status).toBe(200)
    } finally {
      files.close()
      disk.leave()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('a certificate is kept as evidence is', async () => {
    const form = paths.exemption.to({ ...at, standard: '8' })
    await browser.fillIn(form, form, { evidenceFile: new File(['A certificate'], 'certificate.txt') })
    expect(await kept('A certificate')).not.toBeNull()
  })

  test('a form without a field for files keeps none', async () => {
    const form = accountPaths.describe.to({ organisation: organisation() })
    const shown = await browser.get(form)
    const reply = await browser.fillIn(shown, form, { otherAreas: 'Lewisham', evidenceFile: new File(['Slipped in'], 'a.txt') })
    expect(reply.status).toBe(303)
    expect(await kept('Slipped in')).toBeNull()
  })

  test('nobody who has not signed in leaves a file here', async () => {
    const stranger = world.visitor()
    for (const to of ['/sign-in', '/sign-up', '/forgotten-passphrase', '/sign-out', '/new-passphrase']) {
      await stranger.get('/sign-in')
      await stranger.post(to, { file: new File([`Left at ${to}`], 'a.txt') })
      expect([to, await kept(`Left at ${to}`)]).toEqual([to, null])
    }
    await stranger.post(address(), { evidenceFile: new File(['Left on a page'], 'a.txt') })
    expect(await kept('Left on a page')).toBeNull()
    // Nor does a form that did not come from our own page.
    await browser.post(address(), { token: '', evidenceFile: new File(['Forged'], 'a.txt') })
    expect(await kept('Forged')).toBeNull()
  })
})

describe('a form sent twice does it once', () => {
  const rows = async (table: 'organisation' | 'person', name: string) =>
    (await world.services.db.read.selectFrom(table).select('id').where('name', '=', name).execute()).length
  const twice = async (who: Visitor, page: string, to: string, fields: Fields) => {
    const shown = await who.get(page)
    const replies = [await who.fillIn(shown, to, fields), await who.fillIn(shown, to, fields)]
    expect(replies.map(({ status }) => status)).toEqual([303, 303])
    expect(replies[0]?.location?.replace(/#.*/, '')).toBe(replies[1]?.location?.replace(/#.*/, ''))
  }

  test('signing up', async () => {
    await twice(world.visitor(), '/sign-up', '/sign-up', { ...signUpForm(), name: 'Double Dora' })
    expect(await rows('person', 'Double Dora')).toBe(1)
  })

  test('setting up an organisation', async () => {
    const form = accountPaths.newOrganisation.to()
    await twice(there.stranger.browser, form, form, { name: 'Twice Mentoring' })
    expect(await rows('organisation', 'Twice Mentoring')).toBe(1)
  })

  test('describing it', async () => {
    const form = accountPaths.describe.to({ organisation: organisation() })
    await twice(browser, form, form, { otherAreas: 'Twice upon Thames' })
  })

  test('starting an assessment', async () => {
    const form = paths.start.to({ organisation: organisation() })
    await twice(browser, form, form, { scope: 'core', programme: 'Started twice' })
    const list = await browser.get(paths.list.to({ organisation: organisation() }))
    expect(list.text.match(/Started twice/g)).toHaveLength(1)
  })

  test('a link, a place, a file, an action and a suggestion on an indicator’s page', async () => {
    const to = indicatorAddress(at, '3.2')
    await twice(browser, to, to, {
      evidenceLink: 'example.org/twice',
      evidencePlaceTitle: 'Twice',
      evidencePlace: 'Here',
      evidenceFile: new File(['Twice'], 'twice.txt'),
      'new-action': 'Only once',
      do: 'save',
    })
    await twice(browser, to, to, { 'idea-1-byWhom': 'Sam', do: 'take-suggestion:1' })
    const { page } = await browser.get(to)
    expect(page.links.filter(({ text }) => /twice/.test(text))).toHaveLength(2)
    expect(page.words.match(/Only once/g)).toHaveLength(1 + 1)
    const { actions } = (await browser.get(reportPaths.everything.to(at))).json<{
      record: { actions: { indicatorId: string }[] }
    }>().record
    expect(actions.filter(({ indicatorId }) => indicatorId === '3.2')).toHaveLength(2)
  })

  test('an action on the plan’s page, changing it, completing it', async () => {
    const form = planPaths.newAction.to(plan())
    await twice(browser, form, form, { indicator: '4.1', action: 'Added once' })
    await twice(browser, planPaths.action.to(action()), planPaths.action.to(action()), { byWhom: 'Twice' })
    await twice(browser, planPaths.completion.to(action()), planPaths.completion.to(action()), { whatChanged: 'A lot' })
    await twice(browser, planPaths.action.to(action()), planPaths.reopening.to(action()), {})
    const { actions } = (await browser.get(reportPaths.everything.to(at))).json<{ record: { actions: { action: string }[] } }>()
      .record
    expect(actions.filter((each) => each.action === 'Added once')).toHaveLength(1)
  })

  test('recording a mark', async () => {
    const form = paths.exemption.to({ ...at, standard: '8' })
    await twice(browser, form, form, { level: 'Silver' })
  })
})

describe('a page that is out of date', () => {
  test('the assessment was completed meanwhile: nothing is saved, and every word is shown', async () => {
    const mine = await startAssessment(there.lead, { scope: 'core' })
    const address = indicatorAddress(mine, '1.1')
    const open = await browser.get(address)
    const { db } = world.services
    await db.write(async (tx) => {
      const { ownedBy, audit, asSystem } = await import('../src/platform/index.ts')
      await ownedBy(tx, organisation())
        .update('assessment')
        .set({ status: 'complete' })
        .where('id', '=', mine.assessment)
        .execute()
      await audit(tx, asSystem(world.services, 'test'), { organisationId: organisation(), action: 'test', subject: 'test' })
    })
    const fields = {
      evidence: 'A whole morning’s thinking',
      'new-action': 'Call Sam',
      notes: 'Short',
      rating: 'good',
      do: 'save',
    }
    const reply = await browser.fillIn(open, address, fields)
    expect([reply.status, reply.page.heading]).toEqual([409, 'This has moved on'])
    for (const words of ['A whole morning’s thinking', 'Call Sam', 'Short']) expect(reply.page.words).toContain(words)
    // What no person wrote is not shown as if they had.
    expect(reply.page.words).not.toContain(open.page.valueOf('new-id'))
    const toScript = await autosave(browser, mine, '1.1', 0, { evidence: 'More' })
    expect([toScript.status, toScript.said]).toEqual([
      409,
      expect.objectContaining({ problem: 'stale', message: expect.any(String) }),
    ])
  })

  test('somebody changed the description meanwhile: theirs and mine are both there', async () => {
    const form = accountPaths.describe.to({ organisation: organisation() })
    const open = await browser.get(form)
    world.clock.advance(1000)
    await there.owner.browser.fillIn(form, form, { otherAreas: 'Theirs-on-Sea' })
    const reply = await browser.fillIn(open, form, { otherAreas: 'Mine-under-Lyne' })
    expect(reply.status).toBe(409)
    expect(reply.page.words).toContain('Theirs-on-Sea')
    expect(reply.page.valueOf('otherAreas')).toBe('Mine-under-Lyne')
    expect((await browser.fillIn(reply, form)).status).toBe(303)
  })

  test('somebody changed the action meanwhile', async () => {
    const form = planPaths.action.to(action())
    const open = await browser.get(form)
    await there.owner.browser.fillIn(form, form, { action: 'What the owner says' })
    const reply = await browser.fillIn(open, form, { action: 'What the lead says' })
    expect(reply.status).toBe(409)
    expect(reply.page.words).toContain('What the owner says')
    expect(reply.page.valueOf('action')).toBe('What the lead says')
  })

  test('the session ended meanwhile: the words wait on the sign-in page and are saved after it', async () => {
    const address = indicatorAddress(at, '3.3')
    const open = await there.contributor.browser.get(address)
    await there.contributor.browser.post('/sign-out')
    await there.contributor.browser.get('/sign-in')
    const asked = await there.contributor.browser.fillIn(open, address, { evidence: 'Half a day of work', do: 'save', token: '' })
    // The page's own token is still good: it belongs to the browser, not to the session.
    expect(asked.status).toBe(403)
    expect(asked.page.words).toContain('Half a day of work')
    const again = await there.contributor.browser.fillIn(open, address, { evidence: 'Half a day of work', do: 'save' })
    expect([again.status, again.page.heading]).toEqual([401, 'Sign in to carry on'])
    const back = await there.contributor.browser.fillIn(again, '/sign-in', {
      email: there.contributor.email,
      passphrase: PASSPHRASE,
    })
    expect(back.page.words).toContain('Half a day of work')
    expect((await there.contributor.browser.fillIn(back, address)).status).toBe(303)
    expect((await browser.get(address)).page.valueOf('evidence')).toBe('Half a day of work')
  })

  test('no token, or somebody else’s: nothing is saved, and the words are shown to be copied', async () => {
    const address = indicatorAddress(at, '3.4')
    const reply = await browser.fillIn(address, address, { token: 'x', evidence: 'Not to be lost', notes: 'tiny' })
    expect(reply.status).toBe(403)
    expect(reply.page.words).toContain('Not to be lost')
    expect(reply.page.words).toContain('tiny')
    expect((await browser.get(address)).page.valueOf('evidence')).toBe('')
  })
})

describe('ids that nobody was given', () => {
  test.each(['', 'x', '1', '00000000-0000-0000-0000-000000000000', `${'a'.repeat(5000)}`, '../../..', 'NULL', "' or 1=1 --"])(
    '“%s”',
    async (id) => {
      const start = paths.start.to({ organisation: organisation() })
      const started = await browser.fillIn(start, start, { id, scope: 'core' })
      expect(started.location).toMatch(/\/assessments\/[0-9a-f-]{36}$/)
      const before = await digests(world)
      for (const to of [
        planPaths.action.to({ ...plan(), action: id }),
        planPaths.removal.to({ ...plan(), action: id }),
        paths.versions.to({ ...at, indicator: '1.1', conflict: id }),
        `/organisations/${organisation()}/evidence/${encodeURIComponent(id)}`,
        paths.taskList.to({ organisation: organisation(), assessment: id }),
      ]) {
        if (id === '') continue
        expect([to, (await browser.post(to)).status]).toEqual([to, 404])
        expect([to, (await browser.get(to)).status]).toEqual([to, 404])
      }
      const order = await browser.post(planPaths.order.to(plan()), { move: `up:${id}` })
      expect(order.status).toBe(404)
      expect(await digests(world)).toEqual(before)
    },
  )

  test('an indicator, a standard, a rating, an example or a priority the framework does not have', async () => {
    expect((await browser.get(indicatorAddress(at, '9.9'))).status).toBe(404)
    expect((await browser.get(paths.standard.to({ ...at, standard: '9' }))).status).toBe(404)
    expect((await browser.get(paths.exemption.to({ ...at, standard: '1' }))).status).toBe(404)
    expectMessages(await send('an indicator', { rating: 'superb' }), { rating: 'Choose one of the ratings' })
    await send('an indicator', { examples: ['999', 'constructor', '__proto__'] })
    expectMessages(await send('an indicator', { 'new-action': 'x', 'new-priority': 'extreme' }), {
      'new-priority': 'Choose a priority from the list',
    })
    expectMessages(await send('a new action', { indicator: '9.9' }), { indicator: 'Choose the indicator it is about' })
    const unknown = await send('a new assessment', { edition: `${EDITION}x` })
    // There is one edition to choose from, so there is no field to lead to.
    expect(unknown.page.errors).toEqual([{ text: 'Choose which framework to use', href: null }])
    expectMessages(await send('a new assessment', { scope: 'everything' }), {
      scope: 'Choose the core indicators or the whole framework',
    })
  })

  test('evidence of another indicator can’t be taken away from here', async () => {
    const address = indicatorAddress(at, '1.2')
    await browser.fillIn(address, address, { do: `remove-evidence:${there.ids.evidence}` })
    expect((await browser.get(indicatorAddress(at, '1.1'))).page.words).toContain('theory of change.txt')
  })

  test('an organisation’s own id can’t be set up again by a stranger', async () => {
    const form = accountPaths.newOrganisation.to()
    const reply = await there.stranger.browser.fillIn(form, form, { id: organisation(), name: 'Mine now' })
    expect(reply.status).toBe(409)
    expect((await browser.get(`/organisations/${organisation()}`)).page.words).not.toContain('Mine now')
  })
})

describe('what no browser would send', () => {
  const raw = (body: BodyInit, type: string) =>
    world.app.request(`http://localhost:3000${indicatorAddress(at, '1.2')}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        origin: 'http://localhost:3000',
        cookie: [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })

  test.each<[string, string, string]>([
    ['a form without a boundary', 'x', 'multipart/form-data'],
    [
      'a form that breaks off',
      '--b\r\ncontent-disposition: form-data; name="evidence"\r\n\r\nhalf',
      'multipart/form-data; boundary=b',
    ],
    ['a part without a name', '--b\r\n\r\nx\r\n--b--\r\n', 'multipart/form-data; boundary=b'],
    ['JSON', '{"evidence":"x"}', 'application/json'],
    ['plain text', 'evidence=x', 'text/plain'],
    ['bytes that are no text', '\xff\xfe%ff%zz=%', 'application/x-www-form-urlencoded'],
  ])('%s is turned away, and is not our fault', async (_, body, type) => {
    const reply = await raw(body, type)
    expect(reply.status).toBeGreaterThanOrEqual(400)
    expect(reply.status).toBeLessThan(500)
  })

  test.each([
    '/%',
    '/%E0%A4%A',
    '/organisations/%ff/assessments',
    '/\\evil.example',
    '//evil.example/',
    '/sign-in/..%2f..%2f',
    '/%00',
  ])('an address like %s leads nowhere', async (address) => {
    const reply = await world.app.request(`http://localhost:3000${address}`)
    expect(reply.status).toBeLessThan(500)
    expect(new URL(reply.headers.get('location') ?? '/', 'http://localhost:3000').origin).toBe('http://localhost:3000')
  })

  test.each([
    '?page=999999',
    '?page=-1',
    '?page=1e9',
    '?standard=99',
    '?person=%00',
    `?person=${'x'.repeat(5000)}`,
    '?show=<script>',
    '?order=constructor',
    '?removed=x',
    '?from=https://evil.example',
    '?from=__proto__&via=constructor',
  ])('a plan looked at as %s', async (query) => {
    const reply = await browser.get(`${planPaths.plan.to(plan())}${query}`)
    expect(reply.status).toBe(200)
    expect(reply.text).not.toContain('<script>')
  })

  test.each(['0', '-1', '1e3', '999999999999999999999', 'x', '1.0', ' 1'])('a revision called “%s”', async (revision) => {
    expect((await browser.get(reportPaths.results.to(there.completed, { revision }))).status).toBe(404)
  })

  test.each(['', '-1', '1.5', 'x', '99999999999999999999', '1e400'])(
    'an answer based on revision “%s” is never lost',
    async (basedOn) => {
      const address = indicatorAddress(at, '7.1')
      const words = `Based on “${basedOn}”`
      const reply = await browser.post(address, { basedOn, fields: 'evidence', evidence: words }, { accept: 'application/json' })
      expect(reply.status).toBe(200)
      const after = await browser.get(address)
      const versions = after.page.links.filter(({ href }) => href.includes('/versions/'))
      const texts = await Promise.all(versions.map(async ({ href }) => (await browser.get(href)).page.words))
      expect([after.page.valueOf('evidence'), ...texts].join('\n')).toContain(words)
    },
  )
})

describe('where someone goes after signing in', () => {
  const ELSEWHERE = [
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    '/..//evil.example',
    '/%2f%2fevil.example/..//evil.example',
    'evil.example',
    '/sign-out',
    `/${'x'.repeat(3000)}`,
    '',
  ]
  test.each(ELSEWHERE)('never to %j', async (next) => {
    const { owner } = there
    const visitor = world.visitor()
    const page = await visitor.get(`/sign-in?${new URLSearchParams({ next })}`)
    const reply = await visitor.fillIn(page, '/sign-in', { email: owner.email, passphrase: PASSPHRASE, next })
    expect(reply).toMatchObject({ status: 303, location: '/' })
    expect((await visitor.get(`/sign-in?${new URLSearchParams({ next })}`)).location).toBe('/')
  })

  test('back to where they were going', async () => {
    const visitor = world.visitor()
    const wanted = `${planPaths.plan.to(plan())}?order=date`
    const asked = await visitor.get(wanted)
    const reply = await visitor.fillIn(asked.location ?? '', '/sign-in', { email: there.viewer.email, passphrase: PASSPHRASE })
    expect(reply.location).toBe(wanted)
  })
})
