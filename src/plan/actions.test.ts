import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { alice, bob } from '../../tests/support/personas.ts'
import { createWorld, type World } from '../../tests/support/world.ts'
import { asSystem, type Context, newId, type Owned, type OwnedTx, ownedBy, Problem } from '../platform/index.ts'
import {
  type ActionAt,
  addAction,
  addActionsIn,
  completeAction,
  editAction,
  moveAction,
  removeAction,
  reopenAction,
  restoreAction,
  restoreActionIn,
  takeSuggestionIn,
} from './actions.ts'
import type { NewAction } from './forms.ts'
import { type DevelopmentAction, MOST_ACTIONS, type Move, type TakenSuggestion } from './rules.ts'
import { actionsAbout, actionsNamed, actionsOf, findAction, insertActions, planLines } from './store.ts'
import { anAction } from './testing.ts'

let world: World
let context: Context
let own: Owned
let ours: string
let theirs: string
/** Each test has a plan of its own. */
let plan: string
beforeAll(async () => {
  world = await createWorld()
  const owner = await alice(world)
  ours = owner.organisation
  theirs = (await bob(world)).organisation
  context = { ...world.services, actor: { kind: 'person', id: owner.id, name: owner.name, email: owner.email } }
  own = ownedBy(world.services.db.read, ours)
})
afterAll(() => world.end())
beforeEach(() => {
  plan = newId()
})

async function add(changes: Partial<NewAction> = {}): Promise<DevelopmentAction> {
  const added = await addAction(context, ours, plan, anAction(changes))
  if (!added.ok || !added.actions[0]) throw new Error('not added')
  return added.actions[0]
}
const at = (action: { id: string }): ActionAt => ({ organisationId: ours, planId: plan, actionId: action.id })
const texts = async () => (await actionsOf(own, plan)).map(({ action }) => action)
const inPlan = <T>(work: (own: OwnedTx) => Promise<T>) => context.db.write((tx) => work(ownedBy(tx, ours)))
const words = { action: 'Listen', byWhom: 'Priya', byWhen: '2026-06-01', priority: 'high' }

async function audited() {
  const lines = await own.select('activity').select(['action', 'subject', 'detail']).orderBy('id').execute()
  return lines.filter(({ subject }) => subject.startsWith(`plan/${plan}/`))
}

