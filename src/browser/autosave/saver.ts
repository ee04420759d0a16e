/** Runs the machine for one subject: keeps its draft, sends its batches, wakes it when it is due. */
import type { Draft } from './draft.ts'
import { type Effect, type Event, step } from './machine.ts'
import type { Server } from './network.ts'
import { dueAt, type State, unsaved, unsavedOf } from './state.ts'
import { writeDraft } from './storage.ts'

const NOTHING = 'null'

type WithoutNow<E> = E extends unknown ? Omit<E, 'now'> : never
type Happening = WithoutNow<Event>

export interface Saver {
  readonly state: () => State
  readonly happen: (event: Happening) => void
  /** Saves now, and resolves when nothing is left to save, when nothing can be for now, or after `patience` milliseconds. */
  readonly settle: (patience: number) => Promise<State>
  /** Keeps the draft under another key from now on: another tab has taken this one's. */
  readonly moveTo: (key: string) => void
  /** Keeps and sends nothing from now on: the person leaves, and has agreed to leave their words behind. */
  readonly end: () => void
}

interface Options {
  readonly state: State
  readonly key: string
  readonly server: Server
  readonly draft: Pick<Draft, 'action' | 'page' | 'title'>
  /** After every step. */
  readonly view: (state: State) => void
  readonly act: (effect: Extract<Effect, { do: 'show' | 'tell' }>) => void
}

export function createSaver({ state: first, key: firstKey, server, draft, view, act }: Options): Saver {
  let state = first
  let key = firstKey
  // Nothing to keep yet, and nothing of ours to remove.
  let kept = NOTHING
  let timer = 0
  let ended = false
  const waiting = new Set<() => void>()

  function happen(event: Happening): void {
    if (ended) return
    const [next, effects] = step(state, { ...event, now: Date.now() } as Event)
    state = next
    // Before anything is sent.
    keep()
    view(state)
    for (const effect of effects) perform(effect)
    for (const check of [...waiting]) check()
    clearTimeout(timer)
    const due = dueAt(state)
    if (due !== null) timer = window.setTimeout(() => happen({ type: 'tick' }), Math.max(0, due - Date.now()))
  }

  function keep(): void {
    const words = unsavedOf(state)
    const json = JSON.stringify(words)
    if (json === kept) return
    const done = writeDraft(key, words && { ...draft, ...words, at: new Date().toISOString(), version: 1 })
    // A copy that could not be made is tried again at every step.
    kept = done ? json : ''
    if (state.kept !== done) [state] = step(state, { type: 'kept', kept: done, now: Date.now() })
  }

  function perform(effect: Effect): void {
    switch (effect.do) {
      case 'send':
        void server.save(draft.action, effect.batch).then((outcome) => happen({ type: 'reply', outcome, chance: Math.random() }))
        break
      case 'look':
        void server.look().then((who) => happen({ type: 'who', who, chance: Math.random() }))
        break
      default:
        act(effect)
    }
  }

  return {
    state: () => state,
    happen,
    moveTo(other) {
      key = other
      kept = NOTHING
      keep()
    },
    end() {
      ended = true
      clearTimeout(timer)
    },
    settle(patience) {
      return new Promise((resolve) => {
        const finish = () => {
          waiting.delete(check)
          clearTimeout(limit)
          resolve(state)
        }
        const check = () => isSettled(state) && finish()
        const limit = window.setTimeout(finish, patience)
        waiting.add(check)
        happen({ type: 'wake', offline: !navigator.onLine })
        happen({ type: 'flush' })
      })
    },
  }
}

/** Nothing is under way, and nothing is about to be. */
function isSettled(state: State): boolean {
  if (state.looking) return false
  if (unsaved(state).length === 0) return true
  return state.sendingSince === null && (state.trouble !== null || state.saveAt === null)
}
