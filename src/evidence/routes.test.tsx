import { existsSync, readdirSync } from 'node:fs'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { alice, bob, chelsea, dev, esi, type MemberPersona } from '../../tests/support/personas.ts'
import { createWorld, type World } from '../../tests/support/world.ts'
import { asSystem, type Context, FILE_BYTES, newId } from '../platform/index.ts'
import { paths } from './paths.ts'
import type { EvidenceItem } from './rules.ts'
import { addEvidence, pdfFile, removeEvidence } from './testing.ts'

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
  content = bytes,
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