describe('adding', () => {
  test('puts actions at the end, with all they say', async () => {
    const first = await add()
    await add({ action: 'Second', byWhom: '', byWhen: null, priority: null })
    expect(await texts()).toEqual(['Ask mentees for feedback', 'Second'])
    expect(await findAction(own, plan, first.id)).toEqual({ ...first, removed: false })
    expect(first).toMatchObject({ ...anAction({ id: first.id }), planId: plan, completedOn: null, whatChanged: '', revision: 1 })
  })

  test('several at once keeps their order, each with an audit line', async () => {
    await add()
    const several = ['b', 'c', 'd'].map((action) => anAction({ action }))
    const added = await inPlan((tx) => addActionsIn(tx, context, plan, several))
    expect(added.ok && added.actions.map(({ id }) => id)).toEqual(several.map(({ id }) => id))
    expect(await texts()).toEqual(['Ask mentees for feedback', 'b', 'c', 'd'])
    expect((await audited()).map(({ action }) => action)).toEqual(Array(4).fill('action.added'))
    expect(JSON.stringify(await audited())).not.toContain('Ask mentees')
  })

  test('the same form twice adds once, even at the same moment', async () => {
    const action = anAction()
    const results = await Promise.all([1, 2, 3].map(() => addAction(context, ours, plan, action)))
    for (const result of results) expect(result).toMatchObject({ ok: true, actions: [{ id: action.id }] })
    expect(await texts()).toHaveLength(1)
    expect(await audited()).toHaveLength(1)
  })

  test('other words in a form that was sent before are not lost', async () => {
    const first = await add()
    const again = await addAction(context, ours, plan, anAction({ id: first.id, action: 'Something else' }))
    expect(again.ok && again.actions[0]?.id).not.toBe(first.id)
    await removeAction(context, at(first))
    await addAction(context, ours, plan, anAction({ id: first.id }))
    expect(await texts()).toEqual(['Something else', 'Ask mentees for feedback'])
  })

  test('an id used in another plan does no harm', async () => {
    const first = await add()
    const other = newId()
    await addAction(context, ours, other, anAction({ id: first.id }))
    expect((await actionsOf(own, other)).map(({ id }) => id)).not.toContain(first.id)
    expect(await texts()).toHaveLength(1)
  })

  test('many at the same moment each get a place of their own', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, n) => add({ action: String(n) })))
    const positions = (await planLines(own, plan)).map(({ position }) => position)
    expect(positions).toEqual(Array.from({ length: 12 }, (_, n) => n + 1))
  })

  test('the same words again, from a form that was gone back to, add nothing; once it is done or gone they do', async () => {
    const [first, again] = [await add(), await add()]
    expect(again.id).toBe(first.id)
    expect((await add({ indicatorId: '6.2' })).id).not.toBe(first.id)
    await completeAction(context, at(first), 1, { completedOn: '2026-03-01', whatChanged: 'They stay.' })
    const next = await add()
    expect(next.id).not.toBe(first.id)
    await removeAction(context, at(next))
    expect((await add()).id).not.toBe(next.id)
  })

  test('stops at the most there can be', async () => {
    const filler = Array.from({ length: MOST_ACTIONS }, (_, n) => ({
      ...anAction({ action: `Ask mentees for feedback ${n}` }),
      planId: plan,
      position: n + 1,
      completedOn: null,
      whatChanged: '',
      revision: 1,
      addedAt: '2026-03-04T10:00:00.000Z',
    }))
    await context.db.housekeep((tx) => insertActions(ownedBy(tx, ours), filler))
    expect(await addAction(context, ours, plan, anAction())).toEqual({ ok: false, because: 'full' })
    expect(await addAction(context, ours, plan, filler[0] ?? anAction())).toMatchObject({ ok: true })
  })

  describe('a suggestion', () => {
    const take = (taken: Partial<TakenSuggestion> = {}) =>
      inPlan((tx) => takeSuggestionIn(tx, context, plan, '6.3', { suggestion: 'Listen', byWhom: '', byWhen: null, ...taken }))
    const there = () => actionsOf(own, plan)

    test('is taken once', async () => {
      const results = await Promise.all([take(), take()])
      const [id] = (await planLines(own, plan)).map((line) => line.id)
      for (const result of results)
        expect(result).toMatchObject({ ok: true, actions: [{ id, action: 'Listen', byWhom: '', byWhen: null }] })
      expect(await texts()).toEqual(['Listen'])
    })

    test('is taken with who and when', async () => {
      for (const _ of [1, 2]) await take({ byWhom: 'Sam Obi', byWhen: '2026-06-01' })
      expect(await there()).toMatchObject([{ byWhom: 'Sam Obi', byWhen: '2026-06-01', priority: null, revision: 1 }])
      // Without them it is the same one.
      await take()
      expect(await texts()).toEqual(['Listen'])
    })

    test('that somebody took a moment before gets what it does not say yet, and keeps what it says', async () => {
      await take({ byWhom: 'Sam Obi' })
      await take({ byWhen: '2026-06-01' })
      expect(await there()).toMatchObject([{ byWhom: 'Sam Obi', byWhen: '2026-06-01', revision: 2 }])
      await take({ byWhom: 'Priya', byWhen: '2026-06-01' })
      expect((await there()).map(({ byWhom }) => byWhom)).toEqual(['Sam Obi', 'Priya'])
      expect((await audited()).map(({ action }) => action)).toEqual(['action.added', 'action.edited', 'action.added'])
    })

    test('that is done can be taken again, with a new day', async () => {
      await take()
      const [first] = await there()
      if (!first) throw new Error('not taken')
      await completeAction(context, at(first), 1, { completedOn: '2026-03-01', whatChanged: '' })
      await take()
      expect(await texts()).toHaveLength(1)
      await take({ byWhen: '2027-03-01' })
      expect((await there()).map(({ completedOn, byWhen }) => [completedOn, byWhen])).toEqual([
        ['2026-03-01', null],
        [null, '2027-03-01'],
      ])
    })
  })
})

