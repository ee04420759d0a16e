// Attacks a running server from outside, on this machine alone, and prints a table of what came of it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../../scripts/prepare.mjs'
import { ATTACKS } from './kinds/index.ts'
import { type Options, readOptions, USAGE, WrongOptions } from './options.ts'
import { attackOn, NAMES } from './run.ts'
import { document, findings, machine, type Row, skipped, table } from './table.ts'

/** @returns true when everything held */
async function attack(options: Options): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'mentormark-attack-requests-'))
  const tables: [string, readonly Row[]][] = []
  for (const database of options.databases) tables.push([NAMES[database], await attackOn(database, options, folder)])
  console.log(`\n${machine()}\nSeed ${options.seed}, ${options.seconds} seconds on each database`)
  for (const [name, rows] of tables) {
    console.log(`\n${name}\n\n${table(rows)}\n`)
    for (const row of rows)
      if (row.skipped === null) for (const note of row.journal.notes) console.log(`${row.attack.name}: ${note}`)
    for (const each of skipped(rows)) console.log(`Not made: ${each}`)
  }
  const all = tables.flatMap(([, rows]) => rows)
  const bad = findings(all, options)
  if (bad) console.error(`\nWhat must not happen, and did:\n\n${bad}\n\nThe requests are in ${folder}`)
  else rmSync(folder, { recursive: true })
  if (options.write) writeFileSync(join(root, 'docs/attacks.md'), document(tables, options))
  return bad === ''
}

try {
  const options = readOptions(
    process.argv.slice(2),
    ATTACKS.map(({ name }) => name),
  )
  process.exitCode = (await attack(options)) ? 0 : 1
} catch (error) {
  if (!(error instanceof WrongOptions)) throw error
  console.error(`${error.message}\n\n${USAGE}`)
  process.exitCode = 2
}
// What an attack left open must not keep the command.
process.exit()
