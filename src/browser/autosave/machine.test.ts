import { describe, expect, it } from 'vitest'
import type { Draft } from './draft.ts'
import { type Effect, type Event, type Outcome, step } from './machine.ts'
import { begin, dueAt, pageRevision, type State, statusOf, unsavedOf } from './state.ts'

const FIELDS = { rating: [], evidence: 'We check.', examples: [] as string[], notes: '' }
const SAVED = { was: 'saved', savedAt: '10:42', conflicts: [], changed: true } as const

/** A machine with its clock: `happen` gives what is to be done. */
function page(options: { draft?: Draft; shown?: Record<string, string> } = {}) {
  let state = begin({ fields: FIELDS, shown: { ...FIELDS, ...options.shown }, revision: 7, draft: options.draft ?? null, now: 0 })
  let now = 0
  type Sparse<E> = E extends unknown ? Omit<E, 'now' | 'chance'> : never
  function happen(event: Sparse<Event>): readonly Effect[] {
    const [next, effects] = step(state, { chance: 1, ...event, now } as Event)
    state = next
    return effects
  }
  return {
    happen,
    type: (name: string, value: string) => happen({ type: 'edit', name, value, typing: true }),
    choose: (name: string, value: string | string[]) => happen({ type: 'edit', name, value, typing: false }),
    reply: (outcome: Outcome) => happen({ type: 'reply', outcome }),
    /** Lets time pass up to the moment, waking the machine whenever it asked for it. */
    until(moment: number): readonly Effect[] {
      const effects: Effect[] = []
      for (let due = dueAt(state); due !== null && due <= moment; due = dueAt(state)) {
        now = Math.max(now, due)
        effects.push(...happen({ type: 'tick' }))
      }
      now = moment
      return effects
    },
    state: (): State => state,
    status: () => statusOf(state).kind,
  }
}

const sends = (effects: readonly Effect[]) => effects.flatMap((effect) => (effect.do === 'send' ? [effect.batch] : []))

describe('when it saves', () => {
  it('saves a choice at once', () => {
    expect(sends(page().choose('rating', '3'))).toEqual([{ basedOn: 7, fields: { rating: '3' } }])
  })

  it('waits until typing pauses', () => {
    const { type, until } = page()
    type('evidence', 'We check e')
    expect(sends(until(600))).toEqual([])
    type('evidence', 'We check everyone')
    expect(sends(until(1299))).toEqual([])
    expect(sends(until(1300))).toEqual([{ basedOn: 7, fields: { evidence: 'We check everyone' } }])
  })

  it('saves every five seconds while typing goes on', () => {
    const { type, until } = page()
    const sent: number[] = []
    for (let moment = 0; moment < 5_200; moment += 200) {
      if (sends(until(moment)).length > 0) sent.push(moment)
      type('evidence', `word ${moment}`)
    }
    expect(sent).toEqual([5_000])
  })

  it('saves at once when a field is left', () => {
    const { type, happen } = page()
    type('notes', 'Ask Priya')
    expect(sends(happen({ type: 'flush' }))).toHaveLength(1)
  })

  it('has one request under way, and the next carries everything changed since', () => {
    const { choose, type, reply } = page()
    choose('rating', '3')
    expect(sends(choose('examples', ['1.1.a', '1.1.b']))).toEqual([])
    expect(sends(type('notes', 'Ask'))).toEqual([])
    expect(sends(reply({ ...SAVED, revision: 8 }))).toEqual([
      { basedOn: 8, fields: { examples: ['1.1.a', '1.1.b'], notes: 'Ask' } },
    ])
  })

  it('has nothing to say about words changed back before they were sent', () => {
    const { type, until, state } = page()
    type('evidence', 'We check.!')
    type('evidence', 'We check.')
    expect(until(10_000)).toEqual([])
    expect(unsavedOf(state())).toBeNull()
  })

  it('keeps what was typed during a request after its acknowledgement', () => {
    const { type, happen, reply, state } = page()
    type('evidence', 'We check references')
    happen({ type: 'flush' })
    type('evidence', 'We check references twice')
    reply({ ...SAVED, revision: 8 })
    expect(unsavedOf(state())).toEqual({ basedOn: 8, fields: { evidence: 'We check references twice' } })
  })
})