describe('editing', () => {
  test('changes the words and counts the revision', async () => {
    const action = await add()
    expect(await editAction(context, at(action), 1, words)).toEqual({ ok: true, action: { ...action, ...words, revision: 2 } })
    expect(await actionsOf(own, plan)).toEqual([{ ...action, ...words, revision: 2 }])
    expect((await audited()).at(-1)).toMatchObject({
      action: 'action.edited',
      detail: JSON.stringify({ changed: ['action', 'byWhom', 'byWhen', 'priority'], revision: 2 }),
    })
  })

  test('from an old version is refused, with what it says now', async () => {
    const action = await add()
    await editAction(context, at(action), 1, words)
    const late = await editAction(context, at(action), 1, { ...words, action: 'Mine' })
    expect(late).toEqual({ ok: false, because: 'stale', current: { ...action, ...words, revision: 2 } })
    expect(await texts()).toEqual(['Listen'])
    expect(await editAction(context, at(action), 2, { ...words, action: 'Mine' })).toMatchObject({ ok: true })
  })

  test('twice with the same form saves once', async () => {
    const action = await add()
    for (const _ of [1, 2])
      expect(await editAction(context, at(action), 1, words)).toMatchObject({ ok: true, action: { revision: 2 } })
    expect((await audited()).map((line) => line.action)).toEqual(['action.added', 'action.edited'])
  })

  test('by two people at the same moment: one is saved, the other is told', async () => {
    const action = await add()
    const results = await Promise.all(['a', 'b'].map((text) => editAction(context, at(action), 1, { ...words, action: text })))
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
  })
})

describe('completing', () => {
  const done = { completedOn: '2026-03-01', whatChanged: 'More mentees stay.' }

  test('records the day and what changed', async () => {
    const action = await add()
    expect(await completeAction(context, at(action), 1, done)).toEqual({ ok: true, action: { ...action, ...done, revision: 2 } })
    expect((await audited()).at(-1)).toMatchObject({ action: 'action.completed' })
  })

  test('twice with the same form records once', async () => {
    const action = await add()
    for (const _ of [1, 2]) expect(await completeAction(context, at(action), 1, done)).toMatchObject({ ok: true })
    expect(await audited()).toHaveLength(2)
  })

  test('is no matter of other words changed meanwhile', async () => {
    const action = await add()
    await editAction(context, at(action), 1, words)
    expect(await completeAction(context, at(action), 1, done)).toMatchObject({ ok: true, action: { action: 'Listen', ...done } })
  })

  test('never writes over what someone else recorded meanwhile', async () => {
    const action = await add()
    await completeAction(context, at(action), 1, done)
    const late = await completeAction(context, at(action), 1, { ...done, whatChanged: 'Mine' })
    expect(late).toMatchObject({ ok: false, because: 'stale', current: done })
    await reopenAction(context, at(action))
    expect(await completeAction(context, at(action), 1, { ...done, whatChanged: 'Mine' })).toMatchObject({ ok: false })
    expect(await completeAction(context, at(action), 3, { ...done, whatChanged: 'Mine' })).toMatchObject({ ok: true })
  })

  test('can be taken back, keeping what changed', async () => {
    const action = await add()
    await completeAction(context, at(action), 1, done)
    for (const _ of [1, 2]) {
      expect(await reopenAction(context, at(action))).toMatchObject({
        ok: true,
        action: { completedOn: null, whatChanged: done.whatChanged },
      })
    }
    expect((await audited()).map((line) => line.action)).toEqual(['action.added', 'action.completed', 'action.reopened'])
  })
})

