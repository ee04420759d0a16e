import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Files, filesIn } from './files.ts'

let folder: string
let files: Files
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mentormark-sweep-'))
  files = filesIn(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const HOUR = 60 * 60 * 1000
const NOW = new Date('2026-03-04T10:00:00.000Z')
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR)
const digestOf = (words: string) => createHash('sha256').update(words).digest('hex')
const placeOf = (words: string) => join(folder, digestOf(words).slice(0, 2), digestOf(words))
const asideOf = (words: string) => join(folder, 'aside', digestOf(words))
const written = (path: string, at: Date) => utimesSync(path, at, at)

/** Keeps a file as an upload at that time does. */
async function keep(words: string, at = NOW): Promise<void> {
  await files.keep(Readable.from([Buffer.from(words)]), 1000)
  written(placeOf(words), at)
}

async function read(words: string): Promise<string | null> {
  const found = await files.open(digestOf(words))
  return found && text(found.stream)
}

const sweepAt = (now: Date, used: readonly string[] = [], dryRun = false) =>
  files.sweep({ now, dryRun, inUse: async (asked) => new Set(used.map(digestOf).filter((digest) => asked.includes(digest))) })

const one = (words: string) => ({ files: 1, bytes: words.length })
const none = { files: 0, bytes: 0 }
const nothing = { unfinished: none, putBack: none, deleted: none, setAside: none }

test('a file in use is never touched, however old', async () => {
  await keep('policy')
  expect(await sweepAt(later(24 * 365), ['policy'])).toEqual(nothing)
  expect(await read('policy')).toBe('policy')
})

test('a file that was only just kept is left alone: its upload may still be being saved', async () => {
  await keep('policy')
  expect(await sweepAt(later(23))).toEqual(nothing)
  expect(existsSync(placeOf('policy'))).toBe(true)
})

test('what nothing refers to is set aside after a day, and deleted after a week', async () => {
  await keep('refused')
  await keep('policy')
  expect(await sweepAt(later(25), ['policy'])).toEqual({ ...nothing, setAside: one('refused') })
  expect(await sweepAt(later(25 + 6 * 24), ['policy'])).toEqual(nothing)
  expect(existsSync(asideOf('refused'))).toBe(true)
  expect(await sweepAt(later(25 + 7 * 24), ['policy'])).toEqual({ ...nothing, deleted: one('refused') })
  expect(readdirSync(join(folder, 'aside'))).toEqual([])
  expect(await read('refused')).toBeNull()
  expect(await read('policy')).toBe('policy')
})

test('a dry run counts the same, and changes nothing', async () => {
  await keep('refused')
  await keep('older')
  await sweepAt(later(25), ['refused'])
  const before = readdirSync(folder, { recursive: true }).sort()
  const now = later(25 + 7 * 24)
  const would = await sweepAt(now, [], true)
  expect(would).toEqual({ ...nothing, setAside: one('refused'), deleted: one('older') })
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before)
  expect(await sweepAt(now)).toEqual(would)
})

test('what lies aside and is needed after all goes back: with the next sweep, or as soon as it is read', async () => {
  await keep('policy')
  await keep('minutes')
  // As with the wrong database: nothing is known.
  await sweepAt(later(25))
  expect(await read('minutes')).toBe('minutes')
  expect(existsSync(placeOf('minutes'))).toBe(true)
  expect(await sweepAt(later(24 * 30), ['policy', 'minutes'])).toEqual({ ...nothing, putBack: one('policy') })
  expect(await read('policy')).toBe('policy')
})

test('parts of uploads that were never finished go after a day', async () => {
  const incoming = join(folder, 'incoming')
  mkdirSync(incoming)
  for (const [name, at] of [
    ['killed', NOW],
    ['running', later(20)],
  ] as const) {
    writeFileSync(join(incoming, name), 'half')
    written(join(incoming, name), at)
  }
  expect(await sweepAt(later(25))).toEqual({ ...nothing, unfinished: one('half') })
  expect(readdirSync(incoming)).toEqual(['running'])
})

