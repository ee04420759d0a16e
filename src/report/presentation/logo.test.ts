import { describe, expect, it } from 'vitest'
import { LOGO_PIXELS, readLogo } from './logo.ts'
import { aJpeg, aPng } from './testing.ts'

const read = (file: Buffer) => {
  const result = readLogo(file)
  return result.ok ? result.logo : result.because
}

describe('a logo', () => {
  it('is a PNG or a JPEG, by what is in it', () => {
    expect(read(aPng({ width: 300, height: 120 }))).toMatchObject({ type: 'image/png', width: 300, height: 120 })
    expect(read(aJpeg())).toMatchObject({ type: 'image/jpeg', width: 8, height: 8 })
  })

  it.each([
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a web page', '<!doctype html><title>logo.png</title>'],
    ['a GIF', 'GIF89a\u0001\u0000\u0001\u0000'],
    ['a PDF', '%PDF-1.7'],
    ['nothing', ''],
  ])('is not %s', (_, content) => {
    expect(read(Buffer.from(content, 'latin1'))).toBe('not-a-picture')
  })

  it('keeps nothing of a PNG but what draws it', () => {
    const secrets = [
      ['tEXt', 'Author\0Somebody'],
      ['eXIf', 'where it was taken'],
      ['iCCP', 'a profile'],
      ['acTL', 'a film'],
    ] as const
    const logo = read(
      aPng(
        {},
        secrets.map(([name, text]) => [name, Buffer.from(text)]),
      ),
    )
    if (typeof logo === 'string') throw new Error(logo)
    expect(logo.content.equals(aPng())).toBe(true)
  })

  it('keeps nothing of a JPEG but what draws it, nor what follows its end', () => {
    const file = Buffer.concat([
      aJpeg([
        [0xe1, Buffer.from('Exif\0\0GPS')],
        [0xe2, Buffer.from('MPF\0')],
        [0xfe, Buffer.from('made by somebody')],
      ]),
      Buffer.from('a second file'),
    ])
    const logo = read(file)
    if (typeof logo === 'string') throw new Error(logo)
    expect(logo.content.equals(aJpeg())).toBe(true)
  })

  it('is of a size that can be worked with', () => {
    expect(read(aPng({ width: LOGO_PIXELS + 1, height: 1 }))).toBe('too-large')
    expect(read(aPng({ width: 0, height: 1 }))).toBe('too-large')
    const wide = aJpeg()
    wide.writeUInt16BE(LOGO_PIXELS + 1, wide.indexOf(Buffer.from([0xff, 0xc0])) + 7)
    expect(read(wide)).toBe('too-large')
  })

  it('has as many pixels as it says, so that nothing small unpacks to much', () => {
    const bomb = aPng({ width: 2000, height: 2000 })
    bomb.writeUInt32BE(4, 16)
    bomb.writeUInt32BE(4, 20)
    expect(read(bomb)).toBe('damaged')
  })

  it.each([
    ['PNG', aPng()],
    ['JPEG', aJpeg()],
  ])('that is a %s cut off anywhere is damaged, and is nobody’s fault', (_, whole) => {
    for (let length = 8; length < whole.length - 1; length++) expect(read(whole.subarray(0, length))).toBe('damaged')
  })

  it('is refused or read, whatever is wrong in it, and never takes long', () => {
    for (const whole of [aPng(), aJpeg()])
      for (let at = 8; at < whole.length; at++)
        for (const value of [0, 0x7f, 0xff]) {
          const file = Buffer.from(whole)
          file[at] = value
          expect(() => readLogo(file)).not.toThrow()
        }
  })
})