describe('removing', () => {
  test('hides an action until it is put back in its place', async () => {
    const [, second] = [await add({ action: 'a' }), await add({ action: 'b' }), await add({ action: 'c' })]
    for (const _ of [1, 2]) await removeAction(context, at(second))
    expect(await texts()).toEqual(['a', 'c'])
    expect(await findAction(own, plan, second.id)).toMatchObject({ removed: true })
    await add({ action: 'd' })
    for (const _ of [1, 2]) await restoreAction(context, at(second))
    expect(await texts()).toEqual(['a', 'b', 'c', 'd'])
    const lines = (await audited()).map(({ action }) => action)
    expect(lines.filter((line) => line !== 'action.added')).toEqual(['action.removed', 'action.restored'])
  })

  test('can be undone from another verb’s transaction, which is not stopped by what is not there', async () => {
    const action = await add()
    await removeAction(context, at(action))
    for (const id of [action.id, action.id, newId()]) await inPlan((tx) => restoreActionIn(tx, context, plan, id))
    await inPlan((tx) => restoreActionIn(tx, context, newId(), action.id))
    expect(await texts()).toEqual(['Ask mentees for feedback'])
    expect((await audited()).map((line) => line.action)).toEqual(['action.added', 'action.removed', 'action.restored'])
  })

  test('the last action leaves its place free for it', async () => {
    await add({ action: 'a' })
    const last = await add({ action: 'b' })
    await removeAction(context, at(last))
    await add({ action: 'c' })
    await restoreAction(context, at(last))
    expect(await texts()).toEqual(['a', 'b', 'c'])
  })
})

