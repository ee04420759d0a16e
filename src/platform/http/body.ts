import { PassThrough, Readable } from 'node:stream'
import busboy, { type FileInfo } from 'busboy'
import type { Context as HonoContext } from 'hono'
import { type Files, FileTooLarge, NotTaken, noFiles, type Refusal, type StoredFile } from '../files.ts'
import { heard } from '../heard.ts'
import { unturned } from '../unturned.ts'
import { TOKEN_FIELD } from './csrf.ts'
import { upTo } from './limit-body.ts'
import { Problem, withForm } from './problem.ts'
import { FORM_TEXT, whatFits } from './shown-back.ts'

/** A file that came with a form, already kept. */
export interface Upload extends StoredFile {
  readonly field: string
  /** As the person's computer named it, without any folder. */
  readonly name: string
  /** What the browser said it is: not to be believed. */
  readonly claimedType: string
}

/** A form as it was sent: text fields, and files. Nothing here has been checked yet. */
export interface Form {
  /** The first value, or '' when the field was not sent. */
  get(name: string): string
  all(name: string): readonly string[]
  has(name: string): boolean
  readonly uploads: readonly Upload[]
  /** Names of file fields whose file was over the limit. */
  readonly tooLarge: readonly string[]
  /** True when there were more files than are taken at once; those beyond were not read. */
  readonly tooManyFiles: boolean
  /** Why some of these files were not kept: more have been left lately than may be. */
  readonly notTaken: Refusal | null
  /** Every text field, to show a form again or to keep it while someone signs in. */
  readonly entries: readonly (readonly [string, string])[]
  /** Names of fields that are not among the entries, because the form was too long. */
  readonly leftOut: readonly string[]
}

/** What a form is read with. */
export interface Reading {
  /** Where its files are kept. */
  readonly files: Files
  /** Files are kept only after a token of which this is true: in our own forms it comes first. */
  readonly isOurs: (token: string) => boolean
  /** True for the fields that some form of ours has. Text in any other is left out, and files are read past. */
  readonly isField: (name: string) => boolean
}

/** Fields whose value is never shown back, nor carried along while someone signs in. */
export function isSecretField(name: string): boolean {
  return name === TOKEN_FIELD || name.startsWith('passphrase')
}

/**
 * All the text of one form as it travels, in bytes. Four times what may be in it (`FORM_TEXT`), because browsers write a
 * character of another script with nine bytes where it takes three.
 */
export const FORM_BYTES = 4 * 1024 * 1024
export const FILE_BYTES = 25 * 1024 * 1024
/** Files in one form. */
export const MOST_FILES = 10
/**
 * Fields in one form. The longest that everybody has, an organisation's description, has 62. The page that closes an account has
 * two for each organisation that goes with it, and one that signs out of sessions has fifty at most.
 */
export const MOST_FIELDS = 500

/** No file is longer than the form it comes in. */
export function mostBytesOfAFile(c: HonoContext): number {
  return Math.min(FILE_BYTES, Number(c.req.header('content-length')) || FILE_BYTES)
}

/**
 * Reads the body of a form, whatever its encoding.
 * @throws Problem `too-large` beyond the bounds above, with what there is room to show; `unreadable` when it breaks off or is no
 * form; `broken` with what was written when a file can't be kept
 */
export async function readForm(c: HonoContext, reading: Reading): Promise<Form> {
  const type = c.req.header('content-type') ?? ''
  const read = type.startsWith('multipart/form-data') ? await readMultipart(c, reading) : await readUrlEncoded(c, reading)
  const form = shortened(read, FORM_TEXT)
  // From here on no page can show more than that, however often somebody sends it.
  if (form.leftOut.length > 0) throw new Problem('too-large', { form })
  return form
}

/** The form with those of its entries that there is room to show. @param room bytes in a page */
export function shortened(form: Form, room: number): Form {
  const { entries, leftOut } = whatFits(form.entries, room)
  return leftOut.length === 0 ? form : { ...form, entries, leftOut: [...form.leftOut, ...leftOut] }
}