describe('when no reply comes', () => {
  it('sends the same words again before newer ones, waiting longer each time', () => {
    const { type, happen, reply, until, state, status } = page()
    type('evidence', 'First')
    happen({ type: 'flush' })
    reply({ was: 'unreachable' })
    expect(status()).toBe('retrying')
    type('evidence', 'Second')
    expect(unsavedOf(state())).toEqual({
      basedOn: 7,
      fields: { evidence: 'Second' },
      sent: { basedOn: 7, fields: { evidence: 'First' } },
    })
    expect(sends(until(999))).toEqual([])
    expect(sends(until(1_000))).toEqual([{ basedOn: 7, fields: { evidence: 'First' } }])
    reply({ was: 'unreachable' })
    expect(sends(until(2_999))).toEqual([])
    expect(sends(until(3_000))).toEqual([{ basedOn: 7, fields: { evidence: 'First' } }])
    expect(sends(reply({ ...SAVED, revision: 8 }))).toEqual([{ basedOn: 8, fields: { evidence: 'Second' } }])
  })

  it('tries at once when the person is back, and not before the server asked', () => {
    const { choose, reply, until, happen } = page()
    choose('rating', '2')
    reply({ was: 'unreachable', wait: 20_000 })
    expect(sends(until(19_999))).toEqual([])
    expect(sends(happen({ type: 'wake', offline: false }))).toHaveLength(1)
  })

  it('says so when offline', () => {
    const { choose, reply, happen, status } = page()
    happen({ type: 'offline' })
    expect(status()).toBe('idle')
    choose('rating', '2')
    reply({ was: 'unreachable' })
    expect(status()).toBe('offline')
    happen({ type: 'wake', offline: false })
    reply({ ...SAVED, revision: 8 })
    expect(status()).toBe('saved')
  })

  it('says that it is saving only when that takes long', () => {
    const { choose, until, status } = page()
    choose('rating', '2')
    until(399)
    expect(status()).toBe('pending')
    until(400)
    expect(status()).toBe('saving')
  })
})

describe('when the server refuses', () => {
  it('signed out: keeps the words, looks when the person is back, and goes on only for the same person', () => {
    const { choose, reply, happen, until, status } = page()
    choose('rating', '2')
    reply({ was: 'signed-out' })
    expect(status()).toBe('signed-out')
    expect(until(600_000)).toEqual([])
    expect(happen({ type: 'wake', offline: false })).toEqual([{ do: 'look' }])
    expect(happen({ type: 'who', who: 'someone-else' })).toEqual([])
    expect(status()).toBe('someone-else')
    happen({ type: 'wake', offline: false })
    expect(sends(happen({ type: 'who', who: 'same' }))).toEqual([{ basedOn: 7, fields: { rating: '2' } }])
  })

  it('someone else opened a page in this browser: nothing more is sent', () => {
    const { happen, choose, status } = page()
    happen({ type: 'who', who: 'someone-else' })
    expect(choose('rating', '2')).toEqual([])
    expect(status()).toBe('someone-else')
  })

  it('a stale token is fetched again once; refused once more, it waits like any failure', () => {
    const { choose, reply, happen, status } = page()
    choose('rating', '2')
    expect(reply({ was: 'forged' })).toEqual([{ do: 'look' }])
    expect(sends(happen({ type: 'who', who: 'same' }))).toHaveLength(1)
    expect(reply({ was: 'forged' })).toEqual([])
    expect(status()).toBe('retrying')
  })

  it('refused access: sees first whether someone else is signed in now', () => {
    const { choose, reply, happen, status } = page()
    choose('rating', '2')
    const refusal: Outcome = { was: 'stopped', message: null, access: true }
    expect(reply(refusal)).toEqual([{ do: 'look' }])
    expect(sends(happen({ type: 'who', who: 'same' }))).toHaveLength(1)
    expect(reply(refusal)).toEqual([])
    expect(status()).toBe('stopped')
  })

  it('holds back only what is at fault', () => {
    const { type, happen, reply, state, status } = page()
    type('evidence', 'far too long')
    type('notes', 'fine')
    happen({ type: 'flush' })
    const rest = sends(reply({ was: 'invalid', errors: { evidence: 'Shorten this' }, message: null }))
    expect(rest).toEqual([{ basedOn: 7, fields: { notes: 'fine' } }])
    reply({ ...SAVED, revision: 8 })
    expect(status()).toBe('invalid')
    expect(state().fields.evidence?.problem).toBe('Shorten this')
    expect(unsavedOf(state())?.fields).toEqual({ evidence: 'far too long' })
    type('evidence', 'shorter')
    expect(sends(happen({ type: 'flush' }))).toEqual([{ basedOn: 8, fields: { evidence: 'shorter' } }])
    reply({ ...SAVED, revision: 9 })
    expect(state().fields.evidence?.problem).toBeNull()
  })

  it('finds out which of several is too big by sending them one at a time', () => {
    const { type, happen, reply, state } = page()
    type('evidence', 'enormous')
    type('notes', 'small')
    happen({ type: 'flush' })
    const tooBig: Outcome = { was: 'invalid', errors: {}, message: 'Too long' }
    expect(sends(reply(tooBig))).toEqual([{ basedOn: 7, fields: { evidence: 'enormous' } }])
    expect(sends(reply(tooBig))).toEqual([{ basedOn: 7, fields: { notes: 'small' } }])
    expect(reply({ ...SAVED, revision: 8 }).filter((effect) => effect.do === 'send')).toEqual([])
    expect(state().fields.evidence).toMatchObject({ problem: 'Too long', refused: 'enormous' })
  })

  it('a choice refused because of another field goes along when that is put right', () => {
    const { choose, type, happen, reply } = page()
    choose('rating', 'less-relevant')
    reply({ was: 'invalid', errors: { notes: 'Say why' }, message: null })
    type('notes', 'We only mentor online')
    expect(sends(happen({ type: 'flush' }))).toEqual([
      { basedOn: 7, fields: { rating: 'less-relevant', notes: 'We only mentor online' } },
    ])
  })

  it('completed meanwhile: keeps the words and stops', () => {
    const { choose, reply, until, happen, state } = page()
    choose('rating', '2')
    reply({ was: 'stopped', message: 'This assessment has been completed.' })
    expect(until(600_000)).toEqual([])
    expect(happen({ type: 'wake', offline: false })).toEqual([])
    expect(statusOf(state())).toMatchObject({ kind: 'stopped', message: 'This assessment has been completed.', unsaved: true })
    expect(unsavedOf(state())).not.toBeNull()
  })
})

