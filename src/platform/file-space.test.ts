import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/databases.ts'
import { smallDisk } from '../../tests/support/disk.ts'
import { FrozenClock } from '../../tests/support/world.ts'
import type { Database } from './database/index.ts'
import { type FileLimits, withinLimits } from './file-space.ts'
import { type Files, FileTooLarge, filesIn } from './files.ts'

const DAY = 24 * 60 * 60 * 1000

let db: Database
let discard: () => Promise<void>
let root: string
let folder: string
let clock: FrozenClock
let logged: { level: number; msg: string; setting?: string }[]
beforeEach(async () => {
  ;({ db, discard } = await freshDatabase())
  root = mkdtempSync(join(tmpdir(), 'mentormark-space-'))
  folder = join(root, 'files')
  clock = new FrozenClock()
  logged = []
})
afterEach(async () => {
  for (const each of opened.splice(0)) each.close()
  await discard()
  rmSync(root, { recursive: true, force: true })
})

const opened: Files[] = []
const open = (): Files => {
  const files = filesIn(folder)
  opened.push(files)
  return files
}
const store = (limits: Partial<FileLimits>): Files =>
  withinLimits(open(), {
    db,
    clock,
    log: pino({}, { write: (line: string) => logged.push(JSON.parse(line)) }),
    folder,
    limits: { total: null, perDay: 1e12, leaveFree: 0, ...limits },
  })
let made = 0
/** Files of so many bytes, each different from all others. */
const file = (bytes: number) => Readable.from([Buffer.alloc(bytes, String(++made).padStart(8, '0'))])
const keep = (files: Files, bytes: number, limit = bytes) => files.keep(file(bytes), limit)
const noRoom = { because: 'no-room' }
const warnings = () =>
  logged.filter(({ level }) => level === 40).map(({ setting, msg }) => `${setting} ${msg.split(' a limit')[0]}`)
/** What is kept, and what is left of what was not; the locks of those who keep it aside. */
const everything = () =>
  readdirSync(root, { recursive: true, withFileTypes: true }).filter(
    (each) => each.isFile() && each.parentPath !== join(folder, 'running'),
  )

test('no more is kept than the limit for all files together, and what is refused leaves nothing', async () => {
  const files = store({ total: 1000 })
  await keep(files, 600)
  await keep(files, 400)
  expect(await files.hasRoomFor(1)).toBe(false)
  await expect(keep(files, 1)).rejects.toMatchObject(noRoom)
  expect(everything()).toHaveLength(2)
})

test('each file counts as long as it may be until it is known how long it is', async () => {
  const files = store({ total: 1000 })
  const slow = new Readable({ read() {} })
  const keeping = files.keep(slow, 700)
  await expect.poll(() => files.hasRoomFor(301)).toBe(false)
  await expect(keep(files, 301)).rejects.toMatchObject(noRoom)
  await keep(files, 300)
  slow.push(Buffer.alloc(100))
  slow.push(null)
  await keeping
  expect(await files.hasRoomFor(600)).toBe(true)
  expect(await files.hasRoomFor(601)).toBe(false)
})

test('a file that is not kept after all counts for nothing', async () => {
  const files = store({ total: 1000, perDay: 1000 })
  await expect(keep(files, 900, 500)).rejects.toThrow(FileTooLarge)
  const broken = new Readable({ read: () => broken.destroy(new Error('the connection broke off')) })
  await expect(files.keep(broken, 900)).rejects.toThrow('broke off')
  expect(await files.hasRoomFor(1000)).toBe(true)
})

test('no more is taken in a day than may be, and the next day it is', async () => {
  const files = store({ perDay: 1000 })
  await keep(files, 1000)
  await expect(keep(files, 1)).rejects.toMatchObject(noRoom)
  clock.advance(DAY - 1)
  await expect(keep(files, 1)).rejects.toMatchObject(noRoom)
  clock.advance(1)
  await keep(files, 1000)
  await expect(keep(files, 1)).rejects.toMatchObject(noRoom)
})

test('a day that was counted while the clock was wrong ends now', async () => {
  const files = store({ perDay: 1000 })
  clock.set('2031-01-01T00:00:00.000Z')
  await keep(files, 1000)
  clock.set('2026-03-04T10:00:00.000Z')
  await keep(files, 1000)
})

