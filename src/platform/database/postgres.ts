import { CompiledQuery, type Dialect, Kysely, PostgresDialect } from 'kysely'
import { type Deed, deedOf, unauditedWrite } from './deeds.ts'
import { DatabaseUnavailable, translateFailure } from './failures.ts'
import type { Database } from './index.ts'
import { connectPostgres } from './postgres-connection.ts'
import type { SharedTables, Tx } from './tables.ts'
import { takeTurns } from './turns.ts'

/**
 * How often a transaction is tried that lost a race with another, by PostgreSQL's code for it. A row that is there already may be
 * such a loss too: it was not there when the transaction looked. Looking once more tells.
 */
const ATTEMPTS: Readonly<Record<string, number>> = { '40001': 30, '40P01': 30, '23505': 2 }
/** Lost to others, and not refused: it is worth trying again later. */
const LOST_TO_OTHERS = new Set(['40001', '40P01'])

/**
 * After so many losses a transaction goes alone, as far as this process is concerned: one that reads much, such as completing an
 * assessment, would lose to every small one that is quicker, for as long as they keep coming.
 */
const BESIDE_OTHERS = 3

/** All in milliseconds. Nobody waits longer than this for their transaction to begin, whoever is before them. */
const BEGINS_WITHIN = 15_000
const HEALTHY_WITHIN = 2_000
/** A server that says nothing is not waited for when we leave. */
const CLOSED_WITHIN = 2_000

export interface PostgresOptions {
  /** How long to wait for a server that can't be reached yet, in seconds; 0 gives up at once. */
  readonly wait?: number
  /** Is told at once, and then every ten seconds, what is being waited for. */
  readonly onWaiting?: (reason: string) => void
  /** True where the connection may go without TLS to another machine. */
  readonly unencrypted?: boolean
}

/**
 * PostgreSQL through a pool of connections.
 * @param url `postgres://user:secret@host:5432/name`
 * @throws DatabaseUnavailable when nothing answers there, or not as it should
 */
export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Database> {
  const server = await connectPostgres(url, options)
  const database = postgresDatabase(new PostgresDialect({ pool: server.pool }))
  return {
    ...database,
    async withSchema(work) {
      const schema = new Kysely<never>({ dialect: new PostgresDialect({ pool: server.poolForSchema() }) })
      try {
        return await work(schema)
      } finally {
        await schema.destroy()
      }
    },
    async close() {
      await database.close()
      await Promise.race([server.end(), after(CLOSED_WITHIN)])
    },
  }
}

/** The same over any dialect of PostgreSQL: a server, or PGlite inside the tests. */
export function postgresDatabase(dialect: Dialect): Database {
  const read = new Kysely<SharedTables>({ dialect })
  const turns = takeTurns()

  /** Serializable, so the rules hold here as they do where there is one writer; a lost race is run again from the start. */
  async function transact<T>(work: (tx: Tx) => Promise<T>, audited: boolean): Promise<T> {
    const latest = performance.now() + BEGINS_WITHIN
    const once = async () => {
      if (performance.now() > latest) throw new DatabaseUnavailable('The database had no time for a transaction.')
      return attempt(work, audited)
    }
    // Each kind of loss is counted by itself: one that lost many races may still find a row that is there already.
    const losses = new Map<string, number>()
    for (let tried = 1; ; tried++) {
      try {
        return await (tried <= BESIDE_OTHERS ? turns.beside(once) : turns.alone(once))
      } catch (error) {
        // A commit whose outcome is unknown is not tried again here: only whoever sent it can tell a repeat from a change.
        const { code = '' } = error as { code?: string }
        const lost = (losses.get(code) ?? 0) + 1
        if (lost >= (ATTEMPTS[code] ?? 1)) {
          if (LOST_TO_OTHERS.has(code))
            throw new DatabaseUnavailable('A transaction lost too many races with others.', { cause: error })
          throw translateFailure(error)
        }
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

  const answers = () =>
    read.executeQuery(CompiledQuery.raw('select 1')).then(
      () => true,
      () => false,
    )

  return {
    engine: 'postgres',
    read,
    withSchema: (work) => work(read as never),
    write: (work) => transact(work, true),
    housekeep: (work) => transact(work, false),
    healthy: () => Promise.race([answers(), after(HEALTHY_WITHIN).then(() => false)]),
    close: () => Promise.race([read.destroy(), after(CLOSED_WITHIN)]),
  }
}

function after(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
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