describe('what words are based on', () => {
  it('moves the whole page on while nobody else saves', () => {
    const { choose, reply, state } = page()
    choose('rating', '2')
    reply({ ...SAVED, revision: 8 })
    expect(pageRevision(state())).toBe(8)
  })

  it('leaves other fields where they were when someone else saved in between, or the server had it all', () => {
    const { choose, reply, type, happen, state } = page()
    choose('rating', '2')
    reply({ ...SAVED, revision: 9 })
    expect(pageRevision(state())).toBe(7)
    type('notes', 'Mine')
    expect(sends(happen({ type: 'flush' }))).toEqual([{ basedOn: 7, fields: { notes: 'Mine' } }])

    const again = page()
    again.choose('rating', '2')
    again.reply({ ...SAVED, revision: 8, changed: false })
    expect(pageRevision(again.state())).toBe(7)
  })

  it('sends fields written on different revisions one after the other', () => {
    const { choose, reply, type, happen } = page()
    choose('rating', '2')
    reply({ ...SAVED, revision: 9 })
    type('notes', 'Old')
    type('rating', '3')
    expect(sends(happen({ type: 'flush' }))).toEqual([{ basedOn: 7, fields: { notes: 'Old' } }])
    expect(sends(reply({ ...SAVED, revision: 10 }))).toEqual([{ basedOn: 9, fields: { rating: '3' } }])
  })

  it('two versions: both are kept, and more typing does not overwrite theirs', () => {
    const { type, happen, reply, state, status } = page()
    type('evidence', 'Mine')
    happen({ type: 'flush' })
    const conflict = { id: 'c1', field: 'evidence', fieldLabel: 'your evidence', href: '/c1' }
    reply({ ...SAVED, revision: 8, conflicts: [conflict] })
    expect(state().conflicts).toEqual([conflict])
    expect(status()).toBe('saved')
    type('evidence', 'Mine and more')
    expect(sends(happen({ type: 'flush' }))).toEqual([{ basedOn: 7, fields: { evidence: 'Mine and more' } }])
  })

  it('another tab saved: shows it where this one was not touched, and compares where it was', () => {
    const { happen, type, state } = page()
    type('notes', 'Typed here')
    const effects = happen({
      type: 'elsewhere',
      found: false,
      told: { revision: 8, savedAt: '10:43', changed: true, fields: { evidence: 'New', notes: 'Typed there' } },
    })
    expect(effects).toEqual([{ do: 'show', name: 'evidence', value: 'New' }])
    expect(sends(happen({ type: 'flush' }))).toEqual([{ basedOn: 7, fields: { notes: 'Typed here' } }])
    expect(state().fields.evidence).toMatchObject({ value: 'New', base: 8 })
    expect(state().fields.rating?.base).toBe(8)
  })
})

