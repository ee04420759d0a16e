import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alice, bob, type MemberPersona } from '../../tests/support/personas.ts'
import { createWorld, type World } from '../../tests/support/world.ts'
import { asSystem, type Context, newId, ownedBy } from '../platform/index.ts'
import { filesCommand } from './cli.ts'
import { findEvidence, setPreview } from './store.ts'
import { type Kept, sweepFiles } from './sweep.ts'
import { addEvidence, removeEvidence, restoreEvidence } from './testing.ts'

const DAY = 24 * 60 * 60 * 1000

let world: World
let context: Context
let ours: MemberPersona
let theirs: MemberPersona
beforeAll(async () => {
  world = await createWorld()
  // Files have the machine's own times.
  world.clock.set(new Date().toISOString())
  ours = await alice(world)
  theirs = await bob(world)
  context = asSystem(world.services, 'test')
})
afterAll(() => world.end())

const onRecord = new Set<string>()
/** Subjects about which what was removed may have to be put back. */
const undecided = new Set<string>()
const kept: Kept = {
  isOnRecord: async (_own, digest) => onRecord.has(digest),
  mayComeBack: async (_own, subject) => undecided.has(subject),
}
const sweep = (dryRun = false) => sweepFiles(asSystem(world.services, 'sweep-files'), { ...kept, dryRun })
const digestOf = (words: string) => createHash('sha256').update(words).digest('hex')
const isThere = async (words: string) => {
  const found = await world.services.files.open(digestOf(words))
  found?.stream.resume()
  return found !== null
}

async function upload(words: string) {
  return world.services.files.keep(Readable.from([Buffer.from(words)]), 1000)
}

async function addFile(who: MemberPersona, words: string) {
  const { sha256, bytes } = await upload(words)
  const subject = `assessment/${newId()}/indicator/1.1`
  const file = { kind: 'file', title: 'Plan', fileName: 'plan.txt', fileType: 'text/plain', bytes, sha256 } as const
  const added = await addEvidence(context, who.organisation, subject, [file])
  return { organisation: who.organisation, subject, id: (added.ok && added.added[0]?.id) || '' }
}

const remove = (item: Awaited<ReturnType<typeof addFile>>) => removeEvidence(context, item.organisation, item.subject, item.id)

/** Sweeps every day for so many days. */
async function days(count: number) {
  const outcomes = []
  for (let day = 0; day < count; day++) {
    world.clock.advance(DAY)
    outcomes.push(await sweep())
  }
  return outcomes
}

test('files of refused uploads go; evidence, what was removed lately and what others have of the same content stay', async () => {
  await upload('refused')
  await addFile(ours, 'in use')
  const shared = await addFile(ours, 'in both')
  await addFile(theirs, 'in both')
  const removed = await addFile(ours, 'removed')
  await remove(removed)
  await remove(shared)
  const outcomes = await days(20)
  expect(outcomes.map(({ setAside }) => setAside.files).reduce((a, b) => a + b)).toBe(1)
  expect(outcomes.map(({ deleted }) => deleted.files).reduce((a, b) => a + b)).toBe(1)
  expect(await isThere('refused')).toBe(false)
  for (const words of ['in use', 'in both', 'removed']) expect([words, await isThere(words)]).toEqual([words, true])
  expect(await restoreEvidence(context, ours.organisation, removed.subject, removed.id)).not.toBeNull()
  expect(await isThere('removed')).toBe(true)
})

test('what was removed thirty days ago is forgotten for good, with its audit line, unless it is on a record', async () => {
  const gone = await addFile(ours, 'a list of names')
  const sealed = await addFile(ours, 'sealed')
  onRecord.add(digestOf('sealed'))
  await remove(gone)
  await remove(sealed)
  await days(29)
  const own = ownedBy(world.services.db.read, ours.organisation)
  expect(await findEvidence(own, gone.id)).toMatchObject({ removed: true })
  await days(9)
  expect(await findEvidence(own, gone.id)).toBeNull()
  expect(await isThere('a list of names')).toBe(false)
  expect(await restoreEvidence(context, ours.organisation, gone.subject, gone.id)).toBeNull()
  expect(await findEvidence(own, sealed.id)).toMatchObject({ removed: true })
  expect(await isThere('sealed')).toBe(true)
  const lines = await own
    .select('activity')
    .select(['action', 'actor', 'subject'])
    .where('action', '=', 'evidence.forgotten')
    .execute()
  expect(lines).toContainEqual({
    action: 'evidence.forgotten',
    actor: 'system:sweep-files',
    subject: `${gone.subject}/evidence/${gone.id}`,
  })
  expect(lines.filter(({ subject }) => subject.startsWith(sealed.subject))).toEqual([])
})

