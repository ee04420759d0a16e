// node bench/rendering/index.ts: forty indicators rendered by our JSX runtime, by hono/jsx and by Hono's html tag, as ratios.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { Shown } from './forty-indicators.tsx'

type Render = (indicators: readonly Shown[]) => unknown

const folder = mkdtempSync(join(tmpdir(), 'mentormark-rendering-'))
try {
  const ours = await compiled('forty-indicators.tsx', '#jsx')
  const ways: Readonly<Record<string, Render>> = {
    'our JSX runtime': ours,
    'hono/jsx': await compiled('forty-indicators.tsx', 'hono/jsx'),
    'Hono’s html tag': await compiled('html-tag.ts', '#jsx'),
  }
  const page = String(ours(indicators()))
  console.log(`${page.length.toLocaleString('en-GB')} characters`)
  for (const [name, render] of Object.entries(ways))
    if (plain(String(render(indicators()))) !== plain(page)) console.log(`${name} writes something else`)
  console.table(compare(ways))
} finally {
  rmSync(folder, { recursive: true })
}

async function compiled(file: string, jsxImportSource: string): Promise<Render> {
  const outfile = join(folder, `${file}-${jsxImportSource.replace(/\W/g, '')}.mjs`)
  await build({
    entryPoints: [join(import.meta.dirname, file)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    // Else the project's own settings would choose the runtime.
    tsconfigRaw: {},
    jsx: 'automatic',
    jsxImportSource,
  })
  const module = (await import(pathToFileURL(outfile).href)) as { fortyIndicators: Render }
  return module.fortyIndicators
}

/** In turns, so that whatever else the machine does falls on all alike. Milliseconds of processor time for one page. */
function compare(ways: Readonly<Record<string, Render>>) {
  const spent = new Map<string, number>()
  const rounds = 40
  const pages = 50
  const shown = indicators()
  for (let round = -10; round < rounds; round++) {
    for (const [name, render] of Object.entries(ways)) {
      const before = process.cpuUsage()
      // Sent as bytes, as a page is: some ways leave putting the text together until then.
      for (let n = 0; n < pages; n++) sent(render(shown))
      const { user, system } = process.cpuUsage(before)
      if (round >= 0) spent.set(name, (spent.get(name) ?? 0) + user + system)
    }
  }
  const first = [...spent.values()][0] ?? 1
  return Object.fromEntries(
    [...spent].map(([name, time]) => [
      name,
      { ms: Number((time / rounds / pages / 1000).toFixed(3)), ratio: Number((time / first).toFixed(2)) },
    ]),
  )
}

/** The bytes that go out: what our runtime writes is encoded already. */
function sent(page: unknown): Buffer {
  return page instanceof Object && 'bytes' in page ? Buffer.from(String(page.bytes), 'latin1') : Buffer.from(String(page))
}

function indicators(): readonly Shown[] {
  return Array.from({ length: 40 }, (_, n) => ({
    id: `${1 + Math.floor(n / 5)}.${1 + (n % 5)}`,
    href: `/organisations/01a203f2-72b9-718b-9a01-e4d9d53be447/assessments/01a203f2-8b1c-7a7d-b3f1-2f6f0c2f6a11/indicators/${n}`,
    title: 'Everyone knows what mentoring is for',
    statement: 'You can say, in a way that mentors & mentees understand, what your programme is for and who it is “for”.',
    core: n % 2 === 0,
    rating: 'Good practice',
    evidence:
      'We tell every mentor at induction, and ask mentees in their first month. <It is on page 2 of the handbook.> '.repeat(2),
    facts: n % 3 === 0 ? ['2 examples ticked', '1 item of evidence'] : [],
  }))
}

/** The ways write the same page with a different quotation mark here and there. */
function plain(page: string): string {
  return page.replaceAll('&#39;', "'").replaceAll(' checked=""', ' checked').replaceAll('/>', '>')
}
