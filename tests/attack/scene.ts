import type { DeclaredRoute } from '../../src/platform/http/routes.ts'
import type { KnownForm } from './forms.ts'
import type { Installation } from './installation.ts'
import type { Journal } from './journal.ts'
import type { Ledger } from './ledger.ts'
import type { DatabaseName } from './options.ts'
import type { People } from './people.ts'

/** What an attack works with. */
export interface Scene {
  readonly installation: Installation
  readonly people: People
  readonly routes: readonly DeclaredRoute[]
  readonly forms: ReadonlyMap<string, KnownForm>
  readonly journal: Journal
  /** Saves that were acknowledged, which are looked for afterwards. */
  readonly ledger: Ledger
  readonly seed: number
  /** How long another visitor may wait, in milliseconds: more where other programs use the machine as well. */
  readonly stall: number
  /** A number from 0 to 1, the next from the seed. */
  random(): number
  /** Begins its time anew: what had to be prepared takes none of it. */
  begin(): void
  /** True while there is time for more. */
  more(): boolean
  /** Milliseconds there are left; at least 0. */
  left(): number
}

export interface Attack {
  readonly name: string
  /** What it does, in a sentence for the documents. */
  readonly does: string
  /** How much of the time it takes, beside the others. */
  readonly weight: number
  readonly databases?: readonly DatabaseName[]
  /** Ends the server or its database, or looks into its folder: not for a server that somebody else started. */
  readonly needsOwnServer: boolean
  /** Says when its time begins. */
  readonly prepares?: boolean
  /** Whose waiting is judged. While the database is away, nobody who has signed in can be answered. */
  readonly judged: 'everybody' | 'not signed in' | 'nobody'
  /** Why it can't be made on this machine; null when it can. */
  skip?(): string | null
  run(scene: Scene): Promise<void>
}

/** Numbers from a seed (mulberry32): small, and the same everywhere. */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Does the same with several hands until it says there is no more. */
export async function atOnce(hands: number, work: (hand: number) => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: hands }, (_, hand) => work(hand)))
}