describe('moving', () => {
  const move = (action: { id: string }, to: Move) => moveAction(context, at(action), to)
  const moves = async () => (await audited()).filter(({ action }) => action === 'action.moved').map(({ detail }) => detail)

  test('changes places with the neighbour that can be seen', async () => {
    const [a, b, c] = [await add({ action: 'a' }), await add({ action: 'b' }), await add({ action: 'c' })]
    await move(c, { to: 'up' })
    expect(await texts()).toEqual(['a', 'c', 'b'])
    await move(a, { to: 'down' })
    expect(await texts()).toEqual(['c', 'a', 'b'])
    await removeAction(context, at(a))
    await move(b, { to: 'up' })
    expect(await texts()).toEqual(['b', 'c'])
    await restoreAction(context, at(a))
    expect(await texts()).toHaveLength(3)
    expect(await moves()).toEqual(['{"to":"up"}', '{"to":"down"}', '{"to":"up"}'])
  })

  test('to the top, past what was removed from there', async () => {
    const [a, b, c] = [await add({ action: 'a' }), await add({ action: 'b' }), await add({ action: 'c' })]
    await removeAction(context, at(a))
    await move(c, { to: 'top' })
    await move(b, { to: 'top' })
    expect(await texts()).toEqual(['b', 'c'])
    await restoreAction(context, at(a))
    expect(await texts()).toEqual(['b', 'c', 'a'])
  })

  test.each([
    ['a', 'before', 'd', 'bcade'],
    ['a', 'after', 'd', 'bcdae'],
    ['a', 'after', 'e', 'bcdea'],
    ['e', 'before', 'a', 'eabcd'],
    ['e', 'before', 'b', 'aebcd'],
    ['d', 'after', 'a', 'adbce'],
    ['b', 'after', 'a', 'abcde'],
    ['b', 'before', 'c', 'abcde'],
    ['b', 'before', 'b', 'abcde'],
  ] as const)('%s %s %s', async (moved, to, other, expected) => {
    const all = new Map<string, DevelopmentAction>()
    for (const action of 'abcde') {
      all.set(action, await add({ action }))
      // What was removed in between keeps to its place, and in nobody's way.
      await removeAction(context, at(await add({ action: `after ${action}` })))
    }
    const find = (action: string) => all.get(action) ?? { id: '' }
    await move(find(moved), { to, other: find(other).id })
    expect((await texts()).join('')).toBe(expected)
    expect(await moves()).toHaveLength(expected === 'abcde' ? 0 : 1)
    const positions = await own.select('development_action').select('position').where('plan_id', '=', plan).execute()
    expect(new Set(positions.map(({ position }) => position)).size).toBe(10)
  })

  test('beside one that is gone is refused', async () => {
    const [a, b] = [await add({ action: 'a' }), await add({ action: 'b' })]
    await removeAction(context, at(b))
    for (const other of [b.id, newId()]) await expect(move(a, { to: 'after', other })).rejects.toThrow('not-found')
  })

  test('at either end does nothing', async () => {
    const [a, b] = [await add({ action: 'a' }), await add({ action: 'b' })]
    await move(a, { to: 'up' })
    await move(a, { to: 'top' })
    await move(b, { to: 'down' })
    expect(await texts()).toEqual(['a', 'b'])
    expect(await audited()).toHaveLength(2)
  })

  test('at the same moment loses nothing and shares no place', async () => {
    const all: DevelopmentAction[] = []
    for (const action of 'abcdef') all.push(await add({ action }))
    const ways = (index: number): Move[] => [
      { to: 'up' },
      { to: 'down' },
      { to: 'top' },
      { to: 'after', other: all[(index + 3) % 6]?.id ?? '' },
    ]
    await Promise.all(all.flatMap((action, index) => ways(index).map((way) => move(action, way))))
    const lines = await planLines(own, plan)
    expect(lines.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
    expect(new Set(lines.map(({ position }) => position)).size).toBe(6)
  })
})

describe('everything', () => {
  test('needs the plan and the organisation to be right, and the action to be there', async () => {
    const action = await add()
    const wrong: readonly ActionAt[] = [
      { ...at(action), organisationId: theirs },
      { ...at(action), planId: newId() },
      { ...at(action), actionId: newId() },
    ]
    // Who may do anything in either organisation: here the ids alone are asked about.
    const program = asSystem(world.services, 'test')
    for (const place of wrong) {
      const deeds = [
        () => editAction(program, place, 1, words),
        () => completeAction(program, place, 1, { completedOn: '2026-03-01', whatChanged: '' }),
        () => reopenAction(program, place),
        () => removeAction(program, place),
        () => restoreAction(program, place),
        () => moveAction(program, place, { to: 'up' }),
        () => moveAction(program, place, { to: 'top' }),
      ]
      for (const deed of deeds) await expect(deed()).rejects.toThrow(Problem)
    }
    await removeAction(context, at(action))
    await expect(editAction(context, at(action), 1, words)).rejects.toThrow('not-found')
    await expect(completeAction(context, at(action), 1, { completedOn: '2026-03-01', whatChanged: '' })).rejects.toThrow(
      'not-found',
    )
    await expect(moveAction(context, at(action), { to: 'up' })).rejects.toThrow('not-found')
  })

  test('can be looked up, and never by another organisation', async () => {
    const a = await add({ indicatorId: '6.3' })
    const b = await add({ indicatorId: '1.1' })
    const c = await add({ indicatorId: '6.3', action: 'Ask mentors, too' })
    const gone = await add({ indicatorId: '6.3', action: 'Ask everyone' })
    await removeAction(context, at(gone))
    await completeAction(context, at(b), 1, { completedOn: '2026-03-01', whatChanged: '' })
    expect((await actionsAbout(own, plan, '6.3')).map(({ id }) => id)).toEqual([a.id, c.id])
    expect((await actionsNamed(own, plan, [c.id, gone.id, a.id, newId()])).map(({ id }) => id)).toEqual([c.id, a.id])
    expect(await actionsNamed(own, plan, [])).toEqual([])
    const other = ownedBy(world.services.db.read, theirs)
    expect(await actionsOf(other, plan)).toEqual([])
    expect(await findAction(other, plan, a.id)).toBeNull()
  })
})
