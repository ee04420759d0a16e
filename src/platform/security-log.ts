import { createHmac } from 'node:crypto'
import { type Clock, systemClock } from './clock.ts'
import { canonicalAddress, networkOf } from './http/network.ts'
import type { Log } from './log.ts'

/**
 * What the security log has a line for (ASVS 5.0, 16.3.1 to 16.3.3). `warn` is what whoever runs the installation may want to be
 * told of. `docs/security-log.md` lists the same, and a test compares the two.
 */
export const SECURITY_EVENTS = {
  'sign-up.sent': 'info',
  'sign-up.known': 'warn',
  'sign-up.link-refused': 'warn',
  'sign-up.finished': 'info',
  'sign-in.succeeded': 'info',
  'sign-in.refused': 'warn',
  'signed-out': 'info',
  'passphrase.refused': 'warn',
  'passphrase.changed': 'info',
  'passphrase.link-requested': 'info',
  'passphrase.link-refused': 'warn',
  'passphrase.reset': 'info',
  'sessions.ended': 'info',
  'account.closed': 'info',
  'access.denied': 'warn',
  'access.not-a-member': 'warn',
  'form.forged': 'warn',
  'form.of-somebody-else': 'warn',
  throttled: 'warn',
  'terminal.command': 'info',
} as const satisfies Record<string, 'info' | 'warn'>

export type SecurityEvent = keyof typeof SECURITY_EVENTS

/** What a line says beside the event. Never a secret, and never what people wrote. */
export interface SecurityDetail {
  /** A person's id, where it is known who it is about. */
  readonly person?: string | null
  /** An e-mail address that was typed: only a keyed digest of it is written, and only where no person is known. */
  readonly email?: string
  /** How many sessions were ended. */
  readonly sessions?: number
  /** A command of the terminal: its first words, without what they were about. */
  readonly command?: string
}

export interface SecurityLine extends SecurityDetail {
  /** The network address it came from. */
  readonly from?: string
  /** The route's pattern, without any id. */
  readonly route?: string
}

export interface SecurityLog {
  write(event: SecurityEvent, line: SecurityLine): void
}

/** Lines of one kind from one network in a minute; and of one kind from everywhere. Beyond, they are only counted. */
const MOST_FROM_ONE = 20
const MOST_OF_A_KIND = 300

/** In milliseconds. */
const MINUTE = 60_000

/**
 * Who did what to an account, and what was refused to whom, as structured lines of the log. However much somebody sends, a kind of
 * event takes up a bounded number of lines a minute: then one line says how many were left out.
 */
export function createSecurityLog({
  log,
  clock = systemClock,
  secret = '',
}: {
  readonly log: Log
  readonly clock?: Clock
  readonly secret?: string
}): SecurityLog {
  let minute = Number.NaN
  /** Lines in this minute, of each kind and of each kind from each network. There are no more keys than lines. */
  const lines = new Map<string, number>()
  const leftOut = new Map<SecurityEvent, number>()
  let timer: NodeJS.Timeout | undefined

  function endMinute(): void {
    clearTimeout(timer)
    timer = undefined
    for (const [event, count] of leftOut) {
      log[SECURITY_EVENTS[event]]({ event, leftOut: count }, 'security events left out of the log in one minute')
    }
    leftOut.clear()
    lines.clear()
  }

  /** True while there is room for another line. */
  function hasRoom(event: SecurityEvent, from: string): boolean {
    const now = Math.floor(clock.now().getTime() / MINUTE)
    if (now !== minute) {
      endMinute()
      minute = now
    }
    const fromOne = `${event} ${networkOf(from)}`
    const ofKind = lines.get(event) ?? 0
    const ofOne = lines.get(fromOne) ?? 0
    if (ofKind >= MOST_OF_A_KIND || ofOne >= MOST_FROM_ONE) {
      leftOut.set(event, (leftOut.get(event) ?? 0) + 1)
      // Nothing else may be written in the next minute.
      timer ??= setTimeout(endMinute, MINUTE).unref()
      return false
    }
    lines.set(event, ofKind + 1)
    lines.set(fromOne, ofOne + 1)
    return true
  }

  return {
    write(event, { person, email, from = '', route, sessions, command }) {
      const level = SECURITY_EVENTS[event]
      if (!log.isLevelEnabled(level) || !hasRoom(event, from)) return
      const line = {
        event,
        ...(person ? { person } : email !== undefined && { account: digestOf(email, secret) }),
        ...(from && { from: canonicalAddress(from) ?? 'unknown' }),
        ...(route && { route }),
        ...(sessions !== undefined && { sessions }),
        ...(command && { command }),
      }
      log[level](line, 'security')
    },
  }
}

/** The same for the same address, so that lines can be matched; without the secret nobody can find out which it is. */
function digestOf(email: string, secret: string): string {
  return (
    createHmac('sha256', secret)
      .update(JSON.stringify(['security-log', email]))
      .digest('base64url')
      // 132 bits.
      .slice(0, 22)
  )
}
