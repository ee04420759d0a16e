import { inflateSync } from 'node:zlib'

/** A logo as it is kept: what is needed to draw it, and nothing else of what the file held. */
export interface Logo {
  readonly type: 'image/png' | 'image/jpeg'
  readonly content: Buffer
  readonly width: number
  readonly height: number
}

export type LogoRead =
  | { readonly ok: true; readonly logo: Logo }
  | { readonly ok: false; readonly because: 'not-a-picture' | 'damaged' | 'too-large' }

/** The largest file: it is kept in the database and sent to the typesetter with each report. */
export const LOGO_BYTES = 500_000
/** Each side, in pixels: 60 mm across are printed with 850 dots to the inch. */
export const LOGO_PIXELS = 2000

/**
 * Looks at a file by its content, and keeps of a PNG or JPEG only the parts that draw it: no name of whoever made it, no place where
 * a photograph was taken, no second picture.
 */
export function readLogo(file: Buffer): LogoRead {
  if (file.subarray(0, 8).equals(PNG)) return readPng(file)
  if (file.subarray(0, 3).equals(JPEG)) return readJpeg(file)
  return { ok: false, because: 'not-a-picture' }
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const JPEG = Buffer.from([0xff, 0xd8, 0xff])
const damaged: LogoRead = { ok: false, because: 'damaged' }

/** What draws a PNG: its size, palette, transparency, colour space and pixels. */
const PNG_PARTS = new Set(['IHDR', 'PLTE', 'tRNS', 'sRGB', 'gAMA', 'cHRM', 'IDAT', 'IEND'])
/** How many values a pixel has, by colour type. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

function readPng(file: Buffer): LogoRead {
  const kept: Buffer[] = [PNG]
  const pixels: Buffer[] = []
  let header: Buffer | null = null
  for (let at = PNG.length; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at)
    const name = file.toString('latin1', at + 4, at + 8)
    if (end > file.length || (header === null) !== (name === 'IHDR')) return damaged
    const data = file.subarray(at + 8, end - 4)
    if (PNG_PARTS.has(name)) kept.push(file.subarray(at, end))
    if (name === 'IHDR') header = data
    if (name === 'IDAT') pixels.push(data)
    if (name === 'IEND' && header) return pngOf(header, Buffer.concat(pixels), Buffer.concat(kept))
    at = end
  }
  return damaged
}

function pngOf(header: Buffer, pixels: Buffer, content: Buffer): LogoRead {
  if (header.length !== 13) return damaged
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [depth = 0, colour = 0, , , interlaced = 0] = header.subarray(8)
  if (!fits(width, height)) return { ok: false, because: 'too-large' }
  const rowBytes = (across: number) => (across === 0 ? 0 : 1 + Math.ceil((across * depth * (CHANNELS[colour] ?? 0)) / 8))
  const expected = interlaced
    ? PASSES.reduce(
        (sum, [x, y, dx, dy]) => sum + rowBytes(Math.ceil((width - x) / dx)) * Math.max(0, Math.ceil((height - y) / dy)),
        0,
      )
    : height * rowBytes(width)
  try {
    const raw = inflateSync(pixels, { maxOutputLength: expected + 1 })
    return raw.length === expected ? { ok: true, logo: { type: 'image/png', content, width, height } } : damaged
  } catch {
    return damaged
  }
}

/** An interlaced PNG is sent in seven pictures of its pixels: where each begins, and how far apart its pixels are. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Segments that draw a JPEG: tables, frame, and how its colours are to be read (Adobe's own segment). */
const isDrawn = (marker: number) => (marker >= 0xc0 && marker <= 0xdd) || marker === 0xe0 || marker === 0xee
/** Frames that readers of PDF can draw: baseline, extended and progressive. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2])

function readJpeg(file: Buffer): LogoRead {
  const kept = [file.subarray(0, 2)]
  let size: { readonly width: number; readonly height: number } | null = null
  for (let at = 2; at + 4 <= file.length && file[at] === 0xff; ) {
    const marker = file[at + 1] ?? 0
    // Any number of these may stand before a marker.
    if (marker === 0xff) {
      at += 1
      continue
    }
    const end = at + 2 + file.readUInt16BE(at + 2)
    if (end > file.length) return damaged
    if (isDrawn(marker)) kept.push(file.subarray(at, end))
    if (FRAMES.has(marker) && end - at >= 10) size = { height: file.readUInt16BE(at + 5), width: file.readUInt16BE(at + 7) }
    at = end
    if (marker !== 0xda) continue
    // The picture itself: up to its end, and nothing that follows.
    const last = file.lastIndexOf(Buffer.from([0xff, 0xd9]))
    if (size === null || last < at) return damaged
    if (!fits(size.width, size.height)) return { ok: false, because: 'too-large' }
    kept.push(file.subarray(at, last + 2))
    return { ok: true, logo: { type: 'image/jpeg', content: Buffer.concat(kept), ...size } }
  }
  return damaged
}

function fits(width: number, height: number): boolean {
  return width > 0 && height > 0 && width <= LOGO_PIXELS && height <= LOGO_PIXELS
}
