// Measures the built program as its own process over real HTTP, each figure beside its limit in the same run, and prints a table.
// With --write the table also goes into docs/benchmarks.md.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { node, root } from '../scripts/prepare.mjs'
import { request } from '../tests/support/connection.ts'
import { type Lead, newLead } from '../tests/support/remote-visitor.ts'
import { freePort, type RunningServer, startServer } from '../tests/support/server.ts'
import { startBareServer } from './bare-server.ts'
import { bareCommits, bareNodeStart } from './limits.ts'
import { type Saver, underLoad } from './load.ts'
import { residentMegabytes } from './memory.ts'

const SECONDS = 4
/** About what one answer's words, history and audit line take. */
const SAVE_BYTES = 900
const WORDS =
  'Our safeguarding policy is reviewed each January by the trustees, and every mentor signs to say they have read it. '.repeat(3)

interface Row {
  readonly figure: string
  readonly measured: string
  readonly limit: string
  readonly aim: string
  readonly met: boolean | null
}

const rows: Row[] = []
const folder = mkdtempSync(join(tmpdir(), 'mentormark-bench-'))
const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} KB`
const note = (row: Row) => {
  rows.push(row)
  console.log(`${row.met === null ? '·' : row.met ? '✓' : '✗'} ${row.figure}: ${row.measured}`)
}

/** Somebody's forty indicators, ready to be saved to one after another by `clients` at once. */
function saver(lead: Lead, place: number, clients: number): Saver {
  const own = lead.indicators.filter((_, index) => index % clients === place)
  return {
    headers: {
      ...lead.browser.headers(),
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      origin: server.url,
    },
    token: lead.browser.token,
    text: WORDS,
    indicators: own.map((path) => ({ path, revision: revisions.get(path) ?? 0 })),
  }
}
const revisions = new Map<string, number>()
const remember = (savers: readonly Saver[]) => {
  for (const each of savers) for (const { path, revision } of each.indicators) revisions.set(path, revision)
}

let server: RunningServer = await startServer({ dataDir: join(folder, 'data') })
try {
  const lead = await newLead(server, 'Amara Okafor')

  // Saving
  await underLoad({ port: server.port, seconds: 2, clients: [saver(lead, 0, 1)] })
  const limit = bareCommits(folder, SAVE_BYTES, 2)
  const one = [saver(await newLead(server, 'Kezia Adeyemi'), 0, 1)]
  const alone = await underLoad({ port: server.port, seconds: SECONDS, clients: one })
  const ratio = (alone.mean / 1000) * limit
  note({
    figure: 'one durable save over HTTP, one client',
    measured: `${alone.mean.toFixed(2)} ms (median ${alone.median.toFixed(2)})`,
    limit: `bare commit ${(1000 / limit).toFixed(3)} ms`,
    aim: `at most 6 bare commits: ${ratio.toFixed(1)}`,
    met: ratio <= 6,
  })

  const crowd = await newLead(server, 'Dev Patel')
  const sixteen = Array.from({ length: 16 }, (_, place) => saver(crowd, place, 16))
  const many = await underLoad({ port: server.port, seconds: SECONDS, clients: sixteen })
  remember(sixteen)
  const again = bareCommits(folder, SAVE_BYTES, 2)
  note({
    figure: 'durable saves, sixteen clients',
    measured: `${Math.round(many.perSecond)} a second (99 in 100 within ${many.p99.toFixed(1)} ms)`,
    limit: `${Math.round(again)} bare commits a second, one at a time`,
    aim: `at least as many: ${(many.perSecond / again).toFixed(2)} ×`,
    met: many.perSecond >= again,
  })

  // Reading
  const pages = [
    { figure: 'an indicator page, signed in', path: crowd.indicators[6] ?? '', aim: 2500 },
    {
      figure: 'the whole assessment on one page',
      path: `/organisations/${crowd.organisation}/assessments/${crowd.assessment}/look-over`,
      aim: 1000,
    },
  ]
  for (const { figure, path, aim } of pages) {
    const body = (await crowd.browser.get(path)).body.toString()
    const reader = { request: request('GET', path, crowd.browser.headers()) }
    const bare = await startBareServer({ headers: { 'content-type': 'text/html; charset=utf-8' }, body })
    const clients = Array.from({ length: 16 }, () => reader)
    const bareLoad = await underLoad({ port: bare.port, seconds: 2, clients })
    bare.stop()
    const loaded = await underLoad({ port: server.port, seconds: SECONDS, clients })
    note({
      figure: `${figure} (${kb(Buffer.byteLength(body))})`,
      measured: `${Math.round(loaded.perSecond)} a second`,
      limit: `${Math.round(bareLoad.perSecond)} bare replies of the same bytes: ${(loaded.perSecond / bareLoad.perSecond).toFixed(2)} ×`,
      aim: `${aim} a second`,
      met: loaded.perSecond >= aim,
    })
  }

  // Reports
  const report = `/organisations/${crowd.organisation}/assessments/${crowd.assessment}/report.pdf`
  const times: number[] = []
  for (let n = 0; n < 12; n++) {
    const began = performance.now()
    const reply = await crowd.browser.get(report)
    if (reply.status !== 200 || !reply.body.subarray(0, 5).equals(Buffer.from('%PDF-')))
      throw new Error(`the report was answered ${reply.status}`)
    times.push(performance.now() - began)
  }
  const warm = times.slice(2).sort((a, b) => a - b)
  const median = warm[Math.floor(warm.length / 2)] ?? 0
  note({
    figure: 'a full report as PDF, warm',
    measured: `${Math.round(median)} ms (the first ${Math.round(times[0] ?? 0)} ms)`,
    limit: '',
    aim: '150 ms',
    met: median <= 150,
  })

  const memory = residentMegabytes(server.process.pid ?? 0)
  if (memory) {
    note({
      figure: 'memory after all this',
      measured: `${Math.round(memory.own)} MB, and ${Math.round(memory.children)} MB in the PDF process, which ends when idle`,
      limit: '',
      aim: '250 MB',
      met: memory.own <= 250,
    })
  }

  // Weight
  const fetched = async (path: string) => {
    const html = (await crowd.browser.get(path)).body
    return { html: html.toString(), packed: gzipSync(html, { level: 1 }).length }
  }
  const assets = join(root, 'dist', 'assets')
  const weightOf = (name: RegExp) =>
    readdirSync(assets)
      .filter((file) => name.test(file))
      .reduce((sum, file) => {
        const plain = readFileSync(join(assets, file))
        return sum + (/woff2$/.test(file) ? plain.length : brotliCompressSync(plain).length)
      }, 0)
  const script = weightOf(/\.js$/)
  // Letters beyond English are fetched only by pages that use them.
  const first =
    (await fetched('/')).packed + weightOf(/\.css$/) + script + weightOf(/latin-(400|700)-.*woff2$/) + weightOf(/\.svg$/)
  note({ figure: 'first visit, fonts included', measured: kb(first), limit: '', aim: '100 KB', met: first <= 100_000 })
  note({ figure: 'script', measured: kb(script), limit: '', aim: '20 KB', met: script <= 20_000 })
  const plan = `/organisations/${crowd.organisation}/plans/${crowd.assessment}`
  const after = await Promise.all(
    [
      crowd.indicators[6] ?? '',
      pages[1]?.path ?? '',
      `/organisations/${crowd.organisation}/assessments/${crowd.assessment}`,
      `/organisations/${crowd.organisation}/assessments/${crowd.assessment}/results`,
      plan,
    ].map(async (path) => (await fetched(path)).packed),
  )
  note({
    figure: 'pages after the first visit',
    measured: after.map(kb).join(', '),
    limit: '',
    aim: '15 KB each (indicator, look-over, standards, results, plan)',
    met: Math.max(...after) <= 15_000,
  })
  await server.stop()

  // Starting
  const starts: number[] = []
  for (let n = 0; n < 3; n++) {
    server = await startServer({ dataDir: join(folder, 'data') })
    starts.push(server.startedIn)
    await server.stop()
  }
  const start = Math.min(...starts)
  const bareStart = bareNodeStart()
  note({
    figure: 'built, from starting to listening',
    measured: `${Math.round(start)} ms`,
    limit: `Node itself ${Math.round(bareStart)} ms: ${(start / bareStart).toFixed(1)} ×`,
    aim: '500 ms',
    met: start <= 500,
  })
  const second = await secondStart()
  note({
    figure: '`npm start`, the second time',
    measured: `${Math.round(second)} ms`,
    limit: '',
    aim: '2,000 ms',
    met: second <= 2000,
  })

  print()
} finally {
  await server.stop('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
}

/** What a person waits for when they start it again: install and build are looked at and found done. */
async function secondStart(): Promise<number> {
  const began = performance.now()
  const child = spawn(node, [join(root, 'scripts', 'start.mjs')], {
    env: { ...process.env, PORT: String(await freePort()), DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  for await (const chunk of child.stdout) {
    text += chunk
    if (text.includes('is running at')) break
  }
  const took = performance.now() - began
  child.kill()
  return took
}

function print(): void {
  const table = [
    '| figure | measured | its limit, in the same run | aim | |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row.figure} | ${row.measured} | ${row.limit} | ${row.aim} | ${row.met ? 'met' : '**missed**'} |`),
  ].join('\n')
  console.log(`\n${table}\n`)
  if (!process.argv.includes('--write')) return
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.versions.node}`
  const day = new Date().toISOString().slice(0, 10)
  writeFileSync(
    join(root, 'docs', 'benchmarks.md'),
    `# Benchmarks\n\nWritten by \`npm run bench -- --write\` on ${day} (${machine}). Timings vary from run to run and from machine to machine: compare the ratios, which are measured within one run.\n\n${table}\n`,
  )
}
