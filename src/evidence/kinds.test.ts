import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { contentOf } from '../platform/files.ts'
import { identify as identifyContent } from './kinds.ts'
import { contentOfBytes, docxFile, oldOfficeFile, pdfFile, pngFile, zipFile } from './testing.ts'

const identify = (name: string, bytes: Buffer) => identifyContent(name, contentOfBytes(bytes))

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const html = Buffer.from('<!doctype html><script>alert(1)</script>')
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
const exe = Buffer.concat([Buffer.from('MZ'), randomBytes(200)])
const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic'),
  Buffer.alloc(4),
  Buffer.from('mif1heic'),
  Buffer.alloc(40),
])
const ods = zipFile([['mimetype', Buffer.from('application/vnd.oasis.opendocument.spreadsheet')]])
/** What does not compress, so that each takes as much room as a photograph. */
const pictures = [1, 2, 3].map((n) => [`word/media/image${n}.jpeg`, randomBytes(900_000)] as const)
/** A part that says it is longer than it is, as its list of contents and nothing else can. */
function claiming(bytes: number, file = docxFile()): Buffer {
  const list = file.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  const changed = Buffer.from(file)
  changed.writeUInt32LE(bytes, list + 24)
  return changed
}
const described = (override: string) => {
  const types = `<Types><Override PartName="/word/document.xml" ContentType="${DOCX}.main+xml"/>${override}</Types>`
  return zipFile([
    ['[Content_Types].xml', Buffer.from(types)],
    ['word/document.xml', Buffer.from('<w:document/>')],
    ['word/settings.bin', Buffer.from('x')],
  ])
}
/** Longer than it says, and longer than we would unpack. */
const describedAtLength = claiming(
  1000,
  zipFile([['[Content_Types].xml', Buffer.from(`${' '.repeat(3_000_000)}<Override ContentType="${DOCX}.main+xml"/>`)]]),
)
const odt = (...parts: readonly string[]) =>
  zipFile([
    ['mimetype', Buffer.from('application/vnd.oasis.opendocument.text')],
    ...parts.map((name) => [name, Buffer.from('x')] as const),
  ])
const manyParts = Array.from({ length: 1100 }, (_, n) => [`word/media/image${n}.png`, pngFile] as const)

async function typeOf(name: string, bytes: Buffer) {
  const identified = await identify(name, bytes)
  return identified.ok ? [identified.type, identified.name] : identified
}

describe('a file is known by what is inside', () => {
  test.each<[string, Buffer, string]>([
    ['policy.pdf', pdfFile('Policy'), 'application/pdf'],
    ['POLICY.PDF', pdfFile('Policy'), 'application/pdf'],
    ['policy.docx', docxFile(), DOCX],
    ['pictures first.docx', docxFile({ extra: pictures, contentTypesLast: true }), DOCX],
    ['many parts.docx', docxFile({ extra: manyParts, contentTypesLast: true }), DOCX],
    ['written as a stream.docx', docxFile({ extra: pictures, contentTypesLast: true, streamed: true }), DOCX],
    ['with a password.docx', oldOfficeFile('EncryptionInfo', 'EncryptedPackage'), DOCX],
    ['numbers.ods', ods, 'application/vnd.oasis.opendocument.spreadsheet'],
    ['old.doc', oldOfficeFile('WordDocument'), 'application/msword'],
    ['old.xls', oldOfficeFile('Workbook'), 'application/vnd.ms-excel'],
    ['older.xls', oldOfficeFile('Book'), 'application/vnd.ms-excel'],
    ['old.ppt', oldOfficeFile('PowerPoint Document'), 'application/vnd.ms-powerpoint'],
    ['holds a spreadsheet.doc', oldOfficeFile('WordDocument', 'Workbook'), 'application/msword'],
    ['holds a document.xls', oldOfficeFile('WordDocument', 'Workbook'), 'application/vnd.ms-excel'],
    [
      'with settings.odt',
      odt('Basic/script-lc.xml', 'Configurations2/accelerator/current.xml'),
      'application/vnd.oasis.opendocument.text',
    ],
    ['with lines before it.pdf', Buffer.concat([Buffer.from('\r\nFrom the scanner\r\n'), pdfFile('Policy')]), 'application/pdf'],
    ['photo.png', pngFile, 'image/png'],
    ['photo.jpeg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex'), 'image/jpeg'],
    ['photo.heic', heic, 'image/heic'],
    ['notes.txt', Buffer.from('Naïve café £5\n\tindented\r\n'), 'text/plain'],
    ['begins like a picture.txt', Buffer.from('BMI is not something we record.'), 'text/plain'],
    ['with a mark.csv', Buffer.from('\ufeffname,amount\nSam,£5\n'), 'text/csv'],
    ['notes.md', Buffer.from('# Notes\n\n<b>bold</b>'), 'text/markdown'],
  ])('%s', async (name, bytes, type) => {
    expect(await typeOf(name, bytes)).toEqual([type, name])
  })

  test('and a name without an ending gets one', async () => {
    expect(await typeOf('policy', pdfFile('Policy'))).toEqual(['application/pdf', 'policy.pdf'])
    expect(await typeOf('notes', Buffer.from('Notes'))).toEqual(['text/plain', 'notes.txt'])
    expect(await typeOf('page', html)).toEqual({ ok: false, because: 'not-taken' })
  })
})

