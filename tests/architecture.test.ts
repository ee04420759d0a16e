import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const src = join(root, 'src')

/** Top to bottom: a capability may import only those above it, and only through its `index.ts`. */
const ORDER = [
  'platform',
  'ui',
  'browser',
  'accounts',
  'frameworks',
  'evidence',
  'plan',
  'assessment',
  'report',
  'about',
  'demo',
] as const

/** Imports that break the rule, each with its reason. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'src/platform/http/page.ts → src/ui/jsx/jsx-runtime.ts':
    'a page’s body is JSX, which is the language pages are written in rather than a capability',
  'src/app.tsx → src/ui/previews.tsx': 'the examples of every component are read in only when somebody looks at them',
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join('src', name))

interface Import {
  readonly from: string
  readonly to: string
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:from|import|import\()\s*'([^']+)'/g)].flatMap(([, specifier = '']) => {
    if (specifier === '#jsx/jsx-runtime') return [{ from: file, to: 'src/ui/jsx/jsx-runtime.ts' }]
    if (!specifier.startsWith('.')) return []
    return [{ from: file, to: relative(root, resolve(root, dirname(file), specifier)) }]
  })
}

const capabilityOf = (file: string) => ORDER.find((name) => file.startsWith(`src/${name}/`)) ?? null
const isTest = (file: string) => /\.test\.tsx?$|\/(testing|fixtures)[./]|test-worker/.test(file)
const listed = ({ from, to }: Import) => `${from} → ${to}`
const between = files
  .filter((file) => !isTest(file))
  .flatMap(importsOf)
  .filter(({ from, to }) => capabilityOf(from) !== capabilityOf(to))

describe('boundaries', () => {
  test('a capability imports only those above it', () => {
    const upward = between.filter(({ from, to }) => {
      const [a, b] = [capabilityOf(from), capabilityOf(to)]
      return a && b && ORDER.indexOf(b) > ORDER.indexOf(a) && !(listed({ from, to }) in EXCEPTIONS)
    })
    expect(upward.map(listed)).toEqual([])
  })

  test('a capability knows nothing of the program that puts it together', () => {
    expect(between.filter(({ from, to }) => capabilityOf(from) && !capabilityOf(to)).map(listed)).toEqual([])
  })

  test('another capability is reached through its index', () => {
    // The platform is what everything is made of: its files are its interface. So is the language that pages are written in.
    const inside = between.filter(({ from, to }) => {
      const capability = capabilityOf(to)
      if (!capability || capability === 'platform' || to === 'src/ui/jsx/jsx-runtime.ts') return false
      return to !== `src/${capability}/index.ts` && !(listed({ from, to }) in EXCEPTIONS)
    })
    expect(inside.map(listed)).toEqual([])
  })

  test('every exception is still needed', () => {
    expect(Object.keys(EXCEPTIONS).filter((name) => !between.some((each) => listed(each) === name))).toEqual([])
  })

  test('migrations import nothing of ours', () => {
    const ours = files.filter((file) => file.startsWith('src/migrations/') && !file.endsWith('index.ts')).flatMap(importsOf)
    expect(ours.map(listed)).toEqual([])
  })
})

const uses = (file: string, pattern: RegExp) => pattern.test(readFileSync(join(root, file), 'utf8'))

/** Where text is normalised besides `src/platform/text.ts`, each with its own bound before it. */
const NORMALISES: Readonly<Record<string, string>> = {
  'src/accounts/passphrase.ts': 'a passphrase that is too long is refused, where a name is left to its own bound',
  'src/accounts/spelling.ts': 'passphrases within their bound, and the list of breached ones when it is built',
  'src/report/pdf/text.ts': 'a report’s words are prepared as they were kept, within the bounds of their fields',
}

test('text is normalised where it is bounded', () => {
  const others = files.filter((file) => !isTest(file) && uses(file, /\.normalize\(/) && file !== 'src/platform/text.ts')
  expect(others.sort()).toEqual(Object.keys(NORMALISES).sort())
})

describe('layers within a capability', () => {
  test('rules know no database, clock or HTTP', () => {
    const rules = files.filter((file) => /\/rules\.ts$/.test(file))
    expect(rules.length).toBeGreaterThan(2)
    expect(rules.filter((file) => uses(file, /from '(kysely|hono|node:(?!crypto))|systemClock|new Date\(\)|Date\.now/))).toEqual(
      [],
    )
  })

  test('pages and routes hold no queries', () => {
    const outer = files.filter((file) => capabilityOf(file) !== 'platform' && /\/(page|pages|routes|list-page)\.tsx?$/.test(file))
    expect(
      outer.filter((file) =>
        uses(file, /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bown\.(select|insert|update|delete)\(/),
      ),
    ).toEqual([])
  })

  test('addresses are written in paths.ts alone', () => {
    const others = files.filter((file) => !isTest(file) && !/\/paths\.ts$/.test(file) && capabilityOf(file) !== 'platform')
    expect(others.filter((file) => uses(file, /\bpath\(['`]\//))).toEqual([])
  })
})

describe('documents', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name)),
  ].filter((file) => file.endsWith('.md') && existsSync(join(root, file)))

  test('every file they name exists', () => {
    const missing = documents.flatMap((document) =>
      [...readFileSync(join(root, document), 'utf8').matchAll(/`((?:src|docs|tests|bench|scripts|frameworks|\.ci)\/[\w./-]+)`/g)]
        .map(([, named = '']) => named)
        .filter((named) => !existsSync(join(root, named)))
        .map((named) => `${document} names ${named}`),
    )
    expect(missing).toEqual([])
  })

  test('source comments that name a document name one that exists', () => {
    const missing = files.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\bdocs\/[\w./-]+\.md/g)]
        .filter(([named]) => !existsSync(join(root, named)))
        .map(([named]) => `${file} names ${named}`),
    )
    expect(missing).toEqual([])
  })

  test('and those that name one of our files name one that exists', () => {
    const ours = ['src', 'tests', 'bench', 'scripts'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(tsx?|mjs|mts|scss|typ)$/.test(name))
        .map((name) => join(folder, name)),
    )
    const named = ours.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/\/\*[\s\S]*?\*\/|\/\/.*/g)]
        .flatMap(
          ([comment]) => comment.match(/(?<![\w./-])(?:src|tests|bench|scripts)\/[\w./-]+\.(?:tsx?|mjs|mts|scss|typ)\b/g) ?? [],
        )
        .map((path) => ({ file, path })),
    )
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter(({ path }) => !existsSync(join(root, path))).map(({ file, path }) => `${file} names ${path}`)).toEqual([])
  })

  test('no source file is longer than a sitting', () => {
    const long = files.filter((file) => !isTest(file) && readFileSync(join(root, file), 'utf8').split('\n').length > 420)
    expect(long).toEqual([])
  })
})