async function readUrlEncoded(c: HonoContext, { isField }: Reading): Promise<Form> {
  if (Number(c.req.header('content-length') ?? 0) > FORM_BYTES) throw new Problem('too-large')
  const text = await readText(c).catch((error: unknown) => Promise.reject(stopped(error)))
  if (text.length > FORM_BYTES || hasTooManyFields(text)) throw new Problem('too-large')
  const sent = [...new URLSearchParams(text)].filter(([name]) => isOurField(name, isField))
  const { entries, leftOut } = whatFits(sent, AS_SENT)
  return form(entries, [], [], { leftOut })
}

function isOurField(name: string, isField: Reading['isField']): boolean {
  return name === TOKEN_FIELD || isField(name)
}

/**
 * A body that doesn't say how long it is is read no further than a form may go. Any other is read as it comes in: even looking at
 * it as a stream would cost a tenth of a save.
 */
async function readText(c: HonoContext): Promise<string> {
  if (c.req.header('content-length') !== undefined) return c.req.text()
  const { body } = c.req.raw
  return body ? new Response(body.pipeThrough(upTo(FORM_BYTES))).text() : ''
}

/** Counted before they are taken apart: Node takes a minute over four megabytes that are nothing but `a&`. */
function hasTooManyFields(text: string): boolean {
  let fields = 1
  for (let at = text.indexOf('&'); at >= 0 && fields <= MOST_FIELDS; at = text.indexOf('&', at + 1)) fields++
  return fields > MOST_FIELDS
}

/** What ends a form half-way: our own bound, or the connection. */
function stopped(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem('unreadable', { cause: error })
}

/** What is not even cleaned. A browser writes a line end as two characters, of which one is kept. */
const AS_SENT = 2 * FORM_TEXT

const CR = 13
const LF = 10

/**
 * Browsers send CRLF in text areas; everything is kept with LF. NUL can't be stored by every database, and is left out. In one pass
 * over the text: replacing by a pattern takes more than a second for four megabytes that are nothing but CR.
 */
function withPlainLineEnds(text: string): string {
  if (!text.includes('\r') && !text.includes('\0')) return text
  const bytes = Buffer.allocUnsafe(text.length * 2)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0 || (unit === LF && text.charCodeAt(at - 1) === CR)) continue
    const kept = unit === CR ? LF : unit
    bytes[length++] = kept & 0xff
    bytes[length++] = kept >> 8
  }
  return bytes.toString('utf16le', 0, length)
}

/**
 * A form from plain pairs: for tests, and for commands in the terminal. What came from outside is bounded first (`whatFits`).
 */
export function form(
  entries: readonly (readonly [string, string])[],
  uploads: readonly Upload[],
  tooLarge: readonly string[],
  { tooManyFiles = false, notTaken = null, leftOut = [] }: Partial<Pick<Form, 'tooManyFiles' | 'notTaken' | 'leftOut'>> = {},
): Form {
  const clean = entries.map(([name, value]) => [name, withPlainLineEnds(value)] as const)
  const values = Map.groupBy(clean, ([name]) => name)
  return {
    get: (name) => values.get(name)?.[0]?.[1] ?? '',
    all: (name) => values.get(name)?.map(([, value]) => value) ?? [],
    has: (name) => values.has(name),
    uploads,
    tooLarge,
    tooManyFiles,
    notTaken,
    entries: clean,
    leftOut,
  }
}

