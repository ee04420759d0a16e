import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database/index.ts'
import type { Files } from './files.ts'
import type { Log } from './log.ts'
import type { Mailer } from './mail.ts'

/** What the program is made of once it has started; the same for every request. */
export interface Services {
  readonly db: Database
  readonly clock: Clock
  readonly log: Log
  readonly mail: Mailer
  readonly files: Files
  /** Where people reach this installation, without a trailing slash: `https://mentormark.example`. */
  readonly baseUrl: string
}

/** What an action needs: the services, and who is asking. */
export interface Context extends Services {
  readonly actor: Actor
}

/** The same, for the program itself. */
export function asSystem(services: Services, name: string): Context {
  return { ...services, actor: { kind: 'system', name } }
}
