import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildAssets } from '../../../scripts/build-assets.mjs'

const KB = 1024
let outDir: string
let manifest: Record<string, string>

beforeAll(async () => {
  outDir = mkdtempSync(join(tmpdir(), 'mentormark-assets-'))
  manifest = await buildAssets({ outDir })
})

afterAll(() => rmSync(outDir, { recursive: true }))

const path = (name: string) => join(outDir, manifest[name] ?? name)

test('the manifest names files that exist, by their content', () => {
  expect(JSON.parse(readFileSync(join(outDir, 'manifest.json'), 'utf8'))).toEqual(manifest)
  expect(readdirSync(outDir).sort()).toEqual([...Object.values(manifest), 'manifest.json'].sort())
  expect(manifest['app.css']).toMatch(/^app-[0-9a-f]{10}\.css$/)
})

test('the stylesheets ask only for our own fonts', () => {
  const css = ['app.css', 'work.css'].map((name) => readFileSync(path(name), 'utf8')).join('')
  const asked = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, url]) => url)
  expect(asked.sort()).toEqual(
    ['latin-400', 'latin-700', 'latin-ext-400', 'latin-ext-700', 'zero-400', 'zero-700']
      .map((name) => manifest[`atkinson-${name}.woff2`])
      .sort(),
  )
})

test('a first visit stays light: stylesheet and the fonts everybody needs, each in two weights; and so does what is added later', () => {
  const css = gzipSync(readFileSync(path('app.css'))).length
  const fonts = ['latin-400', 'latin-700', 'zero-400', 'zero-700'].reduce(
    (sum, name) => sum + statSync(path(`atkinson-${name}.woff2`)).size,
    0,
  )
  expect(css).toBeLessThan(16 * KB)
  expect(gzipSync(readFileSync(path('work.css'))).length).toBeLessThan(10 * KB)
  expect(fonts).toBeLessThan(28 * KB)
})

test.each(['app.css', 'work.css'])('nothing moves in %s for people who asked for that', (name) => {
  const css = readFileSync(path(name), 'utf8').replace(
    /@media[^{]*prefers-reduced-motion:\s*no-preference[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g,
    '',
  )
  expect(css).not.toMatch(/[;{](?:transition|animation|scroll-behavior)[\w-]*:/)
})
