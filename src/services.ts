import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { registerBuiltIn } from './frameworks/index.ts'
import { migrations } from './migrations/index.ts'
import { systemClock } from './platform/clock.ts'
import { type Config, ConfigError, readConfig } from './platform/config.ts'
import type { Services } from './platform/context.ts'
import {
  type Database,
  DatabaseUnavailable,
  migrate,
  NewerDatabase,
  openPostgres,
  openSqlite,
} from './platform/database/index.ts'
import { withinLimits } from './platform/file-space.ts'
import { filesIn } from './platform/files.ts'
import { createLog } from './platform/log.ts'
import { createMailer } from './platform/mail.ts'
import { installationSecret } from './platform/secret.ts'
import { withSecretFiles } from './platform/secret-files.ts'

/** The program can't start as things are; the message is one sentence. */
export class CannotStart extends Error {}

/** True for failures whose message is written for the person who runs the program; anything else is our fault. */
export function isForTheOperator(error: unknown): error is Error {
  return [ConfigError, CannotStart, DatabaseUnavailable, NewerDatabase].some((kind) => error instanceof kind)
}

/**
 * Opens what the program needs, from the environment: used by the server and by the terminal.
 * @throws ConfigError, CannotStart, DatabaseUnavailable, NewerDatabase
 */
export async function openServices(
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ config: Config; services: Services; secret: string; close: () => Promise<void> }> {
  const config = readConfig(withSecretFiles(env))
  prepareDataFolder(config.dataDir)
  const clock = systemClock
  const log = createLog(config.logLevel)
  const db: Database = config.databaseUrl
    ? await openPostgres(config.databaseUrl, {
        wait: config.databaseWait,
        unencrypted: config.databaseUnencrypted,
        onWaiting: (reason) =>
          log.warn({ reason, seconds: config.databaseWait }, 'waiting for PostgreSQL, which can’t be reached yet'),
      })
    : openSqlite(join(config.dataDir, 'mentormark.db'))
  await migrate(db, migrations)
  const mail = createMailer({
    db,
    clock,
    log,
    smtpUrl: config.smtpUrl,
    unencrypted: config.smtpUnencrypted,
    from: config.mailFrom,
    outboxDir: join(config.dataDir, 'outbox'),
  })
  const files = withinLimits(filesIn(config.filesDir), { db, clock, log, folder: config.filesDir, limits: config.fileLimits })
  const services: Services = { db, clock, log, mail, files, baseUrl: config.baseUrl }
  await registerBuiltIn(services, builtInFrameworks())
  return {
    config,
    services,
    secret: installationSecret(config.dataDir, config.secret),
    close: () => db.close(),
  }
}

function prepareDataFolder(folder: string): void {
  const probe = join(folder, `.writable-${process.pid}`)
  try {
    makeFolder(folder)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new CannotStart(
      `The data folder ${folder} can't be written to (${(error as NodeJS.ErrnoException).code}). Choose another with DATA_DIR, or change who may write there.`,
    )
  }
}

/** With those above it. Not `recursive`: where a file system has no place for folders, as `/proc`, Node would try for ever. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  try {
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    // Another process that is starting was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** The frameworks the program comes with, checked and compiled when it was built. */
function builtInFrameworks(): readonly string[] {
  const folder = join(import.meta.dirname, 'frameworks')
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
}
