import type { Counter, Histogram, Registry } from 'prom-client'

/**
 * Figures for whoever runs the program, in Prometheus's text format. Nothing is counted until `begin`, so that an installation
 * that nobody measures pays nothing.
 */
export interface Metrics {
  /**
   * A figure that is read whenever somebody asks. One that can't be read is left out.
   * @param name in Prometheus's form, without the program's own prefix: `pdf_queue_waiting`
   */
  gauge(name: string, help: string, value: () => number | Promise<number>): void
  /** A request was answered. @param route its pattern */
  request(method: string, route: string, status: number, milliseconds: number): void
  /** Begins to count. */
  begin(): Promise<void>
  /** Everything, as text. */
  text(): Promise<string>
}

const PREFIX = 'mentormark_'
/** In seconds: a save takes a few thousandths, a report a tenth, and 0.25 is where others wait too long. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
/** How long one figure may take to be read, in milliseconds. */
const PATIENCE = 2000

interface Counting {
  readonly registry: Registry
  readonly requests: Counter<'method' | 'route' | 'status'>
  readonly durations: Histogram<'method' | 'route'>
}

export function createMetrics(): Metrics {
  const gauges = new Map<string, { readonly help: string; readonly value: () => number | Promise<number> }>()
  let counting: Counting | null = null

  return {
    gauge(name, help, value) {
      gauges.set(name, { help, value })
    },
    request(method, route, status, milliseconds) {
      if (!counting) return
      counting.requests.inc({ method, route, status: `${Math.floor(status / 100)}xx` })
      counting.durations.observe({ method, route }, milliseconds / 1000)
    },
    async begin() {
      // Loaded only where it is used: it takes a quarter of the time the whole program needs to start.
      const { collectDefaultMetrics, Counter, Histogram, Registry } = (await import('prom-client')).default
      const registry = new Registry()
      collectDefaultMetrics({ register: registry })
      const registers = [registry]
      counting = {
        registry,
        requests: new Counter({
          name: `${PREFIX}http_requests_total`,
          help: 'Requests answered, by method, pattern of the address and class of the status.',
          labelNames: ['method', 'route', 'status'],
          registers,
        }),
        durations: new Histogram({
          name: `${PREFIX}http_request_duration_seconds`,
          help: 'From the head of a request to the head of its answer.',
          labelNames: ['method', 'route'],
          buckets: BUCKETS,
          registers,
        }),
      }
    },
    async text() {
      const lines = await Promise.all(
        [...gauges].map(async ([name, { help, value }]) => {
          const read = await inTime(value)
          if (read === null) return ''
          const full = PREFIX + name
          return `\n# HELP ${full} ${help}\n# TYPE ${full} gauge\n${full} ${read}\n`
        }),
      )
      return (counting ? await counting.registry.metrics() : '') + lines.join('')
    },
  }
}

/** Null when it fails or takes too long: one figure must not keep the others from being read. */
async function inTime(value: () => number | Promise<number>): Promise<number | null> {
  let timer: NodeJS.Timeout | undefined
  try {
    return await Promise.race([
      value(),
      new Promise<null>((resolve) => {
        timer = setTimeout(() => resolve(null), PATIENCE)
      }),
    ])
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

/** Of this process. */
export const metrics = createMetrics()
