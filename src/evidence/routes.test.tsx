import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alice, bob, chelsea, dev, esi, type MemberPersona } from '../../tests/support/personas.ts'
import { createWorld, type World } from '../../tests/support/world.ts'
import { asSystem, type Context, FILE_BYTES, newId, ownedBy } from '../platform/index.ts'
import { paths } from './paths.ts'
import { enormousPng, turnedHeic } from './preview/testing.ts'
import type { EvidenceItem } from './rules.ts'
import { findEvidence } from './store.ts'
import { addEvidence, pdfFile, pngFile, removeEvidence } from './testing.ts'

let world: World
let context: Context
let owner: MemberPersona
let foreigner: MemberPersona
let viewer: MemberPersona
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
  foreigner = await bob(world)
  viewer = await chelsea(world, owner.organisation)
  context = asSystem(world.services, 'test')
})
afterAll(() => world.end())

const bytes = pdfFile('Plan')

async function keepFile(
  organisation: string,
  fileName = 'Plan.pdf',
  fileType = 'application/pdf',
  content: Buffer = bytes,
): Promise<EvidenceItem> {
  const stored = await context.files.keep(Readable.from([content]), FILE_BYTES)
  const subject = `assessment/${newId()}/indicator/1.1`
  const item = { kind: 'file', title: 'Plan', fileName, fileType, ...stored } as const
  const added = await addEvidence(context, organisation, subject, [item])
  if (!added.ok || !added.added[0]) throw new Error('not added')
  return added.added[0]
}

/** Where Linux lists the files that this process has open. */
const OPEN_FILES = '/proc/self/fd'
const openFiles = () => readdirSync(OPEN_FILES).length

const address = (evidence: string, organisation = owner.organisation) => paths.file.to({ organisation, evidence })

