import { once } from 'node:events'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { tidyAccounts } from './accounts/index.ts'
import { createApp } from './app.tsx'
import { isOnRecord } from './assessment/index.ts'
import { sweepFiles } from './evidence/index.ts'
import { asSystem } from './platform/context.ts'
import { assetsFrom } from './platform/http/assets.ts'
import { schedule } from './platform/schedule.ts'
import { startPress } from './report/index.ts'
import { CannotStart, isForTheOperator, openServices } from './services.ts'

const MINUTE = 60_000

/** Start: read the configuration, open the database, listen. */
async function main(): Promise<void> {
  const { config, services, secret, close } = await openServices(process.env)
  const press = startPress({
    worker: new URL('./pdf-worker.js', import.meta.url),
    templates: join(import.meta.dirname, 'report'),
    fonts: [join(import.meta.dirname, 'report', 'fonts')],
  })
  const app = createApp({
    ...services,
    secret,
    secure: services.baseUrl.startsWith('https:'),
    // Whoever names proxies has visitors from elsewhere.
    loopback: config.loopback && config.trustedProxies === 0,
    trustedProxies: config.trustedProxies,
    press,
    assets: assetsFrom(join(import.meta.dirname, 'assets')),
  })
  const server = createAdaptorServer({ fetch: app.fetch })
  server.listen(config.port, config.host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new CannotStart(listenFailure(error as NodeJS.ErrnoException, config.host, config.port))
  }
  console.log(`Mentormark is running at ${config.baseUrl}`)
  // What was queued when the program last stopped goes out now, and what failed is tried again. Here and not in the terminal's
  // commands, which end while a message may still be on its way, and would leave it to be sent once more.
  const delivering = schedule({ name: 'deliver-mail', log: services.log, after: 0, every: MINUTE, work: services.mail.deliver })
  const sweeping = schedule({
    name: 'sweep-files',
    log: services.log,
    after: 5 * MINUTE,
    every: 24 * 60 * MINUTE,
    work: async () => services.log.info(await sweepFiles(asSystem(services, 'sweep-files'), { isOnRecord }), 'files swept'),
  })

  const tidying = schedule({
    name: 'tidy-accounts',
    log: services.log,
    after: 6 * MINUTE,
    every: 24 * 60 * MINUTE,
    work: async () => services.log.info(await tidyAccounts(services), 'accounts tidied'),
  })

  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    // Requests under way are answered first; connections that stay open are not waited for.
    server.close(() => {
      press.close()
      void Promise.all([delivering, sweeping, tidying].map((each) => each.stop()))
        .then(close)
        .then(() => process.exit(0))
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => process.exit(0), 5000).unref()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
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
