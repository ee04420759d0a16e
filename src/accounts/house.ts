import type { Context as HonoContext } from 'hono'
import { isFromHere, NO_ORGANISATION, type Owned, Problem, type Services, type Tx, visitOf } from '../platform/index.ts'
import type { Child } from '../ui/index.ts'
import type { Auth } from './auth.ts'
import { tooManyWords } from './content.ts'
import type { MemberVisit } from './guards.ts'
import { createHashing, type Hashing, type PassphraseCost } from './hashing.ts'
import type { Person } from './session.ts'
import { personById } from './store.ts'
import { createThrottle, type Throttle } from './throttle.ts'

export interface AccountsOptions extends Services {
  readonly secret: string
  /** True behind HTTPS: cookies are then marked so. */
  readonly secure: boolean
  /** True when only people on this machine can reach it: the outbox page may be shown. */
  readonly loopback: boolean
  /** What a hash of a passphrase costs, where that is not what the real program uses: tests make hundreds. */
  readonly passphraseCost?: PassphraseCost
  /** What other capabilities show on an organisation's overview, above its description. */
  readonly homeSections?: (visit: MemberVisit) => Promise<Child>
  /** What other capabilities tell strangers on the first page. */
  readonly welcome?: () => Child
  /** What other capabilities keep. */
  readonly holdings?: Holdings
}

/** What other capabilities keep, for somebody who asks what is held about them or closes their account. */
export interface Holdings {
  /** What an organisation holds, a line for each kind of thing: "2 assessments". */
  of(own: Owned): Promise<readonly string[]>
  /** What a person led, completed and wrote in an organisation, for their download. Long lists are still to be read. */
  by(own: Owned, person: Person): Promise<Readonly<Record<string, unknown>>>
}

/** What the pages of accounts share. */
export interface House extends AccountsOptions {
  readonly throttle: Throttle
  readonly hashing: Hashing
  /** The sign-in library, loaded when it is first needed: most tests never do, and the server starts quickly and loads it then. */
  auth(): Promise<Auth>
  /** True when messages stay on this machine and whoever asks may read them on the outbox page: from here, and with no proxy between. */
  outboxOpen(c: HonoContext): Promise<boolean>
}

export function openHouse(options: AccountsOptions): House {
  let auth: Promise<Auth> | null = null
  const hashing = createHashing(options.passphraseCost)
  return {
    ...options,
    throttle: createThrottle(options),
    hashing,
    auth() {
      auth ??= loadAuth(options)
      return auth
    },
    outboxOpen: async (c) => options.loopback && isFromHere(c) && (await options.mail.outbox()) !== null,
  }
}

async function loadAuth(options: AccountsOptions): Promise<Auth> {
  const { createAuth } = await import('./auth.ts')
  return createAuth(options, { secret: options.secret, secure: options.secure })
}

/**
 * Waits for a try to be counted. When there have been too many, gives the words for the form, so that it can be shown again
 * with what the person had put in, and sets the header that says how long to wait.
 */
export async function wordsIfTooMany(c: HonoContext, attempt: Promise<void>, words = tooManyWords): Promise<string | null> {
  try {
    await attempt
    return null
  } catch (error) {
    if (!(error instanceof Problem && error.kind === 'too-many')) throw error
    visitOf(c).logSecurity('throttled')
    c.header('retry-after', String(error.retryAfter))
    return words(error.retryAfter)
  }
}

/** An audit line about a person, which belongs to no organisation. */
export function lineAbout(person: { readonly id: string }, action: string, detail: Readonly<Record<string, unknown>> = {}) {
  return { organisationId: NO_ORGANISATION, action, subject: `person/${person.id}`, detail }
}

/**
 * For whatever keeps something of a person's: their account may have been closed since the request came in.
 * @throws Problem `not-found`
 */
export async function mustBeHere(tx: Tx, personId: string): Promise<void> {
  if (!(await personById(tx, personId))) throw new Problem('not-found')
}
