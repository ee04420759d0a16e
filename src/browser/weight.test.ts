import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

/**
 * DESIGN, "Weight": at most 20 KB of script everywhere, and one further module of at most 15 KB on a page that needs it. This is
 * what browsers are sent, and leaves room for later capabilities.
 */
it.each([
  ['the scripts of every page', 'main.ts', 12_000],
  ['those of a list', 'list/main.ts', 3_000],
])('%s together stay light', async (_, entry, compressed) => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
  })
  expect(gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length).toBeLessThan(compressed)
})
