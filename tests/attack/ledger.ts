import { join } from 'node:path'
import { sql } from 'kysely'
import { type Database, openPostgres, openSqlite } from '../../src/platform/database/index.ts'

/** A save that was answered with “saved”. */
export interface Acknowledged {
  readonly organisation: string
  readonly assessment: string
  readonly indicator: string
  readonly revision: number
  readonly words: string
}

export interface Checked {
  readonly acknowledged: number
  /** Each in a sentence. */
  readonly lost: readonly string[]
  /** Changes without their audit line, answers without their change, a damaged database. */
  readonly halfDone: readonly string[]
}

/** Every save that was acknowledged, to be looked for afterwards. */
export class Ledger {
  readonly #saves: Acknowledged[] = []

  add(save: Acknowledged): void {
    this.#saves.push(save)
  }

  get size(): number {
    return this.#saves.length
  }

  /** Looks into the database itself: each save must be in its answer's history as it was sent, with the audit line beside it. */
  async check(db: Database): Promise<Checked> {
    const lost: string[] = []
    const halfDone: string[] = []
    for (const organisation of new Set(this.#saves.map((each) => each.organisation))) {
      const saves = this.#saves.filter((each) => each.organisation === organisation)
      const held = await heldOf(db, organisation)
      for (const { assessment, indicator, revision, words } of saves) {
        const key = `${assessment}/${indicator}/${revision}`
        if (held.changes.get(key) !== words) lost.push(`revision ${revision} of ${indicator}: “${words.slice(0, 60)}”`)
        else if ((held.answers.get(`${assessment}/${indicator}`)?.revision ?? 0) < revision)
          lost.push(`revision ${revision} of ${indicator} is in the history, but the answer is older`)
      }
      const settled = new Map(held.settled)
      for (const key of held.changes.keys()) {
        if (held.audited.has(key)) continue
        // The line of two versions that were settled names no revision: each stands for one change to that answer.
        const answer = key.slice(0, key.lastIndexOf('/'))
        const left = settled.get(answer) ?? 0
        if (left > 0) settled.set(answer, left - 1)
        else halfDone.push(`the change ${key} has no audit line beside it`)
      }
      for (const key of held.audited)
        if (!held.changed.has(key)) halfDone.push(`the audit line of ${key} has no change beside it`)
      for (const [key, { revision, evidence }] of held.answers) {
        const latest = held.latest.get(key)
        if (latest && (latest.revision > revision || latest.value !== evidence))
          halfDone.push(`the answer ${key} is not what its history says`)
      }
    }
    if (db.engine === 'sqlite') halfDone.push(...(await damage(db)))
    return { acknowledged: this.#saves.length, lost, halfDone }
  }
}

interface Held {
  /** Words by `assessment/indicator/revision`. */
  readonly changes: ReadonlyMap<string, string>
  /** The same keys, whatever the field that changed. */
  readonly changed: ReadonlySet<string>
  readonly audited: ReadonlySet<string>
  /** How often two versions were settled, by `assessment/indicator`. */
  readonly settled: ReadonlyMap<string, number>
  readonly answers: ReadonlyMap<string, { readonly revision: number; readonly evidence: string }>
  readonly latest: ReadonlyMap<string, { readonly revision: number; readonly value: string }>
}

interface ChangeRow {
  readonly assessment_id: string
  readonly indicator_id: string
  readonly revision: number
  readonly field: string
  readonly value: string
}

async function heldOf(db: Database, organisation: string): Promise<Held> {
  const { rows: changes } = await sql<ChangeRow>`
    select assessment_id, indicator_id, revision, field, value from answer_change where organisation_id = ${organisation}
    order by revision`.execute(db.read)
  const { rows: answers } = await sql<Omit<ChangeRow, 'field' | 'value'> & { evidence: string }>`
    select assessment_id, indicator_id, revision, evidence from answer where organisation_id = ${organisation}`.execute(db.read)
  const { rows: lines } = await sql<{ action: string; subject: string; detail: string }>`
    select action, subject, detail from activity where organisation_id = ${organisation} and subject like 'assessment/%/indicator/%'`.execute(
    db.read,
  )
  const evidence = changes.filter(({ field }) => field === 'evidence')
  const settled = new Map<string, number>()
  for (const { action, subject } of lines) {
    const [, assessment, , indicator] = subject.split('/')
    const key = `${assessment}/${indicator}`
    if (action === 'answer.versions-settled') settled.set(key, (settled.get(key) ?? 0) + 1)
  }
  const keyOf = (row: Pick<ChangeRow, 'assessment_id' | 'indicator_id' | 'revision'>) =>
    `${row.assessment_id}/${row.indicator_id}/${row.revision}`
  return {
    settled,
    changes: new Map(evidence.map((row) => [keyOf(row), row.value])),
    changed: new Set(changes.map(keyOf)),
    audited: new Set(
      lines.flatMap(({ subject, detail }) => {
        const [, assessment, , indicator] = subject.split('/')
        const { revision, fields } = JSON.parse(detail) as { revision?: number; fields?: readonly string[] }
        // A save that left nothing but a second version has a line too; the version is kept elsewhere.
        return revision !== undefined && fields?.length !== 0 ? [`${assessment}/${indicator}/${revision}`] : []
      }),
    ),
    answers: new Map(answers.map((row) => [`${row.assessment_id}/${row.indicator_id}`, row])),
    latest: new Map(evidence.map((row) => [`${row.assessment_id}/${row.indicator_id}`, row])),
  }
}

async function damage(db: Database): Promise<readonly string[]> {
  const { rows: integrity } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(db.read)
  const { rows: keys } = await sql<object>`pragma foreign_key_check`.execute(db.read)
  return [
    ...integrity.filter((row) => row.integrity_check !== 'ok').map((row) => `the database is damaged: ${row.integrity_check}`),
    ...(keys.length > 0 ? [`${keys.length} rows point to rows that are not there`] : []),
  ]
}

/** The database of an installation, opened beside its server. */
export function openDatabase(at: { readonly dataDir: string; readonly databaseUrl: string | null }): Promise<Database> {
  return at.databaseUrl ? openPostgres(at.databaseUrl) : Promise.resolve(openSqlite(join(at.dataDir, 'mentormark.db')))
}
