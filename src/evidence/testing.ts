import { crc32, deflateRawSync } from 'node:zlib'
import { contentOf } from '../platform/files.ts'
import { type Context, type FileContent, ownedBy } from '../platform/index.ts'
import { addEvidenceIn, removeEvidenceIn, restoreEvidenceIn } from './actions.ts'
import type { NewEvidence } from './rules.ts'

/** What a page's save does to evidence, each in a transaction of its own. */
export function addEvidence(context: Context, organisationId: string, subject: string, items: readonly NewEvidence[]) {
  return context.db.write((tx) => addEvidenceIn(ownedBy(tx, organisationId), context, subject, items))
}

export function removeEvidence(context: Context, organisationId: string, subject: string, id: string) {
  return context.db.write((tx) => removeEvidenceIn(ownedBy(tx, organisationId), context, subject, id))
}

export function restoreEvidence(context: Context, organisationId: string, subject: string, id: string) {
  return context.db.write((tx) => restoreEvidenceIn(ownedBy(tx, organisationId), context, subject, id))
}

/** Bytes as a file that is read where it is wanted. */
export function contentOfBytes(bytes: Buffer): FileContent {
  return contentOf(bytes.length, async (buffer, position) => bytes.copy(buffer, 0, position))
}

/** Real files, made small: for tests of what is inside. */

/** A PDF of one page that says what is given. */
export function pdfFile(text: string): Buffer {
  const stream = `BT /F1 24 Tf 40 700 Td (${text}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let out = '%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n'
  const places = objects.map((object, index) => {
    const place = out.length
    out += `${index + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  out += `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`
  return Buffer.from(out, 'latin1')
}

const CONTENT_TYPES = (main: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}.main+xml"/></Types>`
const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
const DOCUMENT =
  '<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Safeguarding policy</w:t></w:r></w:p></w:body></w:document>'

/** A Word document of one paragraph. `extra` comes first, as pictures do in what some programs write. */
export function docxFile(
  options: { extra?: readonly (readonly [string, Buffer])[]; type?: string; contentTypesLast?: boolean; streamed?: boolean } = {},
): Buffer {
  const type = options.type ?? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  const contents = ['[Content_Types].xml', Buffer.from(CONTENT_TYPES(type))] as const
  const parts = [
    ['_rels/.rels', Buffer.from(RELATIONS)],
    ...(options.extra ?? []),
    ['word/document.xml', Buffer.from(DOCUMENT)],
  ] as const
  return zipFile(options.contentTypesLast ? [...parts, contents] : [contents, ...parts], options.streamed)
}

/** @param streamed writes sizes after each part, as programs do that do not know them beforehand */
export function zipFile(entries: readonly (readonly [name: string, content: Buffer])[], streamed = false): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of entries) {
    const packed = deflateRawSync(content)
    const facts = [crc32(content), packed.length, content.length] as const
    const nameBytes = Buffer.from(name)
    const flags = streamed ? 8 : 0
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(flags, 6)
    head.writeUInt16LE(8, 8)
    if (!streamed) numbers(...facts).copy(head, 14)
    head.writeUInt16LE(nameBytes.length, 26)
    const after = streamed ? numbers(0x08074b50, ...facts) : Buffer.alloc(0)
    const listed = Buffer.alloc(46)
    listed.writeUInt32LE(0x02014b50, 0)
    listed.writeUInt16LE(20, 4)
    listed.writeUInt16LE(20, 6)
    listed.writeUInt16LE(flags, 8)
    listed.writeUInt16LE(8, 10)
    numbers(...facts).copy(listed, 16)
    listed.writeUInt16LE(nameBytes.length, 28)
    listed.writeUInt32LE(offset, 42)
    central.push(listed, nameBytes)
    local.push(head, nameBytes, packed, after)
    offset += head.length + nameBytes.length + packed.length + after.length
  }
  const list = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, list, end])
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4)
  return bytes
}

/** The container of older Office files, with streams of these names in its list of contents. */
export function oldOfficeFile(...streams: readonly string[]): Buffer {
  const header = Buffer.alloc(512)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  const entries = ['Root Entry', ...streams].map((name) => {
    const entry = Buffer.alloc(128)
    entry.write(name, 0, 'utf16le')
    entry.writeUInt16LE((name.length + 1) * 2, 64)
    return entry
  })
  return Buffer.concat([header, ...entries, Buffer.alloc(512)])
}

/** The smallest PNG: one grey pixel. */
export const pngFile = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
)
