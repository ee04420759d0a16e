import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, readdirSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { heard } from './heard.ts'
import { holdLock, type ProcessLock } from './process-lock.ts'
import { clearUnfinished, measure, type Places, type SweepOptions, type Swept, sweep, type Tally } from './sweep.ts'

export interface StoredFile {
  /** Lower-case hex. */
  readonly sha256: string
  readonly bytes: number
}

/** What a file holds, to be read where it is wanted and never whole. */
export interface FileContent {
  readonly bytes: number
  /** So many bytes from a place, fewer at the file's end. */
  read(position: number, length: number): Promise<Uint8Array>
  /** All of it in turn, each chunk of `CHUNK` bytes but the last. */
  chunks(): AsyncGenerator<Buffer<ArrayBuffer>, void, undefined>
}

/** A multiple of every length that a file's own parts are counted in. */
const CHUNK = 64 * 1024

/** Where evidence files are kept, by what is in them: the same file given twice is kept once. */
export interface Files {
  /** Reads the stream to its end and keeps it. Resolves once it is on disk. @throws FileTooLarge beyond `limit` bytes; NotTaken when the disk is full */
  keep(stream: Readable, limit: number): Promise<StoredFile>
  /** Null when there is no such file. */
  open(sha256: string): Promise<{ readonly bytes: number; readonly stream: Readable } | null>
  /** Opens a file while `work` looks into it. Null when there is no such file. */
  look<T>(sha256: string, work: (content: FileContent) => Promise<T>): Promise<T | null>
  /** False when so many bytes more would not be kept: looked up before anything is written. */
  hasRoomFor(bytes: number): Promise<boolean>
  /** What all files that are kept take together, in bytes. Looks at each of them. */
  measure(): Promise<number>
  /** Clears away what nothing refers to (`sweep.ts`). */
  sweep(options: SweepOptions): Promise<Swept>
  /** Deletes the parts of uploads that a process left which was killed. */
  clearUnfinished(): Promise<Tally>
  /** No file is kept after this. */
  close(): void
}

export class FileTooLarge extends Error {}
/**
 * Why a file may not be left for now: somebody has not confirmed their address, has left too many lately, they or an organisation
 * have left too much, or the server has no room.
 */
export type Refusal = 'not-confirmed' | 'too-many' | 'too-much' | 'no-room'
export class NotTaken extends Error {
  readonly because: Refusal
  constructor(because: Refusal, options?: ErrorOptions) {
    super(because, options)
    this.because = because
  }
}
/** Asks whether a file may be left. When it may, the answer is told how many bytes were kept in the end. */
export type AskToKeep = () => Promise<Refusal | ((keptBytes: number) => Promise<void>)>

/** What the operating system says when a disk, or somebody's part of it, is full. */
const DISK_FULL: ReadonlySet<string | undefined> = new Set(['ENOSPC', 'EDQUOT'])

