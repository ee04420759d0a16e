import { ReadableStream } from 'node:stream/web'
import { fileTypeFromStream, supportedExtensions } from 'file-type'
import type { FileContent } from '../platform/index.ts'
import { BadArchive, openArchive } from './archive.ts'
import type { NewEvidence } from './rules.ts'

/** A kind of file that is taken. */
export interface FileKind {
  /** As people call it: "Word document". */
  readonly word: string
  /** Media type it is served with. */
  readonly type: string
  /** Endings its name may have, the usual one first. */
  readonly endings: readonly string[]
  readonly inside: 'own' | 'text' | 'old-office'
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'

/**
 * Documents and pictures that organisations keep. No web pages, drawings with scripts, archives, programs or documents with
 * macros. A short list on purpose: each kind here is one more that someone will open.
 */
const KINDS: readonly FileKind[] = [
  { word: 'PDF', type: 'application/pdf', endings: ['pdf'], inside: 'own' },
  { word: 'Word document', type: `${OPEN_XML}.wordprocessingml.document`, endings: ['docx'], inside: 'own' },
  { word: 'Excel spreadsheet', type: `${OPEN_XML}.spreadsheetml.sheet`, endings: ['xlsx'], inside: 'own' },
  { word: 'PowerPoint presentation', type: `${OPEN_XML}.presentationml.presentation`, endings: ['pptx'], inside: 'own' },
  { word: 'Word document', type: 'application/msword', endings: ['doc'], inside: 'old-office' },
  { word: 'Excel spreadsheet', type: 'application/vnd.ms-excel', endings: ['xls'], inside: 'old-office' },
  { word: 'PowerPoint presentation', type: 'application/vnd.ms-powerpoint', endings: ['ppt'], inside: 'old-office' },
  { word: 'OpenDocument text', type: `${OPEN_DOCUMENT}.text`, endings: ['odt'], inside: 'own' },
  { word: 'OpenDocument spreadsheet', type: `${OPEN_DOCUMENT}.spreadsheet`, endings: ['ods'], inside: 'own' },
  { word: 'OpenDocument presentation', type: `${OPEN_DOCUMENT}.presentation`, endings: ['odp'], inside: 'own' },
  { word: 'JPEG picture', type: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'], inside: 'own' },
  { word: 'PNG picture', type: 'image/png', endings: ['png', 'apng'], inside: 'own' },
  { word: 'GIF picture', type: 'image/gif', endings: ['gif'], inside: 'own' },
  { word: 'WebP picture', type: 'image/webp', endings: ['webp'], inside: 'own' },
  { word: 'HEIC picture', type: 'image/heic', endings: ['heic', 'heif'], inside: 'own' },
  { word: 'Text file', type: 'text/plain', endings: ['txt', 'text'], inside: 'text' },
  { word: 'CSV table', type: 'text/csv', endings: ['csv'], inside: 'text' },
  { word: 'Text file', type: 'text/markdown', endings: ['md'], inside: 'text' },
]

/** Endings for the file field, so that browsers offer these files first. */
export const ACCEPTED_ENDINGS = KINDS.flatMap((kind) => kind.endings.map((ending) => `.${ending}`)).join(',')

/** @param type media type, with or without a way of writing text (`text/csv; charset=utf-16`) */
export function kindOfType(type: string): FileKind | null {
  const [bare] = type.split(';')
  return KINDS.find((kind) => kind.type === bare) ?? null
}

/** What is known of an item's preview before anybody has asked for one: that a picture may have it. */
export function firstPreview(item: NewEvidence): 'none' | 'not-yet' {
  return item.kind === 'file' && item.fileType.startsWith('image/') && kindOfType(item.fileType) ? 'not-yet' : 'none'
}

export type Identified =
  /** The name ends as its kind does; `type` says how text is written, where that is not UTF-8. */
  | { readonly ok: true; readonly kind: FileKind; readonly type: string; readonly name: string }
  | { readonly ok: false; readonly because: 'empty' | 'not-taken' | 'macros' | 'too-much-inside' }
  /** `really` is null when what is inside is nothing we take. */
  | { readonly ok: false; readonly because: 'mislabelled'; readonly claimed: FileKind; readonly really: FileKind | null }
  | { readonly ok: false; readonly because: 'not-text'; readonly claimed: FileKind }

/** Why a file can't be taken whatever it is called. */
type Refused = 'macros' | 'too-much-inside'

/**
 * Says what a file is by looking inside, and whether its name tells the truth. What the browser claims plays no part. However
 * large the file is, little of it is in memory at a time.
 * @param given as the person's computer called it. One without an ending that anybody knows is given its kind's: `Policy v2.1` has
 * none. Where what is inside is of the same sort as what the ending says, it is given its true ending: telephones and browsers name
 * pictures wrongly, and leave nobody a way to rename them.
 */
export async function identify(given: string, content: FileContent): Promise<Identified> {
  if (content.bytes === 0) return { ok: false, because: 'empty' }
  const name = given.replace(/[. ]+$/, '') || given
  const ending = /\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const claimed = kindOfEnding(ending)
  if (hasMacros(ending)) return { ok: false, because: 'macros' }
  if (!claimed && isOfAnotherKind(ending)) return { ok: false, because: 'not-taken' }

  if (claimed?.inside === 'text') {
    const encoding = await encodingOf(content)
    if (encoding) return { ok: true, kind: claimed, type: writtenIn(claimed, encoding), name }
    const really = await lookInside(content, null)
    return really === null || typeof really === 'string'
      ? { ok: false, because: 'not-text', claimed }
      : { ok: false, because: 'mislabelled', claimed, really }
  }
  const really = await lookInside(content, claimed)
  if (typeof really === 'string') return { ok: false, because: really }
  if (!claimed) {
    const encoding = really ? null : await encodingOf(content)
    const kind = really ?? (encoding ? kindOfEnding('txt') : null)
    if (!kind) return { ok: false, because: 'not-taken' }
    return { ok: true, kind, type: encoding ? writtenIn(kind, encoding) : kind.type, name: `${name}.${kind.endings[0]}` }
  }
  if (really === claimed) return { ok: true, kind: claimed, type: claimed.type, name }
  if (!really || sortOf(really) !== sortOf(claimed)) return { ok: false, because: 'mislabelled', claimed, really }
  return { ok: true, kind: really, type: really.type, name: `${name.slice(0, -ending.length)}${really.endings[0]}` }
}

/** What people take for the same sort of thing, however it is kept: any picture, a Word document old or new. */
function sortOf(kind: FileKind): string {
  return kind.type.startsWith('image/') ? 'picture' : kind.word
}

async function lookInside(content: FileContent, claimed: FileKind | null): Promise<FileKind | Refused | null> {
  const head = Buffer.from(await content.read(0, HEAD))
  if (head.subarray(0, 4).equals(ZIP)) return inArchive(content)
  const stream = ReadableStream.from(content.chunks())
  const found = await fileTypeFromStream(stream).catch(() => undefined)
  // What it has not read is not read any more.
  await stream.cancel().catch(() => {})
  if (found?.ext === 'cfb') return oldOffice(content, claimed)
  const kind = KINDS.find((each) => each.inside === 'own' && found && each.endings.includes(found.ext)) ?? null
  // Readers look for a PDF's beginning within the first kilobyte: scanners and mail programs put lines before it.
  return kind ?? (head.subarray(0, 1029).includes('%PDF-') ? kindOfEnding('pdf') : null)
}

/** Bytes from the beginning. */
const HEAD = 4096
const ZIP = Buffer.from('PK\x03\x04', 'latin1')

/** Endings of programs, of web pages, and of data that programs read: text, some of it, that is not there to be read. */
const NOT_DOCUMENTS: ReadonlySet<string> = new Set(
  (
    'html htm xhtml shtml mht mhtml svg svgz xml xsl xslt css js mjs cjs jsx ts tsx json php asp aspx jsp ' +
    'bat cmd ps1 psm1 vbs vbe wsf wsh hta sh bash zsh py pl rb jar msi dll sys scr pif reg lnk inf ' +
    'eml msg ics vcf rtf'
  ).split(' '),
)

/** True for an ending that says that a file is something else than we take. Any other ending is no more than a part of the name. */
function isOfAnotherKind(ending: string): boolean {
  return NOT_DOCUMENTS.has(ending) || supportedExtensions.has(ending as never)
}

function hasMacros(ending: string): boolean {
  return /^(do[ct]m|xl[st]m|xlsb|xlam|p[op]tm|ppsm|ppam)$/.test(ending)
}

/** A document in a ZIP archive, by what its list of contents and its own description say. */
async function inArchive(content: FileContent): Promise<FileKind | Refused | null> {
  try {
    const { names, text } = await openArchive(content)
    const openDocument = KINDS.find((kind) => kind.type.startsWith(OPEN_DOCUMENT) && names.includes('mimetype')) ?? null
    if (openDocument) {
      const type = (await text('mimetype'))?.trim()
      return names.some(isOpenDocumentMacro) ? 'macros' : (KINDS.find((kind) => kind.type === type) ?? null)
    }
    const described = spelledOut((await text('[Content_Types].xml')) ?? '')
    if (described === '') return null
    if (/vbaProject|macroEnabled|macrosheet/i.test(described) || names.some((name) => /vbaProject\.bin$/i.test(name)))
      return 'macros'
    const mains = { docx: 'wordprocessingml.document', xlsx: 'spreadsheetml.sheet', pptx: 'presentationml.presentation' }
    const found = Object.entries(mains).filter(([, main]) => described.includes(`${OPEN_XML}.${main}.main+xml`))
    return found.length === 1 ? kindOfEnding(found[0]?.[0] ?? '') : null
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error
    return error.because === 'damaged' ? null : error.because
  }
}

/** Modules of a macro library, and scripts. */
function isOpenDocumentMacro(name: string): boolean {
  return (/^Basic\/.+\.xml$/.test(name) && !/\/script-l[bc]\.xml$/.test(name)) || /^Scripts\/.+/.test(name)
}

/** XML may write any letter as a number; what is looked for is found all the same. */
function spelledOut(xml: string): string {
  return xml.replace(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi, (_, hex: string | undefined, decimal: string | undefined) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/**
 * The older Office files share one container, also used for installers and for newer Office files with a password. Its list
 * of contents names each stream in UTF-16.
 */
async function oldOffice(content: FileContent, claimed: FileKind | null): Promise<FileKind | Refused | null> {
  const names = { doc: ['WordDocument'], ppt: ['PowerPoint Document'], xls: ['Workbook', 'Book'] }
  const wanted = ['EncryptedPackage', MACRO_STREAM, ...Object.values(names).flat()]
  const there = await streamsIn(content, wanted)
  if (claimed?.type.startsWith(OPEN_XML) && there.has('EncryptedPackage')) return claimed
  if (there.has(MACRO_STREAM)) return 'macros'
  const found = Object.entries(names).filter(([, streams]) => streams.some((stream) => there.has(stream)))
  const kinds = found.map(([ending]) => kindOfEnding(ending))
  // A document may hold a spreadsheet; its own name decides between what is really there.
  return kinds.find((kind) => kind === claimed) ?? kinds[0] ?? null
}

/** There whenever a Word or Excel document has macros. */
const MACRO_STREAM = '_VBA_PROJECT'
/** An entry of the container's list, which begins at a multiple of it. */
const ENTRY = 128

/** Which of these names stand in the container's list of contents, wherever in the file that is. */
async function streamsIn(content: FileContent, names: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  const wanted = names.map((name) => ({ name, bytes: Buffer.from(`${name}\0`, 'utf16le') }))
  let at = 0
  for await (const chunk of content.chunks()) {
    for (const { name, bytes } of wanted)
      for (let place = chunk.indexOf(bytes); place >= 0 && !found.has(name); place = chunk.indexOf(bytes, place + 1))
        if ((at + place) % ENTRY === 0) found.add(name)
    // Chunks are of a multiple of an entry's length, so that none stands across two of them.
    at += chunk.length
  }
  return found
}

function kindOfEnding(ending: string): FileKind | null {
  return KINDS.find((kind) => kind.endings.includes(ending)) ?? null
}

/**
 * How a text is written. Programs of old write one byte for each letter, and don't say in which of many ways: what they write is kept
 * as it is and said to be nothing that it may not be (`unknown-8bit`, RFC 1428).
 */
type Encoding = 'utf-8' | 'utf-16' | 'utf-16le' | 'utf-16be' | 'unknown-8bit'

function writtenIn(kind: FileKind, encoding: Encoding): string {
  return encoding === 'utf-8' ? kind.type : `${kind.type}; charset=${encoding}`
}

/** Null for what is no text: with something in it that only a program reads, or a web page or a script under another name. */
async function encodingOf(content: FileContent): Promise<Encoding | null> {
  const wide = utf16In(Buffer.from(await content.read(0, 2)))
  if (wide) return (await isText(content, wide.decoder)) ? wide.encoding : null
  if (await isText(content, 'utf-8')) return 'utf-8'
  return (await isText(content, 'windows-1252')) ? 'unknown-8bit' : null
}

/** Excel's “Unicode text” and Notepad's “Unicode” begin with a mark; a few programs leave it out, and every other byte is nought. */
function utf16In(head: Buffer): { readonly decoder: string; readonly encoding: Encoding } | null {
  const [first, second] = head
  if (first === undefined || second === undefined) return null
  if (first === 0xff && second === 0xfe) return { decoder: 'utf-16le', encoding: 'utf-16' }
  if (first === 0xfe && second === 0xff) return { decoder: 'utf-16be', encoding: 'utf-16' }
  if (first !== 0 && second === 0) return { decoder: 'utf-16le', encoding: 'utf-16le' }
  return first === 0 && second !== 0 ? { decoder: 'utf-16be', encoding: 'utf-16be' } : null
}

async function isText(content: FileContent, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  // The beginning, without the space before it.
  let beginning = ''
  let at = 0
  try {
    for await (const chunk of content.chunks()) {
      at += chunk.length
      const decoded = decoder.decode(chunk, { stream: at < content.bytes })
      // The oldest programs say with a sign of its own that their text ends.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is left out
      const text = at < content.bytes ? decoded : decoded.replace(/\x1a$/, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      if (/[\x00-\x08\x0e-\x1f\x7f]/.test(text)) return false
      if (beginning.length < 20) beginning = (beginning + text).trimStart().slice(0, 20)
    }
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
  return !/^(<(!doctype|\?xml|html|head|body|svg|script)\b|#!|%PDF-|\{\\rtf)/i.test(beginning)
}
