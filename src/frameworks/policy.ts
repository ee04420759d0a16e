import type { Actor } from '../platform/actor.ts'

/** Editions serve every organisation here, so only whoever runs the installation may load them: from the terminal. */
export function mayLoadEditions(actor: Actor): boolean {
  return actor.kind === 'system'
}
