import { arch, cpus, platform, totalmem } from 'node:os'
import type { Journal } from './journal.ts'
import { ATTACKS } from './kinds/index.ts'
import type { DatabaseName, Options } from './options.ts'
import type { Attack } from './scene.ts'

/** What came of one attack. */
export type Row =
  | { readonly attack: Attack; readonly database: DatabaseName; readonly skipped: string }
  | {
      readonly attack: Attack
      readonly database: DatabaseName
      readonly skipped: null
      readonly journal: Journal
      readonly acknowledged: number
      readonly lost: number
      /** Another visitor's slowest answer, in milliseconds; and the same without the attack. */
      readonly slowest: number
      readonly idle: number
      /** How many of their answers took longer than 250 ms, of how many. */
      readonly long: number
      readonly answered: number
    }

type Made = Extract<Row, { skipped: null }>

const CLASSES = ['2xx', '3xx', '4xx', '5xx', 'none'] as const
const number = (value: number) => Math.round(value).toLocaleString('en-GB')

const COLUMNS: readonly (readonly [head: string, of: (row: Made) => string])[] = [
  ['sent', ({ journal }) => number(journal.sent)],
  ...CLASSES.map(
    (name) => [name === 'none' ? 'no answer' : name, ({ journal }: Made) => number(journal.answers.get(name) ?? 0)] as const,
  ),
  ['500', ({ journal }) => number(journal.answers.get('500') ?? 0)],
  ['deaths', ({ journal }) => number(journal.deaths)],
  ['slowest other visitor', ({ slowest }) => `${number(slowest)} ms`],
  ['without the attack', ({ idle }) => `${number(idle)} ms`],
  ['ratio', ({ slowest, idle }) => `${(slowest / idle).toFixed(1)}×`],
  ['over 250 ms', ({ long, answered }) => `${number(long)} of ${number(answered)}`],
  ['memory', ({ journal }) => (journal.memory > 0 ? `${number(journal.memory / 1e6)} MB` : '')],
  ['acknowledged', ({ acknowledged }) => number(acknowledged)],
  ['lost', ({ lost }) => number(lost)],
  ['', ({ journal }) => (journal.failed ? '**failed**' : 'held')],
]

/** One database's table. */
export function table(rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const made = rows.filter((row) => row.skipped === null)
  return [
    line(['attack', ...COLUMNS.map(([head]) => head)]),
    line(['---', ...COLUMNS.map(([head]) => (head === '' ? '---' : '---:'))]),
    ...made.map((row) => line([row.attack.name, ...COLUMNS.map(([, of]) => of(row))])),
  ].join('\n')
}

/** What was not tried, and why. */
export function skipped(rows: readonly Row[]): readonly string[] {
  return rows.flatMap((row) => (row.skipped === null ? [] : [`${row.attack.name}: ${row.skipped}`]))
}

/** Everything that must not have happened, with what to send to see it again. */
export function findings(rows: readonly Row[], options: Options): string {
  return rows
    .flatMap((row) => (row.skipped === null ? [row] : []))
    .filter(({ journal }) => journal.failed)
    .map(({ attack, database, journal }) => {
      const again = `npm run attack -- --seed ${options.seed} --seconds ${options.seconds} --database ${database} --only ${attack.name}`
      const kinds = new Set(journal.findings.map(({ kind }) => kind))
      const told = journal.findings.map(({ kind, what, repeat }) => `${kind}: ${what}${repeat ? `\n${indented(repeat)}` : ''}`)
      const more = [...kinds].flatMap((kind) => {
        const untold = journal.countOf(kind) - journal.findings.filter((each) => each.kind === kind).length
        return untold > 0 ? [`${kind}: ${untold} more`] : []
      })
      return [`${attack.name}, on ${database} (again: ${again})`, ...[...told, ...more].map((each) => indented(each))].join('\n')
    })
    .join('\n\n')
}

const indented = (text: string) =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')

export function machine(): string {
  const [cpu] = cpus()
  return `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 1e9)} GB, ${platform()} ${arch()}, Node ${process.version}`
}

/** What docs/attacks.md says. */
export function document(tables: readonly (readonly [name: string, rows: readonly Row[]])[], options: Options): string {
  const parts = tables.map(([name, rows]) => {
    const notes = rows.flatMap((row) =>
      row.skipped === null ? row.journal.notes.map((note) => `- ${row.attack.name}: ${note}`) : [],
    )
    const left = skipped(rows).map((each) => `- Not made: ${each}`)
    return [`## On ${name}`, table(rows), [...notes, ...left].join('\n')].join('\n\n')
  })
  return `# Attacks

Written by \`npm run attack -- --write\` on ${new Date().toISOString().slice(0, 10)}, ${number(options.seconds)} seconds on each database, seed ${options.seed}: ${machine()}.

The built program is attacked from outside, over its socket. Meanwhile another visitor, who has signed in to another organisation, and one who has not signed in ask for ordinary pages and save; the slowest answer of either stands beside their slowest without the attack, in the same run. Every save that was acknowledged, to them or to anybody else, is looked for afterwards in the database itself, with its audit line. A status 500, an unexpected end of the server, a loss, or a wait beyond ${number(options.stall)} ms and ten times the wait without the attack make the command fail.

${parts.join('\n\n')}

## What each does

${ATTACKS.map(({ name, does }) => `- **${name}**: ${does}.`).join('\n')}
`
}
