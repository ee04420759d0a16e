import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import { isLoopback } from '../loopback.ts'
import { DatabaseUnavailable } from './failures.ts'
import type { PostgresOptions } from './postgres.ts'

/** Loaded only where it is used: most installations never need it. */
type Driver = typeof pg

/**
 * How long each thing may take, in milliseconds. A server that is slow ends a statement itself, and its connection stays good; one
 * that says nothing (stopped, or out of reach) is given up a little later, and its connection with it. Whoever asks for a page is
 * answered within a quarter of a minute, whatever has happened.
 */
const BOUNDS = {
  /** A new connection, with its TLS and its password. */
  connect: 3_000,
  /** One of the pool's connections to be free. */
  free: 5_000,
  lock: 5_000,
  statement: 10_000,
  silence: 12_000,
  /** A transaction that nobody goes on with is ended by the server: it would hold its locks for as long as it is open. */
  idleInTransaction: 20_000,
} as const

/** Connections of one process. */
const CONNECTIONS = 10
/** How often a server that can't be reached yet is tried, and how often that is said. */
const TRY_EVERY = 500
const SAY_EVERY = 10_000

export interface PostgresConnections {
  /** For the program's own queries: every one is bounded. */
  readonly pool: PostgresPool
  /** For steps of the schema, which take as long as they take. */
  poolForSchema(): PostgresPool
  /** Ends the first: Kysely ends only a pool that it has used. */
  end(): Promise<void>
}

/** @throws DatabaseUnavailable */
export async function connectPostgres(url: string, options: PostgresOptions): Promise<PostgresConnections> {
  const { default: driver } = await import('pg')
  const connectionString = meaningFullVerification(url)
  mustBePrivate(driver, connectionString, options)
  const bounded = new driver.Pool({
    connectionString,
    Client: listeningClient(driver),
    max: CONNECTIONS,
    connectionTimeoutMillis: BOUNDS.free,
    statement_timeout: BOUNDS.statement,
    lock_timeout: BOUNDS.lock,
    idle_in_transaction_session_timeout: BOUNDS.idleInTransaction,
    keepAlive: true,
  })
  // An idle connection that the server drops is replaced by the pool.
  bounded.on('error', () => {})
  try {
    await untilReady(bounded, options)
  } catch (error) {
    // Why it can't be reached is thrown; that it can't be closed either says nothing more.
    void bounded.end().catch(() => {})
    throw error
  }
  return {
    pool: overseen(driver, bounded, BOUNDS.silence),
    poolForSchema() {
      const pool = new driver.Pool({ connectionString, Client: listeningClient(driver), max: 2, keepAlive: true })
      pool.on('error', () => {})
      return overseen(driver, pool, null)
    },
    end: async () => {
      if (!bounded.ending) await bounded.end()
    },
  }
}

/**
 * A client that is checked out has no listener of the pool's, and an error that nobody listens to ends the process: the loss of
 * its connection is one. Whoever waits for a query hears of it there.
 */
function listeningClient(driver: Driver) {
  return class extends driver.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionTimeoutMillis: BOUNDS.connect })
      this.on('error', () => {})
    }
  }
}

/**
 * The pool as Kysely sees it. What keeps a query from being answered comes out as `DatabaseUnavailable`.
 * @param silence how long a server may say nothing; null for as long as it likes
 */
function overseen(driver: Driver, pool: pg.Pool, silence: number | null): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()

  function oversee(client: pg.PoolClient): PostgresPoolClient {
    /** Why the connection was lost: what is asked over it afterwards, such as to roll back, fails for that reason. */
    let lost: DatabaseUnavailable | null = null
    async function query(sql: string, parameters: readonly unknown[]) {
      const timer =
        silence === null
          ? undefined
          : setTimeout(() => client.connection.stream.destroy(new Error('PostgreSQL said nothing for too long')), silence)
      try {
        return await client.query(sql, [...parameters])
      } catch (error) {
        if (isOfServer(driver, error) && !ends(error)) throw passes(error) ? unavailable(error) : error
        if (error instanceof TypeError) throw error
        lost ??= unavailable(error)
        throw lost
      } finally {
        clearTimeout(timer)
      }
    }
    return {
      query: query as unknown as PostgresPoolClient['query'],
      release: (destroy) => client.release(destroy),
    }
  }

  return {
    options: pool.options,
    async connect() {
      let client: pg.PoolClient
      try {
        client = await pool.connect()
      } catch (error) {
        throw unavailable(error)
      }
      let ours = known.get(client)
      if (!ours) {
        ours = oversee(client)
        known.set(client, ours)
      }
      return ours
    },
    end: () => pool.end(),
  }
}

