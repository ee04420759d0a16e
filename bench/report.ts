import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { root } from '../scripts/prepare.mjs'
import { paths } from '../src/report/paths.ts'
import { type Lead, newLead } from '../tests/support/remote-visitor.ts'
import { type Figure, inTurns, milliseconds } from './figure.ts'
import { answerEverything, type Site } from './site.ts'

/** Enough that what only one of them says has been forgotten when its turn comes again: `KEPT_FOR`, and one more. */
const ORGANISATIONS = 4

/**
 * The full report as it is downloaded, by one organisation after another, each with words of its own; against typesetting the same
 * documents with nothing around it.
 */
export async function reportTime({ server, dataDir }: Site): Promise<Figure> {
  const leads: Lead[] = []
  const records: unknown[] = []
  for (let n = 1; n <= ORGANISATIONS; n++) {
    const lead = await newLead(server, `Reader ${n}`)
    await answerEverything(lead, `Reader ${n}`)
    const everything = await lead.browser.get(paths.everything.to(lead))
    leads.push(lead)
    records.push((JSON.parse(everything.body.toString()) as { record: unknown }).record)
  }
  const nextLead = inOrder(leads)
  const download = async () => {
    const lead = nextLead()
    const began = performance.now()
    const reply = await lead.browser.get(paths.report.to(lead))
    if (reply.status !== 200 || !reply.body.subarray(0, 5).equals(Buffer.from('%PDF-')))
      throw new Error(`no PDF: ${reply.status}`)
    return performance.now() - began
  }
  const typesetOne = await bareTypesetting(dataDir)
  const nextRecord = inOrder(records)
  const typeset = () => typesetOne(nextRecord())

  for (let n = 0; n < ORGANISATIONS; n++) {
    await download()
    typeset()
  }
  const found = await inTurns(16, { bare: typeset, ours: download })
  for (const { browser } of leads) browser.close()
  return {
    name: 'Full report as PDF, warm',
    measured: milliseconds(found.ours),
    limit: `${milliseconds(found.bare)} typesetting alone`,
    ratio: found.ours / found.bare,
    aim: '60 ms',
    met: found.ours <= 60,
  }
}

/** One after another, and again from the first. */
function inOrder<Each>(all: readonly Each[]): () => Each {
  let next = 0
  return () => all[next++ % all.length] as Each
}

/** The program's own parts, without the program. @returns something that typesets a record once and says how long it took */
async function bareTypesetting(folder: string): Promise<(record: unknown) => number> {
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
  return (record) => {
    const began = performance.now()
    typesetter.typeset('report', parts.fullReportModel(edition, record, { generatedOn: '2026-03-04' }))
    const took = performance.now() - began
    typesetter.forget()
    return took
  }
}
