import { type Child, type Html, inOnePiece } from './jsx-runtime.ts'

/**
 * A component that is rendered once for each thing it shows, and remembered as long as the thing is. For parts that are the
 * same on every page that has them: whatever they say follows from the thing and its state alone, and the thing never changes,
 * as an edition and all that is in it. Called as a function: `{usefulLinks(standard)}`, `{jump(indicator, 'rated')}`.
 */
export function remembered<Thing extends object>(render: (thing: Thing) => Child): (thing: Thing) => Html
export function remembered<Thing extends object, State extends string>(
  render: (thing: Thing, state: State) => Child,
): (thing: Thing, state: State) => Html
export function remembered<Thing extends object>(render: (thing: Thing, state: string) => Child) {
  const known = new WeakMap<Thing, Map<string, Html>>()
  return (thing: Thing, state = ''): Html => {
    const ready = known.get(thing)?.get(state)
    if (ready) return ready
    const states = known.get(thing) ?? new Map<string, Html>()
    const fresh = inOnePiece(render(thing, state))
    known.set(thing, states.set(state, fresh))
    return fresh
  }
}
