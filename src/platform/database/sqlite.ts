import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
} from 'kysely'
import { type Deed, deedOf, unauditedWrite } from './deeds.ts'
import { DatabaseUnavailable, translateFailure } from './failures.ts'
import type { Database } from './index.ts'
import { answersAtOnce } from './prepared.ts'
import { isBusy, orPassing, passing } from './sqlite-faults.ts'
import { BUSY, connect, HELD, keepToOwner, watchPlace } from './sqlite-file.ts'
import type { Reader, SharedTables, Tx } from './tables.ts'

/** How many waiting transactions may share one commit. Bounds how long the first of them waits. */
const BATCH = 128

/** The longest pause between two tries to begin while another process is writing, in milliseconds. */
const BUSY_PAUSE = 20

interface Job {
  readonly work: (tx: Tx) => Promise<unknown>
  readonly audited: boolean
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/**
 * SQLite through Node's own driver: one connection that reads what is committed, and one that writes.
 *
 * Transactions that are waiting at the same moment share one durable commit: each runs inside a savepoint of its own, so one
 * that fails undoes only itself, and none is answered before the commit has reached the disk. One client pays for one commit;
 * sixteen clients pay for one between them.
 *
 * @param file path of the database file; made when absent
 */
export function openSqlite(file: string): Database {
  keepToOwner(file)
  const writing = connect(file, HELD.writing)
  const reading = connect(file, HELD.reading)
  reading.exec('pragma query_only = on')
  const inPlace = watchPlace(file)
  const view = viewOf(reading)
  const steps = batchSteps(writing)

  let deeds: Set<Deed> = new Set()
  const read: Reader = new Kysely<SharedTables>({ dialect: dialect(reading, view.open) })
  const writer = new Kysely<SharedTables>({
    dialect: dialect(writing, (deed) => {
      view.close()
      if (deed) deeds.add(deed)
    }),
  })
  const tx = writer as unknown as Tx

  let waiting: Job[] = []
  let running: Promise<void> | null = null
  let closed = false

  /** Runs one batch: begin, each job in its savepoint, one commit, then the answers. */
  async function runBatch(batch: readonly Job[]): Promise<void> {
    const outcomes: { job: Job; ok: boolean; value: unknown }[] = []
    try {
      await beginWhenFree(steps.begin)
      inPlace()
      for (const job of batch) {
        steps.savepoint()
        deeds = new Set()
        try {
          const value = await job.work(tx)
          if (job.audited && deeds.has('change') && !deeds.has('audit')) throw unauditedWrite()
          steps.release()
          outcomes.push({ job, ok: true, value })
        } catch (error) {
          // A full disk ends the transaction of all of them, not only this one's part of it.
          if (!writing.isTransaction) throw error
          steps.rollbackJob()
          steps.release()
          outcomes.push({ job, ok: false, value: translateFailure(error) })
        }
      }
      steps.commit()
      inPlace()
    } catch (error) {
      undo(writing)
      for (const job of batch) job.reject(translateFailure(passing(error)))
      return
    }
    // Whoever is answered sees what was committed.
    view.close()
    for (const { job, ok, value } of outcomes) ok ? job.resolve(value) : job.reject(value)
  }

  async function drain(): Promise<void> {
    // Requests that arrive together share the commit: it waits a turn of the event loop, and another as long as each brings more.
    let arrived: number
    do {
      arrived = waiting.length
      await new Promise(setImmediate)
    } while (waiting.length > arrived && waiting.length < BATCH)
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH)
      waiting = waiting.slice(BATCH)
      await runBatch(batch)
    }
    running = null
  }

  function enqueue<T>(work: (tx: Tx) => Promise<T>, audited: boolean): Promise<T> {
    if (closed) return Promise.reject(new DatabaseUnavailable('The database is closed.'))
    return new Promise<T>((resolve, reject) => {
      waiting.push({ work, audited, resolve: resolve as (value: unknown) => void, reject })
      running ??= drain()
    })
  }

  return {
    engine: 'sqlite',
    read,
    async withSchema(work) {
      const connection = connect(file, HELD.starting)
      try {
        return await work(new Kysely<never>({ dialect: dialect(connection, () => view.close()) }))
      } finally {
        connection.close()
      }
    },
    write: (work) => enqueue(work, true),
    housekeep: (work) => enqueue(work, false),
    async healthy() {
      try {
        inPlace()
        // Looks into the file, which `select 1` would not.
        return reading.prepare('select count(*) from sqlite_schema').get() !== undefined
      } catch {
        return false
      }
    },
    async close() {
      closed = true
      await running
      view.close()
      reading.close()
      writing.close()
    },
  }
}

