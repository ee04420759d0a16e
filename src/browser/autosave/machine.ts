/**
 * Autosave as a state machine: what a form holds, what the server has acknowledged, and what to do next. Pure: no page, no
 * network, no clock. Whatever happens, a field's words are either acknowledged or in `unsavedOf(state)`, which is written to
 * the browser's storage before anything is sent.
 */
import type { Conflict } from '../contract.ts'
import { type Batch, same, type Value, type Values } from './draft.ts'
import { type Field, isUnsaved, pageRevision, SLOW, type State, unsaved } from './state.ts'

/** All in milliseconds. */
const AFTER_LAST_KEY = 700
const WHILE_TYPING = 5_000
const FIRST_RETRY = 1_000
const LONGEST_RETRY = 60_000

export type Outcome =
  | {
      readonly was: 'saved'
      readonly revision: number
      readonly savedAt: string
      readonly conflicts: readonly Conflict[]
      /** False when the server had all of it already, so that `revision` may be someone else's. */
      readonly changed: boolean
    }
  /** `message` is for the field, when the fields sent were refused and no field is named. */
  | { readonly was: 'invalid'; readonly errors: Readonly<Record<string, string>>; readonly message: string | null }
  | { readonly was: 'signed-out' }
  | { readonly was: 'forged' }
  /** `access`: because of who is signed in, who may be someone else by now. */
  | { readonly was: 'stopped'; readonly message: string | null; readonly access?: boolean }
  /** `wait`: milliseconds the server asked for. */
  | { readonly was: 'unreachable'; readonly wait?: number }

/** Who the server says is signed in, beside whose words these are. */
export type Who = 'same' | 'someone-else' | 'nobody' | 'unknown'

export type Event =
  | { readonly type: 'edit'; readonly name: string; readonly value: Value; readonly typing: boolean; readonly now: number }
  /** Save now: a field was left, the page is hidden, a button was pressed. */
  | { readonly type: 'flush'; readonly now: number }
  | { readonly type: 'tick'; readonly now: number }
  /** Things may be better: back online, or the person is back at this page. */
  | { readonly type: 'wake'; readonly now: number; readonly offline: boolean }
  | { readonly type: 'offline'; readonly now: number }
  /** `chance` from 0 to 1, so that many browsers don't come back at once. */
  | { readonly type: 'reply'; readonly outcome: Outcome; readonly now: number; readonly chance: number }
  | { readonly type: 'who'; readonly who: Who; readonly now: number; readonly chance: number }
  /** Another tab of this person saved these. `found`: a tab that is gone had left them, and this page sent them in its stead. */
  | { readonly type: 'elsewhere'; readonly told: Told; readonly found: boolean; readonly now: number }
  /** Whether the browser could keep a copy. */
  | { readonly type: 'kept'; readonly kept: boolean; readonly now: number }

export type Effect =
  | { readonly do: 'send'; readonly batch: Batch }
  /** Ask the server who is signed in, and for a token. */
  | { readonly do: 'look' }
  | { readonly do: 'show'; readonly name: string; readonly value: Value }
  /** Other tabs may show these words too. */
  | { readonly do: 'tell'; readonly told: Told }

/** What was saved, for other tabs. */
export interface Told {
  readonly revision: number
  readonly savedAt: string
  readonly fields: Values
  /** As in the reply: false when they were there already. */
  readonly changed: boolean
}

type Writable = { -readonly [Key in keyof State]: State[Key] } & { fields: Record<string, Field> }

/** What an event changes, and what is to be done about it. */
export function step(before: State, event: Event): readonly [State, readonly Effect[]] {
  if (event.type === 'kept') return [{ ...before, kept: event.kept }, []]
  const state: Writable = { ...before, fields: { ...before.fields } }
  const effects: Effect[] = []
  const { now } = event
  switch (event.type) {
    case 'edit':
      edit(state, event)
      break
    case 'flush':
      state.saveAt = now
      break
    case 'tick':
      if (state.sendingSince !== null) state.slow ||= now - state.sendingSince >= SLOW
      break
    case 'wake':
      state.offline = event.offline
      if (state.trouble?.kind === 'unreachable' && !event.offline) state.trouble = { ...state.trouble, retryAt: now }
      if (state.trouble?.kind === 'signed-out' || state.trouble?.kind === 'someone-else') look(state, effects)
      break
    case 'offline':
      state.offline = true
      break
    case 'reply':
      if (state.batch && state.sendingSince !== null) reply(state, state.batch, event, effects)
      break
    case 'who':
      who(state, event)
      break
    case 'elsewhere':
      elsewhere(state, event, effects)
      break
  }
  pump(state, now, effects)
  return [state, effects]
}

