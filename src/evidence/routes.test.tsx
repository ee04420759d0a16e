import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROLES } from '../accounts/index.ts'
import { FILE_BYTES, newId } from '../platform/index.ts'
import { addEvidence, removeEvidence } from './actions.ts'
import { paths } from './paths.ts'
import { createEvidence } from './routes.tsx'
import type { EvidenceItem } from './rules.ts'
import { pdfFile } from './testing.ts'
import { createNeighbourhood, type Neighbourhood } from './testing-people.ts'

let here: Neighbourhood
beforeAll(async () => {
  here = await createNeighbourhood(createEvidence())
})
afterAll(() => here.world.end())

const bytes = pdfFile('Plan')

async function keepFile(organisation: string, fileName = 'Plan.pdf', fileType = 'application/pdf'): Promise<EvidenceItem> {
  const stored = await here.context.files.keep(Readable.from([bytes]), FILE_BYTES)
  const subject = `assessment/${newId()}/indicator/1.1`
  const item = { kind: 'file', title: 'Plan', fileName, fileType, ...stored } as const
  const added = await addEvidence(here.context, organisation, subject, [item])
  if (!added.ok || !added.added[0]) throw new Error('not added')
  return added.added[0]
}

const address = (evidence: string, organisation = here.ours) => paths.file.to({ organisation, evidence })

describe('downloading a file', () => {
  test('gives its bytes as an attachment that can do nothing', async () => {
    const item = await keepFile(here.ours)
    const visitor = await here.visitor('viewer')
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await here.world.app.request(`http://localhost:3000${address(item.id)}`, {
      headers: { cookie, 'accept-encoding': 'gzip' },
    })
    expect(reply.status).toBe(200)
    expect(Buffer.from(await reply.arrayBuffer()).equals(bytes)).toBe(true)
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="Plan.pdf"; filename*=UTF-8''Plan.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  test('under the name it came with, whatever that is', async () => {
    const item = await keepFile(here.ours, 'Räume "100%" – 計画\\.txt', 'text/plain')
    const reply = await (await here.visitor('viewer')).get(address(item.id))
    expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(reply.headers.get('content-disposition')).toBe(
      `attachment; filename="Raume _100__ _ ___.txt"; filename*=UTF-8''R%C3%A4ume%20%22100%25%22%20%E2%80%93%20%E8%A8%88%E7%94%BB%5C.txt`,
    )
  })

  test.each(ROLES)('is open to a %s', async (role) => {
    const item = await keepFile(here.ours)
    expect((await (await here.visitor(role)).get(address(item.id))).status).toBe(200)
  })

  test('asks someone who has not signed in to do so', async () => {
    const item = await keepFile(here.ours)
    expect((await here.world.visitor().get(address(item.id))).status).toBe(303)
  })

  test('answers a wrong, foreign or removed id, and one that is no file, all alike', async () => {
    const removed = await keepFile(here.ours)
    await removeEvidence(here.context, here.ours, removed.subject, removed.id)
    const foreign = await keepFile(here.theirs)
    const link = await addEvidence(here.context, here.ours, 'a/b', [{ kind: 'link', title: 'a', url: 'https://example.org/' }])
    const ids = [removed.id, foreign.id, (link.ok && link.added[0]?.id) || '', newId(), 'nonsense', removed.id.toUpperCase()]
    const visitor = await here.visitor('owner')
    const pages = []
    for (const id of ids) {
      const reply = await visitor.get(address(id))
      expect(reply.status).toBe(404)
      pages.push(reply.text.replace(/value="[^"]*"/g, ''))
    }
    expect(new Set(pages).size).toBe(1)
    expect((await visitor.get(address(foreign.id, here.theirs))).status).toBe(404)
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
    const added = await addEvidence(here.context, here.ours, 'assessment/1/indicator/1.1', [gone])
    const id = (added.ok && added.added[0]?.id) || ''
    expect((await (await here.visitor('viewer')).get(address(id))).status).toBe(500)
  })
})
