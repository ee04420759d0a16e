// Measures the built program over real HTTP and prints a table: each figure beside its limit in the same run, as a ratio.
import { rmSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../scripts/prepare.mjs'
import { crowdFigures } from './crowd.ts'
import { type Figure, table } from './figure.ts'
import { growth } from './growth.ts'
import { others } from './others.ts'
import { pageRates } from './pages.ts'
import { memory, starts } from './processes.ts'
import { reportTime } from './report.ts'
import { saves } from './saves.ts'
import { answerEverything, openSite, type Site } from './site.ts'
import { weights } from './weights.ts'

/** Who reads is the first; who save are the others. */
const PEOPLE = 17

type Measure = (site: Site) => readonly Figure[] | Promise<readonly Figure[]>

/** In the order in which they are measured. Those of the second list find the site's server stopped. */
const RUNNING: Readonly<Record<string, Measure>> = {
  saves,
  pages: pageRates,
  report: async (site) => [await reportTime(site)],
  weights,
  memory: ({ server, dataDir }) => memory(server.process.pid ?? 0, dataDir),
}
const STOPPED: Readonly<Record<string, Measure>> = { starts: ({ dataDir }) => starts(dataDir), growth }
/** These bring a server of their own. */
const APART: Readonly<Record<string, () => Promise<readonly Figure[]>>> = { others, load: crowdFigures }

/** @param only names of what is to be measured; empty for everything */
async function measure(only: readonly string[]): Promise<readonly Figure[]> {
  const chosen = (name: string) => only.length === 0 || only.includes(name)
  const figures: Figure[] = []
  if ([...Object.keys(RUNNING), ...Object.keys(STOPPED)].some(chosen)) figures.push(...(await onOneSite(chosen)))
  for (const [name, work] of Object.entries(APART)) if (chosen(name)) figures.push(...(await told(name, work)))
  return figures
}

async function onOneSite(chosen: (name: string) => boolean): Promise<readonly Figure[]> {
  const site = await openSite(PEOPLE)
  const [first] = site.leads
  if (first) await answerEverything(first)
  const figures: Figure[] = []
  const all = async (measures: Readonly<Record<string, Measure>>) => {
    for (const [name, work] of Object.entries(measures))
      if (chosen(name)) figures.push(...(await told(name, async () => work(site))))
  }
  try {
    await all(RUNNING)
    await site.server.stop()
    await all(STOPPED)
    return figures
  } finally {
    await site.server.stop()
    for (const { browser } of site.leads) browser.close()
    rmSync(site.dataDir, { recursive: true, force: true })
  }
}

async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  process.stderr.write(`measuring ${what} …\n`)
  return work()
}

const { values } = parseArgs({ options: { only: { type: 'string', multiple: true }, write: { type: 'boolean' } } })
const names = [RUNNING, STOPPED, APART].flatMap((each) => Object.keys(each))
const unknown = values.only?.find((name) => !names.includes(name))
if (unknown !== undefined || (values.only && values.write)) {
  console.error(`npm run bench -- [--write] measures everything; or [--only NAME], where NAME is one of ${names.join(', ')}.`)
  process.exit(2)
}
const figures = await measure(values.only ?? [])
const [cpu] = cpus()
const machine = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB, ${platform()} ${arch()}, Node ${process.version}`
const text = table(figures)
console.log(`\n${machine}\n\n${text}\n`)
if (values.write) {
  writeFileSync(
    join(root, 'docs/benchmarks.md'),
    `# Benchmarks

Written by \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${machine}.

Every figure stands beside what nothing could beat, measured in the same run on the same machine; the ratio says how far from it
we are. Absolute times differ from machine to machine, ratios much less.

${text}
`,
  )
}
