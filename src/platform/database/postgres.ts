import { CompiledQuery, type Dialect, Kysely, PostgresDialect } from 'kysely'
import { type Deed, deedOf, unauditedWrite } from './deeds.ts'
import { DatabaseUnavailable, translateFailure } from './failures.ts'
import type { Database } from './index.ts'
import type { SharedTables, Tx } from './tables.ts'
import { takeTurns } from './turns.ts'

/**
 * How often a transaction is tried that lost a race with another, by PostgreSQL's code for it. A row that is there already may be
 * such a loss too: it was not there when the transaction looked. Looking once more tells.
 */
const ATTEMPTS: Readonly<Record<string, number>> = { '40001': 30, '40P01': 30, '23505': 2 }

/**
 * After so many losses a transaction goes alone, as far as this process is concerned: one that reads much, such as completing an
 * assessment, would lose to every small one that is quicker, for as long as they keep coming.
 */
const BESIDE_OTHERS = 3

/**
 * PostgreSQL through a pool of connections.
 * @param url `postgres://user:secret@host:5432/name`
 * @throws DatabaseUnavailable when nothing answers there
 */
export async function openPostgres(url: string): Promise<Database> {
  // Loaded only where it is used: most installations never need it.
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 })
  // An idle connection the server drops is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw new DatabaseUnavailable(
      `PostgreSQL can't be reached: ${(error as Error).message || (error as { code?: string }).code}.`,
      {
        cause: error,
      },
    )
  }
  return postgresDatabase(new PostgresDialect({ pool }))
}

/** The same over any dialect of PostgreSQL: a server, or PGlite inside the tests. */
export function postgresDatabase(dialect: Dialect): Database {
  const read = new Kysely<SharedTables>({ dialect })
  const turns = takeTurns()

  /** Serializable, so the rules hold here as they do where there is one writer; a lost race is run again from the start. */
  async function transact<T>(work: (tx: Tx) => Promise<T>, audited: boolean): Promise<T> {
    const once = () => attempt(work, audited)
    // Each kind of loss is counted by itself: one that lost many races may still find a row that is there already.
    const losses = new Map<string, number>()
    for (let tried = 1; ; tried++) {
      try {
        return await (tried <= BESIDE_OTHERS ? turns.beside(once) : turns.alone(once))
      } catch (error) {
        const { code = '' } = error as { code?: string }
        const lost = (losses.get(code) ?? 0) + 1
        if (lost >= (ATTEMPTS[code] ?? 1)) throw translateFailure(error)
        losses.set(code, lost)
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * Math.min(tried, 10)))
      }
    }
  }

  function attempt<T>(work: (tx: Tx) => Promise<T>, audited: boolean): Promise<T> {
    return read
      .transaction()
      .setIsolationLevel('serializable')
      .execute(async (transaction) => {
        const deeds = new Set<Deed>()
        const tx = watch(transaction as unknown as Tx, deeds)
        const value = await work(tx)
        if (audited && deeds.has('change') && !deeds.has('audit')) throw unauditedWrite()
        return value
      })
  }

  return {
    engine: 'postgres',
    read,
    schema: read as never,
    write: (work) => transact(work, true),
    housekeep: (work) => transact(work, false),
    healthy: () =>
      read.executeQuery(CompiledQuery.raw('select 1')).then(
        () => true,
        () => false,
      ),
    close: () => read.destroy(),
  }
}

/** Notes what each query of the transaction does, without changing it. */
function watch(tx: Tx, deeds: Set<Deed>): Tx {
  const watched = tx.withPlugin({
    transformQuery({ node }) {
      const into = node.kind === 'InsertQueryNode' ? node.into?.table.identifier.name : null
      if (into === 'activity') deeds.add('audit')
      else if (['InsertQueryNode', 'UpdateQueryNode', 'DeleteQueryNode', 'MergeQueryNode'].includes(node.kind))
        deeds.add('change')
      else if (node.kind === 'RawNode' && deedOf(node.sqlFragments.join('?'))) deeds.add('change')
      return node
    },
    transformResult: async ({ result }) => result,
  }) as unknown as Tx
  // A prepared query is not put together anew, so the plugin does not see it: its text says what it does.
  const execute = watched.executeQuery.bind(watched)
  watched.executeQuery = (query, options) => {
    const deed = 'sql' in query ? deedOf(query.sql) : null
    if (deed) deeds.add(deed)
    return execute(query, options)
  }
  return watched
}