test('two servers on one database count together, also in the same moment', async () => {
  const servers = [store({ total: 1000 }), store({ total: 1000 })]
  const tries = await Promise.allSettled(Array.from({ length: 20 }, (_, at) => keep(servers[at % 2] as Files, 100)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
  expect(everything()).toHaveLength(10)
})

test('the sweep sets right what is counted', async () => {
  const files = store({ total: 1000 })
  // There before anything was counted, and counted without being there.
  await keep(filesIn(folder), 300)
  await db.housekeep((tx) => tx.insertInto('file_space').values({ counted: 'kept', bytes: 900, resets_at: null }).execute())
  const inUse = async (digests: readonly string[]) => new Set(digests)
  await files.sweep({ now: clock.now(), inUse, dryRun: true })
  expect(await files.hasRoomFor(101)).toBe(false)
  await files.sweep({ now: clock.now(), inUse })
  expect(await files.hasRoomFor(700)).toBe(true)
  expect(await files.hasRoomFor(701)).toBe(false)
  // What lies aside still takes room.
  const later = new Date(Date.now() + 2 * DAY)
  await files.sweep({ now: later, inUse: async () => new Set() })
  expect(await files.hasRoomFor(701)).toBe(false)
  await files.sweep({ now: new Date(later.getTime() + 8 * DAY), inUse: async () => new Set() })
  expect(await files.hasRoomFor(1000)).toBe(true)
})

test('the same content once more is counted until the next sweep, and takes no more room', async () => {
  const files = store({ total: 1000 })
  const same = () => Readable.from([Buffer.alloc(400, 'same')])
  await files.keep(same(), 400)
  await files.keep(same(), 400)
  expect(await files.hasRoomFor(201)).toBe(false)
  await files.sweep({ now: clock.now(), inUse: async (digests) => new Set(digests) })
  expect(await files.hasRoomFor(600)).toBe(true)
})

describe('whoever runs the server hears of it', () => {
  test('at four fifths, and when no more is taken: once a day each', async () => {
    const files = store({ total: 1000 })
    await keep(files, 799)
    expect(warnings()).toEqual([])
    await keep(files, 1)
    await keep(files, 1)
    expect(warnings()).toEqual(['FILES_LIMIT files have nearly reached'])
    for (let i = 0; i < 5; i++) await expect(keep(files, 300)).rejects.toMatchObject(noRoom)
    expect(warnings()).toEqual(['FILES_LIMIT files have nearly reached', 'FILES_LIMIT files have reached'])
    clock.advance(DAY)
    await expect(keep(files, 300)).rejects.toMatchObject(noRoom)
    expect(warnings()).toHaveLength(3)
  })

  test('by the name of the setting that says how far', async () => {
    const day = store({ perDay: 1000 })
    await keep(day, 900)
    await expect(keep(day, 200)).rejects.toMatchObject(noRoom)
    await expect(keep(store({ leaveFree: 1e18 }), 1)).rejects.toMatchObject(noRoom)
    expect(warnings()).toEqual([
      'FILES_PER_DAY files have nearly reached',
      'FILES_PER_DAY files have reached',
      'FILES_LEAVE_FREE files have reached',
    ])
  })
})

describe('a disk', () => {
  const MB = 1024 * 1024
  const onSmallDisk = async (work: () => Promise<void>, skip: () => void) => {
    mkdirSync(folder)
    const disk = smallDisk(folder)
    if (!disk) return skip()
    try {
      await work()
    } finally {
      for (const each of opened.splice(0)) each.close()
      disk.leave()
    }
  }

  test('that is full in the middle of a file: it is not kept, nothing is left, and the next smaller one is', ({ skip }) =>
    onSmallDisk(async () => {
      const files = store({})
      await keep(files, 2 * MB)
      // Nobody said how long it would be.
      const endless = Readable.from(Array.from({ length: 30 }, () => Buffer.alloc(MB, 'x')))
      await expect(files.keep(endless, 1)).rejects.toThrow(FileTooLarge)
      const slow = new Readable({ read() {} })
      const one = files.keep(slow, 2 * MB - 8192)
      // Something else fills the disk meanwhile.
      await keep(open(), 1_572_864)
      slow.push(Buffer.alloc(MB, 'y'))
      slow.push(null)
      await expect(one).rejects.toMatchObject(noRoom)
      expect(readdirSync(join(folder, 'incoming'))).toEqual([])
      expect(logged.some(({ level, msg }) => level === 50 && msg.includes('the disk is full'))).toBe(true)
      await keep(files, 200_000)
    }, skip))

  test('keeps a tenth of itself free when it is small, before anything is written', ({ skip }) =>
    onSmallDisk(async () => {
      const files = withinLimits(open(), {
        db,
        clock,
        log: pino({ level: 'silent' }),
        folder,
        limits: { total: null, perDay: 1e12, leaveFree: null },
      })
      expect(await files.hasRoomFor(3_670_016)).toBe(true)
      expect(await files.hasRoomFor(3_900_000)).toBe(false)
      await keep(files, 3 * MB)
      await expect(keep(files, MB)).rejects.toMatchObject(noRoom)
      await keep(files, 500_000)
    }, skip))
})
