// Builds what browsers are sent besides pages: stylesheets and their fonts, the icon, the script of every page and those of some.
// Every file is named by its content, so that it can be kept for ever; manifest.json says which name is current.
import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compileAsync } from 'sass'
import subsetFont from 'subset-font'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const fontFiles = join(root, 'node_modules/@fontsource/atkinson-hyperlegible-next/files')

/** What every page runs, and what the pages that need it run besides; by their logical names. */
const SCRIPTS = {
  'app.js': join(root, 'src/browser/main.ts'),
  'list.js': join(root, 'src/browser/list/main.ts'),
}

/** For every page, and what pages add for those who have signed in. */
const STYLES = { 'app.css': join(root, 'src/app.scss'), 'work.css': join(root, 'src/work.scss') }

/**
 * @param {{ outDir: string, scripts?: Record<string, string> }} options
 * @returns {Promise<Record<string, string>>} logical name → file name in `outDir`
 */
export async function buildAssets({ outDir, scripts = SCRIPTS }) {
  await mkdir(outDir, { recursive: true })
  const manifest = {}

  /** @param {string} name @param {string | Uint8Array} content */
  async function put(name, content) {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
    const extension = extname(name)
    const file = `${name.slice(0, -extension.length)}-${hash}${extension}`
    await writeFile(join(outDir, file), content)
    manifest[name] = file
    return file
  }

  await Promise.all([
    ...Object.entries(STYLES).map(([name, entry]) => style(entry, put).then((css) => put(name, css))),
    put('favicon.svg', await readFile(join(root, 'src/ui/favicon.svg'))),
    ...Object.entries(scripts).map(([name, entry]) => script(entry).then((js) => put(name, js))),
  ])

  await writeFile(join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

/** A stylesheet asks for fonts by their logical names, `url(font:latin-400)`; here they become files beside it. */
async function style(entry, put) {
  const { css } = await compileAsync(entry, {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules')],
    logger: { warn: fail },
  })
  const names = [...new Set([...css.matchAll(/url\(font:([\w-]+)\)/g)].map((match) => match[1]))]
  const files = new Map()
  for (const name of names) {
    files.set(name, await put(`atkinson-${name}.woff2`, await font(name)))
  }
  return css.replace(/url\(font:([\w-]+)\)/g, (_, name) => `url(${files.get(name)})`)
}

/** @param {string} name `latin-400`, or `zero-400` for the nought alone */
async function font(name) {
  const [part, weight] = name.split('-')
  if (part !== 'zero') return readFile(join(fontFiles, `atkinson-hyperlegible-next-${name}-normal.woff2`))
  return subsetFont(await readFile(join(root, NOUGHT[weight])), '0', { targetFormat: 'woff2', noLayoutClosure: true })
}

/** Atkinson Hyperlegible Next has only a nought with a stroke through it, which reads as a code in a date or a number. */
const NOUGHT = {
  400: 'node_modules/@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  700: 'node_modules/@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
}

/** A warning today is a broken stylesheet after the next upgrade. */
function fail(message) {
  throw new Error(`Stylesheet: ${message}`)
}

/** @param {string} entry */
async function script(entry) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    write: false,
  })
  return result.outputFiles[0].contents
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const outDir = process.argv[2] ?? join(root, 'build/assets')
  console.log(await buildAssets({ outDir }))
}
