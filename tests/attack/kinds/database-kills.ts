import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { PostgresServer } from '../../../scripts/postgres-server.mjs'
import { keepSaving } from '../saving.ts'
import type { Attack, Scene } from '../scene.ts'

const CLIENTS = 8
/** How long after the database is back somebody may wait until their words are saved again, in milliseconds. */
const BACK_WITHIN = 3000

export const databaseKills: Attack = {
  name: 'database-kills',
  does: `For PostgreSQL, while ${CLIENTS} people save: every connection ended, SIGKILL for one of its processes, SIGKILL for all of them and a start some seconds later, SIGSTOP for some seconds, and a start of the server while the database is away`,
  weight: 3,
  databases: ['postgres'],
  needsOwnServer: true,
  // While the database is away, nobody who has signed in can be answered.
  judged: 'not signed in',
  async run(scene) {
    const { installation, people, journal, ledger, random } = scene
    const { postgres } = installation
    if (!postgres) throw new Error('there is no PostgreSQL')
    const saving = Promise.all(
      people.owner.indicators.slice(16, 16 + CLIENTS).map((address, client) =>
        keepSaving(people.owner, address, `Database, client ${client}`, {
          journal,
          ledger,
          port: () => installation.port,
          more: scene.more,
        }),
      ),
    )
    const ways: readonly (readonly [string, () => Promise<void>])[] = [
      ['every connection ended', () => endConnections(postgres)],
      ['SIGKILL for one process', () => killOne(postgres)],
      ['SIGKILL for all', () => killAll(postgres, 300 + random() * 2000)],
      ['SIGSTOP', () => standStill(postgres, 500 + random() * 3500)],
      ['a start without the database', () => startWithout(scene, postgres)],
    ]
    let done = 0
    let slowest = 0
    while (scene.more()) {
      const [what, how] = ways[done % ways.length] ?? ['', async () => {}]
      await sleep(200 + random() * 400)
      await how()
      done++
      const back = await savedAgain(scene)
      if (back === null) break
      slowest = Math.max(slowest, back)
      if (back > BACK_WITHIN)
        journal.find('fault', `after ${what}, ${Math.round(back)} ms went by until anything was saved again`)
    }
    await saving
    journal.notes.push(`${done} times without its database; saved again at most ${Math.round(slowest)} ms after it was back`)
  },
}

/** Milliseconds until a save was acknowledged again; null when the time was over first. */
async function savedAgain({ ledger, more }: Scene): Promise<number | null> {
  const before = ledger.size
  const began = performance.now()
  while (ledger.size === before) {
    if (!more()) return null
    await sleep(10)
  }
  return performance.now() - began
}

async function asked<T>(postgres: PostgresServer, query: string): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: postgres.url() })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(query)).rows as T[]
  } finally {
    await client.end().catch(() => {})
  }
}

async function endConnections(postgres: PostgresServer): Promise<void> {
  for (let times = 0; times < 5; times++) {
    await asked(
      postgres,
      "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
    )
    await sleep(50)
  }
}

/** PostgreSQL then ends all others and starts anew by itself. */
async function killOne(postgres: PostgresServer): Promise<void> {
  const [backend] = await asked<{ pid: number }>(
    postgres,
    "select pid from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend' order by state = 'idle' limit 1",
  )
  if (backend) process.kill(backend.pid, 'SIGKILL')
  for (let tries = 0; tries < 100; tries++) {
    await sleep(50)
    if (
      await asked(postgres, 'select 1').then(
        () => true,
        () => false,
      )
    )
      return
  }
}

async function killAll(postgres: PostgresServer, awayMs: number): Promise<void> {
  await postgres.kill()
  await sleep(awayMs)
  await postgres.start()
}

async function standStill(postgres: PostgresServer, ms: number): Promise<void> {
  postgres.pause()
  await sleep(ms)
  postgres.resume()
}

/** It waits for its database, and says so. */
async function startWithout({ installation, journal }: Scene, postgres: PostgresServer): Promise<void> {
  await installation.end('SIGTERM')
  await postgres.kill()
  const starting = installation.start().then(
    () => true,
    (error: Error) => {
      journal.find('fault', `started while its database was away, the server ended: ${error.message.slice(0, 300)}`)
      return false
    },
  )
  await sleep(1500)
  await postgres.start()
  if (!(await starting)) await installation.start()
}
