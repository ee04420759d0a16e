// Measures the built program over real HTTP and prints a table: each figure beside its limit in the same run, as a ratio.
import { rmSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform, totalmem } from 'node:os'
import { join } from 'node:path'
import { root } from '../scripts/prepare.mjs'
import { type Figure, table } from './figure.ts'
import { growth } from './growth.ts'
import { pageRates } from './pages.ts'
import { memory, starts } from './processes.ts'
import { reportTime } from './report.ts'
import { saves } from './saves.ts'
import { answerEverything, openSite } from './site.ts'
import { weights } from './weights.ts'

/** Who reads is the first; who save are the others. */
const PEOPLE = 17

async function measure(): Promise<readonly Figure[]> {
  const site = await openSite(PEOPLE)
  const [first] = site.leads
  if (first) await answerEverything(first)
  try {
    const figures = [
      ...(await told('saves', () => saves(site))),
      ...(await told('pages', () => pageRates(site))),
      ...(await told('report', async () => [await reportTime(site)])),
      ...(await told('weights', () => weights(site))),
      ...(await told('memory', () => memory(site.server.process.pid ?? 0, site.dataDir))),
    ]
    await site.server.stop()
    return [...figures, ...(await told('starts', () => starts(site.dataDir))), ...(await told('growth', () => growth(site)))]
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

const figures = await measure()
const [cpu] = cpus()
const machine = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB, ${platform()} ${arch()}, Node ${process.version}`
const text = table(figures)
console.log(`\n${machine}\n\n${text}\n`)
if (process.argv.includes('--write')) {
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