test('other files in the folder are none of its business, and an empty or missing folder is nothing to do', async () => {
  expect(await sweepAt(NOW)).toEqual(nothing)
  mkdirSync(join(folder, 'ab'))
  writeFileSync(join(folder, 'ab', 'notes.txt'), 'mine')
  written(join(folder, 'ab', 'notes.txt'), NOW)
  expect(await sweepAt(later(1000))).toEqual(nothing)
  expect(existsSync(join(folder, 'ab', 'notes.txt'))).toBe(true)
})

test('the same content uploaded while the sweep is deciding is not lost', async () => {
  await keep('policy')
  const used = new Set<string>()
  let asked = false
  await files.sweep({
    now: later(25),
    async inUse(digests) {
      const answer = new Set(digests.filter((digest) => used.has(digest)))
      // Between the answer and what is done about it: a new upload of it is kept, and saved.
      if (digests.length > 0 && !asked) {
        asked = true
        await keep('policy', later(25))
        used.add(digestOf('policy'))
      }
      return answer
    },
  })
  expect(asked).toBe(true)
  expect(await read('policy')).toBe('policy')
  for (let days = 2; days < 20; days++) await sweepAt(later(days * 24), ['policy'])
  expect(await read('policy')).toBe('policy')
})

test('nor is it lost while an older copy of it is being deleted', async () => {
  await keep('policy')
  await sweepAt(later(25))
  const week = later(25 + 7 * 24)
  let asked = false
  await files.sweep({
    now: week,
    async inUse(digests) {
      if (!asked && digests.length > 0) {
        asked = true
        // Kept anew, and set aside at once by another process that had looked before.
        await keep('policy', NOW)
        await sweepAt(week)
      }
      return new Set()
    },
  })
  expect(await read('policy')).toBe('policy')
})

test('several processes sweep while what they are about to clear away is uploaded again: nothing that was saved is lost', async () => {
  const others = Array.from({ length: 3 }, () => filesIn(folder))
  const used = new Set<string>()
  const now = new Date()
  const old = new Date(now.getTime() - 30 * 24 * HOUR)
  const sweepAll = () =>
    others.map((each) => each.sweep({ now, inUse: async (asked) => new Set(asked.filter((digest) => used.has(digest))) }))
  for (let round = 0; round < 60; round++) {
    const words = `content ${round}`
    await keep(words, old)
    // Every other time there is also a copy that lies aside, about to be deleted.
    if (round % 2 === 1) {
      await files.sweep({ now, inUse: async () => used })
      written(asideOf(words), old)
      await keep(words, old)
    }
    const upload = async () => {
      for (let turns = 0; turns < round % 7; turns++) await new Promise(setImmediate)
      used.add((await files.keep(Readable.from([Buffer.from(words)]), 1000)).sha256)
    }
    await Promise.all([...sweepAll(), upload(), ...sweepAll()])
    expect(await read(words)).toBe(words)
  }
  await Promise.all(sweepAll())
  for (let round = 0; round < 60; round++) expect(await read(`content ${round}`)).toBe(`content ${round}`)
})

test('a sweep that is told to stop leaves the rest for the next one', async () => {
  await keep('refused')
  const stopping = { now: later(25), inUse: async () => new Set<string>(), signal: AbortSignal.abort() }
  expect(await files.sweep(stopping)).toEqual(nothing)
  expect(await sweepAt(later(25))).toEqual({ ...nothing, setAside: one('refused') })
})

test('nothing of an upload that was cut is left behind when the store is closed', async () => {
  const standing = new Readable({ read() {} })
  standing.push('half of a file')
  const keeping = files.keep(standing, 1000).catch((error: Error) => error.message)
  await expect.poll(() => readdirSync(join(folder, 'incoming'), { withFileTypes: true }).length).toBe(1)
  files.close()
  expect(readdirSync(join(folder, 'incoming'))).toEqual([])
  standing.destroy(new Error('cut'))
  expect(await keeping).toBe('cut')
})