async function readMultipart(c: HonoContext, { files, isOurs, isField }: Reading): Promise<Form> {
  const body = c.req.raw.body
  if (!body) return form([], [], [])
  const entries: [string, string][] = []
  const uploads: Promise<Upload | null>[] = []
  const tooLarge: string[] = []
  let tooManyFiles = false
  let notTaken: Refusal | null = null
  let textBytes = 0
  let notKept: { readonly error: unknown } | null = null

  await new Promise<void>((resolve, reject) => {
    const parser = parserFor(c.req.header('content-type') ?? '')
    const source = Readable.fromWeb(body as never)
    /** Nothing more is looked at. The rest is read past, since browsers show no answer before they have sent it all. */
    const giveUp = (error: unknown) => {
      reject(error)
      source.unpipe(parser)
      source.resume()
      parser.destroy()
    }
    /** What is thrown while the parser tells of a part would end the process: nobody stands above it to catch it. */
    const caught =
      <Args extends unknown[]>(work: (...args: Args) => void) =>
      (...args: Args) => {
        try {
          work(...args)
        } catch (error) {
          giveUp(error)
        }
      }
    // A part without a name is no field of any form: whatever its type says, busboy's name for it is undefined then.
    // Nor is there a value when a part names a way of writing text that nobody knows.
    const takeField = (name: string | undefined, value: string | undefined) => {
      if (value === undefined) return giveUp(new Problem('unreadable'))
      textBytes += Buffer.byteLength(value)
      if (textBytes > FORM_BYTES) giveUp(new Problem('too-large'))
      else if (name !== undefined && isOurField(name, isField)) entries.push([name, value])
    }
    const takeFile = (field: string | undefined, stream: Readable, info: FileInfo) => {
      // A file input left empty is sent as a nameless, empty file.
      if (!info.filename || field === undefined) {
        heard(stream).resume()
        return
      }
      const content = readToItsEnd(stream)
      const ours = isField(field) && isOurs(entries.find(([name]) => name === TOKEN_FIELD)?.[1] ?? '')
      uploads.push(
        (ours ? files : noFiles).keep(content, mostBytesOfAFile(c)).then(
          (stored) => ({
            ...stored,
            field,
            name: shortName(unturned(asNamed(info.filename ?? '')).replace(/^.*[\\/]/, '')),
            claimedType: info.mimeType,
          }),
          (error) => {
            // Whoever gave up may not have begun to read: the rest is read past, or the parser would wait for ever.
            content.destroy()
            if (error instanceof FileTooLarge) tooLarge.push(field)
            else if (error instanceof NotTaken) notTaken = error.because
            else notKept ??= { error }
            return null
          },
        ),
      )
    }
    parser.on('field', caught(takeField))
    parser.on('file', caught(takeFile))
    parser.on('filesLimit', () => {
      tooManyFiles = true
    })
    parser.on('partsLimit', () => giveUp(new Problem('too-large')))
    parser.on('fieldsLimit', () => giveUp(new Problem('too-large')))
    parser.on('error', (error) => giveUp(stopped(error)))
    parser.on('close', resolve)
    // The parser ends too: whoever is keeping a file would wait for the rest of it for ever.
    source.on('error', (error) => parser.destroy(error))
    source.pipe(parser)
  })
  const kept = (await Promise.all(uploads)).filter((upload) => upload !== null)
  const fitting = whatFits(entries, AS_SENT)
  const read = form(fitting.entries, kept, tooLarge, { tooManyFiles, notTaken, leftOut: fitting.leftOut })
  if (notKept) throw withForm((notKept as { error: unknown }).error, shortened(read, FORM_TEXT))
  return read
}

/**
 * A file's name as its computer has it. Browsers write what would end the name in a form's head as `%22`, `%0D` and `%0A` (HTML,
 * "multipart form data"), and nothing else so: a name that really has `%22` in it can't be told from that, and nobody gives one.
 */
function asNamed(sent: string): string {
  return sent.replaceAll('%22', '"').replace(/(?:%0[DA])+/g, ' ')
}

/** In UTF-16 units. */
const LONGEST_NAME = 200
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A long name is cut between two characters as people see them, and before its ending, which says what the file is. */
function shortName(name: string): string {
  if (name.length <= LONGEST_NAME) return name
  const ending = /\.[^.\s]{1,20}$/.exec(name)?.[0] ?? ''
  let kept = ''
  for (const { segment } of characters.segment(name)) {
    if (kept.length + segment.length + ending.length > LONGEST_NAME) break
    kept += segment
  }
  return kept + ending
}

function parserFor(contentType: string): ReturnType<typeof busboy> {
  try {
    return busboy({
      headers: { 'content-type': contentType },
      defParamCharset: 'utf8',
      limits: { fields: MOST_FIELDS, files: MOST_FILES, fieldSize: FORM_BYTES, parts: MOST_FIELDS + MOST_FILES + 1 },
    })
  } catch (error) {
    throw new Problem('unreadable', { cause: error })
  }
}

/**
 * What a file holds, as a stream that may be given up half-way. The parser's own stream is still read to its end then, or the
 * parser would wait for ever.
 */
function readToItsEnd(stream: Readable): Readable {
  const content = heard(new PassThrough())
  stream.on('error', (error) => content.destroy(error))
  content.on('close', () => {
    stream.unpipe(content)
    stream.resume()
  })
  return stream.pipe(content)
}
