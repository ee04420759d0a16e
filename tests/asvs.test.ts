import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PRODUCT_WORDS } from '../src/accounts/passphrase.ts'

/** docs/asvs.md says where each requirement stands; what it names must be there. */

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const page = read('docs/asvs.md')

/**
 * Every requirement of ASVS 5.0 at levels 1 and 2, from the standard: a section, and the level of each requirement in it, in their
 * order. Those of level 3 stand at the end of their sections.
 */
const STANDARD = `
  1.1:22 1.2:111112222 1.3:11222222222 1.4:222 1.5:12
  2.1:122 2.2:112 2.3:1222 2.4:2
  3.2:11 3.3:1222 3.4:112222 3.5:11122 3.7:22
  4.1:122 4.2:2 4.3:22 4.4:1222
  5.1:2 5.2:112 5.3:11 5.4:222
  6.1:122 6.2:111111112222 6.3:1122 6.4:1122 6.5:22222 6.6:222 6.8:2222
  7.1:222 7.2:1111 7.3:22 7.4:11222 7.5:22 7.6:22
  8.1:12 8.2:112 8.3:1 8.4:2
  9.1:111 9.2:1222
  10.1:22 10.2:22 10.3:2222 10.4:11111222222 10.5:22222 10.6:22 10.7:222
  11.1:22 11.2:222 11.3:112 11.4:1222 11.5:2 11.6:2
  12.1:122 12.2:11 12.3:2222
  13.1:2 13.2:22222 13.3:22 13.4:12222
  14.1:22 14.2:1222 14.3:122
  15.1:122 15.2:122 15.3:1222222
  16.1:2 16.2:22222 16.3:2222 16.4:222 16.5:222
  17.1:2 17.2:2222 17.3:22
`

const required = new Map<string, string>(
  STANDARD.trim()
    .split(/\s+/)
    .flatMap((section) => {
      const [name = '', levels = ''] = section.split(':')
      return [...levels].map((level, index) => [`${name}.${index + 1}`, level] as const)
    }),
)

const STATES = ['met', 'operator', 'not applicable', 'later'] as const

interface Line {
  /** Several where they stand for the same. */
  readonly ids: readonly string[]
  readonly level: string
  readonly state: string
  readonly how: string
}

const lines: readonly Line[] = page
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [id = '', level = '', state = '', how = ''] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    return { ids: idsOf(id), level, state, how }
  })

/** `9.1.1–9.1.3` → each of the three. */
function idsOf(cell: string): readonly string[] {
  const [from = '', to = from] = cell.split('–')
  const section = from.replace(/\.\d+$/, '')
  const last = (id: string) => Number(id.split('.').at(-1))
  return Array.from({ length: last(to) - last(from) + 1 }, (_, index) => `${section}.${last(from) + index}`)
}