/** The beginnings of pictures: what they are is told from these. */
const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb', 'hex')
const webp = Buffer.from('RIFFH\0\0\0WEBPVP8 <\0\0\0', 'latin1')

describe('a name that says something else of the same sort is given its true ending', () => {
  test.each<[string, Buffer, string, string]>([
    ['IMG_0412.HEIC', jpeg, 'image/jpeg', 'IMG_0412.jpg'],
    ['saved from a page.jpg', webp, 'image/webp', 'saved from a page.webp'],
    ['screenshot.png', jpeg, 'image/jpeg', 'screenshot.jpg'],
    ['photo.jpeg', heic, 'image/heic', 'photo.heic'],
    ['photo.jpg', pngFile, 'image/png', 'photo.png'],
    ['Minutes.doc', docxFile(), DOCX, 'Minutes.docx'],
    ['Minutes.docx', oldOfficeFile('WordDocument'), 'application/msword', 'Minutes.doc'],
  ])('%s', async (name, bytes, type, kept) => expect(await typeOf(name, bytes)).toEqual([type, kept]))
})

describe('what stands behind a full stop and is no ending is part of the name', () => {
  test.each<[string, Buffer, string]>([
    ['Safeguarding policy v2.1', pdfFile('Policy'), 'Safeguarding policy v2.1.pdf'],
    ['Minutes 12.3.26', pdfFile('Minutes'), 'Minutes 12.3.26.pdf'],
    ['Minutes 12.3.26', docxFile(), 'Minutes 12.3.26.docx'],
    ['Notes for Dr. Osei', Buffer.from('Notes'), 'Notes for Dr. Osei.txt'],
    ['www.riverbank.example', pngFile, 'www.riverbank.example.png'],
    ['policy.pdf (1)', pdfFile('Policy'), 'policy.pdf (1).pdf'],
    ['Plan 2026. ', pdfFile('Plan'), 'Plan 2026.pdf'],
  ])('%s', async (name, bytes, kept) => expect((await typeOf(name, bytes)) as unknown).toEqual([expect.anything(), kept]))

  test('and what is inside is refused as ever', async () => {
    expect(await identify('Policy v2.1', html)).toMatchObject({ ok: false, because: 'not-taken' })
    expect(await identify('Policy v2.1', exe)).toMatchObject({ ok: false, because: 'not-taken' })
    expect(await identify('Policy.docm', pdfFile('Policy'))).toMatchObject({ ok: false, because: 'macros' })
    for (const ending of ['exe', 'EXE', 'js', 'html', 'svg', 'bat', 'lnk', 'mp4', 'zip'])
      expect(await identify(`Policy.${ending}`, pdfFile('Policy'))).toMatchObject({ ok: false, because: 'not-taken' })
  })
})