describe('downloading a file', () => {
  test('gives its bytes as an attachment that can do nothing', async () => {
    const item = await keepFile(owner.organisation)
    const cookie = [...viewer.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await world.app.request(`http://localhost:3000${address(item.id)}`, {
      headers: { cookie, 'accept-encoding': 'gzip' },
    })
    expect(reply.status).toBe(200)
    expect(Buffer.from(await reply.arrayBuffer()).equals(bytes)).toBe(true)
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="Plan.pdf"; filename*=UTF-8''Plan.pdf`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  test.runIf(existsSync(OPEN_FILES))('answers what only asks about it, and leaves no file open', async () => {
    // Too long to be read in one piece: what is short is read to its end, and closed, before anybody asks.
    const long = Buffer.alloc(1_000_000, 'x')
    const item = await keepFile(owner.organisation, 'Long.txt', 'text/plain', long)
    const cookie = [...viewer.browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const before = openFiles()
    for (let times = 0; times < 20; times++) {
      const reply = await world.app.request(`http://localhost:3000${address(item.id)}`, { method: 'HEAD', headers: { cookie } })
      expect([reply.status, reply.headers.get('content-length')]).toEqual([200, String(long.length)])
    }
    // By the time that a whole file has come, any that had been opened before it is open.
    await viewer.browser.get(address(item.id))
    expect(openFiles()).toBeLessThan(before + 10)
  })

  test('under the name it came with, whatever that is', async () => {
    const item = await keepFile(owner.organisation, 'Räume "100%" – 計画\\.txt', 'text/plain')
    const reply = await viewer.browser.get(address(item.id))
    expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(reply.headers.get('content-disposition')).toBe(
      `attachment; filename="Raume _100__ - ___.txt"; filename*=UTF-8''R%C3%A4ume%20%22100%25%22%20%E2%80%93%20%E8%A8%88%E7%94%BB%5C.txt`,
    )
  })

  test.each([
    ['costs.csv', 'text/csv; charset=unknown-8bit', Buffer.from('Caf\xe9 lunch,\xa345\r\n', 'latin1')],
    ['notes.txt', 'text/plain; charset=utf-16', Buffer.from('\ufeffsafe\r\n', 'utf16le')],
  ])('byte for byte, and without claiming that %s is UTF-8', async (name, type, content) => {
    const item = await keepFile(owner.organisation, name, type, content)
    const reply = await viewer.browser.get(address(item.id))
    expect(reply.headers.get('content-type')).toBe(type)
    expect(Buffer.from(reply.bytes).equals(content)).toBe(true)
  })

  test.each([
    ['say "hi".pdf', 'say _hi_.pdf', 'say%20%22hi%22.pdf'],
    ['👩🏾‍🏫 notes.pdf', '_______ notes.pdf', '%F0%9F%91%A9%F0%9F%8F%BE%E2%80%8D%F0%9F%8F%AB%20notes.pdf'],
    ['می‌خواهم.pdf', '________.pdf', '%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85.pdf'],
  ])('in both ways of writing a name: %s', async (name, plain, full) => {
    const item = await keepFile(owner.organisation, name)
    const reply = await viewer.browser.get(address(item.id))
    expect(reply.headers.get('content-disposition')).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${full}`)
  })

  test('is open to every role', async () => {
    const item = await keepFile(owner.organisation)
    for (const { browser } of [owner, await dev(world, owner.organisation), await esi(world, owner.organisation), viewer]) {
      expect((await browser.get(address(item.id))).status).toBe(200)
    }
  })

  test('asks someone who has not signed in to do so', async () => {
    const item = await keepFile(owner.organisation)
    expect((await world.visitor().get(address(item.id))).status).toBe(303)
  })

  test('answers a wrong, foreign or removed id, and one that is no file, all alike', async () => {
    const removed = await keepFile(owner.organisation)
    await removeEvidence(context, owner.organisation, removed.subject, removed.id)
    const foreign = await keepFile(foreigner.organisation)
    const link = await addEvidence(context, owner.organisation, 'a/b', [
      { kind: 'link', title: 'a', url: 'https://example.org/' },
    ])
    const ids = [removed.id, foreign.id, (link.ok && link.added[0]?.id) || '', newId(), 'nonsense', removed.id.toUpperCase()]
    // What an earlier page left to say is said once, and not on one of these.
    await owner.browser.get('/nowhere')
    const pages = []
    for (const id of ids) {
      const reply = await owner.browser.get(address(id))
      expect(reply.status).toBe(404)
      pages.push(reply.text.replace(/value="[^"]*"/g, ''))
    }
    expect(new Set(pages).size).toBe(1)
    expect((await owner.browser.get(address(foreign.id, foreigner.organisation))).status).toBe(404)
  })

  test('says so when the file itself has gone missing', async () => {
    const gone = {
      kind: 'file',
      title: 'Gone',
      fileName: 'Gone.pdf',
      fileType: 'application/pdf',
      bytes: 1,
      sha256: 'ab'.repeat(32),
    } as const
    const added = await addEvidence(context, owner.organisation, 'assessment/1/indicator/1.1', [gone])
    const id = (added.ok && added.added[0]?.id) || ''
    expect((await viewer.browser.get(address(id))).status).toBe(500)
  })
})

describe('the preview of a picture', () => {
  const at = (evidence: string, organisation = owner.organisation) => paths.preview.to({ organisation, evidence })
  const keepPicture = (organisation = owner.organisation, content: Buffer = turnedHeic, type = 'image/heic') =>
    keepFile(organisation, 'Mentors.heic', type, content)
  const rowOf = async ({ id }: EvidenceItem) => {
    const own = ownedBy(world.services.db.read, owner.organisation)
    return own.select('evidence').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  }

  test('is made when it is first asked for, kept among the files, and can do nothing', async () => {
    const item = await keepPicture()
    expect(await rowOf(item)).toMatchObject({ preview: null })
    const reply = await viewer.browser.get(at(item.id))
    const row = await rowOf(item)
    expect(row).toMatchObject({ preview: 'made', preview_width: 64, preview_height: 192 })
    expect(reply.status).toBe(200)
    expect(createHash('sha256').update(reply.bytes).digest('hex')).toBe(row.preview_sha256)
    expect(Buffer.from(reply.bytes).toString('latin1')).toMatch(/^RIFF.{4}WEBP/s)
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-length': String(reply.bytes.length),
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'cross-origin-resource-policy': 'same-origin',
      etag: `"${row.preview_sha256}"`,
    })
    expect(reply.headers.get('content-disposition')).toBeNull()
  })

  test('is asked about each time and sent once, to whoever still may see it', async () => {
    const item = await keepPicture()
    const first = await viewer.browser.get(at(item.id))
    const etag = { 'if-none-match': first.headers.get('etag') ?? '' }
    const again = await viewer.browser.get(at(item.id), etag)
    expect([again.status, again.bytes.length, again.headers.get('cache-control')]).toEqual([304, 0, 'private, no-cache'])
    expect((await world.visitor().get(at(item.id), etag)).status).toBe(303)
    expect((await foreigner.browser.get(at(item.id), etag)).status).toBe(404)
    await removeEvidence(context, owner.organisation, item.subject, item.id)
    expect((await viewer.browser.get(at(item.id), etag)).status).toBe(404)
  })

  test('is made once, however many ask for it at the same moment, and for every item of the organisation with that file', async () => {
    const content = Buffer.concat([turnedHeic, Buffer.from('once')])
    const items = [await keepPicture(owner.organisation, content), await keepPicture(owner.organisation, content)]
    const replies = await Promise.all(items.flatMap(({ id }) => [owner, viewer, owner].map(({ browser }) => browser.get(at(id)))))
    expect(new Set(replies.map(({ status, headers }) => `${status} ${headers.get('etag')}`)).size).toBe(1)
    expect(await rowOf(items[1] as EvidenceItem)).toMatchObject({ preview: 'made' })
  })

  test('answers what only asks about it', async () => {
    const item = await keepPicture()
    const { bytes } = await viewer.browser.get(at(item.id))
    const reply = await viewer.browser.head(at(item.id))
    expect([reply.status, reply.headers.get('content-length'), reply.bytes.length]).toEqual([200, String(bytes.length), 0])
  })

  test('is made again when it has gone missing, and waits for a file that has', async () => {
    const item = await keepPicture(owner.organisation, Buffer.concat([turnedHeic, Buffer.from('again')]))
    const { headers } = await viewer.browser.get(at(item.id))
    const sweepAll = async (days: number) =>
      world.services.files.sweep({
        now: new Date(Date.now() + days * 24 * 60 * 60 * 1000),
        inUse: async (digests) => new Set(digests.filter((each) => each !== row.preview_sha256)),
      })
    const row = await rowOf(item)
    await sweepAll(2)
    await sweepAll(12)
    expect(await world.services.files.open(row.preview_sha256 ?? '')).toBeNull()
    const again = await viewer.browser.get(at(item.id))
    expect([again.status, again.headers.get('etag')]).toEqual([200, headers.get('etag')])
    const gone = {
      kind: 'file',
      title: 'Gone',
      fileName: 'Gone.png',
      fileType: 'image/png',
      bytes: 1,
      sha256: 'cd'.repeat(32),
    } as const
    const added = await addEvidence(context, owner.organisation, 'assessment/1/indicator/1.1', [gone])
    const missing = (added.ok && added.added[0]) as EvidenceItem
    expect((await viewer.browser.get(at(missing.id))).status).toBe(404)
    expect(await rowOf(missing)).toMatchObject({ preview: null })
  })

  test('that can’t be made is a drawing on a page that was there before, and then nothing', async () => {
    for (const content of [enormousPng(60_000, 60_000), Buffer.from(pngFile.subarray(0, 40))]) {
      const item = await keepPicture(owner.organisation, content, 'image/png')
      const reply = await viewer.browser.get(at(item.id))
      expect([reply.status, reply.headers.get('content-type'), reply.headers.get('cache-control')]).toEqual([
        404,
        'image/svg+xml; charset=utf-8',
        'private, no-store',
      ])
      expect(await rowOf(item)).toMatchObject({ preview: 'none', preview_sha256: null })
      expect((await findEvidence(ownedBy(world.services.db.read, owner.organisation), item.id))?.preview).toBe('none')
      // The file itself is given out as ever.
      expect((await viewer.browser.get(address(item.id))).status).toBe(200)
    }
  })

  test('is none of what is no picture', async () => {
    const item = await keepFile(owner.organisation)
    expect((await viewer.browser.get(at(item.id))).headers.get('content-type')).toMatch(/^image\/svg/)
    expect(await rowOf(item)).toMatchObject({ preview: null })
  })
})
