import type { DatabaseSync } from 'node:sqlite'
import type { Lead } from '../tests/support/remote-visitor.ts'

/**
 * Rows in bulk, as copies of what one organisation has: written with SQL, because through the pages ten thousand organisations
 * would take a day. `key` numbers the copies; ids are of the usual form and in the order of making.
 */

/** As many organisations as that, each with a person, an assessment, forty answers, their history and their activity. */
export function manyOrganisations(database: DatabaseSync, { organisation, assessment }: Lead, count: number): void {
  number(database, count)
  copy(database, 'person', '1 = 1 limit 1', { id: id('a', 'key'), email: "'p' || key || '@example.org'" })
  copy(database, 'organisation', `id = '${organisation}'`, { id: id('b', 'key'), name: "'Organisation ' || key" })
  copy(database, 'membership', `organisation_id = '${organisation}'`, {
    organisation_id: id('b', 'key'),
    person_id: id('a', 'key'),
  })
  copyAssessment(database, organisation, assessment, { organisation: id('b', 'key'), assessment: id('c', 'key') })
}

/** Earlier years of the same organisation: an assessment with everything in it for each. */
export function moreYears(database: DatabaseSync, { organisation, assessment }: Lead, years: number): void {
  number(database, years - 1)
  copyAssessment(database, organisation, assessment, { organisation: 'organisation_id', assessment: id('d', 'key') })
}

/**
 * Sealed revisions of an assessment with every answer as long as it may be: the biggest download there is, 34 MB for forty. The
 * seals are not true; nothing checks them on the way out.
 */
export function manyRevisions(database: DatabaseSync, { organisation, assessment }: Lead, revisions: number): void {
  const answers = Array.from({ length: 40 }, (_, place) => ({
    indicatorId: `${Math.floor(place / 5) + 1}.${(place % 5) + 1}`,
    evidence: 'We wrote this down last year. '.repeat(666),
  }))
  const content = JSON.stringify({ format: 'mentormark-assessment/1', assessmentId: assessment, answers })
  const add = database.prepare(
    `insert into sealed_assessment (organisation_id, assessment_id, revision, sha256, content, sealed_at) values (?, ?, ?, ?, ?, ?)`,
  )
  for (let revision = 1; revision <= revisions; revision++)
    add.run(organisation, assessment, 1000 + revision, 'a'.repeat(64), content, '2026-03-04T10:00:00.000Z')
}

function copyAssessment(
  database: DatabaseSync,
  organisation: string,
  assessment: string,
  to: { organisation: string; assessment: string },
): void {
  const from = `organisation_id = '${organisation}'`
  const inside = `${from} and assessment_id = '${assessment}'`
  const columns = { organisation_id: to.organisation, assessment_id: to.assessment }
  copy(database, 'assessment', `${from} and id = '${assessment}'`, {
    organisation_id: to.organisation,
    id: to.assessment,
    plan_id: to.assessment,
  })
  copy(database, 'answer', inside, columns)
  copy(database, 'answer_change', inside, columns)
  copy(database, 'development_action', `${from} and plan_id = '${assessment}'`, {
    organisation_id: to.organisation,
    id: id('e', 'row * 100000 + key'),
    plan_id: to.assessment,
  })
  copy(database, 'activity', from, {
    organisation_id: to.organisation,
    id: id('f', 'row * 100000 + key'),
    subject: `replace(subject, '${assessment}', ${to.assessment})`,
  })
}

function number(database: DatabaseSync, count: number): void {
  database.exec(`create temp table copies as with recursive n(key) as (select 1 union all select key + 1 from n where key < ${count})
    select key from n`)
}

/** Each row that fits, once for each copy, with some columns replaced. `row` is its rowid. */
function copy(database: DatabaseSync, table: string, which: string, replaced: Readonly<Record<string, string>>): void {
  const columns = (database.prepare(`pragma table_info(${table})`).all() as { name: string }[]).map(({ name }) => name)
  const values = columns.map((name) => `${replaced[name] ?? name} as ${name}`)
  database.exec(
    `insert into ${table} (${columns}) select ${values} from copies cross join (select rowid as row, * from ${table} where ${which})`,
  )
}

/** SQL for an id: UUIDv7 in form. */
function id(kind: string, n: string): string {
  return `printf('01a20000-0${kind}00-7000-8000-%012x', ${n})`
}
