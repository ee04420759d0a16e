import { type Child, type Html, inOnePiece } from './jsx-runtime.ts'

/**
 * A component that is rendered once for each thing it shows, and remembered as long as the thing is. For parts that are the
 * same on every page that has them: whatever they say follows from the thing and its state alone, and the thing never changes,
 * as an edition and all that is in it. Called as a function: `{usefulLinks(standard)}`, `{jump(indicator, 'rated')}`.
 */
export function remembered<Thing extends object, State extends string | void = void>(
  render: (thing: Thing, state: State) => Child,
): (thing: Thing, state: State) => Html {
  const known = new WeakMap<Thing, Map<State, Html>>()
  return (thing, state) => {
    let states = known.get(thing)
    if (!states) known.set(thing, (states = new Map()))
    let ready = states.get(state)
    if (ready === undefined) states.set(state, (ready = inOnePiece(render(thing, state))))
    return ready
  }
}