it('hears of another tab’s older save too late to matter', () => {
  const { choose, reply, happen, state } = page()
  choose('rating', '2')
  reply({ ...SAVED, revision: 9 })
  expect(
    happen({ type: 'elsewhere', found: false, told: { revision: 8, savedAt: '10:41', changed: true, fields: { rating: '1' } } }),
  ).toEqual([])
  expect(state().fields.rating?.value).toBe('2')
})

it('words that a tab left behind, sent by this page in its stead, are said to be found only where they are put back', () => {
  const told = { revision: 8, savedAt: '10:41', changed: true, fields: { evidence: 'Left behind' } }
  const { happen, state } = page()
  happen({ type: 'elsewhere', found: true, told })
  expect(statusOf(state())).toMatchObject({ kind: 'saved', found: true })
  const shown = page({ shown: { evidence: 'Left behind' } })
  shown.happen({ type: 'elsewhere', found: true, told })
  expect(statusOf(shown.state())).toMatchObject({ kind: 'saved', found: false })
})

describe('a draft', () => {
  const draft: Draft = { version: 1, action: '/a', at: '', basedOn: 5, fields: { evidence: 'From before' } }

  it('is put back, sent on what it was written on, and said to be found', () => {
    const { until, reply, state, status, choose } = page({ draft })
    expect(state().fields.evidence?.value).toBe('From before')
    expect(statusOf(state()).found).toBe(true)
    expect(sends(until(0))).toEqual([{ basedOn: 5, fields: { evidence: 'From before' } }])
    reply({ ...SAVED, revision: 8 })
    expect([status(), statusOf(state()).found]).toEqual(['saved', true])
    choose('rating', '1')
    expect(statusOf(state()).found).toBe(false)
  })

  it('is sent even when the page shows the same words, since the page may be one to be corrected', () => {
    const { until, state } = page({ draft: { ...draft, fields: { evidence: 'We check.' } } })
    expect(statusOf(state()).found).toBe(false)
    expect(sends(until(0))).toHaveLength(1)
  })

  it('sends what was sent before the page went away first', () => {
    const { until, reply } = page({ draft: { ...draft, sent: { basedOn: 5, fields: { evidence: 'From' } } } })
    expect(sends(until(0))).toEqual([{ basedOn: 5, fields: { evidence: 'From' } }])
    expect(sends(reply({ ...SAVED, revision: 8 }))).toEqual([{ basedOn: 8, fields: { evidence: 'From before' } }])
  })

  it('keeps both when something else was typed before it could be put back', () => {
    expect(page({ draft, shown: { evidence: 'Typed just now' } }).state().fields.evidence?.value).toBe(
      'From before\n\nTyped just now',
    )
    expect(page({ draft, shown: { evidence: 'From' } }).state().fields.evidence?.value).toBe('From before')
  })

  it('remembers which fields were written on which revision', () => {
    const { choose, reply, type, happen, state } = page()
    choose('rating', '2')
    reply({ ...SAVED, revision: 9 })
    type('notes', 'Old')
    choose('rating', '3')
    reply({ was: 'unreachable' })
    const words = unsavedOf(state())
    expect(words).toMatchObject({ basedOn: 7, bases: { rating: 9, notes: 7 } })
    happen({ type: 'offline' })
    const restored = page({ draft: { version: 1, action: '/a', at: '', ...words } as Draft })
    expect(restored.state().fields.rating?.base).toBe(9)
  })

  it('says when the browser could not keep it', () => {
    const { happen, choose, state } = page()
    choose('rating', '2')
    expect(happen({ type: 'kept', kept: false })).toEqual([])
    expect(statusOf(state())).toMatchObject({ unsaved: true, kept: false })
  })
})
