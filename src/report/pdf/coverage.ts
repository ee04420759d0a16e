import { closeSync, openSync, readSync } from 'node:fs'

/** Which characters a font has letters for, as its own table says (OpenType, `cmap`). */
export interface Coverage {
  has(character: string): boolean
}

/** Reads no more of the file than that table: some fonts are ten megabytes, and this is asked on the server's own thread. */
export function coverageOf(file: string): Coverage {
  const handle = openSync(file, 'r')
  try {
    const read = (position: number, length: number) => {
      const buffer = Buffer.alloc(length)
      return buffer.subarray(0, readSync(handle, buffer, 0, length, position))
    }
    return coverageIn(charactersIn(tableIn(read)))
  } finally {
    closeSync(handle)
  }
}

type Range = readonly [first: number, last: number]

function tableIn(read: (position: number, length: number) => Buffer): Buffer {
  const count = read(4, 2).readUInt16BE(0)
  const list = read(12, count * 16)
  for (let at = 0; at < list.length; at += 16)
    if (list.toString('latin1', at, at + 4) === 'cmap') return read(list.readUInt32BE(at + 8), list.readUInt32BE(at + 12))
  throw new Error('a font without a table of characters')
}

/** The parts for all of Unicode and for its first plane; fonts have others for programs of long ago. */
function charactersIn(table: Buffer): readonly Range[] {
  const parts = Array.from({ length: table.readUInt16BE(2) }, (_, place) => table.readUInt32BE(4 + place * 8 + 4))
  const whole = parts.find((at) => table.readUInt16BE(at) === 12)
  if (whole !== undefined) return inGroups(table.subarray(whole))
  const plane = parts.find((at) => table.readUInt16BE(at) === 4)
  if (plane !== undefined) return inSegments(table.subarray(plane))
  throw new Error('a font whose table of characters is of no known format')
}

/** Format 12: groups of three numbers, of which the first two are the first and the last character. */
function inGroups(part: Buffer): readonly Range[] {
  return Array.from({ length: part.readUInt32BE(12) }, (_, place): Range => {
    const at = 16 + place * 12
    return [part.readUInt32BE(at), part.readUInt32BE(at + 4)]
  })
}

/** Format 4: four lists, of last characters, first characters, differences and offsets into a list of glyphs. */
function inSegments(part: Buffer): readonly Range[] {
  const size = part.readUInt16BE(6)
  const ranges: Range[] = []
  for (let at = 0; at < size; at += 2) {
    const last = part.readUInt16BE(14 + at)
    const first = part.readUInt16BE(16 + size + at)
    const difference = part.readUInt16BE(16 + 2 * size + at)
    const place = 16 + 3 * size + at
    const offset = part.readUInt16BE(place)
    for (let code = first; code <= last && code < 0xffff; code++) {
      const glyph = offset === 0 ? code + difference : listed(part, place + offset + (code - first) * 2)
      if ((glyph & 0xffff) !== 0) ranges.push([code, code])
    }
  }
  return ranges
}

function listed(part: Buffer, at: number): number {
  return at + 2 <= part.length ? part.readUInt16BE(at) : 0
}

function coverageIn(ranges: readonly Range[]): Coverage {
  const sorted = ranges.toSorted(([a], [b]) => a - b)
  return {
    has(character) {
      const code = character.codePointAt(0) ?? 0
      let [low, high] = [0, sorted.length - 1]
      while (low <= high) {
        const middle = (low + high) >> 1
        const [first, last] = sorted[middle] ?? [0, 0]
        if (code < first) high = middle - 1
        else if (code > last) low = middle + 1
        else return true
      }
      return false
    },
  }
}
