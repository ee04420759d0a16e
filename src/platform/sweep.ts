import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { isHeld, lockIn } from './process-lock.ts'

/** How long a file is left alone, in milliseconds: far longer than any upload takes to be written into the database. */
const SETTLED = 24 * 60 * 60 * 1000
/** How long what nothing refers to lies aside before it is deleted: long enough to notice a wrong database, or a wrong setting. */
const ASIDE = 7 * SETTLED
/** Digests asked about at once. */
const BATCH = 500

export interface SweepOptions {
  readonly now: Date
  /** Those of the digests that something refers to. */
  readonly inUse: (digests: readonly string[]) => Promise<ReadonlySet<string>>
  /** Counts what would be done, and does nothing. */
  readonly dryRun?: boolean
  /** Ends the sweep early, between two files; the next one goes on. */
  readonly signal?: AbortSignal | undefined
}

export interface Tally {
  readonly files: number
  readonly bytes: number
}

export interface Swept {
  /** Parts of uploads that were never finished, deleted. */
  readonly unfinished: Tally
  /** Files that something refers to again, put back. */
  readonly putBack: Tally
  /** Files nothing has referred to for a week, deleted. */
  readonly deleted: Tally
  /** Files nothing refers to, now lying aside. */
  readonly setAside: Tally
}

/** Where a folder of files keeps its parts. */
export interface Places {
  readonly incoming: string
  /** For the locks of processes that keep files. */
  readonly running: string
  readonly aside: string
  pathOf(sha256: string): string
  /** Every folder that holds files by their digests. */
  folders(): Promise<readonly string[]>
}

const DIGEST = /^[0-9a-f]{64}$/

/**
 * Clears away what nothing refers to, in two steps, so that a file that is needed can't be lost: it is first set aside, and
 * deleted when it has lain there for a week and still nothing refers to it. Reading a file that lies aside puts it back.
 *
 * The same content may be uploaded again at any moment, by any process: an upload puts a whole new file in its place and
 * never counts on one that is there. Set aside in the same moment, it is put back when it is read, and by the next sweep. Only
 * what lies aside is ever deleted, after being taken away under a name of its own, which nobody else can have put there since.
 */
export async function sweep(places: Places, options: SweepOptions): Promise<Swept> {
  const settled = options.now.getTime() - SETTLED
  const unfinished = tally()
  for (const part of await filesIn(places.incoming)) {
    if (part.changed > settled) continue
    if (options.dryRun || (await gone(rm(part.path)))) unfinished.add(part)
  }
  const { putBack, deleted } = await lookThroughAside(places, options)
  const setAside = tally()
  for (const folder of await places.folders()) {
    if (options.signal?.aborted) break
    const old = (await filesIn(folder)).filter(({ name, changed }) => DIGEST.test(name) && changed <= settled)
    for (const file of await unused(old, options))
      if (options.dryRun || (await lay(file, places, options.now))) setAside.add(file)
  }
  return { unfinished: unfinished.sum(), putBack, deleted, setAside: setAside.sum() }
}

/** What everything that lies in these places takes, in bytes. */
export async function measure(places: Places): Promise<number> {
  let bytes = 0
  for (const folder of [places.aside, ...(await places.folders())]) for (const file of await filesIn(folder)) bytes += file.bytes
  return bytes
}

/**
 * Deletes the parts of uploads whose process has ended, as after a kill: their names begin with the id of a lock that nobody
 * holds any more. What another living process is writing, and what says nothing of its process, is left alone.
 * @param own the id of this process's own lock
 */
export async function clearUnfinished(places: Places, own: string | null): Promise<Tally> {
  const cleared = tally()
  for (const { name, path } of await filesIn(places.running)) {
    const lock = lockIn(name)
    if (lock === null || lock === own || isHeld(places.running, lock)) continue
    for (const part of await filesIn(places.incoming))
      if (part.name.startsWith(`${lock}.`) && (await gone(rm(part.path)))) cleared.add(part)
    await gone(rm(path))
  }
  return cleared.sum()
}

async function lookThroughAside(places: Places, options: SweepOptions): Promise<Pick<Swept, 'putBack' | 'deleted'>> {
  const putBack = tally()
  const deleted = tally()
  const lying = (await filesIn(places.aside)).filter(({ digest }) => DIGEST.test(digest))
  const notNeeded = new Set(await unused(lying, options))
  for (const file of lying) {
    if (options.signal?.aborted) break
    if (!notNeeded.has(file)) {
      if (options.dryRun || (await gone(rename(file.path, places.pathOf(file.digest))))) putBack.add(file)
    } else if (file.changed <= options.now.getTime() - ASIDE) {
      if (options.dryRun || (await destroy(file, places))) deleted.add(file)
    }
  }
  return { putBack: putBack.sum(), deleted: deleted.sum() }
}

async function unused(files: readonly Found[], { inUse }: SweepOptions): Promise<readonly Found[]> {
  const none: Found[] = []
  for (let at = 0; at < files.length; at += BATCH) {
    const some = files.slice(at, at + BATCH)
    const used = await inUse([...new Set(some.map(({ digest }) => digest))])
    none.push(...some.filter(({ digest }) => !used.has(digest)))
  }
  return none
}

/** Lays a file aside. The time it has lain there is counted from now. */
async function lay(file: Found, places: Places, now: Date): Promise<boolean> {
  await mkdir(places.aside, { recursive: true, mode: 0o700 })
  return gone(utimes(file.path, now, now).then(() => rename(file.path, join(places.aside, file.digest))))
}

async function destroy(file: Found, places: Places): Promise<boolean> {
  const taken = join(places.aside, `${file.digest}.${randomUUID()}`)
  if (!(await gone(rename(file.path, taken)))) return false
  const facts = await stat(taken).catch(() => null)
  if (facts?.mtimeMs === file.changed) return gone(rm(taken))
  // What was taken is another file than the one that was looked at: one laid here a moment ago by another process.
  await gone(rename(taken, file.path))
  return false
}

/** True when it is done; false when there was nothing there any more, because another process was quicker. */
async function gone(work: Promise<unknown>): Promise<boolean> {
  try {
    await work
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

interface Found {
  readonly path: string
  readonly name: string
  /** Of its content, going by its name. */
  readonly digest: string
  readonly bytes: number
  /** When it was written or laid aside, in milliseconds. */
  readonly changed: number
}

async function filesIn(folder: string): Promise<readonly Found[]> {
  const names = await readdir(folder).catch(() => [])
  const found: Found[] = []
  for (const name of names) {
    const path = join(folder, name)
    const facts = await stat(path).catch(() => null)
    if (facts?.isFile()) found.push({ path, name, digest: name.slice(0, 64), bytes: facts.size, changed: facts.mtimeMs })
  }
  return found
}

function tally() {
  let files = 0
  let bytes = 0
  return {
    add(file: Found) {
      files += 1
      bytes += file.bytes
    },
    sum: (): Tally => ({ files, bytes }),
  }
}
