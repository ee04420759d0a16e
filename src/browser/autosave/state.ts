/** What autosave knows of a form: what it holds, what the server has acknowledged, and what follows from the two. Pure. */
import type { Conflict } from '../contract.ts'
import { type Batch, type Draft, reconcile, same, type Unsaved, type Value, type Values } from './draft.ts'

/** A request is said to be under way once it has taken this many milliseconds. */
export const SLOW = 400

export interface Field {
  readonly value: Value
  /** What the server is known to hold; null when that is unknown. */
  readonly acknowledged: Value | null
  /** The newest revision of which this field's text on the page is known to be the text, or what was made from it. */
  readonly base: number
  /** What the server would not take. Sent again only when something changes. */
  readonly refused: Value | null
  /** The message beside the field. */
  readonly problem: string | null
}

type Trouble =
  | { readonly kind: 'unreachable'; readonly tries: number; readonly retryAt: number }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'someone-else' }
  /** The server will not take these words here, now or later: the assessment was completed, or access has ended. */
  | { readonly kind: 'stopped'; readonly message: string | null }

export interface State {
  readonly fields: Readonly<Record<string, Field>>
  /** Sent, and not known to have arrived. It is sent again word for word before anything newer. */
  readonly batch: Batch | null
  /** Since when a request has been under way. */
  readonly sendingSince: number | null
  readonly slow: boolean
  /** The first keystroke not yet in a batch. */
  readonly typingSince: number | null
  readonly saveAt: number | null
  readonly trouble: Trouble | null
  /** Finding out who is signed in, and fetching a fresh token. */
  readonly looking: boolean
  /** Looked since the last save: a token refused again is not a token gone stale. */
  readonly looked: boolean
  /** Send fields one by one, to learn which of them the server refuses. */
  readonly single: boolean
  readonly offline: boolean
  /** The browser holds a copy of everything unsaved. */
  readonly kept: boolean
  /** A draft was put back into the form. */
  readonly found: boolean
  readonly savedAt: string | null
  /** The newest of each field. */
  readonly conflicts: readonly Conflict[]
}

interface Beginning {
  /** As the server sent them with the page; none for a draft without its page. */
  readonly fields: Values
  /** As they stand in the page now, where the browser or a quick person has changed them already. */
  readonly shown?: Values
  readonly revision: number
  readonly draft?: Draft | null
  readonly now: number
}

/** Words of a draft are sent whether or not they differ: only an acknowledgement ends a draft. */
export function begin({ fields, shown = fields, revision, draft, now }: Beginning): State {
  const all: Record<string, Field> = {}
  for (const [name, acknowledged] of Object.entries(fields)) {
    all[name] = { value: shown[name] ?? acknowledged, acknowledged, base: revision, refused: null, problem: null }
  }
  let found = false
  for (const [name, drafted] of Object.entries(draft?.fields ?? {})) {
    const sentByServer = fields[name]
    const value = sentByServer === undefined ? drafted : reconcile(drafted, shown[name] ?? sentByServer, sentByServer)
    found ||= sentByServer !== undefined && !same(value, sentByServer)
    all[name] = {
      value,
      acknowledged: null,
      base: draft?.bases?.[name] ?? draft?.basedOn ?? revision,
      refused: null,
      problem: null,
    }
  }
  const state: State = {
    fields: all,
    batch: draft?.sent ?? null,
    sendingSince: null,
    slow: false,
    typingSince: null,
    saveAt: null,
    trouble: null,
    looking: false,
    looked: false,
    single: false,
    offline: false,
    kept: true,
    found,
    savedAt: null,
    conflicts: [],
  }
  return { ...state, saveAt: unsaved(state).length > 0 ? now : null }
}

/** Changed since it was acknowledged, or sent and not known to have arrived. */
export function isUnsaved({ fields, batch }: State, name: string): boolean {
  const field = fields[name]
  return batch?.fields[name] !== undefined || (field !== undefined && !same(field.value, field.acknowledged))
}

/** Names of the fields the server has not acknowledged as they are. */
export function unsaved(state: State): readonly string[] {
  const names = new Set([...Object.keys(state.fields), ...Object.keys(state.batch?.fields ?? {})])
  return [...names].filter((name) => isUnsaved(state, name))
}

/** What must be in the browser's storage now; null when everything is acknowledged. */
export function unsavedOf(state: State): Unsaved | null {
  const names = unsaved(state)
  if (names.length === 0) return null
  const { batch } = state
  const values = names.map((name) => [name, state.fields[name]?.value ?? batch?.fields[name] ?? ''] as const)
  const bases = names.map((name) => [name, state.fields[name]?.base ?? batch?.basedOn ?? 0] as const)
  const basedOn = Math.min(...bases.map(([, base]) => base))
  const asSent =
    batch === null || Object.entries(batch.fields).every(([name, value]) => same(value, state.fields[name]?.value ?? value))
  return {
    basedOn,
    fields: Object.fromEntries(values),
    ...(bases.some(([, base]) => base !== basedOn) && { bases: Object.fromEntries(bases) }),
    ...(!asSent && { sent: batch }),
  }
}

/** The revision the page as a whole is known to show: what an ordinary submit of the form is based on. */
export function pageRevision(state: State): number {
  return Math.min(...Object.values(state.fields).map((field) => field.base))
}

/** When the machine wants its next tick, in the clock of its events; null when only an event can move it. */
export function dueAt(state: State): number | null {
  if (state.sendingSince !== null) return state.slow ? null : state.sendingSince + SLOW
  if (state.looking) return null
  if (state.trouble) return state.trouble.kind === 'unreachable' ? state.trouble.retryAt : null
  return state.saveAt
}

export interface Status {
  readonly kind:
    | 'idle'
    | 'pending'
    | 'saving'
    | 'saved'
    | 'retrying'
    | 'offline'
    | 'signed-out'
    | 'someone-else'
    | 'invalid'
    | 'stopped'
  readonly unsaved: boolean
  readonly kept: boolean
  readonly found: boolean
  /** Time of day of the last save, in the server's words. */
  readonly at: string
  readonly message: string | null
}

/** What the person is told. */
export function statusOf(state: State): Status {
  const names = unsaved(state)
  const { trouble } = state
  const rest = {
    unsaved: names.length > 0,
    kept: state.kept,
    found: state.found,
    at: state.savedAt ?? '',
    message: trouble?.kind === 'stopped' ? trouble.message : null,
  }
  if (trouble && trouble.kind !== 'unreachable') return { kind: trouble.kind, ...rest }
  if (names.length === 0) return { kind: state.savedAt === null ? 'idle' : 'saved', ...rest }
  if (state.offline) return { kind: 'offline', ...rest }
  if (trouble) return { kind: 'retrying', ...rest }
  if (Object.values(state.fields).some((field) => field.refused !== null)) return { kind: 'invalid', ...rest }
  return { kind: state.slow ? 'saving' : 'pending', ...rest }
}
