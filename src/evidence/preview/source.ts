import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'
import type { PreviewOptions } from './maker.ts'

const root = join(import.meta.dirname, '../../..')

/** The decoders: one file of WebAssembly, out of the package. */
export const DECODERS = createRequire(import.meta.url).resolve('@imagemagick/magick-wasm/magick.wasm')

/** Where the parts are when the program runs from source; the build lays them out in one folder instead. */
export function previewsFromSource(): PreviewOptions {
  return {
    program: new URL('./worker.ts', import.meta.url),
    decoders: DECODERS,
    mayRead: [join(root, 'package.json'), join(root, 'src'), join(root, 'node_modules/@imagemagick')],
  }
}

/** How esbuild makes the process's program: one file, with nothing of the server's in it. */
export const PREVIEW_BUILD: BuildOptions = {
  entryPoints: { 'preview-worker': 'src/evidence/preview/worker.ts' },
  outdir: 'dist',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  logLevel: 'warning',
}
