import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as palette from '../charts/palette.ts'

const source = readFileSync(new URL('./_tokens.scss', import.meta.url), 'utf8')
const tokens = Object.fromEntries([...source.matchAll(/^\$([\w-]+): (#[0-9a-f]{6});/gm)].map(([, name, value]) => [name, value]))

function token(name: string): string {
  const value = tokens[name]
  if (!value) throw new Error(`No colour is called ${name}`)
  return value
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [palette.luminance(one), palette.luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const AAA = 7
const AA = 4.5

describe('text can be read', () => {
  test.each([
    ['ink', 'paper'],
    ['ink', 'white'],
    ['ink', 'paper-deep'],
    ['ink', 'pine-tint'],
    ['ink', 'sky-tint'],
    ['ink', 'marigold'],
    ['ink', 'marigold-tint'],
    ['quiet', 'white'],
    ['white', 'pine-deep'],
    ['white', 'pine'],
  ])('%s on %s: AAA', (text, ground) => expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(AAA))

  test.each([
    ['quiet', 'paper'],
    ['quiet', 'paper-deep'],
    ['coral-ink', 'paper'],
    ['coral-dark', 'coral-tint'],
    ['pine-dark', 'pine-tint'],
    ['marigold-ink', 'marigold-tint'],
    ['marigold-ink', 'paper'],
    ['sky-ink', 'sky-tint'],
    ['plum-ink', 'plum-tint'],
    ['plum', 'paper'],
    ['error', 'white'],
    ['error', 'paper'],
    ['white', 'error'],
  ])('%s on %s: AA', (text, ground) => expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(AA))
})

test('edges of controls and pictures can be seen: 3 to 1', () => {
  expect(contrast(token('quiet'), token('white'))).toBeGreaterThan(3)
  expect(contrast(token('pine'), token('paper'))).toBeGreaterThan(3)
  expect(contrast(palette.INK, palette.WHITE)).toBeGreaterThan(3)
})

test('pictures use the same colours as pages', () => {
  expect([palette.INK, palette.QUIET, palette.LINE, palette.WHITE]).toEqual(['ink', 'quiet', 'line-strong', 'white'].map(token))
  expect(palette.CORE).toBe(token('coral-ink'))
})

describe.each([2, 3, 4, 5, 7, 10])('with %i ratings', (count) => {
  const orders = Array.from({ length: count }, (_, order) => order)

  test('each is darker than the one below it, so that they differ in black and white', () => {
    const light = orders.map((order) => palette.luminance(palette.ratingColour(order, count)))
    expect(light).toEqual([...light].sort((a, b) => b - a))
    expect(new Set(light).size).toBe(count)
  })

  test('what is written on a colour or its ground can be read', () => {
    for (const order of orders) {
      const colour = palette.ratingColour(order, count)
      expect(contrast(palette.readableOn(colour), colour)).toBeGreaterThanOrEqual(AA)
      expect(contrast(palette.INK, palette.ratingGround(order, count))).toBeGreaterThanOrEqual(AAA)
    }
  })
})

test('a single rating has a colour too', () => {
  expect(palette.ratingColour(0, 1)).toMatch(/^#[0-9a-f]{6}$/)
})
