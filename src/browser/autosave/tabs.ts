/** What tabs of one browser tell each other. */
import type { Told } from './machine.ts'

export type Message =
  | ({ readonly type: 'saved'; readonly person: string; readonly subject: string } & Told)
  /** A page was opened by this person; null when they signed out. Everyone else's pages can no longer save. */
  | { readonly type: 'here'; readonly person: string | null }

export interface Tabs {
  readonly tell: (message: Message) => void
  readonly listen: (hear: (message: Message) => void) => void
}

export function createTabs(): Tabs {
  const channel = new BroadcastChannel('mentormark')
  return {
    tell: (message) => channel.postMessage(message),
    listen: (hear) => channel.addEventListener('message', (event) => hear(event.data as Message)),
  }
}
