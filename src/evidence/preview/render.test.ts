import { randomBytes } from 'node:crypto'
import { MagickFormat } from '@imagemagick/magick-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import { pdfFile } from '../testing.ts'
import { loadDecoders, type PreviewMade, render } from './render.ts'
import { canBeDecoded } from './size.ts'
import { DECODERS } from './source.ts'
import { clearPng, enormousJpeg, enormousPng, lookAt, moving, picture, printersJpeg, turnedHeic, turnedJpeg } from './testing.ts'

beforeAll(() => loadDecoders(DECODERS), 60_000)

function preview(bytes: Buffer, type: string): PreviewMade {
  const made = render(bytes, { type })
  if (!made) throw new Error('no preview')
  return made
}

const seen = (bytes: Buffer, type: string) => lookAt(preview(bytes, type).bytes)

describe('a preview', () => {
  test.each([
    ['image/jpeg', MagickFormat.Jpeg],
    ['image/png', MagickFormat.Png],
    ['image/gif', MagickFormat.Gif],
    ['image/webp', MagickFormat.WebP],
  ] as const)('of %s is no larger than 320 pixels either way, and a small WebP', (type, format) => {
    const made = preview(picture(format, 800, 600), type)
    expect([made.width, made.height]).toEqual([320, 240])
    expect(Buffer.from(made.bytes).toString('latin1', 0, 12)).toMatch(/^RIFF.{4}WEBP$/s)
    expect(made.bytes.length).toBeLessThan(20_000)
    expect(lookAt(made.bytes)).toMatchObject({ width: 320, height: 240 })
    expect(lookAt(made.bytes).colourAt(160, 120)).toBe('red')
  })

  test('keeps the shape of the picture', () => {
    expect(preview(picture(MagickFormat.Jpeg, 900, 1600), 'image/jpeg')).toMatchObject({ width: 180, height: 320 })
    expect(preview(picture(MagickFormat.Jpeg, 3000, 10), 'image/jpeg')).toMatchObject({ width: 320, height: 1 })
  })

  test('of a picture that is small is not enlarged', () => {
    expect(preview(picture(MagickFormat.Png, 24, 16), 'image/png')).toMatchObject({ width: 24, height: 16 })
    expect(preview(picture(MagickFormat.Jpeg, 24, 16), 'image/jpeg')).toMatchObject({ width: 24, height: 16 })
  })

  test.each([
    ['image/jpeg', turnedJpeg],
    ['image/heic', turnedHeic],
  ] as const)('of %s is turned as it is meant to be seen, once', (type, bytes) => {
    const picture = seen(bytes, type)
    expect([picture.width, picture.height]).toEqual([64, 192])
    expect([picture.colourAt(32, 20), picture.colourAt(32, 170)]).toEqual(['red', 'blue'])
  })

  test.each([
    ['image/jpeg', turnedJpeg],
    ['image/heic', turnedHeic],
  ] as const)('of %s says nothing of where it was taken, nor with what', (type, bytes) => {
    expect(bytes.toString('latin1')).toContain('Telephone')
    expect(bytes.toString('latin1')).toContain('Exif')
    const made = preview(bytes, type)
    const all = Buffer.from(made.bytes).toString('latin1')
    for (const trace of ['Exif', 'EXIF', 'Telephone', 'GPS', 'XMP', 'ICCP', 'Image::']) expect(all).not.toContain(trace)
    expect(lookAt(made.bytes).profiles).toEqual([])
  })

  test('of one with words, a place and a profile of its own beside it has none of them', () => {
    const bytes = picture(MagickFormat.Png, 50, 50, (image) => {
      image.comment = 'Taken at 12 Mill Lane'
      image.setAttribute('Author', 'Sam Obi of Mill Lane')
    })
    expect(bytes.toString('latin1')).toContain('Mill Lane')
    expect(Buffer.from(preview(bytes, 'image/png').bytes).toString('latin1')).not.toContain('Mill Lane')
  })

  test.each([
    ['image/gif', MagickFormat.Gif],
    ['image/webp', MagickFormat.WebP],
  ] as const)('of %s that moves is its first frame', (type, format) => {
    expect(seen(moving(format), type).colourAt(30, 20)).toBe('red')
  })

  test('of what can be seen through can be seen through', () => {
    expect(seen(clearPng(50, 50), 'image/png').colourAt(25, 25)).toBe('clear')
  })

  test('of what was made for a printer has a screen’s colours', () => {
    expect(seen(printersJpeg(), 'image/jpeg').colourAt(50, 40)).toBe('red')
  })
})