describe('a text is taken however it is written, and said to be so', () => {
  const costs = 'Item,Cost\r\nRoom hire,£120\r\nCafé lunch,£45\r\n'
  test.each<[string, Buffer, string]>([
    ['costs.csv', Buffer.from(costs), 'text/csv'],
    ['with a mark.csv', Buffer.from(`\ufeff${costs}`), 'text/csv'],
    ['Windows.csv', Buffer.from(costs, 'latin1'), 'text/csv; charset=unknown-8bit'],
    ['curly quotes of Windows.txt', Buffer.from('\x93It\x92s safe here\x94', 'latin1'), 'text/plain; charset=unknown-8bit'],
    ['an old Mac.txt', Buffer.from('Caf\x8e\rlunch', 'latin1'), 'text/plain; charset=unknown-8bit'],
    ['DOS.txt', Buffer.from('Caf\x82 lunch\r\n\x1a', 'latin1'), 'text/plain; charset=unknown-8bit'],
    ['Unicode text of Excel.csv', Buffer.from(`\ufeff${costs}`, 'utf16le'), 'text/csv; charset=utf-16'],
    ['the other way about.txt', Buffer.from(`\ufeff${costs}`, 'utf16le').swap16(), 'text/plain; charset=utf-16'],
    ['unmarked.txt', Buffer.from(costs, 'utf16le'), 'text/plain; charset=utf-16le'],
    ['unmarked the other way about.md', Buffer.from(costs, 'utf16le').swap16(), 'text/markdown; charset=utf-16be'],
  ])('%s', async (name, bytes, type) => {
    expect(await identify(name, bytes)).toMatchObject({ ok: true, type, name })
  })

  test('also when it is long, and what is foreign to it comes late', async () => {
    const long = Buffer.concat([Buffer.from('Room hire,120\r\n'.repeat(20_000)), Buffer.from('Caf\xe9', 'latin1')])
    expect(await identify('long.csv', long)).toMatchObject({ ok: true, type: 'text/csv; charset=unknown-8bit' })
    expect(await identify('long.csv', Buffer.concat([long, Buffer.from([0])]))).toMatchObject({ ok: false, because: 'not-text' })
    const wide = Buffer.from(`\ufeff${'Room hire\t£120\r\n'.repeat(20_000)}`, 'utf16le')
    expect(await identify('wide.txt', wide)).toMatchObject({ ok: true, type: 'text/plain; charset=utf-16' })
  })
})