/** Waits for other processes without holding this one. @throws what SQLite says when they take too long */
async function beginWhenFree(begin: () => void): Promise<void> {
  const latest = performance.now() + BUSY
  for (let pause = 1; ; pause = Math.min(pause * 2, BUSY_PAUSE)) {
    try {
      return begin()
    } catch (error) {
      if (!isBusy(error) || performance.now() >= latest) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

/** Undoes what is open. What can't be undone ends with the next transaction, which can't begin then, and says so. */
function undo(connection: DatabaseSync): void {
  try {
    if (connection.isTransaction) connection.exec('rollback')
  } catch {
    // Whoever waits is told why the batch failed: that is the fault worth reading.
  }
}

/** What every batch does, prepared once: a save's own statements take little longer than parsing these would. */
function batchSteps(connection: DatabaseSync) {
  return {
    begin: step(connection, 'begin immediate'),
    savepoint: step(connection, 'savepoint job'),
    release: step(connection, 'release job'),
    rollbackJob: step(connection, 'rollback to job'),
    commit: step(connection, 'commit'),
  }
}

function step(connection: DatabaseSync, sql: string): () => void {
  let statement: StatementSync | null = null
  return () => {
    statement ??= connection.prepare(sql)
    statement.run()
  }
}

/**
 * One view of what is committed for everything that is read in one turn of the event loop, instead of one for each statement:
 * taking and giving back SQLite's lock costs more than most of our reads. It ends with the turn, and before a commit is answered.
 */
function viewOf(connection: DatabaseSync): { open(): void; close(): void } {
  const begin = step(connection, 'begin')
  const end = step(connection, 'commit')
  let isOpen = false
  const close = () => {
    if (!isOpen) return
    isOpen = false
    // SQLite has ended it itself after a read that found no memory or could not use the disk.
    if (connection.isTransaction) end()
  }
  return {
    open() {
      if (isOpen) return
      begin()
      isOpen = true
      setImmediate(close)
    },
    close,
  }
}

/**
 * Steps of the schema are taken in one transaction, which SQLite has always been able to: a start that is cut off leaves the
 * database as it was.
 */
class OurAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** Of two that start at once, one waits for the other: a transaction that has read before it writes could not. */
class OurDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

/**
 * Kysely's SQLite dialect over Node's driver. Each SQL text is prepared once and kept.
 * @param before is called before each statement, with what it does when it writes
 */
function dialect(connection: DatabaseSync, before: (deed: Deed | null) => void): SqliteDialect {
  const known = new Map<string, SqliteStatement>()
  const prepare = (sql: string) => {
    const ready = known.get(sql)
    if (ready) return ready
    const statement = adapt(
      orPassing(() => connection.prepare(sql)),
      deedOf(sql),
      before,
    )
    // Lists of varying length make texts of varying length; keep the cache from growing for ever.
    if (known.size >= 1000) known.clear()
    known.set(sql, statement)
    return statement
  }
  const database = { close: () => {}, prepare }
  return new (class extends SqliteDialect {
    override createDriver(): Driver {
      return new OurDriver({ database })
    }
    override createAdapter(): SqliteAdapter {
      const adapter = new OurAdapter()
      answersAtOnce(adapter, (sql, parameters) => {
        const statement = prepare(sql)
        if (statement.reader) return statement.all(parameters)
        statement.run(parameters)
        return []
      })
      return adapter
    }
  })({ database })
}

function adapt(statement: StatementSync, deed: Deed | null, before: (deed: Deed | null) => void): SqliteStatement {
  const columns = statement.columns().map(({ name }) => name)
  // Taking rows as lists and naming their values here is quicker than having the driver make objects.
  statement.setReturnArrays(true)
  const named = (row: unknown) => {
    const values: Record<string, unknown> = {}
    for (let at = 0; at < columns.length; at++) values[columns[at] as string] = (row as unknown[])[at]
    return values
  }
  return {
    reader: columns.length > 0,
    all: (parameters) =>
      orPassing(() => {
        before(deed)
        return statement.all(...(parameters as SQLInputValue[])).map(named)
      }),
    run: (parameters) =>
      orPassing(() => {
        before(deed)
        return statement.run(...(parameters as SQLInputValue[]))
      }),
    *iterate(parameters) {
      before(deed)
      for (const row of statement.iterate(...(parameters as SQLInputValue[]))) yield named(row)
    },
  }
}
