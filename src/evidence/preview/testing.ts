import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crc32, deflateSync } from 'node:zlib'
import {
  ColorSpace,
  type IMagickImage,
  ImageMagick,
  MagickColor,
  MagickFormat,
  MagickImage,
  MagickImageCollection,
} from '@imagemagick/magick-wasm'

/** Real pictures, made small: for tests of previews. `loadDecoders` comes first. */

/** 192 by 64 pixels, red on the left and blue on the right; turned by a quarter when it is seen, with the red on top. With a place. */
export const turnedJpeg = readFileSync(join(import.meta.dirname, '../fixtures/turned.jpg'))
/** The same as a telephone of another maker keeps it. */
export const turnedHeic = readFileSync(join(import.meta.dirname, '../fixtures/turned.heic'))

const RED = '#d03030'
const BLUE = '#3040d0'

/** A picture of one colour: red, unless something else is done to it. */
export function picture(
  format: MagickFormat,
  width: number,
  height: number,
  change: (image: IMagickImage) => void = () => {},
): Buffer {
  const image = MagickImage.create(new MagickColor(RED), width, height)
  change(image)
  return image.write(format, (bytes) => Buffer.from(bytes))
}

/** One that can be seen through. */
export function clearPng(width: number, height: number): Buffer {
  return MagickImage.create(new MagickColor('#00000000'), width, height).write(MagickFormat.Png, (bytes) => Buffer.from(bytes))
}

/** A picture as printers want it, in four colours. */
export const printersJpeg = () =>
  picture(MagickFormat.Jpeg, 100, 80, (image) => {
    image.colorSpace = ColorSpace.CMYK
  })

/** Two pictures one after the other, red first. */
export function moving(format: MagickFormat): Buffer {
  const frames = MagickImageCollection.create()
  for (const colour of [RED, BLUE]) frames.push(MagickImage.create(new MagickColor(colour), 60, 40))
  return frames.write(format, (bytes) => Buffer.from(bytes))
}

/** What a preview looks like. */
export function lookAt(webp: Uint8Array) {
  return ImageMagick.read(webp, MagickFormat.WebP, (image) => {
    const { width, height } = image
    const pixels = image.getPixels((all) => all.toByteArray(0, 0, width, height, 'RGBA'))
    const colourAt = (x: number, y: number) => nameOf(pixels?.slice((y * width + x) * 4, (y * width + x + 1) * 4) ?? [])
    return { width, height, colourAt, profiles: [...image.profileNames] }
  })
}

function nameOf([red = 0, green = 0, blue = 0, alpha = 255]: Iterable<number>): string {
  if (alpha < 10) return 'clear'
  if (red > 150 && blue < 100) return 'red'
  if (blue > 150 && red < 100) return 'blue'
  return `${red} ${green} ${blue} ${alpha}`
}

/** A PNG that says it has so many pixels, and is a few hundred bytes long. */
export function enormousPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(data.length)
    ends.writeUInt32BE(crc32(named), 4)
    return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  // One bit for each pixel.
  head[8] = 1
  const data = deflateSync(Buffer.alloc(100_000))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A JPEG that says so, out of one that is small. */
export function enormousJpeg(width: number, height: number): Buffer {
  const bytes = Buffer.from(turnedJpeg)
  const size = bytes.indexOf(Buffer.from('ffc0', 'hex'))
  bytes.writeUInt16BE(height, size + 5)
  bytes.writeUInt16BE(width, size + 7)
  return bytes
}