function edit(state: Writable, { name, value, typing, now }: Extract<Event, { type: 'edit' }>): void {
  const field = state.fields[name]
  if (!field || same(field.value, value)) return
  if (unsaved(state).length === 0) state.found = false
  state.fields[name] = { ...field, value }
  if (!typing) {
    state.saveAt = now
    return
  }
  state.typingSince ??= now
  // A save that is already due, waiting for the one under way, stays due.
  if (state.saveAt === null || state.saveAt > now) state.saveAt = Math.min(now + AFTER_LAST_KEY, state.typingSince + WHILE_TYPING)
}

function reply(state: Writable, batch: Batch, event: Extract<Event, { type: 'reply' }>, effects: Effect[]): void {
  const { outcome, now, chance } = event
  state.sendingSince = null
  state.slow = false
  switch (outcome.was) {
    case 'saved':
      saved(state, batch, outcome, now, effects)
      break
    case 'invalid':
      refused(state, batch, outcome)
      state.saveAt = now
      break
    case 'signed-out':
      state.trouble = { kind: 'signed-out' }
      break
    case 'stopped':
      if (outcome.access && !state.looked) look(state, effects)
      else state.trouble = { kind: 'stopped', message: outcome.message }
      state.looked = !state.looked
      break
    case 'forged':
      if (!state.looked) look(state, effects)
      else retryLater(state, now, chance)
      state.looked = !state.looked
      break
    case 'unreachable':
      retryLater(state, now, chance, outcome.wait)
      break
  }
}

function saved(
  state: Writable,
  batch: Batch,
  { revision, savedAt, conflicts, changed }: Extract<Outcome, { was: 'saved' }>,
  now: number,
  effects: Effect[],
): void {
  state.batch = null
  if (state.trouble?.kind === 'unreachable') state.trouble = null
  state.looked = false
  state.savedAt = savedAt
  state.conflicts = [...state.conflicts.filter((old) => !conflicts.some((each) => each.field === old.field)), ...conflicts]
  // Ours is the next revision after the page's, so nobody else saved in between: the whole page is as fresh as what was saved.
  // Otherwise other fields may hold changes this page has not shown, and they stay based on what it does show.
  const alone = changed && conflicts.length === 0 && revision <= pageRevision(state) + 1
  for (const [name, field] of Object.entries(state.fields)) {
    const value = batch.fields[name]
    // After a conflict ours stands beside theirs, not on it: more typing must not overwrite what we have never shown.
    const fresh = alone || (value !== undefined && !conflicts.some((each) => each.field === name))
    const base = fresh ? Math.max(field.base, revision) : field.base
    if (value !== undefined) state.fields[name] = { ...field, base, acknowledged: value, refused: null, problem: null }
    // Refused because of another field: what was saved may have put it right.
    else state.fields[name] = { ...field, base, refused: field.problem === null ? null : field.refused }
  }
  if (toSend(state).length > 0) state.saveAt ??= now
  const told = Object.entries(batch.fields).filter(([name]) => !conflicts.some((each) => each.field === name))
  effects.push({ do: 'tell', told: { revision, savedAt, fields: Object.fromEntries(told), changed } })
}

/** Holds back what the server refused, so that the rest can still be saved. */
function refused(state: Writable, batch: Batch, { errors, message }: Extract<Outcome, { was: 'invalid' }>): void {
  state.batch = null
  if (state.trouble?.kind === 'unreachable') state.trouble = null
  for (const [name, problem] of Object.entries(errors)) {
    const field = state.fields[name]
    if (field) state.fields[name] = { ...field, problem }
  }
  const sent = Object.entries(batch.fields)
  const blamed = sent.length === 1 ? sent : sent.filter(([name]) => errors[name] !== undefined)
  for (const [name, value] of blamed) {
    const field = state.fields[name]
    if (field) state.fields[name] = { ...field, refused: value, problem: errors[name] ?? message ?? null }
  }
  if (blamed.length === 0) state.single = true
}

