import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import { createAccounts } from './accounts/index.ts'
import { createDressing } from './dressing.tsx'
import type { Services } from './platform/context.ts'
import type { AssetAddress } from './platform/http/assets.ts'
import { FILE_BYTES, FORM_BYTES } from './platform/http/body.ts'
import { compressPages } from './platform/http/compress.ts'
import { logRequests } from './platform/http/log-requests.ts'
import { Problem } from './platform/http/problem.ts'
import type { DeclaredRoute, Routes } from './platform/http/routes.ts'
import { setVisit } from './platform/http/visit.ts'
import { problemReply } from './problems.tsx'

export interface AppOptions extends Services {
  readonly secret: string
  /** True behind HTTPS: cookies are then marked so. */
  readonly secure: boolean
  /** True when only people on this machine can reach it: the outbox page may be shown. */
  readonly loopback: boolean
  readonly trustedProxies: number
  readonly assets: { address: AssetAddress; serve: Parameters<Hono['use']>[1] }
}

export interface App {
  readonly fetch: Hono['fetch']
  readonly request: Hono['request']
  /** Every route with its guard; a test compares the list with what the router really serves. */
  readonly declared: readonly DeclaredRoute[]
  readonly hono: Hono
}

/** Puts the program together: one line per concern, one line per capability. */
export function createApp(options: AppOptions): App {
  const accounts = createAccounts(options)
  const capabilities: readonly Routes[] = [accounts.routes]

  const app = new Hono()
  const dress = createDressing(options)
  app.onError((error, c) => problemReply(c, error, options.log))
  app.notFound((c) => problemReply(c, new Problem('not-found'), options.log))
  app.use(logRequests(options.log))
  app.use(options.assets.serve)
  app.use(secureHeaders(SECURITY_HEADERS))
  app.use(bodyLimit({ maxSize: FILE_BYTES + FORM_BYTES, onError: (c) => problemReply(c, new Problem('too-large'), options.log) }))
  app.use(compressPages())
  app.use((c, next) => {
    setVisit(c, dress.visit(c))
    accounts.attendDoor(c)
    return next()
  })
  for (const routes of capabilities) routes.mount(app)

  return { fetch: app.fetch, request: app.request, declared: capabilities.flatMap((routes) => routes.declared), hono: app }
}

/** No inline script or style, nothing from elsewhere, never inside another site's frame. */
const SECURITY_HEADERS: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  // A download sets a stricter policy of its own.
  overwrite: false,
}