/** Files and the titles of tests that a line names, each title with the file before it. */
function namedIn(how: string) {
  const files: string[] = []
  const tests: { readonly file: string; readonly title: string }[] = []
  for (const [, path, title] of how.matchAll(/`([^`]+)`|“([^”]+)”/g)) {
    if (path !== undefined && /^(src|tests|docs|scripts|biome\.json)/.test(path)) files.push(path)
    else if (title !== undefined) tests.push({ file: files.at(-1) ?? '', title })
  }
  return { files, tests }
}

const label = ({ ids }: Line) => ids.join(', ')

test('every requirement has one line, and a line no other', () => {
  expect(required.size).toBe(253)
  const ids = lines.flatMap((line) => line.ids)
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  expect([...required.keys()].filter((id) => !ids.includes(id))).toEqual([])
  expect(ids.filter((id) => !required.has(id))).toEqual([])
})

test('each at the level it has in the standard', () => {
  expect(lines.flatMap(({ ids, level }) => ids.filter((id) => required.get(id) !== level))).toEqual([])
})

test('the sentence at the top counts what stands below', () => {
  const count = (state: string) => lines.filter((line) => line.state === state).flatMap(({ ids }) => ids).length
  const [met, operator, none, later] = STATES.map(count)
  expect(page).toContain(
    `Of ${required.size} requirements, ${met} are met, ${operator} are for whoever runs it, ${none} are not applicable and ${later} come later.`,
  )
})

test('only what has a reason in the sentence comes later', () => {
  const later = lines.filter(({ state }) => state === 'later').flatMap(({ ids }) => ids)
  expect(later).toEqual(['6.3.3', '14.3.3'])
  for (const id of later) expect(page).toContain(`(${id})`)
})

describe('a line', () => {
  test('has one of four states, and says how', () => {
    expect(lines.filter(({ state, how }) => !(STATES as readonly string[]).includes(state) || how === '').map(label)).toEqual([])
  })

  test('that says it is met names a file or a test', () => {
    expect(lines.filter(({ state, how }) => state === 'met' && namedIn(how).files.length === 0).map(label)).toEqual([])
  })

  test('that leaves it to whoever runs the program says where the docs describe it', () => {
    const operator = lines.filter(({ state }) => state === 'operator')
    expect(operator.filter(({ how }) => !namedIn(how).files.includes('docs/operating.md')).map(label)).toEqual([])
  })
})

describe('what is named is there', () => {
  test('files', () => {
    const missing = lines.flatMap((line) =>
      namedIn(line.how)
        .files.filter((file) => !existsSync(join(root, file)))
        .map((file) => `${label(line)} names ${file}`),
    )
    expect(missing).toEqual([])
  })

  test('tests, in the file before them', () => {
    const named = lines.flatMap((line) => namedIn(line.how).tests.map((each) => ({ line, ...each })))
    expect(named.length).toBeGreaterThan(90)
    const gone = named.filter(({ file, title }) => !/\.test\.tsx?$/.test(file) || !hasTest(file, title))
    expect(gone.map(({ line, file, title }) => `${label(line)}: ${file} “${title}”`)).toEqual([])
  })

  test('sections of the page for whoever runs it', () => {
    const headings = new Set([...read('docs/operating.md').matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading))
    const named = lines.flatMap((line) =>
      [...line.how.matchAll(/`docs\/operating\.md`, ([A-Z][\w ]*(?:, numbers and waits)?)/g)].map(([, section = '']) => ({
        line,
        section,
      })),
    )
    expect(named.length).toBeGreaterThan(30)
    expect(
      named.filter(({ section }) => !headings.has(section)).map(({ line, section }) => `${label(line)}: ${section}`),
    ).toEqual([])
  })
})

/** True when a test, or a group of tests, has this title. */
function hasTest(file: string, title: string): boolean {
  if (!existsSync(join(root, file))) return false
  const titles = /\b(?:test|it|describe)\b[^'"`]{0,400}?\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g
  return [...read(file).matchAll(titles)].some((found) => found.slice(1).includes(title)) || hasRowTitle(file, title)
}

/** The title of tests that are made of rows stands behind the rows. */
function hasRowTitle(file: string, title: string): boolean {
  return [`)('${title}', `, `)(\n    '${title}',\n`, `)(\n  '${title}',\n`].some((written) => read(file).includes(written))
}

describe('other documents that the standard asks for', () => {
  test('the words of this place that no passphrase may rest on are listed (6.1.2)', () => {
    const decision = read('docs/decisions/2026-11-28-passphrases.md')
    expect(PRODUCT_WORDS.filter((word) => !new RegExp(`\\b${word}\\b`).test(decision))).toEqual([])
  })

  test('links inside the page for whoever runs it lead somewhere', () => {
    const operating = read('docs/operating.md')
    const anchor = (heading: string) =>
      heading
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-')
    const anchors = [...operating.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => `#${anchor(heading)}`)
    const links = [...operating.matchAll(/\]\((#[^)]+)\)/g)].map(([, link = '']) => link)
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter((link) => !anchors.includes(link))).toEqual([])
  })
})
