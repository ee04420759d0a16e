import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PassphraseCost } from '../../src/accounts/index.ts'
import { type App, type AppOptions, createApp } from '../../src/app.tsx'
import { startPreviews } from '../../src/evidence/index.ts'
import { previewsFromSource } from '../../src/evidence/preview/source.ts'
import { registerBuiltIn } from '../../src/frameworks/index.ts'
import { compilePack } from '../../src/frameworks/pack/read.ts'
import type { Clock } from '../../src/platform/clock.ts'
import type { Services } from '../../src/platform/context.ts'
import { filesIn } from '../../src/platform/files.ts'
import { createLog } from '../../src/platform/log.ts'
import { createMailer } from '../../src/platform/mail.ts'
import { startPress } from '../../src/report/index.ts'
import { pressFromSource } from '../../src/report/pdf/source.ts'
import { freshDatabase } from './databases.ts'
import { Visitor } from './visitor.ts'

export const FRAMEWORK = join(import.meta.dirname, '../../frameworks/mentoring-quality-framework/2022.yaml')

/** The built-in framework, compiled once for a whole test file. */
const framework = compilePack(readFileSync(FRAMEWORK, 'utf8'), '2022.yaml')

export const BASE_URL = 'http://localhost:3000'

/** Hashing that takes no time: a run of the suite makes hundreds of hashes. What is real has its own tests. */
const CHEAP: PassphraseCost = { memory: 8, passes: 1 }

/** A clock that stands still until told otherwise: Wednesday 4 March 2026, ten in the morning in London. */
export class FrozenClock implements Clock {
  #now = new Date('2026-03-04T10:00:00.000Z')
  now(): Date {
    return new Date(this.#now)
  }
  set(iso: string): void {
    this.#now = new Date(iso)
  }
  advance(milliseconds: number): void {
    this.#now = new Date(this.#now.getTime() + milliseconds)
  }
}

/** The whole program over a fresh database of this run's engine, without a socket. */
export interface World {
  readonly app: App
  readonly services: Services
  readonly clock: FrozenClock
  /** Someone with a browser and no cookies. */
  visitor(): Visitor
  /** The same program over the same data, set up differently. */
  appWith(change: Partial<AppOptions>): App
  end(): Promise<void>
}

export interface WorldOptions {
  /** Sends real mail there; without it, mail stays in the outbox folder. */
  readonly smtpUrl?: string
  readonly baseUrl?: string
}

export async function createWorld({ smtpUrl, baseUrl = BASE_URL }: WorldOptions = {}): Promise<World> {
  const { db, discard } = await freshDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'mentormark-world-'))
  const clock = new FrozenClock()
  const log = createLog('silent')
  const mail = createMailer({
    db,
    clock,
    log,
    smtpUrl: smtpUrl ?? null,
    from: 'Mentormark <mentormark@localhost>',
    outboxDir: join(folder, 'outbox'),
  })
  const services: Services = { db, clock, log, mail, files: filesIn(join(folder, 'files')), baseUrl }
  await registerBuiltIn(services, [framework])
  const press = startPress(pressFromSource())
  const previews = startPreviews(previewsFromSource())
  const options: AppOptions = {
    ...services,
    secret: 'a-secret-for-tests-that-is-long-enough',
    secure: false,
    loopback: true,
    trustedProxies: 0,
    passphraseCost: CHEAP,
    press,
    previews,
    assets: { address: (name) => `/assets/${name}`, serve: (_c, next) => next() },
  }
  const app = createApp(options)
  return {
    app,
    appWith: (change) => createApp({ ...options, ...change }),
    services,
    clock,
    visitor: () => new Visitor(app),
    async end() {
      press.close()
      previews.close()
      await mail.deliver()
      await discard()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
