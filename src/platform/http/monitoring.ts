import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context as HonoContext } from 'hono'
import type { Database } from '../database/index.ts'
import { metrics } from '../metrics.ts'
import { path } from './path.ts'
import { Problem } from './problem.ts'
import { type Guard, Routes } from './routes.ts'

/** Addresses for whoever runs the program: nobody needs to be signed in, and nothing of anybody's is in the answers. */
const paths = {
  live: path('/healthz'),
  ready: path('/readyz'),
  metrics: path('/metrics'),
} as const

export const MONITORING_PATHS: ReadonlySet<string> = new Set(Object.values(paths).map(({ pattern }) => pattern))

export interface MonitoringOptions {
  readonly db: Database
  /** Null when nobody may read the figures. */
  readonly metricsToken?: string | null
  readonly isStopping?: () => boolean
}

/** How long the database has to answer, in milliseconds. */
const PATIENCE = 2000

/**
 * `/healthz`: the process answers. `/readyz`: it can serve people, which a load balancer asks before it sends any: the database
 * answers and the server is not stopping. `/metrics`: figures, for whoever has the token.
 */
export function createMonitoring({ db, metricsToken = null, isStopping = () => false }: MonitoringOptions): Routes {
  const healthy = shared(() => answersInTime(db))
  const figures: Guard<unknown> = {
    name: 'metrics token',
    async admit(c) {
      // Without it the address does not exist.
      if (metricsToken === null || !sameSecret(bearer(c), metricsToken)) throw new Problem('not-found')
      return null
    },
  }
  return new Routes()
    .get(paths.live.pattern, anybody, (_, c) => plain(c, 200, 'ok'))
    .get(paths.ready.pattern, anybody, async (_, c) => {
      if (isStopping()) return plain(c, 503, 'stopping')
      return (await healthy()) ? plain(c, 200, 'ok') : plain(c, 503, 'the database does not answer')
    })
    .get(paths.metrics.pattern, figures, async (_, c) => {
      const text = await metrics.text()
      return c.body(text, 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' })
    })
}

/** Anyone; who it is is not even looked up. */
const anybody: Guard<unknown> = { name: 'anyone', admit: async () => null }

function plain(c: HonoContext, status: 200 | 503, text: string): Response {
  return c.body(`${text}\n`, status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
}

function bearer(c: HonoContext): string {
  return /^Bearer ([\w.~+/-]{1,500}=*)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
}

/** Takes as long whatever the two are: digests have the same length. */
function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}

export async function answersInTime(db: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE)
  })
  try {
    return await Promise.race([db.healthy(), tooLate])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}

/** Everybody who asks while an answer is being found gets that answer: asking often costs the database nothing. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let asking: Promise<T> | null = null
  return () => {
    asking ??= ask().finally(() => {
      asking = null
    })
    return asking
  }
}
