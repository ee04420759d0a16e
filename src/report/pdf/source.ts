import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BuildOptions, buildSync } from 'esbuild'
import { fontFolders } from './fonts.ts'
import type { PressOptions } from './press.ts'

/** Where the press's parts are when the program runs from source; the build lays them out in one folder instead. */
export function pressFromSource(): PressOptions & { readonly worker: () => URL } {
  return { worker: builtWorker, templates: import.meta.dirname, fonts: fontFolders(import.meta.url) }
}

let built: URL | null = null

/** The worker in one file, because Node alone does not read JSX. Made when the first document is asked for, a tenth of a second. */
function builtWorker(): URL {
  built ??= buildWorker()
  return built
}

function buildWorker(): URL {
  const root = join(import.meta.dirname, '../../..')
  const { outputFiles } = buildSync({ ...WORKER_BUILD, absWorkingDir: root, write: false })
  // Where the worker finds the packages it needs. Several tests may do this at once: each writes a whole file.
  const folder = join(root, 'node_modules/.cache/mentormark')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'pdf-worker.mjs')
  writeFileSync(`${file}.${process.pid}`, outputFiles?.[0]?.contents ?? '')
  renameSync(`${file}.${process.pid}`, file)
  return pathToFileURL(file)
}

/** How esbuild makes the worker. One file of its own: shared parts would bring the server's with them, and its memory. */
export const WORKER_BUILD: BuildOptions = {
  entryPoints: { 'pdf-worker': 'src/report/pdf/worker.ts' },
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  jsx: 'automatic',
  jsxImportSource: '#jsx',
  // CommonJS packages inside an ES module look for `require`.
  banner: {
    js: "import { createRequire as mentormarkRequire } from 'node:module'; const require = mentormarkRequire(import.meta.url);",
  },
  external: ['@myriaddreamin/typst-ts-node-compiler', 'pg', 'pg-native', '@electric-sql/pglite'],
  logLevel: 'warning',
}
