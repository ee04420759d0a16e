import { readFile } from 'node:fs/promises'
import {
  ColorSpace,
  type IMagickImage,
  ImageMagick,
  initializeImageMagick,
  MagickError,
  MagickFormat,
  MagickGeometry,
  MagickImageInfo,
  MagickReadSettings,
  ResourceLimits,
} from '@imagemagick/magick-wasm'
import { canBeDecoded, LONGEST_EDGE, PREVIEW_EDGE } from './size.ts'

export interface PreviewOrder {
  /** Media type, by our own look at the content: no other decoder is tried. */
  readonly type: string
}

export interface PreviewMade {
  /** WebP. */
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

const DECODERS: ReadonlyMap<string, MagickFormat> = new Map([
  ['image/jpeg', MagickFormat.Jpeg],
  ['image/png', MagickFormat.Png],
  ['image/gif', MagickFormat.Gif],
  ['image/webp', MagickFormat.WebP],
  ['image/heic', MagickFormat.Heic],
])

/** Decoded pixels, and everything else a decoder asks for, in bytes. */
const MOST_MEMORY = 400_000_000n

/** Loads the decoders. @param file `magick.wasm` */
export async function loadDecoders(file: string): Promise<void> {
  await initializeImageMagick(await readFile(file))
  ResourceLimits.width = BigInt(LONGEST_EDGE)
  ResourceLimits.height = BigInt(LONGEST_EDGE)
  ResourceLimits.memory = MOST_MEMORY
  ResourceLimits.maxMemoryRequest = MOST_MEMORY
  // There is no disk, and what would stand for one is memory.
  ResourceLimits.disk = 0n
  ResourceLimits.maxProfileSize = 2_000_000n
}

/**
 * A small picture of a picture: of its first frame, turned as it is meant to be seen, in a screen's colours, without anything that
 * a camera wrote beside it. It is drawn anew, so nothing of the bytes that came in goes out.
 * @returns null for what is damaged, or larger than there is room for: its size is looked at before anything is decoded
 */
export function render(content: Uint8Array, { type }: PreviewOrder): PreviewMade | null {
  const format = DECODERS.get(type)
  if (!format) return null
  try {
    const size = MagickImageInfo.create(content, settingsFor(format))
    if (!canBeDecoded(size, type)) return null
    const isLarge = Math.min(size.width, size.height) > 2 * PREVIEW_EDGE
    return ImageMagick.read(content, settingsFor(format, isLarge), draw)
  } catch (error) {
    if (error instanceof MagickError) return null
    throw error
  }
}

/** @param smaller a JPEG is decoded at a fraction of its size where that is enough: an eighth takes a sixty-fourth of the memory */
function settingsFor(format: MagickFormat, smaller = false): MagickReadSettings {
  const settings = new MagickReadSettings({ format, frameIndex: 0, frameCount: 1 })
  if (smaller && format === MagickFormat.Jpeg) settings.setDefine(format, 'size', `${2 * PREVIEW_EDGE}x${2 * PREVIEW_EDGE}`)
  return settings
}

function draw(image: IMagickImage): PreviewMade {
  image.autoOrient()
  // Only what is larger is made smaller.
  const box = new MagickGeometry(PREVIEW_EDGE, PREVIEW_EDGE)
  box.greater = true
  image.resize(box)
  // A printer's four colours become a screen's three.
  image.colorSpace = ColorSpace.sRGB
  image.strip()
  image.quality = QUALITY
  return image.write(MagickFormat.WebP, (bytes) => ({ bytes: bytes.slice(), width: image.width, height: image.height }))
}

/** Of 100. A photograph takes 10 to 20 kB. */
const QUALITY = 75
