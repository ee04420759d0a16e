import { fileTypeFromBuffer } from 'file-type'

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

export function kindOfType(type: string): FileKind | null {
  return KINDS.find((kind) => kind.type === type) ?? null
}

export type Identified =
  /** The name ends as its kind does. */
  | { readonly ok: true; readonly kind: FileKind; readonly name: string }
  | { readonly ok: false; readonly because: 'empty' | 'not-taken' | 'macros' }
  /** `really` is null when what is inside is nothing we take. */
  | { readonly ok: false; readonly because: 'mislabelled'; readonly claimed: FileKind; readonly really: FileKind | null }
  | { readonly ok: false; readonly because: 'not-text'; readonly claimed: FileKind }

/**
 * Says what a file is by looking inside, and whether its name tells the truth. What the browser claims plays no part.
 * @param name as the person's computer called it; one without an ending is given its kind's
 */
export async function identify(name: string, bytes: Uint8Array): Promise<Identified> {
  if (bytes.length === 0) return { ok: false, because: 'empty' }
  const ending = /\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? null
  const claimed = KINDS.find((kind) => ending !== null && kind.endings.includes(ending)) ?? null
  if (ending !== null && !claimed) return { ok: false, because: hasMacros(ending) ? 'macros' : 'not-taken' }

  if (claimed?.inside === 'text') {
    if (isText(bytes)) return { ok: true, kind: claimed, name }
    const really = await lookInside(bytes, null)
    return really === null || really === 'macros'
      ? { ok: false, because: 'not-text', claimed }
      : { ok: false, because: 'mislabelled', claimed, really }
  }
  const really = await lookInside(bytes, claimed)
  if (really === 'macros') return { ok: false, because: 'macros' }
  if (!claimed) {
    const kind = really ?? (isText(bytes) ? kindOfType('text/plain') : null)
    return kind ? { ok: true, kind, name: `${name}.${kind.endings[0]}` } : { ok: false, because: 'not-taken' }
  }
  return really === claimed ? { ok: true, kind: claimed, name } : { ok: false, because: 'mislabelled', claimed, really }
}

async function lookInside(bytes: Uint8Array, claimed: FileKind | null): Promise<FileKind | 'macros' | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (!found) return null
  if (hasMacros(found.ext)) return 'macros'
  if (found.ext === 'cfb') return oldOffice(bytes, claimed)
  const kind = found.ext === 'zip' ? openXml(bytes) : (KINDS.find((each) => each.endings.includes(found.ext)) ?? null)
  return kind?.type.startsWith(OPEN_XML) && includes(bytes, 'vbaProject.bin', 'latin1') ? 'macros' : kind
}

function hasMacros(ending: string): boolean {
  return /^(do[ct]m|xl[st]m|xlsb|xlam|p[op]tm|ppsm|ppam)$/.test(ending)
}

/** A document whose parts come in an order `file-type` gives up on: the names of its parts still tell. */
function openXml(bytes: Uint8Array): FileKind | null {
  if (!includes(bytes, '[Content_Types].xml', 'latin1')) return null
  const parts = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', pptx: 'ppt/presentation.xml' }
  const found = Object.entries(parts).filter(([, part]) => includes(bytes, part, 'latin1'))
  return found.length === 1 ? kindOfEnding(found[0]?.[0] ?? '') : null
}

/**
 * The older Office files share one container, also used for installers and for newer Office files with a password. Its list
 * of contents names each stream in UTF-16.
 */
function oldOffice(bytes: Uint8Array, claimed: FileKind | null): FileKind | null {
  if (claimed?.type.startsWith(OPEN_XML) && includes(bytes, 'EncryptedPackage', 'utf16le')) return claimed
  const streams = { doc: ['WordDocument'], ppt: ['PowerPoint Document'], xls: ['Workbook', 'Book'] }
  const found = Object.entries(streams).filter(([, names]) => names.some((name) => includes(bytes, `${name}\0`, 'utf16le')))
  const kinds = found.map(([ending]) => kindOfEnding(ending))
  // A document may hold a spreadsheet; its own name decides between what is really there.
  return kinds.find((kind) => kind === claimed) ?? kinds[0] ?? null
}

function kindOfEnding(ending: string): FileKind | null {
  return KINDS.find((kind) => kind.endings.includes(ending)) ?? null
}

function includes(bytes: Uint8Array, text: string, encoding: 'latin1' | 'utf16le'): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text, encoding))
}

/** UTF-8 with nothing in it that only a program reads, and not a web page or a script under another name. */
function isText(bytes: Uint8Array): boolean {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return false
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\x00-\x08\x0e-\x1f\x7f]/.test(text)) return false
  return !/^\s*(<(!doctype|\?xml|html|head|body|svg|script)\b|#!|%PDF-|\{\\rtf)/i.test(text)
}
