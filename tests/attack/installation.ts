import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type PostgresServer, startPostgres } from '../../scripts/postgres-server.mjs'
import { node, root } from '../../scripts/prepare.mjs'
import { type Ended, freePort, type RunningServer, startServer } from '../support/server.ts'
import type { Journal } from './journal.ts'
import type { DatabaseName } from './options.ts'

/**
 * A proxy in front is believed about the visitor's address, so that every visitor here has one of their own, as in the world: what
 * is limited for an attacker's address must not be what keeps the others waiting, nor what hides how long they would wait.
 */
const BEHIND_A_PROXY = { TRUSTED_PROXIES: '1' }

/** What is attacked: a server on a database of its own, started again whenever it ends. */
export interface Installation {
  readonly database: DatabaseName
  readonly port: number
  readonly url: string
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly postgres: PostgresServer | null
  /** Where deaths are told. */
  journal: Journal
  /** Resolves when the server listens. */
  up(): Promise<void>
  /** Ends it with a signal, which is no death. @returns how it ended, and in how many milliseconds */
  end(signal: NodeJS.Signals): Promise<Ended & { readonly ms: number }>
  start(env?: Readonly<Record<string, string>>): Promise<void>
  /** The command of the terminal, beside the server. @returns what it said, and whether it was content */
  command(...args: readonly string[]): { readonly ok: boolean; readonly said: string }
  /** Resident memory of the server's process, in bytes; 0 where that can't be told. */
  memory(): number
  /** Ends everything and deletes it. */
  discard(): Promise<void>
}

export interface InstallationOptions {
  readonly database: DatabaseName
  readonly journal: Journal
  /** Where its folders are made. */
  readonly folder?: string
  readonly postgres?: PostgresServer
  /** Another server's data folder and database, to be its neighbour. */
  readonly beside?: Installation
  /** For Node, before the program: a test breaks the server so, to see that it is noticed. */
  readonly nodeOptions?: readonly string[]
}

export async function openInstallation({
  database,
  journal,
  folder = tmpdir(),
  beside,
  nodeOptions = [],
}: InstallationOptions): Promise<Installation> {
  const dataDir = beside?.dataDir ?? mkdtempSync(join(folder, 'mentormark-attack-'))
  // Kills of PostgreSQL must lose nothing that it acknowledged; a power cut is not among the attacks, so it need not flush.
  const postgres =
    beside?.postgres ?? (database === 'postgres' ? await startPostgres({ folder, settings: { synchronous_commit: 'on' } }) : null)
  const databaseUrl = postgres?.url() ?? null
  const port = await freePort()
  let env: Readonly<Record<string, string>> = {}
  let running: RunningServer | null = null
  let starting: Promise<void> | null = null
  let meant = false
  let discarded = false

  const installation: Installation = {
    database,
    port,
    url: `http://127.0.0.1:${port}`,
    dataDir,
    databaseUrl,
    postgres,
    journal,
    async up() {
      while (!discarded && (starting || !running)) await (starting ?? sleep(20))
    },
    async end(signal) {
      await starting
      const server = running
      if (!server) throw new Error('the server is not running')
      meant = true
      const began = performance.now()
      const ended = await server.stop(signal)
      running = null
      return { ...ended, ms: performance.now() - began }
    },
    start(change) {
      if (change) env = change
      meant = false
      starting ??= launch().finally(() => {
        starting = null
      })
      return starting
    },
    command(...args) {
      const outcome = spawnSync(node, [join(root, 'dist/cli.js'), ...args], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) },
      })
      return { ok: outcome.status === 0, said: `${outcome.stdout}${outcome.stderr}` }
    },
    memory: () => residentBytes(running?.process.pid),
    async discard() {
      discarded = true
      meant = true
      await starting?.catch(() => {})
      await running?.stop('SIGKILL')
      if (beside) return
      await postgres?.discard()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }

  async function launch(): Promise<void> {
    const server = await startServer({
      dataDir,
      port,
      nodeOptions,
      env: { LOG_LEVEL: 'error', ...BEHIND_A_PROXY, ...env, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) },
    })
    running = server
    // When everything that it said has been read as well.
    server.process.once('close', (code, signal) => {
      if (meant || running !== server) return
      running = null
      installation.journal.death(String(code ?? signal), server.output())
      installation
        .start()
        .catch((error: Error) => installation.journal.find('death', `it does not start again: ${error.message}`))
    })
  }

  await installation.start()
  return installation
}

/** A server that somebody else started: it can't be ended, and what it holds can't be looked into. */
export function visited(url: URL, journal: Journal): Installation {
  const cannot = () => {
    throw new Error('this server was started by somebody else')
  }
  const isUp = () =>
    fetch(new URL('/sign-in', url)).then(
      () => true,
      () => false,
    )
  const installation: Installation = {
    database: 'sqlite',
    port: Number(url.port),
    url: url.origin,
    dataDir: '',
    databaseUrl: null,
    postgres: null,
    journal,
    async up() {
      if (await isUp()) return
      installation.journal.death('it no longer answers', '')
      for (let tries = 0; tries < 100; tries++) {
        if (await isUp()) return
        await sleep(200)
      }
      throw new Error('the server ended and nobody started it again')
    },
    end: cannot,
    start: cannot,
    command: cannot,
    memory: () => 0,
    discard: async () => {},
  }
  return installation
}

/** From /proc: Linux's alone. */
function residentBytes(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
