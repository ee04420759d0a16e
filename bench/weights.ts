import { paths as accountPaths } from '../src/accounts/paths.ts'
import { paths as assessmentPaths } from '../src/assessment/paths.ts'
import { paths as planPaths } from '../src/plan/paths.ts'
import { paths as reportPaths } from '../src/report/paths.ts'
import { type Lead, RemoteVisitor } from '../tests/support/remote-visitor.ts'
import { type Figure, kilobytes } from './figure.ts'
import { ENCODINGS, type Site } from './site.ts'

const AS_BROWSERS_ASK = { 'accept-encoding': ENCODINGS.https }

/** What goes over the wire, compressed, bodies only. */
export async function weights({ server, leads }: Site): Promise<readonly Figure[]> {
  const [lead] = leads
  if (!lead) throw new Error('nobody to read')
  const stranger = new RemoteVisitor(server)
  const weigh = async (path: string, browser = stranger) => (await browser.get(path, AS_BROWSERS_ASK)).body.length

  const welcome = (await stranger.get(accountPaths.start.to())).body.toString()
  const assets = [...new Set([...welcome.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path = '']) => path))]
  const style = assets.find((path) => path.endsWith('.css')) ?? ''
  const script = assets.find((path) => path.endsWith('.js')) ?? ''
  const fonts = fontsFetched((await stranger.get(style)).body.toString())
  const first = [accountPaths.start.to(), ...assets, ...fonts]
  const total = (await Promise.all(first.map((path) => weigh(path, new RemoteVisitor(server))))).reduce(
    (sum, bytes) => sum + bytes,
    0,
  )

  const after: { path: string; bytes: number }[] = []
  for (const path of mainPages(lead)) after.push({ path, bytes: await weigh(path, lead.browser) })
  const heaviest = after.reduce((a, b) => (a.bytes > b.bytes ? a : b))
  const scriptBytes = await weigh(script)
  const figure = (name: string, bytes: number, most: number): Figure => ({
    name,
    measured: kilobytes(bytes),
    limit: '',
    ratio: null,
    aim: `${most} kB`,
    met: bytes <= most * 1000,
  })
  return [
    figure(`First visit, with its style, script and ${fonts.length} fonts`, total, 60),
    figure(`Heaviest of ${after.length} pages after it (…/${heaviest.path.split('/').slice(-2).join('/')})`, heaviest.bytes, 15),
    figure('Script', scriptBytes, 20),
  ]
}

/** The faces an English page fetches: those for ordinary letters. Extended ones are fetched only by pages that have some. */
function fontsFetched(css: string): readonly string[] {
  return [...css.matchAll(/@font-face\{[^}]*\}/g)]
    .map(([face]) => face)
    .filter((face) => /unicode-range:\s*U\+00(?:00-00)?/i.test(face))
    .flatMap((face) => /url\("?([^")]+\.woff2)"?\)/.exec(face)?.[1] ?? [])
    .map((name) => `/assets/${name}`)
}

function mainPages({ organisation, assessment, indicators }: Lead): readonly string[] {
  const at = { organisation, assessment }
  return [
    accountPaths.signIn.to(),
    accountPaths.account.to(),
    accountPaths.organisation.to({ organisation }),
    accountPaths.describe.to({ organisation }),
    assessmentPaths.list.to({ organisation }),
    assessmentPaths.taskList.to(at),
    ...indicators,
    ...['1', '2', '3', '4', '5', '6', '7', '8'].map((standard) => assessmentPaths.standard.to({ ...at, standard })),
    assessmentPaths.lookOver.to(at),
    assessmentPaths.complete.to(at),
    planPaths.plan.to({ organisation, plan: assessment }),
    reportPaths.results.to(at),
  ]
}