/**
 * The server's own failures that pass: no connection, no room, no memory, shutting down, cancelled because it took too long, a
 * lock that others hold, a server that takes no changes. https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const PASSING = /^(?:08|53|57|58|55P03|25006|25P03|25P04)/

/** What does not come from the server is the connection's: it is lost, or could not be used. */
function isOfServer(driver: Driver, error: unknown): error is pg.DatabaseError {
  return error instanceof driver.DatabaseError
}

/** The server has ended this connection, and says so with its last words. */
function ends({ severity }: pg.DatabaseError): boolean {
  return severity === 'FATAL' || severity === 'PANIC'
}

function passes({ code = '', message }: pg.DatabaseError): boolean {
  // A standby that follows another server refuses our transactions with a code that means many things.
  return PASSING.test(code) || (code === '0A000' && message.includes('hot standby'))
}

function unavailable(error: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(`PostgreSQL can't be reached: ${reasonOf(error)}.`, { cause: error })
}

/** Never the address it was reached at, which has the password in it. */
function reasonOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string }
  return (message || code || 'for no reason it gives').replace(/\.$/, '')
}

/** Waits until the server takes connections and changes. @throws DatabaseUnavailable */
async function untilReady(pool: pg.Pool, { wait = 0, onWaiting }: PostgresOptions): Promise<void> {
  const until = performance.now() + wait * 1000
  let said = Number.NEGATIVE_INFINITY
  for (;;) {
    const failure = await notReady(pool)
    if (!failure) return
    const now = performance.now()
    if (!failure.passes || now >= until) throw unavailable(failure.error)
    if (now - said >= SAY_EVERY) {
      onWaiting?.(reasonOf(failure.error))
      said = now
    }
    await new Promise((resolve) => setTimeout(resolve, TRY_EVERY))
  }
}

/** @returns why not, and whether waiting may help; null when it is ready */
async function notReady(pool: pg.Pool): Promise<{ error: unknown; passes: boolean } | null> {
  try {
    const { rows } = await pool.query('show transaction_read_only')
    if (rows[0]?.transaction_read_only === 'off') return null
    return { error: new Error('it takes no changes: it is a standby, or set to be read only'), passes: true }
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string }
    return { error, passes: NOT_YET.has(code) || PASSING.test(code) || /timeout|terminated/i.test(message) }
  }
}

/** What the network says of a server that has not started, or whose name is not known yet. A wrong password is none of these. */
const NOT_YET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOENT',
  'EAI_AGAIN',
  'ENOTFOUND',
])

/**
 * Off this machine every query and every answer would be readable, and the password with it.
 * @throws DatabaseUnavailable
 */
function mustBePrivate(driver: Driver, connectionString: string, { unencrypted = false }: PostgresOptions): void {
  // As the driver itself reads it, PGHOST and PGSSLMODE included.
  const { host, ssl } = new driver.Client({ connectionString })
  // `ssl=false` and its like: the driver takes any word to ask for TLS, and then fails on it where nobody hears the error.
  if (typeof ssl === 'string')
    throw new DatabaseUnavailable(
      'DATABASE_URL has an “ssl” that means nothing. Take it out, and say sslmode=verify-full or disable.',
    )
  if (ssl || unencrypted || host.startsWith('/') || isLoopback(host)) return
  throw new DatabaseUnavailable(
    `PostgreSQL at ${host} would be reached without encryption. Add sslmode=verify-full to DATABASE_URL, or set DATABASE_UNENCRYPTED=allow if nobody else can read that network.`,
  )
}

/**
 * `require` and its like check the certificate in this version of the driver, with a warning on each start that the next version
 * will not. They go on meaning what they mean today.
 */
function meaningFullVerification(url: string): string {
  if (/[?&]uselibpqcompat=true\b/.test(url)) return url
  return url.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/g, '$1verify-full')
}
