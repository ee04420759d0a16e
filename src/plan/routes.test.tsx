import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { alice, bob, chelsea, dev, esi, type MemberPersona } from '../../tests/support/personas.ts'
import type { Fields } from '../../tests/support/visitor.ts'
import { createWorld, type World } from '../../tests/support/world.ts'
import { asSystem, type Context, newId, ownedBy } from '../platform/index.ts'
import { type ActionAt, addActionsIn, completeAction, editAction, removeAction } from './actions.ts'
import type { NewAction } from './forms.ts'
import { paths } from './paths.ts'
import { actionsOf, findAction } from './store.ts'
import { anAction, aPlan } from './testing.ts'

let world: World
let context: Context
let owner: MemberPersona
let lead: MemberPersona
let contributor: MemberPersona
let viewer: MemberPersona
let foreigner: MemberPersona
let plan: string
beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
  lead = await dev(world, owner.organisation)
  contributor = await esi(world, owner.organisation)
  viewer = await chelsea(world, owner.organisation)
  foreigner = await bob(world)
  context = asSystem(world.services, 'test')
})
afterAll(() => world.end())
beforeEach(async () => {
  plan = await aPlan(world, owner.organisation)
})

const here = () => ({ organisation: owner.organisation, plan })
const there = (action: string) => ({ ...here(), action })
const at = (actionId: string): ActionAt => ({ organisationId: owner.organisation, planId: plan, actionId })
const own = () => ownedBy(world.services.db.read, owner.organisation)
const planned = async (...actions: Partial<NewAction>[]) => {
  const all = actions.map(anAction)
  await context.db.write((tx) => addActionsIn(ownedBy(tx, owner.organisation), context, plan, all))
  return all.map(({ id }) => id)
}
const one = async (changes: Partial<NewAction> = {}) => (await planned(changes))[0] ?? ''
const show = (query: Record<string, string | number> = {}, browser = owner.browser) => browser.get(paths.plan.to(here(), query))
const stored = (id: string) => findAction(own(), plan, id)
const written = {
  action: 'Listen',
  byWhom: 'Priya',
  'byWhen-day': '1',
  'byWhen-month': '6',
  'byWhen-year': '2026',
  priority: 'high',
}
const rowsOf = (html: string) => [...html.matchAll(/id="action-([0-9a-f-]{36})"/g)].map(([, id]) => id)

