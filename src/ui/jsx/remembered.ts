import type { Child } from './jsx-runtime.ts'

/**
 * A component that is rendered once for each thing it shows, and remembered as long as the thing is. For parts that are the
 * same on every page that has them: whatever they say follows from the thing alone, and the thing never changes, as an
 * edition and all that is in it. Called as a function: `{usefulLinks(standard)}`.
 */
export function remembered<Thing extends object>(render: (thing: Thing) => Child): (thing: Thing) => Child {
  const known = new WeakMap<Thing, Child>()
  return (thing) => {
    const ready = known.get(thing)
    if (ready !== undefined) return ready
    const fresh = render(thing)
    known.set(thing, fresh)
    return fresh
  }
}
