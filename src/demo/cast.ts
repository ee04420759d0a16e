import type { Edition } from '../frameworks/index.ts'
import type { Actor, Services } from '../platform/index.ts'
import type { Calendar } from './calendar.ts'

/** What telling a story needs. The services' own clock is not used: each thing happens on its own day. */
export interface Telling extends Services {
  readonly edition: Edition
  readonly calendar: Calendar
  readonly secret: string
  readonly passphrase: string
}

/** The people of a story, by e-mail address. */
export type Cast = ReadonlyMap<string, Extract<Actor, { kind: 'person' }>>

export function memberOf(cast: Cast, email: string) {
  const person = cast.get(email)
  if (!person) throw new Error(`The demo’s content names ${email}, who is not in it.`)
  return person
}