describe('a file is refused', () => {
  test.each<[string, Buffer, string]>([
    ['empty.pdf', Buffer.alloc(0), 'empty'],
    ['page.html', html, 'not-taken'],
    ['drawing.svg', svg, 'not-taken'],
    ['program.exe', exe, 'not-taken'],
    ['script.js', Buffer.from('alert(1)'), 'not-taken'],
    ['archive.zip', zipFile([['a', Buffer.from('a')]]), 'not-taken'],
    ['policy.docm', docxFile({ type: 'application/vnd.ms-word.document.macroEnabled' }), 'macros'],
    ['really a docm.docx', docxFile({ type: 'application/vnd.ms-word.document.macroEnabled' }), 'macros'],
    ['with a macro.docx', docxFile({ extra: [['word/vbaProject.bin', Buffer.from('x')]] }), 'macros'],
    ['a macro by another name.docx', described('<Override ContentType="application/vnd.ms-office.vbaProject"/>'), 'macros'],
    [
      'and spelled by number.docx',
      described('<Override ContentType="application/vnd.ms-office.vba&#x50;ro&#106;ect"/>'),
      'macros',
    ],
    ['of the oldest kind.docx', described('<Override ContentType="application/vnd.ms-excel.macrosheet+xml"/>'), 'macros'],
    ['with a macro.odt', odt('Basic/Standard/Module1.xml'), 'macros'],
    ['with a script.odt', odt('Scripts/python/a.py'), 'macros'],
    ['with a macro.doc', oldOfficeFile('WordDocument', '_VBA_PROJECT'), 'macros'],
    ['with a macro.xls', oldOfficeFile('Workbook', '_VBA_PROJECT'), 'macros'],
    ['says it unpacks to a gigabyte.docx', claiming(1e9), 'too-much-inside'],
    ['and to more than can be.docx', claiming(2e6), 'too-much-inside'],
    [
      'more parts than any document.docx',
      docxFile({ extra: Array.from({ length: 10_001 }, (_, n) => [`word/media/${n}`, Buffer.from('x')] as const) }),
      'too-much-inside',
    ],
    ['a description that unpacks for ever.docx', describedAtLength, 'mislabelled'],
    ['damaged.docx', docxFile().subarray(0, 500), 'mislabelled'],
    ['page.pdf', html, 'mislabelled'],
    ['drawing.png', svg, 'mislabelled'],
    ['program.pdf', exe, 'mislabelled'],
    ['archive.docx', zipFile([['a', Buffer.from('a')]]), 'mislabelled'],
    ['installer.doc', oldOfficeFile('\u4840\u3b3f'), 'mislabelled'],
    ['photo.jpg', pdfFile('Policy'), 'mislabelled'],
    ['picture.pdf', pngFile, 'mislabelled'],
    ['table.docx', oldOfficeFile('Workbook'), 'mislabelled'],
    ['notes.pdf', Buffer.from('Notes'), 'mislabelled'],
    ['policy.txt', pdfFile('Policy'), 'mislabelled'],
    ['page.txt', html, 'not-text'],
    ['script.txt', Buffer.from('#!/bin/sh\nrm -rf ~'), 'not-text'],
    ['half a letter.csv', Buffer.concat([Buffer.from('\ufeffname', 'utf16le'), Buffer.from('x')]), 'not-text'],
    ['page in UTF-16.txt', Buffer.from('\ufeff <html><script>', 'utf16le'), 'not-text'],
    ['page in UTF-16, unmarked.txt', Buffer.from('<!doctype html>', 'utf16le'), 'not-text'],
    ['old page.txt', Buffer.from('<HTML>caf\xe9', 'latin1'), 'not-text'],
    ['binary.txt', Buffer.from([1, 2, 3]), 'not-text'],
    ['program.txt', exe, 'not-text'],
  ])('%s', async (name, bytes, because) => {
    expect(await identify(name, bytes)).toMatchObject({ ok: false, because })
  })

  test('and when we know what it really is, we can say so', async () => {
    expect(await identify('photo.jpg', pdfFile('Plan'))).toMatchObject({
      claimed: { word: 'JPEG picture' },
      really: { word: 'PDF' },
    })
    expect(await identify('page.pdf', html)).toMatchObject({ claimed: { word: 'PDF' }, really: null })
  })
})

test.each<[string, Buffer, number]>([
  [
    'large.docx',
    docxFile({ extra: Array.from({ length: 24 }, (_, n) => [`word/media/${n}`, randomBytes(1e6)] as const) }),
    100_000,
  ],
  ['large.pdf', Buffer.concat([pdfFile('Policy'), randomBytes(25e6)]), 500_000],
  ['large.txt', Buffer.alloc(25e6, 'Naïve café £5\n'), 26e6],
])('%s is never read whole, nor more of it than need be', async (name, bytes, most) => {
  let [all, atOnce] = [0, 0]
  const content = contentOf(bytes.length, async (buffer, position) => {
    all += buffer.length
    atOnce = Math.max(atOnce, buffer.length)
    return bytes.copy(buffer, 0, position)
  })
  expect(await identifyContent(name, content)).toMatchObject({ ok: true })
  expect(atOnce).toBeLessThanOrEqual(70_000)
  expect(all).toBeLessThan(most)
})

test('no content makes it fail', async () => {
  const openings = [pdfFile('a'), docxFile(), pngFile, heic, oldOfficeFile('WordDocument'), ods]
  for (const opening of openings) {
    for (let cut = 1; cut < Math.min(opening.length, 200); cut += 7) {
      const damaged = Buffer.concat([opening.subarray(0, cut), randomBytes(50)])
      for (const name of ['a.pdf', 'a.docx', 'a.png', 'a.txt', 'a']) await identify(name, damaged)
    }
  }
})
