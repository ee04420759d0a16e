import { deflateSync, inflateSync } from 'node:zlib'

/**
 * The same document, in which a mark above or below a letter is copied with its letter and not once more. Typst draws a mark that
 * stands higher or lower than usual (the ্র of Bengali, the tone of a Thai vowel) as a text of its own, and gives that text the whole
 * letter it belongs to (https://github.com/typst/typst/issues/8767): whoever copies "প্র", or has it read aloud, gets it twice. Such a
 * text is all marks, which take no room of their own; here it is said to stand for nothing, as PDF lets one say (ISO 32000-1, 14.9.4).
 * Goes by how this version of the exporter writes: what it does not know it leaves as it is, and the tests notice.
 */
export function marksOnce(pdf: Buffer): Buffer {
  const file = readFile(pdf)
  if (!file) return pdf
  const changed = new Map<number, Buffer>()
  for (const page of file.objects.values()) {
    const text = page.subarray(0, PAGE_BYTES).toString('latin1')
    const contents = /\/Type \/Page\n[\s\S]*\/Contents (\d+) 0 R/.exec(text)?.[1]
    const fonts = /\/Font <<([^>]*)>>/.exec(text)?.[1]
    if (!contents || !fonts) continue
    const stream = file.objects.get(Number(contents))
    const rewritten = stream && rewrite(stream, marksIn(fonts, file.objects))
    if (rewritten) changed.set(Number(contents), rewritten)
  }
  return changed.size === 0 ? pdf : writeFile(file, changed)
}

/** No page's own dictionary is longer. */
const PAGE_BYTES = 20_000

interface PdfFile {
  readonly head: Buffer
  /** By number, from `N 0 obj` to the next. */
  readonly objects: ReadonlyMap<number, Buffer>
  readonly trailer: string
}

/** Tells whether a glyph of one of a page's fonts takes no room. */
type IsMark = (font: string, glyph: number) => boolean

function readFile(pdf: Buffer): PdfFile | null {
  const end = pdf.subarray(-64).toString('latin1')
  const start = Number(/startxref\n(\d+)\n%%EOF/.exec(end)?.[1])
  const table = pdf.subarray(start || pdf.length).toString('latin1')
  const [, entries = '', trailer = ''] = /^xref\n0 \d+\n([\s\S]*?)(trailer\n[\s\S]*?)startxref/.exec(table) ?? []
  const offsets = [...entries.matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset))
  if (offsets.length === 0) return null
  const bounds = [...offsets.toSorted((a, b) => a - b), start]
  const objects = new Map<number, Buffer>()
  for (const offset of offsets) {
    const object = pdf.subarray(offset, bounds[bounds.indexOf(offset) + 1])
    objects.set(Number.parseInt(object.toString('latin1', 0, 12), 10), object)
  }
  return { head: pdf.subarray(0, bounds[0]), objects, trailer }
}

function writeFile({ head, objects, trailer }: PdfFile, changed: ReadonlyMap<number, Buffer>): Buffer {
  const parts = [head]
  let length = head.length
  const offsets = new Map<number, number>()
  for (const [number, object] of objects) {
    const part = changed.get(number) ?? object
    offsets.set(number, length)
    parts.push(part)
    length += part.length
  }
  const size = Math.max(...offsets.keys()) + 1
  const entries = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f\r\n' : `${String(offset).padStart(10, '0')} 00000 n\r\n`
  })
  parts.push(Buffer.from(`xref\n0 ${size}\n${entries.join('')}${trailer}startxref\n${length}\n%%EOF`, 'latin1'))
  return Buffer.concat(parts)
}

/** By the widths in each font: those that stand in no list take the default, which is none. */
function marksIn(fonts: string, objects: PdfFile['objects']): IsMark {
  const rooms = new Map<string, ReadonlySet<number>>()
  for (const [, name = '', number] of fonts.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
    const descendant = /\/DescendantFonts \[(\d+) 0 R\]/.exec(textOf(objects.get(Number(number))))?.[1]
    const described = textOf(objects.get(Number(descendant)))
    const widths = /\/DW 0\b/.test(described) && /\/W \[([^\]]*)\]/.exec(described)?.[1]
    if (widths) rooms.set(name, withRoom(widths.trim().split(/\s+/).map(Number)))
  }
  return (font, glyph) => rooms.has(font) && !rooms.get(font)?.has(glyph)
}

function textOf(object: Buffer | undefined): string {
  return object?.toString('latin1') ?? ''
}

/** Widths are written in threes: the first glyph, the last glyph, and how wide each is. */
function withRoom(widths: readonly number[]): ReadonlySet<number> {
  const glyphs = new Set<number>()
  for (let at = 0; at + 2 < widths.length; at += 3)
    if (widths[at + 2] !== 0) for (let glyph = widths[at] ?? 0; glyph <= (widths[at + 1] ?? -1); glyph++) glyphs.add(glyph)
  return glyphs
}

/** Null where nothing is to be changed. */
function rewrite(object: Buffer, isMark: IsMark): Buffer | null {
  const [whole = '', before = '', length = ''] =
    /^([\s\S]*?\/Length )(\d+)[\s\S]*?stream\n/.exec(object.toString('latin1', 0, 300)) ?? []
  if (!whole.includes('/FlateDecode')) return null
  const drawn = inflateSync(object.subarray(whole.length, whole.length + Number(length))).toString('latin1')
  let isChanged = false
  const once = drawn.replace(/^BT\n([\s\S]*?)^ET$/gm, (text, inside: string) => {
    if (!isAllMarks(inside, isMark)) return text
    isChanged = true
    return `BT\n/Span <</ActualText <FEFF>>> BDC\n${inside.replace(SAID, '')}EMC\nET`
  })
  if (!isChanged) return null
  const stream = deflateSync(Buffer.from(once, 'latin1'))
  const dictionary = `${before}${stream.length}${whole.slice(before.length + length.length)}`
  return Buffer.concat([Buffer.from(dictionary, 'latin1'), stream, Buffer.from('\nendstream\nendobj\n\n', 'latin1')])
}

/** What is said of parts of a text: what they stand for, and that they run from right to left. */
const SAID = /^\/Span <<\s*\/ActualText <[0-9A-F]*>\s*>> BDC\n|^\/ReversedChars BMC\n|^EMC\n/gm

function isAllMarks(text: string, isMark: IsMark): boolean {
  const font = /^\/(f\d+) /m.exec(text)?.[1]
  const glyphs = [...text.matchAll(/\(((?:[^\\()]|\\[\s\S])*)\)/g)].flatMap(([, string = '']) => glyphsOf(string))
  return font !== undefined && glyphs.length > 0 && glyphs.every((glyph) => isMark(font, glyph))
}

const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Two bytes each, as a string of PDF writes them. */
function glyphsOf(string: string): readonly number[] {
  const bytes = Buffer.from(
    string.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, escaped: string) =>
      /^[0-7]/.test(escaped) ? String.fromCharCode(Number.parseInt(escaped, 8)) : (ESCAPED[escaped] ?? escaped),
    ),
    'latin1',
  )
  return Array.from({ length: bytes.length >> 1 }, (_, place) => bytes.readUInt16BE(place * 2))
}
