import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import yauzl, { type Entry } from 'yauzl'
import type { FileContent } from '../platform/index.ts'

/**
 * What a ZIP archive says of itself: Office and OpenDocument files are such archives. Only its list of contents is read, at its
 * end, and one or two small parts that say what the document is. Nothing else is ever unpacked here.
 */
export interface Archive {
  readonly names: readonly string[]
  /** A part as text; null when there is none of that name, or it is too long to be what it should be. */
  text(name: string): Promise<string | null>
}

/** The list is damaged, or the archive claims to hold more than any document does. */
export class BadArchive extends Error {
  override name = 'BadArchive'
  readonly because: 'damaged' | 'too-much-inside'
  constructor(because: BadArchive['because'], options?: ErrorOptions) {
    super(because, options)
    this.because = because
  }
}

/** A long presentation has some thousand parts. */
const MOST_PARTS = 10_000
/** All parts unpacked. A spreadsheet of 25 MB can hold some hundred. */
const MOST_UNPACKED = 500 * 1024 * 1024
/** The parts that say what a document is take some kilobytes. */
const LONGEST_PART = 1024 * 1024
/** Deflate makes nothing smaller than by about this much: whoever claims more lies about its size. */
const MOST_PACKED_BY = 1100

const inflate = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw)

/** @throws BadArchive */
export async function openArchive(content: FileContent): Promise<Archive> {
  const zip = await yauzl
    .fromRandomAccessReaderPromise(new Reader(content), content.bytes, { autoClose: false, validateEntrySizes: false })
    .catch(damaged)
  // Whatever goes wrong is told where it is awaited; nobody else listens for it.
  zip.on('error', () => {})
  if (zip.entryCount > MOST_PARTS) throw new BadArchive('too-much-inside')
  const parts = new Map<string, Entry>()
  let [packed, unpacked] = [0, 0]
  try {
    for await (const entry of zip.eachEntry()) {
      packed += entry.compressedSize
      unpacked += entry.uncompressedSize
      if (unpacked > MOST_UNPACKED) throw new BadArchive('too-much-inside')
      // Parts that lie in each other, or claim to be packed more closely than is possible, are made to fill a disk.
      if (packed > content.bytes || entry.uncompressedSize > (entry.compressedSize + 1) * MOST_PACKED_BY)
        throw new BadArchive('too-much-inside')
      // The first of a name is the one that programs read.
      if (!parts.has(entry.fileName)) parts.set(entry.fileName, entry)
    }
  } catch (error) {
    return damaged(error)
  }

  return {
    names: [...parts.keys()],
    async text(name) {
      const entry = parts.get(name)
      if (!entry || entry.isEncrypted() || entry.compressedSize > LONGEST_PART || entry.uncompressedSize > LONGEST_PART)
        return null
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch(damaged)
      const bytes = Buffer.from(await content.read(fileDataStart, entry.compressedSize))
      if (entry.compressionMethod === STORED) return textOf(bytes)
      // What unpacks to more than it says is given up there.
      return inflate(bytes, { maxOutputLength: LONGEST_PART }).then(textOf, () => null)
    },
  }
}

const STORED = 0

function damaged(error: unknown): never {
  throw error instanceof BadArchive ? error : new BadArchive('damaged', { cause: error })
}

function textOf(bytes: Buffer): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!isUtf16) return bytes.toString('utf8')
  return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
}

/** Lets yauzl read a file wherever files are kept. */
class Reader extends yauzl.RandomAccessReader {
  readonly #content: FileContent
  constructor(content: FileContent) {
    super()
    this.#content = content
  }

  override read(buffer: Buffer, offset: number, length: number, position: number, callback: (error: Error | null) => void): void {
    this.#content.read(position, length).then(
      (bytes) => {
        buffer.set(bytes, offset)
        callback(bytes.length < length ? new Error('the file ends too early') : null)
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error))),
    )
  }
}
