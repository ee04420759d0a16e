import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths as accountPaths } from '../src/accounts/index.ts'
import { ownedBy } from '../src/platform/index.ts'
import { reportPaths, writeForeword } from '../src/report/index.ts'
import { LOGO_BYTES } from '../src/report/presentation/logo.ts'
import { aPng } from '../src/report/presentation/testing.ts'
import { type At, complete, indicatorsOf, rate, startAssessment } from './support/assessments.ts'
import { canReadPdf, insideOf, wordsOfPdf } from './support/pdf.ts'
import { alice, chelsea, type MemberPersona } from './support/personas.ts'
import { createWorld, type World } from './support/world.ts'

/** A logo and a foreword: how an organisation's report looks, and no part of what it says. */

let world: World
let owner: MemberPersona
let reader: MemberPersona
let at: At
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
  reader = await chelsea(world, owner.organisation)
  at = await startAssessment(owner, { scope: 'core' })
})
afterAll(() => world.end())

const front = () => reportPaths.front.to(at)
const logo = () => reportPaths.logo.to({ organisation: at.organisation })
const choose = (content: Buffer, name = 'logo.png') =>
  owner.browser.fillIn(front(), reportPaths.setLogo.to(at), { logo: new File([new Uint8Array(content)], name) })
const write = (fields: Readonly<Record<string, string>>) =>
  owner.browser.fillIn(front(), reportPaths.writeForeword.to(at), fields)
const trail = async () =>
  (await ownedBy(world.services.db.read, at.organisation).select('activity').select(['action', 'detail']).orderBy('id').execute())
    .filter(({ action }) => action.startsWith('report-'))
    .map(({ action }) => action)

describe('a logo', () => {
  test('is on the page once it is chosen, and away again once it is removed; each leaves a line on the trail', async () => {
    expect((await owner.browser.get(logo())).status).toBe(404)
    expect((await choose(aPng({ width: 200, height: 80 }))).status).toBe(303)
    const shown = await owner.browser.get(front())
    expect(shown.page.words).toContain('The logo is on the cover of your reports.')
    const image = await reader.browser.get(logo())
    expect(image.headers.get('content-type')).toBe('image/png')
    expect(image.headers.get('content-security-policy')).toContain('sandbox')
    expect((await owner.browser.fillIn(front(), reportPaths.removeLogo.to(at))).status).toBe(303)
    expect((await owner.browser.get(logo())).status).toBe(404)
    expect(await trail()).toEqual(['report-logo.set', 'report-logo.removed'])
  })

  test.each([
    ['a drawing with a script', Buffer.from('<svg><script/></svg>'), 'not a PNG or JPEG picture'],
    ['half a picture', aPng().subarray(0, 40), 'can’t read that picture'],
    ['a huge one', aPng({ width: 2001, height: 1 }), '2,000 pixels or fewer'],
    ['a long one', Buffer.alloc(LOGO_BYTES + 1, 1), 'must be 500 kB or smaller'],
  ])('that is %s is refused beside its field', async (_, content, says) => {
    const reply = await choose(content)
    expect(reply.status).toBe(422)
    expect(reply.page.words).toContain(says)
    expect((await owner.browser.get(logo())).status).toBe(404)
  })

  test('has to be chosen', async () => {
    expect((await owner.browser.post(reportPaths.setLogo.to(at), {})).page.words).toContain('Choose a picture')
  })
})

