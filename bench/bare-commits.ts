import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { WORDS } from './site.ts'

/**
 * The limit of a save: the same rows in the same tables, one durable commit after another, with nothing around them. The file
 * lies beside the program's own, so both wait for the same disk, and moves its log as seldom.
 */
export function bareCommits(dataDir: string): { perSecond(seconds: number): number; close(): void } {
  const ours = new DatabaseSync(join(dataDir, 'mentormark.db'), { readOnly: true })
  const tables = ours
    .prepare("select sql from sqlite_master where type = 'table' and name in ('answer', 'answer_change', 'activity')")
    .all() as { sql: string }[]
  ours.close()

  // Without foreign keys: the tables they point to are not here.
  const database = new DatabaseSync(join(dataDir, 'bare.db'), { enableForeignKeyConstraints: false })
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 4000')
  for (const { sql } of tables) database.exec(sql)
  const [organisation, assessment, person] = [id(1), id(2), id(3)]
  const add = database.prepare("insert into answer values (?, ?, ?, 0, 'rated', 'good', '', '[]', '', '', '', ?, ?, '')")
  for (let n = 0; n < 40; n++) add.run(organisation, assessment, indicator(n), now(), person)
  const answer = database.prepare(
    'update answer set revision = ?, evidence = ?, updated_at = ? where organisation_id = ? and assessment_id = ? and indicator_id = ?',
  )
  const change = database.prepare("insert into answer_change values (?, ?, ?, ?, 'evidence', ?, ?, ?)")
  const activity = database.prepare("insert into activity values (?, ?, ?, ?, 'answer.saved', ?, ?)")
  let saves = 0

  function save(): void {
    saves++
    const text = `${saves} ${WORDS}`
    database.exec('begin immediate')
    answer.run(saves, text, now(), organisation, assessment, indicator(saves % 40))
    change.run(organisation, assessment, indicator(saves % 40), saves, text, person, now())
    const subject = `assessment/${assessment}/indicator/${indicator(saves % 40)}`
    activity.run(organisation, id(saves), now(), person, subject, `{"revision":${saves},"fields":["evidence"]}`)
    database.exec('commit')
  }

  return {
    perSecond(seconds) {
      const began = performance.now()
      const before = saves
      while (performance.now() - began < seconds * 1000) save()
      return (saves - before) / ((performance.now() - began) / 1000)
    },
    close: () => database.close(),
  }
}

const now = () => new Date().toISOString()
const id = (n: number) => `01a203f2-72b9-718b-9a01-${n.toString(16).padStart(12, '0')}`
const indicator = (n: number) => `${1 + Math.floor(n / 5)}.${1 + (n % 5)}`
