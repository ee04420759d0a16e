import { join } from 'node:path'
import { tidyAccounts } from './accounts/index.ts'
import { createApp } from './app.tsx'
import { evidenceKept } from './assessment/index.ts'
import { startPreviews, sweepFiles } from './evidence/index.ts'
import { readEditions } from './frameworks/index.ts'
import { asSystem } from './platform/context.ts'
import { watchEventLoop } from './platform/event-loop.ts'
import { assetsFrom } from './platform/http/assets.ts'
import { answersInTime } from './platform/http/monitoring.ts'
import { createHttpServer } from './platform/http/server.ts'
import { consoleToLog } from './platform/log.ts'
import { metrics } from './platform/metrics.ts'
import { leftUnsaid } from './platform/operator.ts'
import { schedule } from './platform/schedule.ts'
import { endInOrder } from './platform/shutdown.ts'
import { underWay } from './platform/under-way.ts'
import { startPress } from './report/index.ts'
import { CannotStart, isForTheOperator, openServices } from './services.ts'

const MINUTE = 60_000

/** How long requests have to end when the server stops, in milliseconds. */
const REQUESTS_END_WITHIN = 10_000

/** Start: read the configuration, open the database, listen. */
async function main(): Promise<void> {
  const { config, services, secret, close } = await openServices(process.env)
  const { db, log, mail, files } = services
  const shutdown = endInOrder({ log, underWay })
  const watch = watchEventLoop({ log, underWay })
  const press = startPress({
    worker: new URL('./pdf-worker.js', import.meta.url),
    templates: join(import.meta.dirname, 'report'),
    fonts: [join(import.meta.dirname, 'report', 'fonts')],
  })
  const previews = startPreviews({
    program: new URL('./preview-worker.js', import.meta.url),
    decoders: join(import.meta.dirname, 'magick.wasm'),
  })
  // Whoever names proxies has visitors from elsewhere.
  const onlyHere = config.loopback && config.trustedProxies === 0
  const app = createApp({
    ...services,
    secret,
    secure: services.baseUrl.startsWith('https:'),
    loopback: onlyHere,
    operator: config.operator,
    trustedProxies: config.trustedProxies,
    press,
    previews,
    assets: assetsFrom(join(import.meta.dirname, 'assets')),
    metricsToken: config.metricsToken,
    isStopping: () => shutdown.begun,
  })
  const server = createHttpServer({ fetch: app.fetch, log, trustedProxies: config.trustedProxies })
  if (config.metricsToken) await metrics.begin()
  try {
    await server.listen(config.port, config.host)
  } catch (error) {
    throw new CannotStart(listenFailure(error as NodeJS.ErrnoException, config.host, config.port))
  }
  console.log(`Mentormark is running at ${config.baseUrl}`)
  consoleToLog(log)
  const unsaid = onlyHere ? [] : leftUnsaid(config.operator)
  if (unsaid.length > 0)
    log.warn({ settings: unsaid }, 'people who use this can’t read at /privacy who runs it: say so with these settings')
  // Now, when hardly anybody is here yet: it takes the thread for a while.
  app.warmUp().catch((error: unknown) => log.error({ err: error }, 'the sign-in library could not be loaded'))

  metrics.gauge('event_loop_stalls', 'How often the event loop stood still for more than 250 ms.', () => watch.stalls)
  metrics.gauge('event_loop_longest_stall_seconds', 'The longest of them.', () => watch.longest / 1000)
  metrics.gauge('http_connections', 'Connections that are open.', () => server.connections)
  metrics.gauge('http_requests_under_way', 'Requests that are not answered to the end.', () => server.requests)
  metrics.gauge('database_up', '1 when the database answers.', async () => Number(await answersInTime(db)))
  metrics.gauge('documents_to_typeset', 'PDFs that wait for their turn.', () => press.waiting)
  metrics.gauge('previews_to_make', 'Previews of pictures that wait for their turn.', () => previews.waiting)
  metrics.gauge('mail_waiting', 'Messages that wait to be sent.', async () => (await mail.counts()).waiting)
  metrics.gauge('mail_failing', 'Those that could not be sent so far.', async () => (await mail.counts()).failing)
  metrics.gauge('mail_given_up', 'Messages that were given up in the last 30 days.', async () => (await mail.counts()).givenUp)

  const schedules = [
    // What was queued when the program last stopped goes out now, and what failed is tried again. Here and not in the terminal's
    // commands, which end while a message may still be on its way, and would leave it to be sent once more.
    schedule({ name: 'deliver-mail', log, after: 0, every: MINUTE, work: mail.deliver }),
    // Another process may have loaded a framework, as a command in the terminal does.
    schedule({
      name: 'read-editions',
      log,
      after: MINUTE,
      every: MINUTE,
      async work() {
        // While the database is away there is nothing to read, and the log says so already.
        if (await db.healthy()) await readEditions(services)
      },
    }),
    schedule({
      name: 'clear-unfinished',
      log,
      after: 0,
      every: 60 * MINUTE,
      async work() {
        const cleared = await files.clearUnfinished()
        if (cleared.files > 0) log.info(cleared, 'parts of unfinished uploads cleared')
      },
    }),
    schedule({
      name: 'sweep-files',
      log,
      after: 5 * MINUTE,
      every: 24 * 60 * MINUTE,
      work: async (signal) =>
        log.info(await sweepFiles(asSystem(services, 'sweep-files'), { ...evidenceKept, signal }), 'files swept'),
    }),
    schedule({
      name: 'tidy-accounts',
      log,
      after: 6 * MINUTE,
      every: 24 * 60 * MINUTE,
      work: async () => log.info(await tidyAccounts(services), 'accounts tidied'),
    }),
  ]

  shutdown.onStop(async () => {
    const jobs = Promise.all([...schedules.map((each) => each.stop()), mail.stop()])
    // Nobody's words wait for a picture: browsers ask for it again.
    previews.close()
    const cut = await server.stop(REQUESTS_END_WITHIN)
    if (cut > 0) log.error({ cut, under_way: underWay.names() }, 'requests were cut: they took too long to end')
    press.close()
    await underWay.backgroundEnded()
    await jobs
    files.close()
    watch.stop()
    await close()
  })
}

function listenFailure(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} is already in use. Stop what is using it, or choose another with PORT.`
  if (error.code === 'EACCES') return `Port ${port} may not be opened by this user. Choose one above 1023 with PORT.`
  return `Mentormark can't listen on ${host}:${port}: ${error.message}.`
}

main().catch((error: unknown) => {
  console.error(isForTheOperator(error) ? error.message : error)
  process.exit(1)
})