/** Files under one folder, in sub-folders named after the first two hex digits. */
export function filesIn(folder: string): Files {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  const incoming = join(folder, 'incoming')
  const running = join(folder, 'running')
  const aside = join(folder, 'aside')
  /** Says to other processes that parts of files that begin with its id are still being written. */
  let lock: ProcessLock | null | undefined
  const places: Places = {
    incoming,
    running,
    aside,
    pathOf,
    async folders() {
      const names = await readdir(folder).catch(() => [])
      return names.filter((name) => /^[0-9a-f]{2}$/.test(name)).map((name) => join(folder, name))
    },
  }
  const sizeOf = async (sha256: string) => {
    const found = await stat(pathOf(sha256)).catch(() => null)
    return found?.isFile() ? found.size : null
  }
  /** Null when there is no such file. */
  const find = async (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) return null
    const bytes = await sizeOf(sha256)
    if (bytes !== null) return bytes
    // Whoever asks for it refers to it: it belongs back in its place, if it lies aside.
    await rename(join(aside, sha256), pathOf(sha256)).catch(() => {})
    return sizeOf(sha256)
  }
  return {
    async keep(stream, limit) {
      for (const each of [incoming, running]) await mkdir(each, { recursive: true, mode: 0o700 })
      if (lock === undefined) lock = holdLock(running)
      const temporary = join(incoming, lock ? `${lock.id}.${randomUUID()}` : randomUUID())
      const hash = createHash('sha256')
      let bytes = 0
      try {
        await pipeline(
          stream,
          async function* (chunks: AsyncIterable<Buffer>) {
            for await (const chunk of chunks) {
              bytes += chunk.length
              if (bytes > limit) throw new FileTooLarge()
              hash.update(chunk)
              yield chunk
            }
          },
          createWriteStream(temporary, { mode: 0o600 }),
        )
        const sha256 = hash.digest('hex')
        await sync(temporary)
        await mkdir(dirname(pathOf(sha256)), { recursive: true, mode: 0o700 })
        await rename(temporary, pathOf(sha256))
        await sync(dirname(pathOf(sha256)))
        return { sha256, bytes }
      } catch (error) {
        await rm(temporary, { force: true })
        throw DISK_FULL.has((error as NodeJS.ErrnoException).code) ? new NotTaken('no-room', { cause: error }) : error
      }
    },
    async open(sha256) {
      const bytes = await find(sha256)
      return bytes === null ? null : { bytes, stream: heard(createReadStream(pathOf(sha256))) }
    },
    async look(sha256, work) {
      const bytes = await find(sha256)
      if (bytes === null) return null
      const handle = await open(pathOf(sha256), 'r')
      try {
        return await work(
          contentOf(bytes, async (buffer, position) => (await handle.read(buffer, 0, buffer.length, position)).bytesRead),
        )
      } finally {
        await handle.close()
      }
    },
    hasRoomFor: async () => true,
    measure: () => measure(places),
    sweep: (options) => sweep(places, options),
    clearUnfinished: () => clearUnfinished(places, lock?.id ?? null),
    close() {
      // Parts of what was cut when the time to stop was over: without the lock, nobody could tell whose they were.
      if (lock && existsSync(incoming))
        for (const name of readdirSync(incoming))
          if (name.startsWith(`${lock.id}.`)) rmSync(join(incoming, name), { force: true })
      lock?.release()
      lock = null
    },
  }
}

/** @param fill reads into a buffer from a place, and says how many bytes it found */
export function contentOf(bytes: number, fill: (buffer: Buffer<ArrayBuffer>, position: number) => Promise<number>): FileContent {
  const read = async (position: number, length: number) => {
    const buffer = Buffer.alloc(Math.max(0, Math.min(length, bytes - position)))
    return buffer.subarray(0, buffer.length === 0 ? 0 : await fill(buffer, position))
  }
  return {
    bytes,
    read,
    async *chunks() {
      for (let at = 0; at < bytes; at += CHUNK) yield await read(at, CHUNK)
    },
  }
}

/** Keeps nothing, and says how much there was: for forms from people who may not leave files here. */
export const noFiles: Files = {
  async keep(stream) {
    let bytes = 0
    for await (const chunk of stream) bytes += (chunk as Buffer).length
    return { sha256: '', bytes }
  },
  open: async () => null,
  look: async () => null,
  hasRoomFor: async () => true,
  measure: async () => 0,
  async sweep() {
    const none = { files: 0, bytes: 0 }
    return { unfinished: none, putBack: none, deleted: none, setAside: none }
  },
  clearUnfinished: async () => ({ files: 0, bytes: 0 }),
  close() {},
}

/**
 * The same store, which asks before it keeps each file; what may not be kept is read past, with nothing of it written.
 * `keep` then throws NotTaken. When the question itself fails, nothing of the stream has been read.
 */
export function askingFirst(files: Files, mayKeep: AskToKeep): Files {
  return {
    ...files,
    async keep(stream, limit) {
      const answer = await mayKeep()
      if (typeof answer === 'string') {
        await noFiles.keep(stream, limit)
        throw new NotTaken(answer)
      }
      let stored: StoredFile
      try {
        stored = await files.keep(stream, limit)
      } catch (error) {
        // Why the file was not kept is what matters; what was counted for it lapses by itself.
        await answer(0).catch(() => {})
        throw error
      }
      await answer(stored.bytes)
      return stored
    },
  }
}

/** Makes a file, or a folder's list of names, safe against a power cut. */
async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync()
  await handle.close()
}
