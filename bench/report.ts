import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root } from '../scripts/prepare.mjs'
import { paths } from '../src/report/paths.ts'
import { type Figure, inTurns, milliseconds } from './figure.ts'
import type { Site } from './site.ts'

/** The full report as it is downloaded, against typesetting the same document with nothing around it. */
export async function reportTime({ leads, dataDir }: Site): Promise<Figure> {
  const [lead] = leads
  if (!lead) throw new Error('nobody to read')
  const at = { organisation: lead.organisation, assessment: lead.assessment }
  const download = async () => {
    const began = performance.now()
    const reply = await lead.browser.get(paths.report.to(at))
    if (reply.status !== 200 || !reply.body.subarray(0, 5).equals(Buffer.from('%PDF-')))
      throw new Error(`no PDF: ${reply.status}`)
    return performance.now() - began
  }
  const everything = JSON.parse((await lead.browser.get(paths.everything.to(at))).body.toString()) as { record: unknown }
  const typeset = await bareTypesetting(dataDir, everything.record)

  for (let n = 0; n < 3; n++) await download()
  const found = await inTurns(15, { bare: typeset, ours: download })
  return {
    name: 'Full report as PDF, warm',
    measured: milliseconds(found.ours),
    limit: `${milliseconds(found.bare)} typesetting alone`,
    ratio: found.ours / found.bare,
    aim: '150 ms',
    met: found.ours <= 150,
  }
}

/** The program's own parts, without the program. @returns something that typesets the record once and says how long it took */
async function bareTypesetting(folder: string, record: unknown): Promise<() => number> {
  const outfile = join(folder, 'typesetting.mjs')
  await build({
    stdin: {
      contents: `export { editionFromJson } from './src/frameworks/pack/compiled.ts'
        export { fullReportModel } from './src/report/pdf/model.ts'
        export { openTypesetter } from './src/report/pdf/typesetter.ts'`,
      resolveDir: root,
    },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    jsxImportSource: '#jsx',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    alias: { '@myriaddreamin/typst-ts-node-compiler': join(root, 'node_modules/@myriaddreamin/typst-ts-node-compiler/index.js') },
    external: [join(root, 'node_modules/@myriaddreamin/typst-ts-node-compiler/index.js'), 'pg', 'pg-native'],
    logLevel: 'error',
  })
  const parts = (await import(pathToFileURL(outfile).href)) as {
    editionFromJson(text: string): unknown
    fullReportModel(edition: unknown, record: unknown, options: { generatedOn: string }): unknown
    openTypesetter(folders: { templates: string; fonts: readonly string[] }): {
      typeset(template: 'report', model: unknown): unknown
      forget(): void
    }
  }
  const edition = parts.editionFromJson(readFileSync(join(root, 'dist/frameworks/mentoring-quality-framework-2022.json'), 'utf8'))
  const press = join(root, 'dist/report')
  const typesetter = parts.openTypesetter({ templates: press, fonts: [join(press, 'fonts')] })
  return () => {
    const began = performance.now()
    typesetter.typeset('report', parts.fullReportModel(edition, record, { generatedOn: '2026-03-04' }))
    const took = performance.now() - began
    typesetter.forget()
    return took
  }
}
