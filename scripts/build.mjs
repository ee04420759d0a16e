// Turns the sources into `dist/`: the programs, the assets and the built-in frameworks. Run by the commands, on our own Node.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import esbuild from 'esbuild'
import { breachedPassphrases } from '../src/accounts/breached.ts'
import { DECODERS, PREVIEW_BUILD } from '../src/evidence/preview/source.ts'
import { fontFiles as PDF_FONTS } from '../src/report/pdf/fonts.ts'
import { WORKER_BUILD } from '../src/report/pdf/source.ts'
import { buildAssets } from './build-assets.mjs'

const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })

// CommonJS packages inside an ES module bundle look for `require`.
const banner = {
  js: "import { createRequire as mentormarkRequire } from 'node:module'; const require = mentormarkRequire(import.meta.url);",
}

await esbuild.build({
  entryPoints: {
    main: 'src/main.ts',
    cli: 'src/cli.ts',
    estimator: 'src/accounts/estimator.ts',
    pack: 'src/frameworks/pack/read.ts',
    demo: 'src/demo.ts',
  },
  outdir: dist,
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  jsx: 'automatic',
  jsxImportSource: '#jsx',
  sourcemap: true,
  banner,
  // Native code, and what is only there in some installations.
  external: ['@myriaddreamin/typst-ts-node-compiler', 'pg', 'pg-native', '@electric-sql/pglite'],
  logLevel: 'warning',
})

await esbuild.build({ ...WORKER_BUILD, absWorkingDir: root, outdir: dist, sourcemap: true })

// What makes small pictures of evidence, with the decoders beside it.
await esbuild.build({ ...PREVIEW_BUILD, absWorkingDir: root, outdir: dist, sourcemap: true })
cpSync(DECODERS, join(dist, 'magick.wasm'))

await buildAssets({ outDir: join(dist, 'assets') })

// Built-in frameworks are checked here, once, so that starting reads plain JSON.
const { compilePack } = await import(pathToFileURL(join(dist, 'pack.js')).href)
mkdirSync(join(dist, 'frameworks'))
for (const folder of readdirSync(join(root, 'frameworks'), { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  for (const name of readdirSync(join(root, 'frameworks', folder.name)).filter((file) => file.endsWith('.yaml'))) {
    const file = join('frameworks', folder.name, name)
    writeFileSync(
      join(dist, 'frameworks', `${folder.name}-${name.replace('.yaml', '.json')}`),
      compilePack(readFileSync(join(root, file), 'utf8'), file),
    )
  }
}

// What the demo's files hold that is no text.
cpSync(join(root, 'src/demo/pictures'), join(dist, 'pictures'), { recursive: true })

// Passphrases nobody may choose. The thread that judges passphrases reads them when it starts.
writeFileSync(join(dist, 'breached.txt'), breachedPassphrases().join('\n'))

// What the PDF compiler reads: its templates and its fonts, gathered from the packages they come in.
const press = join(dist, 'report')
mkdirSync(join(press, 'fonts'), { recursive: true })
for (const name of readdirSync(join(root, 'src/report/pdf')).filter((file) => file.endsWith('.typ')))
  cpSync(join(root, 'src/report/pdf', name), join(press, name))
for (const file of PDF_FONTS) cpSync(join(root, 'node_modules', file), join(press, 'fonts', file.split('/').at(-1)))