test('links and places are forgotten like files: what they are called may name a child', async () => {
  const subject = `assessment/${newId()}/indicator/1.1`
  const items = [
    { kind: 'link', title: 'Sam’s review', url: 'https://example.org/sam' },
    { kind: 'place', title: 'Sam’s consent form', place: 'Locked cabinet' },
  ] as const
  const added = await addEvidence(context, ours.organisation, subject, items)
  const ids = added.ok ? added.added.map(({ id }) => id) : []
  for (const id of ids) await removeEvidence(context, ours.organisation, subject, id)
  const own = ownedBy(world.services.db.read, ours.organisation)
  await days(29)
  for (const id of ids) expect(await findEvidence(own, id)).toMatchObject({ removed: true })
  world.clock.advance(DAY)
  expect((await sweep(true)).forgotten).toBe(2)
  expect((await sweep()).forgotten).toBe(2)
  for (const id of ids) expect(await findEvidence(own, id)).toBeNull()
})

test('what may have to be put back waits, link, place or file, until that is decided', async () => {
  const item = await addFile(ours, 'a register')
  const place = { kind: 'place', title: 'Register', place: 'Locked cabinet' } as const
  const added = await addEvidence(context, ours.organisation, item.subject, [place])
  const ids = [item.id, (added.ok && added.added[0]?.id) || '']
  for (const id of ids) await removeEvidence(context, ours.organisation, item.subject, id)
  const own = ownedBy(world.services.db.read, ours.organisation)
  undecided.add(item.subject)
  await days(40)
  for (const id of ids) expect(await findEvidence(own, id)).toMatchObject({ removed: true })
  undecided.clear()
  expect((await sweep()).forgotten).toBe(2)
})

test('put back while a sweep runs, it is not forgotten', async () => {
  const item = await addFile(ours, 'wanted after all')
  await remove(item)
  world.clock.advance(31 * DAY)
  await Promise.all([restoreEvidence(context, ours.organisation, item.subject, item.id), sweep()])
  const own = ownedBy(world.services.db.read, ours.organisation)
  const found = await findEvidence(own, item.id)
  // Whichever came first counts, and is not half done.
  if (found) expect(found.removed).toBe(false)
  await days(9)
  expect(await isThere('wanted after all')).toBe(found !== null)
})

test('a preview stays as long as its file, and goes with it', async () => {
  const item = await addFile(ours, 'a picture')
  const preview = await upload('its preview')
  await world.services.db.housekeep((tx) =>
    setPreview(ownedBy(tx, ours.organisation), digestOf('a picture'), { sha256: preview.sha256, width: 320, height: 240 }),
  )
  await days(12)
  await remove(item)
  await days(20)
  expect(await isThere('its preview')).toBe(true)
  await days(20)
  expect([await isThere('a picture'), await isThere('its preview')]).toEqual([false, false])
})

test('more files than one question asks about', async () => {
  for (let n = 0; n < 600; n++) await upload(`orphan ${n}`)
  const deleted = (await days(10)).map((outcome) => outcome.deleted.files)
  expect(deleted.reduce((a, b) => a + b)).toBe(600)
  expect(await isThere('in use')).toBe(true)
})

test('by hand, with a count of what was done or would be', async () => {
  await upload('by hand')
  world.clock.advance(2 * DAY)
  const run = async (...args: string[]) => {
    const said: string[] = []
    const terminal = { say: (text: string) => said.push(text), complain: (text: string) => said.push(text) }
    const code = await filesCommand(args, terminal, kept, (work) => work(context))
    return [code, said.join('\n')]
  }
  const lines = `
  0 items removed from evidence more than 30 days ago forgotten for good
  1 file (7 bytes) that nothing refers to set aside
  0 files (0 bytes) set aside more than a week ago deleted
  0 files (0 bytes) that something refers to again put back
  0 files (0 bytes) of unfinished uploads deleted`
  expect(await run('sweep', '--dry-run')).toEqual([0, `Nothing was changed. A sweep now would mean:${lines}`])
  expect(await run('sweep')).toEqual([0, `Swept:${lines}`])
  for (const wrong of [[], ['sweep', '--all'], ['sweep', '--dry-run', 'now'], ['brush']]) expect((await run(...wrong))[0]).toBe(2)
})