describe('a foreword', () => {
  const words = { foreword: 'We did this together.\n\nIt took a day.', signedBy: 'Amara  Reid, chair' }

  test('is kept as it was written, changed and taken away; each leaves a line on the trail', async () => {
    const before = (await trail()).length
    expect((await write(words)).status).toBe(303)
    const { page } = await owner.browser.get(front())
    expect(page.valueOf('foreword')).toBe(words.foreword)
    expect(page.valueOf('signedBy')).toBe('Amara Reid, chair')
    await write({ foreword: '', signedBy: '' })
    expect((await owner.browser.get(front())).page.words).toContain('The foreword is removed.')
    expect((await trail()).slice(before)).toEqual(['report-foreword.changed', 'report-foreword.changed'])
  })

  test('that is too long is shown back with what to do', async () => {
    const reply = await write({ foreword: 'x'.repeat(2001) })
    expect(reply.status).toBe(422)
    expect(reply.page.words).toContain('must be 2,000 characters or fewer')
    expect(reply.page.valueOf('foreword')).toHaveLength(2001)
  })

  test('that somebody else changed meanwhile is shown beside it, and neither is lost', async () => {
    await write({ foreword: 'The first.' })
    const mine = await owner.browser.get(front())
    await write({ foreword: 'Theirs.' })
    const reply = await owner.browser.fillIn(mine, reportPaths.writeForeword.to(at), { foreword: 'Mine.' })
    expect(reply.status).toBe(409)
    expect(reply.page.words).toContain('Theirs.')
    expect(reply.page.valueOf('foreword')).toBe('Mine.')
    const again = await owner.browser.fillIn(reply, reportPaths.writeForeword.to(at))
    expect(again.status).toBe(303)
    expect((await owner.browser.get(front())).page.valueOf('foreword')).toBe('Mine.')
  })

  test('that is sent twice is written once', async () => {
    const ctx = { ...world.services, actor: { kind: 'system', name: 'test' } as const }
    const twice = { foreword: 'Once.', signedBy: '' }
    const before = (await trail()).length
    const revision = Number((await owner.browser.get(front())).page.valueOf('basedOn'))
    expect(await writeForeword(ctx, at.organisation, at.assessment, revision, twice)).toEqual({ ok: true })
    expect(await writeForeword(ctx, at.organisation, at.assessment, revision, twice)).toEqual({ ok: true })
    expect(await trail()).toHaveLength(before + 1)
  })
})

test('both are on the report of a completed assessment, change after that, and touch nothing of what is sealed', async () => {
  const done = await startAssessment(owner, { scope: 'core', programme: 'Sealed' })
  await rate(owner.browser, done, await indicatorsOf(owner.browser, done))
  await complete(owner, done)
  const report = async () => (await owner.browser.get(reportPaths.report.to(done))).bytes
  const everything = async () =>
    (await owner.browser.get(reportPaths.everything.to(done))).json<{ record: unknown; generated: { sealed: unknown } }>()
  const [before, plain] = [await everything(), await report()]
  await owner.browser.fillIn(reportPaths.front.to(done), reportPaths.setLogo.to(done), {
    logo: new File([new Uint8Array(aPng({ width: 300, height: 100 }))], 'logo.png'),
  })
  await owner.browser.fillIn(reportPaths.front.to(done), reportPaths.writeForeword.to(done), {
    foreword: 'Why we did this.',
    signedBy: 'Our chair',
  })
  const after = await everything()
  expect(after.record).toEqual(before.record)
  expect(after.generated.sealed).toEqual(before.generated.sealed)
  const withBoth = await report()
  expect(insideOf(withBoth).match(/\/Subtype \/Image/g)?.length).toBeGreaterThan(
    insideOf(plain).match(/\/Subtype \/Image/g)?.length ?? 0,
  )
  if (!canReadPdf) return
  expect(wordsOfPdf(plain)).not.toContain('Foreword')
  expect(wordsOfPdf(withBoth)).toMatch(/Foreword[\s\S]*Why we did this\.\nOur chair/)
  expect(wordsOfPdf(withBoth).replace(/\s+/g, ' ')).toContain(
    'A logo, a foreword and how this document looks are not part of what is sealed.',
  )
})

test('they are named among what goes with an organisation, and in what is held about whoever wrote them', async () => {
  await write({ foreword: 'Ours.' })
  const held = (await owner.browser.get(accountPaths.accountData.to())).text
  expect(held).toContain('"forewordsYouWrote"')
  expect(held).toContain('Ours.')
})