describe('the plan', () => {
  test('shows what the framework’s plan shows', async () => {
    const [id] = await planned({ action: 'Ask <mentees>' })
    await completeAction(context, at(id ?? ''), 1, { completedOn: '2026-03-03', whatChanged: 'They stay longer.' })
    const { status, text } = await show()
    expect(status).toBe(200)
    const facts = ['Stepping Stones', '1 March 2026', 'Alice Okafor, Mentoring manager', '1 March 2027', 'The trustees']
    const columns = ['Development action', 'Standard', 'Indicator', 'By who?', 'By when?', 'Priority', 'Completed on']
    const row = [
      'Ask &lt;mentees&gt;',
      '6 Mentee’s voice',
      '6.3 ',
      'Sam Obi',
      '1 December 2026',
      'Medium',
      '3 March 2026',
      'They stay longer.',
    ]
    for (const words of [...facts, ...columns, ...row]) expect(text).toContain(words)
  })

  test('says how to begin when there is nothing in it', async () => {
    expect((await show()).text).toContain('Your plan starts with one action')
    expect((await show({}, viewer.browser)).text).not.toContain('Add an action')
  })

  test('says kindly what an action needs and what is late', async () => {
    await planned(
      { byWhom: '' },
      { byWhen: null },
      { byWhom: '', byWhen: null },
      { byWhen: '2026-03-03' },
      { byWhen: '2026-03-10' },
    )
    const { text } = await show()
    expect(text).toContain('5 actions: 1 overdue, 1 due in the next 14 days. 3 of them need a person or a date.')
    for (const words of ['Needs a person', 'Needs a date', 'Needs a person and a date', 'Overdue', 'Due soon', 'Not set yet']) {
      expect(text).toContain(words)
    }
    expect(text).toContain('If a date no longer fits, give the action a new one.')
  })

  test('can be narrowed down, and says by how much', async () => {
    const [a, b, c] = await planned(
      { indicatorId: '1.1', byWhom: 'Priya', byWhen: '2026-03-01' },
      { byWhom: 'sam obi', priority: 'high' },
      { byWhom: 'Sam Obi' },
    )
    expect(rowsOf((await show({ standard: 6 })).text)).toEqual([b, c])
    expect(rowsOf((await show({ person: 'Sam Obi' })).text)).toEqual([b, c])
    expect(rowsOf((await show({ priority: 'high' })).text)).toEqual([b])
    expect(rowsOf((await show({ show: 'overdue' })).text)).toEqual([a])
    expect(rowsOf((await show({ order: 'standard' })).text)).toEqual([a, b, c])
    expect((await show({ person: 'tomasz' })).text).toContain('<option value="tomasz" selected>tomasz</option>')
    const narrowed = (await show({ standard: 6 })).text
    expect(narrowed).toContain('Showing 2 actions, out of 3 in the plan.')
    expect(narrowed).toContain(`<a class="govuk-link" href="${paths.plan.to(here())}">Show all`)
    expect((await show({ show: 'completed' })).text).toContain('No actions match what you chose.')
    const chosen = { show: 'not-completed', standard: 6, person: 'sam obi', priority: 'high', order: 'date' }
    expect((await show(chosen)).text).toContain('Not completed yet, standard 6, sam obi, priority high, in the order of date<')
    expect((await show()).text).toContain('All actions<')
    expect(rowsOf((await show({ standard: 'x', show: 'y', page: 'z' })).text)).toEqual([a, b, c])
  })

  test('goes over several pages when it is long', async () => {
    const ids = await planned(...Array.from({ length: 120 }, (_, n) => ({ action: `Action ${n}` })))
    const first = (await show()).text
    expect(rowsOf(first)).toEqual(ids.slice(0, 50))
    expect(first).toContain('Showing 1 to 50 of 120 actions.')
    expect(first).toContain(paths.plan.to(here(), { page: 2 }))
    const last = (await show({ page: 99 })).text
    expect(rowsOf(last)).toEqual(ids.slice(100))
    expect(last).toContain('Showing 101 to 120 of 120 actions.')
    expect((await show({ page: 2, standard: 6 })).text).toContain(
      paths.plan.to(here(), { standard: 6, page: 3 }).replaceAll('&', '&amp;'),
    )
  })

  test('is not found under a wrong or foreign id', async () => {
    for (const id of [newId(), 'nonsense', plan.toUpperCase()]) {
      expect((await owner.browser.get(paths.plan.to({ ...here(), plan: id }))).status).toBe(404)
    }
    expect((await foreigner.browser.get(paths.plan.to(here()))).status).toBe(404)
    expect((await foreigner.browser.get(paths.plan.to({ organisation: foreigner.organisation, plan }))).status).toBe(404)
    expect((await world.visitor().get(paths.plan.to(here()))).status).toBe(303)
  })
})

describe('who may', () => {
  const deeds = async (): Promise<readonly (readonly [string, Fields])[]> => {
    const id = await one()
    return [
      [paths.newAction.to(here()), { id: newId(), indicator: '6.3', ...written }],
      [paths.action.to(there(id)), { revision: '1', ...written }],
      [paths.completion.to(there(id)), { revision: '2' }],
      [paths.reopening.to(there(id)), {}],
      [paths.removal.to(there(id)), {}],
      [paths.restoring.to(there(id)), {}],
      [paths.order.to(here()), { move: `up:${id}` }],
    ]
  }

  test('see the plan: every role', async () => {
    for (const { browser } of [owner, lead, contributor, viewer]) expect((await show({}, browser)).status).toBe(200)
  })

  test('change it: all but a viewer, who is offered nothing', async () => {
    for (const { browser } of [owner, lead, contributor]) {
      for (const [address, fields] of await deeds()) expect((await browser.post(address, fields)).status).toBe(303)
    }
    const before = await actionsOf(own(), plan)
    const id = before[0]?.id ?? ''
    for (const [address, fields] of await deeds()) expect((await viewer.browser.post(address, fields)).status).toBe(403)
    for (const address of [paths.newAction.to(here()), paths.action.to(there(id)), paths.completion.to(there(id))]) {
      expect((await viewer.browser.get(address)).status).toBe(403)
    }
    const { text } = await show({}, viewer.browser)
    expect(text).not.toContain('name="move"')
    expect(text).not.toContain(paths.action.to(there(id)))
  })

  test('change anything of another organisation: nobody', async () => {
    for (const [address, fields] of await deeds()) {
      expect((await foreigner.browser.post(address, fields)).status).toBe(404)
      const theirs = address.replace(owner.organisation, foreigner.organisation)
      expect((await foreigner.browser.post(theirs, fields)).status).toBe(404)
    }
    expect(await actionsOf(own(), plan)).toHaveLength(1)
  })
})