function retryLater(state: Writable, now: number, chance: number, wait = 0): void {
  const tries = state.trouble?.kind === 'unreachable' ? state.trouble.tries + 1 : 0
  const delay = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** tries) * (0.5 + chance / 2)
  state.trouble = { kind: 'unreachable', tries, retryAt: now + Math.max(wait, delay) }
}

function look(state: Writable, effects: Effect[]): void {
  if (state.looking) return
  state.looking = true
  effects.push({ do: 'look' })
}

function who(state: Writable, { who, now, chance }: Extract<Event, { type: 'who' }>): void {
  const asked = state.looking
  state.looking = false
  if (who === 'same') state.trouble = state.trouble?.kind === 'stopped' ? state.trouble : null
  else if (who === 'someone-else') state.trouble = { kind: 'someone-else' }
  else if (who === 'nobody') state.trouble = { kind: 'signed-out' }
  else if (asked && (!state.trouble || state.trouble.kind === 'unreachable')) retryLater(state, now, chance)
}

function elsewhere(state: Writable, event: Extract<Event, { type: 'elsewhere' }>, effects: Effect[]): void {
  const { revision, fields, savedAt, changed } = event.told
  const alone = changed && revision <= pageRevision(state) + 1
  for (const [name, field] of Object.entries(state.fields)) {
    const value = fields[name]
    if (value === undefined) {
      if (alone) state.fields[name] = { ...field, base: Math.max(field.base, revision) }
      continue
    }
    const untouched = !isUnsaved(state, name) || (same(field.value, value) && state.batch?.fields[name] === undefined)
    // Touched here as well: the server is to compare the two, so ours stays based on what it was written on.
    if (!untouched || revision < field.base) continue
    if (!same(field.value, value)) {
      effects.push({ do: 'show', name, value })
      state.found ||= event.found
    }
    state.fields[name] = { value, acknowledged: value, base: revision, refused: null, problem: null }
  }
  state.savedAt = savedAt
}

/** Sends what is due, one request at a time. */
function pump(state: Writable, now: number, effects: Effect[]): void {
  if (unsaved(state).length === 0) {
    state.saveAt = state.typingSince = null
    state.single = false
    if (state.trouble?.kind === 'unreachable') state.trouble = null
    for (const [name, field] of Object.entries(state.fields)) {
      if (field.problem !== null || field.refused !== null) state.fields[name] = { ...field, problem: null, refused: null }
    }
  }
  if (state.sendingSince !== null || state.looking) return
  if (state.trouble && !(state.trouble.kind === 'unreachable' && now >= state.trouble.retryAt)) return
  if (!state.batch) {
    if (state.saveAt === null || now < state.saveAt) return
    state.batch = nextBatch(state)
    state.saveAt = state.typingSince = null
    if (!state.batch) return
  }
  state.sendingSince = now
  effects.push({ do: 'send', batch: state.batch })
}

/** Everything to send that was written on the same revision, the oldest first. */
function nextBatch(state: State): Batch | null {
  const names = toSend(state)
  const basedOn = Math.min(...names.map((name) => state.fields[name]?.base ?? 0))
  const together = names.filter((name) => state.fields[name]?.base === basedOn).slice(0, state.single ? 1 : names.length)
  if (together.length === 0) return null
  return { basedOn, fields: Object.fromEntries(together.map((name) => [name, state.fields[name]?.value ?? ''])) }
}

/** Fields that changed and were not refused as they are; those refused because of another field come along with a change. */
function toSend(state: State): readonly string[] {
  const changed = Object.entries(state.fields).filter(([name]) => isUnsaved(state, name))
  const isFresh = ({ refused, value }: Field) => refused === null || !same(refused, value)
  if (!changed.some(([, field]) => isFresh(field))) return []
  return changed.filter(([, field]) => isFresh(field) || field.problem === null).map(([name]) => name)
}