describe('there is none', () => {
  const jpeg = () => picture(MagickFormat.Jpeg, 50, 50)
  test('of what is another kind of picture than it was found to be, or none', () => {
    expect(render(jpeg(), { type: 'image/png' })).toBeNull()
    expect(render(picture(MagickFormat.Png, 50, 50), { type: 'image/heic' })).toBeNull()
    for (const type of ['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/heic'])
      for (const bytes of [
        Buffer.alloc(0),
        pdfFile('Plan'),
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
        Buffer.from('push graphic-context\nimage over 0,0 0,0 "/etc/passwd"\npop graphic-context'),
      ])
        expect(render(bytes, { type })).toBeNull()
  })

  test('by a decoder for anything else, whatever the type says', () => {
    for (const type of ['image/svg+xml', 'image/tiff', 'application/pdf', 'text/plain', '__proto__', ''])
      expect(render(jpeg(), { type })).toBeNull()
  })

  test('of what is far too large, which is found out before any of it is decoded', () => {
    const before = process.memoryUsage().rss
    const began = performance.now()
    for (const size of [60_000, 1_000_000]) expect(render(enormousPng(size, size), { type: 'image/png' })).toBeNull()
    expect(render(enormousPng(40_000, 2), { type: 'image/png' })).toBeNull()
    expect(render(enormousJpeg(60_000, 60_000), { type: 'image/jpeg' })).toBeNull()
    expect(render(enormousJpeg(65_500, 1), { type: 'image/jpeg' })).toBeNull()
    const webp = Buffer.from(picture(MagickFormat.WebP, 60, 40))
    webp.writeUInt16LE(16_383, 26)
    webp.writeUInt16LE(16_383, 28)
    expect(render(webp, { type: 'image/webp' })).toBeNull()
    const gif = Buffer.from(picture(MagickFormat.Gif, 60, 40))
    const frame = gif.indexOf(Buffer.from('2c00000000', 'hex'))
    gif.writeUInt16LE(60_000, frame + 5)
    gif.writeUInt16LE(60_000, frame + 7)
    expect(render(gif, { type: 'image/gif' })).toBeNull()
    const heic = Buffer.from(turnedHeic)
    const size = heic.indexOf('ispe')
    heic.writeUInt32BE(60_000, size + 8)
    heic.writeUInt32BE(60_000, size + 12)
    expect(render(heic, { type: 'image/heic' })).toBeNull()
    expect(performance.now() - began).toBeLessThan(5000)
    expect(process.memoryUsage().rss - before).toBeLessThan(150e6)
  })

  test('and what telephones take is not too large', () => {
    for (const [width, height] of [
      [8064, 6048],
      [8160, 6120],
      [16_384, 3072],
    ] as const)
      expect(canBeDecoded({ width, height }, 'image/heic')).toBe(true)
    expect(canBeDecoded({ width: 16_320, height: 12_240 }, 'image/jpeg')).toBe(true)
    expect(canBeDecoded({ width: 16_320, height: 12_240 }, 'image/png')).toBe(false)
    expect(canBeDecoded({ width: 0, height: 10 }, 'image/png')).toBe(false)
  })

  test('of what is damaged, anywhere, or it is half of one; nothing breaks', () => {
    const pictures = [
      ['image/jpeg', turnedJpeg],
      ['image/heic', turnedHeic],
      ['image/png', picture(MagickFormat.Png, 60, 40)],
      ['image/gif', moving(MagickFormat.Gif)],
      ['image/webp', moving(MagickFormat.WebP)],
    ] as const
    for (const [type, bytes] of pictures)
      for (let times = 0; times < 25; times++) {
        const damaged = Buffer.from(bytes)
        for (let each = 0; each < 4; each++) randomBytes(1).copy(damaged, Math.floor(Math.random() * damaged.length))
        const cut = times % 2 === 0 ? damaged : damaged.subarray(0, Math.floor(Math.random() * damaged.length))
        const made = render(cut, { type })
        if (made) expect(lookAt(made.bytes)).toMatchObject({ width: made.width, height: made.height })
      }
    expect(preview(turnedJpeg, 'image/jpeg').width).toBe(64)
  })
})
