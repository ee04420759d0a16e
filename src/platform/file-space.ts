import { existsSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Clock, instant } from './clock.ts'
import type { Database, Tx } from './database/index.ts'
import { type Files, NotTaken, noFiles } from './files.ts'
import type { Log } from './log.ts'

/** What the whole server keeps of files at most, in bytes, whoever they belong to. */
export interface FileLimits {
  /** Of all files together; null leaves it to the disk. */
  readonly total: number | null
  /** Taken in a day. */
  readonly perDay: number
  /** Left free on the disk they are on, for the database above all; null means 2 GB, or a tenth of a disk under 20 GB. */
  readonly leaveFree: number | null
}

export interface FileSpaceTable {
  /** `kept`: everything that is there. `taken`: what came in until `resets_at`. */
  counted: string
  /** PostgreSQL gives it as text. */
  bytes: number | string
  resets_at: string | null
}

/** What can be filled up, each with the setting that says how far. */
const SETTINGS = { disk: 'FILES_LEAVE_FREE', total: 'FILES_LIMIT', day: 'FILES_PER_DAY' } as const
type Limited = keyof typeof SETTINGS

const DAY = 24 * 60 * 60 * 1000
/** Whoever runs the server hears of a limit once, and again after this long. */
const WARN_AGAIN = DAY
/** The part of a limit at which they hear that it is near. */
const NEARLY = 0.8

/**
 * The same store, which takes no more than the server has room for. What is kept is counted in the database, each file before it is
 * read, so that several servers count together and nobody looks through the folder; the daily sweep sets the count right.
 * `keep` throws NotTaken when there is no room, with nothing left behind.
 */
export function withinLimits(
  files: Files,
  options: {
    readonly db: Database
    readonly clock: Clock
    readonly log: Log
    /** Where the files are. */
    readonly folder: string
    readonly limits: FileLimits
  },
): Files {
  const { db, clock, log, folder, limits } = options
  const warned = new Map<string, number>()
  /** Counted for files that this process is keeping just now. */
  let underWay = 0

  function warn(what: Limited, level: keyof typeof WORDS, facts: Readonly<Record<string, number>>): void {
    const now = clock.now().getTime()
    const last = warned.get(`${what} ${level}`)
    if (last !== undefined && Math.abs(now - last) < WARN_AGAIN) return
    warned.set(`${what} ${level}`, now)
    log.warn({ ...facts, setting: SETTINGS[what] }, WORDS[level])
  }

  /** True when so many more still fit. Says so in the log when they don't, or when it gets tight. */
  function fits(what: Limited, used: number, more: number, most: number): boolean {
    const fit = used + more <= most
    if (!fit) warn(what, 'reached', { used, most })
    else if (used + more >= most * NEARLY) warn(what, 'nearly', { used, most })
    return fit
  }

  async function fitsOnDisk(more: number): Promise<boolean> {
    const disk = await statfs(nearestFolder(folder))
    const size = disk.blocks * disk.bsize
    const leaveFree = limits.leaveFree ?? Math.min(2e9, size / 10)
    const free = disk.bavail * disk.bsize - underWay
    return fits('disk', size - free, more, size - leaveFree)
  }

  /** What is counted now, with what has lapsed left out. */
  async function counts(db: Pick<Tx, 'selectFrom'>): Promise<{ kept: number; taken: number; resetsAt: string }> {
    const rows = await db.selectFrom('file_space').selectAll().execute()
    const now = instant(clock)
    const fresh = new Date(clock.now().getTime() + DAY).toISOString()
    const day = rows.find(({ counted }) => counted === 'taken')
    // One that lapses later than it could was counted while the clock was wrong.
    const lapsed = !day?.resets_at || day.resets_at <= now || day.resets_at > fresh
    return {
      kept: Number(rows.find(({ counted }) => counted === 'kept')?.bytes ?? 0),
      taken: lapsed ? 0 : Number(day.bytes),
      resetsAt: lapsed ? fresh : (day.resets_at ?? fresh),
    }
  }

  function fitIn({ kept, taken }: { readonly kept: number; readonly taken: number }, more: number): boolean {
    return (limits.total === null || fits('total', kept, more, limits.total)) && fits('day', taken, more, limits.perDay)
  }

  async function write(tx: Tx, counted: 'kept' | 'taken', bytes: number, resets_at: string | null): Promise<void> {
    const row = { bytes: Math.max(0, bytes), resets_at }
    await tx
      .insertInto('file_space')
      .values({ counted, ...row })
      .onConflict((conflict) => conflict.column('counted').doUpdateSet(row))
      .execute()
  }

  /** @returns the day it was counted in; null when there is no room */
  function reserve(most: number): Promise<string | null> {
    return db.housekeep(async (tx) => {
      const now = await counts(tx)
      if (!fitIn(now, most)) return null
      await write(tx, 'kept', now.kept + most, null)
      await write(tx, 'taken', now.taken + most, now.resetsAt)
      return now.resetsAt
    })
  }

  /** Takes back what was counted too much. */
  async function giveBack(bytes: number, day: string): Promise<void> {
    if (bytes === 0) return
    await db.housekeep(async (tx) => {
      const now = await counts(tx)
      await write(tx, 'kept', now.kept - bytes, null)
      if (now.resetsAt === day) await write(tx, 'taken', now.taken - bytes, day)
    })
  }

  return {
    ...files,
    async hasRoomFor(bytes) {
      return (await fitsOnDisk(bytes)) && fitIn(await counts(db.read), bytes)
    },
    async keep(stream, limit) {
      const day = (await fitsOnDisk(limit)) ? await reserve(limit) : null
      if (day === null) {
        await noFiles.keep(stream, limit)
        throw new NotTaken('no-room')
      }
      underWay += limit
      try {
        const stored = await files.keep(stream, limit)
        await giveBack(limit - stored.bytes, day)
        return stored
      } catch (error) {
        // Why it was not kept is what matters: the next sweep sets the count right.
        await giveBack(limit, day).catch(() => {})
        if (error instanceof NotTaken) log.error({ err: error.cause }, 'the disk is full: a file was not kept')
        throw error
      } finally {
        underWay -= limit
      }
    },
    async sweep(sweepOptions) {
      const swept = await files.sweep(sweepOptions)
      if (sweepOptions.dryRun) return swept
      const before = (await counts(db.read)).kept
      const measured = await files.measure()
      await db.housekeep(async (tx) => {
        // What came in meanwhile stays counted.
        await write(tx, 'kept', (await counts(tx)).kept + measured - before, null)
      })
      return swept
    },
  }
}

/** The folder itself is made with the first file. */
function nearestFolder(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearestFolder(dirname(folder))
}

const WORDS = {
  nearly: 'files have nearly reached a limit of this server: raise it, or make room',
  reached: 'files have reached a limit of this server, and no more are taken: raise it, or make room',
}