describe('adding an action', () => {
  const send = (fields: Fields) =>
    owner.browser.post(paths.newAction.to(here()), { id: newId(), indicator: '6.3', ...written, ...fields })

  test('leads to where it stands', async () => {
    const id = newId()
    const reply = await send({ id })
    expect(reply.location).toBe(`${paths.plan.to(here())}#action-${id}`)
    expect((await show()).text).toContain('The action is added.')
    expect(await stored(id)).toMatchObject({
      action: 'Listen',
      byWhom: 'Priya',
      byWhen: '2026-06-01',
      priority: 'high',
      indicatorId: '6.3',
    })
  })

  test('on the last page of a long plan', async () => {
    await planned(...Array.from({ length: 50 }, () => ({})))
    expect((await send({ 'view-standard': '1' })).location).toMatch(/\?page=2#action-/)
  })

  test('twice adds once', async () => {
    const id = newId()
    const replies = await Promise.all([send({ id }), send({ id })])
    expect(replies.map(({ status }) => status)).toEqual([303, 303])
    expect(await actionsOf(own(), plan)).toHaveLength(1)
  })

  test('asks for what is wrong, and keeps what was written', async () => {
    const reply = await send({ indicator: '', action: '', byWhom: 'Priya & Sam', 'byWhen-year': '6', priority: 'high' })
    expect(reply.status).toBe(422)
    const { text } = reply
    expect(text).toContain('<title>Error: Add an action')
    const links = [...text.matchAll(/<a href="#([\w-]+)">/g)].map(([, id]) => id ?? '')
    expect(links).toEqual(['indicator', 'action', 'byWhen-year'])
    for (const id of links) expect(text).toContain(`id="${id}"`)
    expect(text).toContain('The date it will be done by must have a year of four digits, as in 27 3 2027')
    expect(text).toContain('value="Priya &amp; Sam"')
    expect(text).toMatch(/<option value="high" selected>/)
    expect(text).toContain('value="6"')
    expect(await actionsOf(own(), plan)).toEqual([])
  })

  test('offers the indicator asked for, and the names already in the plan', async () => {
    await planned({ byWhom: 'Priya' })
    const { text } = await owner.browser.get(paths.newAction.to(here(), { indicator: '6.3' }))
    expect(text).toMatch(/<option value="6.3" selected>/)
    expect(text).toContain('<option value="Priya">')
  })
})

describe('changing an action', () => {
  const send = (id: string, fields: Fields) =>
    owner.browser.post(paths.action.to(there(id)), { revision: '1', ...written, ...fields })

  test('leads back to the plan as it was looked at', async () => {
    const id = await one()
    const reply = await send(id, { 'view-standard': '6', 'view-order': 'date', 'view-page': '2', 'view-show': 'nonsense' })
    expect(reply.location).toBe(`${paths.plan.to(here(), { standard: 6, order: 'date', page: 2 })}#action-${id}`)
    expect(await stored(id)).toMatchObject({ action: 'Listen', revision: 2 })
  })

  test('starts from what it says', async () => {
    const id = await one({ action: 'Ask', byWhom: 'Sam "S" Obi' })
    const { text } = await owner.browser.get(paths.action.to(there(id), { standard: 6 }))
    for (const part of [
      '>Ask</textarea>',
      'value="Sam &quot;S&quot; Obi"',
      'value="12"',
      'value="2026"',
      'name="view-standard" value="6"',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).toContain('6.3 ')
  })

  test('someone else changed meanwhile shows both versions and saves neither over the other', async () => {
    const id = await one()
    const theirs = { action: 'Theirs', byWhom: 'Tomasz', byWhen: null, priority: 'low' }
    await editAction(context, at(id), 1, theirs)
    const reply = await send(id, { action: 'Mine' })
    expect(reply.status).toBe(409)
    for (const words of [
      'Someone changed this action while you were writing',
      'Theirs',
      'Tomasz',
      '>Mine</textarea>',
      'Save my version',
    ]) {
      expect(reply.text).toContain(words)
    }
    expect(reply.text).toContain('name="revision" value="2"')
    expect(await stored(id)).toMatchObject(theirs)
    expect((await send(id, { action: 'Mine', revision: '2' })).status).toBe(303)
    expect(await stored(id)).toMatchObject({ action: 'Mine' })
  })

  test('is still told of someone else’s change after a mistake of one’s own', async () => {
    const id = await one()
    const mistaken = await send(id, { action: '' })
    expect(mistaken.status).toBe(422)
    expect(mistaken.text).toContain('name="revision" value="1"')
    await editAction(context, at(id), 1, { action: 'Theirs', byWhom: '', byWhen: null, priority: null })
    expect((await send(id, { action: 'Mine' })).status).toBe(409)
  })

  test('twice saves once', async () => {
    const id = await one()
    expect((await Promise.all([send(id, {}), send(id, {})])).map(({ status }) => status)).toEqual([303, 303])
    expect(await stored(id)).toMatchObject({ revision: 2 })
  })

  test('that was removed, or is of another plan, is not found', async () => {
    const id = await one()
    const other = await aPlan(world, owner.organisation)
    expect((await owner.browser.get(paths.action.to({ ...there(id), plan: other }))).status).toBe(404)
    await removeAction(context, at(id))
    expect((await owner.browser.get(paths.action.to(there(id)))).status).toBe(404)
    expect((await owner.browser.get(paths.completion.to(there(id)))).status).toBe(404)
  })
})

test('what was written about an action someone removed meanwhile is shown back', async () => {
  const id = await one()
  await removeAction(context, at(id))
  const words = 'Words that took a while to find.'
  for (const [address, field] of [
    [paths.action.to(there(id)), 'action'],
    [paths.completion.to(there(id)), 'whatChanged'],
  ] as const) {
    const carried = { revision: '1', 'view-show': 'overdue' }
    const reply = await owner.browser.post(address, { ...carried, ...written, [field]: words })
    expect(reply.status).toBe(409)
    expect(reply.text).toContain(words)
    // What the form carried along nobody wrote.
    for (const unwritten of ['>overdue<', '>high<']) expect(reply.text).not.toContain(unwritten)
  }
})

describe('completing an action', () => {
  const send = (id: string, fields: Fields) => owner.browser.post(paths.completion.to(there(id)), { revision: '1', ...fields })

  test('offers today, and takes today where nothing is said', async () => {
    const id = await one()
    expect((await owner.browser.get(paths.completion.to(there(id)))).text).toMatch(/value="4"[\s\S]*value="3"[\s\S]*value="2026"/)
    expect((await send(id, { whatChanged: 'They stay.' })).location).toContain(`#action-${id}`)
    expect(await stored(id)).toMatchObject({ completedOn: '2026-03-04', whatChanged: 'They stay.' })
  })

  test('on a day to come is refused, and what was written is kept', async () => {
    const id = await one()
    const reply = await send(id, { 'completedOn-day': '5/3/2026', whatChanged: 'They stay.' })
    expect(reply.status).toBe(422)
    expect(reply.text).toContain('The date it was completed must be on or before 4 March 2026')
    expect(reply.text).toContain('href="#completedOn-day"')
    expect(reply.text).toContain('>They stay.</textarea>')
    expect(reply.text).toContain('value="5/3/2026"')
  })

  test('recorded by someone else meanwhile shows both', async () => {
    const id = await one()
    await completeAction(context, at(id), 1, { completedOn: '2026-03-01', whatChanged: 'Theirs.' })
    const reply = await send(id, { whatChanged: 'Mine.' })
    expect(reply.status).toBe(409)
    for (const words of ['Theirs.', '>Mine.</textarea>', '1 March 2026']) expect(reply.text).toContain(words)
    expect(await stored(id)).toMatchObject({ whatChanged: 'Theirs.' })
  })

  test('can be taken back', async () => {
    const id = await one()
    await send(id, { whatChanged: 'They stay.' })
    expect((await owner.browser.get(paths.action.to(there(id)))).text).toContain('Open it again')
    await owner.browser.post(paths.reopening.to(there(id)))
    expect(await stored(id)).toMatchObject({ completedOn: null, whatChanged: 'They stay.' })
    expect((await owner.browser.get(paths.completion.to(there(id)))).text).toContain('>They stay.</textarea>')
  })
})

test('what was removed before can be put back as well, the latest first, by whoever may change the plan', async () => {
  const [a = '', b = '', c = ''] = await planned({ action: 'Listen' }, { action: 'Ask' }, { action: 'Learn' })
  const lately = async (browser = owner.browser, query = {}) =>
    [...(await show(query, browser)).text.matchAll(/<p class="app-plan-removed__action"[^>]*>([^<]*)</g)].map(
      ([, words]) => words,
    )
  expect((await show()).page.words).not.toContain('Removed lately')
  for (const id of [a, b, c]) {
    world.clock.advance(60_000)
    await removeAction(context, at(id))
  }
  expect(await lately()).toEqual(['Learn', 'Ask', 'Listen'])
  expect(await lately(owner.browser, { removed: c })).toEqual(['Ask', 'Listen'])
  expect(await lately(viewer.browser)).toEqual([])
  await owner.browser.submit(paths.restoring.to(there(a)), {})
  expect(await lately()).toEqual(['Learn', 'Ask'])
  expect(rowsOf((await show()).text)).toEqual([a])
})

test('a removed action is offered back until it is put back', async () => {
  const [a, b] = await planned({ action: 'Ask <b>' }, {})
  const removed = await owner.browser.submit(paths.removal.to(there(a ?? '')), { 'view-order': 'date' })
  expect(removed.text).toContain('You removed “Ask &lt;b&gt;”.')
  expect(rowsOf(removed.text)).toEqual([b])
  expect((await show({ removed: a ?? '' }, viewer.browser)).text).not.toContain('You removed')
  const back = await owner.browser.post(paths.restoring.to(there(a ?? '')), { 'view-order': 'date' })
  expect(back.location).toBe(`${paths.plan.to(here(), { order: 'date' })}#action-${a}`)
  expect((await show({ removed: a ?? '' })).text).not.toContain('You removed')
  expect(rowsOf((await show()).text)).toEqual([a, b])
})

test('actions are moved with a button, in the plan’s own order only', async () => {
  const [a = '', b = '', c = ''] = await planned({}, {}, {})
  const before = (await show()).text
  expect([...before.matchAll(/name="move" value="([^"]+)"|value="([^"]+)" name="move"/g)].map(([, x, y]) => x ?? y)).toEqual([
    `down:${a}`,
    `up:${b}`,
    `down:${b}`,
    `up:${c}`,
  ])
  const reply = await owner.browser.post(paths.order.to(here()), { move: `up:${c}` })
  expect(reply.location).toBe(`${paths.plan.to(here())}#action-${c}`)
  expect(rowsOf((await show()).text)).toEqual([a, c, b])
  for (const query of [{ order: 'date' }, { standard: 6 }]) expect((await show(query)).text).not.toContain('name="move"')
  for (const move of ['up:nonsense', `left:${a}`, ''])
    expect((await owner.browser.post(paths.order.to(here()), { move })).status).toBe(404)
})
