import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { alice, bob, chelsea, dev, esi, type MemberPersona } from '../../tests/support/personas.ts'
import type { Fields, Reply } from '../../tests/support/visitor.ts'
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
    const columns = ['Who will do it?', 'By who?', 'Due date', 'By when?', 'Priority', 'Completed on']
    const row = [
      'Ask &lt;mentees&gt;',
      `href="/organisations/${owner.organisation}/assessments/${plan}/indicators/6.3">6.3 Feedback`,
      'Sam Obi',
      '1 December 2026',
      'Medium',
      '3 March 2026',
      'They stay longer.',
    ]
    for (const words of [...facts, ...columns, ...row]) expect(text).toContain(words)
  })

  test('says in its heading and in its tab what it is of, with the year', async () => {
    const { page } = await show()
    // Other tests have begun more of the same name.
    expect(page.heading).toMatch(/^Stepping Stones, 2026(?: \(\d+\))? Mentoring Development Plan$/)
    expect(page.title).toMatch(/^Mentoring Development Plan – Stepping Stones, 2026(?: \(\d+\))? – Mentormark$/)
    const id = await one()
    for (const address of [paths.newAction.to(here()), paths.action.to(there(id)), paths.completion.to(there(id))])
      expect((await owner.browser.get(address)).page.title).toMatch(/^[^–]+ – Stepping Stones, 2026(?: \(\d+\))? – Mentormark$/)
  })

  test('names indicators that the assessment does not go through, without a link that leads nowhere', async () => {
    await context.db.housekeep((tx) =>
      ownedBy(tx, owner.organisation).update('assessment').set({ scope: 'core' }).where('id', '=', plan).execute(),
    )
    await planned({ indicatorId: '1.1' }, { indicatorId: '6.3' })
    const links = (await show()).page.links.map(({ text }) => text)
    expect(links).toContain('1.1 Aims and methods')
    expect(links.filter((text) => text.startsWith('6.3'))).toEqual([])
    expect((await show()).page.words).toContain('6.3 Feedback')
  })

  test('says how to begin when there is nothing in it', async () => {
    expect((await show()).text).toContain('Your plan starts with one action')
    expect((await show({}, viewer.browser)).text).not.toContain('Add an action')
  })

  test('shows the framework’s example while it is empty, and never as an action', async () => {
    const { page, text } = await show()
    expect(page.words).toContain('Example Put together short surveys for mentees and for the people who support them')
    for (const words of ['6.3 Feedback', 'Mentoring manager', '31 January', 'Medium', 'It is not in your plan.'])
      expect(page.words).toContain(words)
    expect(rowsOf(text)).toEqual([])
    expect(page.words).not.toMatch(/\b1 action/)
    const csv = (await owner.browser.get(`/organisations/${owner.organisation}/assessments/${plan}/plan.csv`)).text
    expect(csv.trim().split('\r\n')).toHaveLength(1)
    await planned({})
    expect((await show()).page.words).not.toContain('short surveys')
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
    expect(text).toContain('5 actions: 1 overdue, 1 due in the next 14 days.')
    for (const words of ['Needs a person', 'Needs a date', 'Needs a person and a date', 'Overdue', 'Due soon', 'Not set yet']) {
      expect(text).toContain(words)
    }
    expect(text).toContain('If a date no longer fits, give the action a new one.')
    // And a way to those that it is about.
    const { page } = await show({ order: 'date' })
    const reminder = page.links.find(({ text }) => text === '3 of 5 actions need a person or a date.')
    expect(reminder?.href).toBe(paths.plan.to(here(), { show: 'needs-owner-or-date', order: 'date' }))
    expect(rowsOf((await owner.browser.get(reminder?.href ?? '')).text)).toHaveLength(3)
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
    // Overdue, and then by priority.
    expect(rowsOf((await show()).text)).toEqual([a, b, c])
    expect((await show()).page.all('h2').map(({ inner }) => inner)).toEqual(
      expect.arrayContaining(['Overdue', 'High priority', 'Medium priority']),
    )
    expect((await show({ person: 'tomasz' })).text).toContain('<option value="tomasz" selected>tomasz</option>')
    const narrowed = (await show({ standard: 6 })).text
    expect(narrowed).toContain('Showing 2 actions, out of 3 in the plan.')
    expect(narrowed).toContain(`<a class="govuk-link" href="${paths.plan.to(here())}">Show all actions`)
    expect((await show({ show: 'completed' })).text).toContain('No actions match what you chose.')
    const chosen = { standard: 6, person: 'sam obi', priority: 'high', show: 'not-completed', order: 'date' }
    const { page } = await show(chosen)
    expect(page.words).toContain('Not completed yet, standard 6, sam obi, priority high')
    // The other ways to look at it keep what was chosen, and so does the form of the filters what is not.
    const byStandard = page.links.find(({ text }) => text === 'By standard')
    expect(byStandard?.href).toBe(paths.plan.to(here(), { ...chosen, order: 'standard' }))
    expect(page.form(paths.plan.to(here())).fields).toContainEqual(['order', 'date'])
    expect((await show()).page.words).toContain('All actions')
    expect(rowsOf((await show({ standard: 'x', show: 'y', page: 'z' })).text)).toEqual([a, b, c])
  })

  test('goes over several pages when it is long', async () => {
    const ids = await planned(...Array.from({ length: 120 }, (_, n) => ({ action: `Action ${n}` })))
    const first = (await show()).text
    expect(first).not.toContain('(continued)')
    expect(rowsOf(first)).toEqual(ids.slice(0, 50))
    expect(first).toContain('Showing 1 to 50 of 120 actions.')
    expect(first).toContain(paths.plan.to(here(), { page: 2 }))
    const last = (await show({ page: 99 })).text
    expect(rowsOf(last)).toEqual(ids.slice(100))
    expect(last).toContain('Showing 101 to 120 of 120 actions.')
    expect(last).toContain('Medium priority (continued)')
    expect((await show({ page: 3, order: 'standard' })).page.words).toContain('6.3 Feedback from mentees (continued)')
    expect((await show({ page: 2, standard: 6 })).text).toContain(
      paths.plan.to(here(), { standard: 6, page: 3 }).replaceAll('&', '&amp;'),
    )
  })

  test('by standard names each standard and each indicator once, as a link', async () => {
    await planned({ indicatorId: '6.3' }, { indicatorId: '1.1' }, { indicatorId: '6.3' }, { indicatorId: '6.1' })
    const { page } = await show({ order: 'standard' })
    const headings = page.all('h2').map(({ inner }) => inner)
    expect(headings.filter((each) => /^\d/.test(each))).toEqual(['1. Programme design and development', '6. Mentee’s voice'])
    const indicators = page.links.filter(({ href }) => /\/indicators\/[\d.]+$/.test(href)).map(({ text }) => text.split(' ')[0])
    expect(indicators).toEqual(['1.1', '6.1', '6.3'])
  })

  test('has nothing in its HTML that a checker refuses: lists, and facts with their names', async () => {
    await planned({}, { byWhom: '', byWhen: null, priority: null })
    const { page, text } = await show({ order: 'plan' })
    expect(text).not.toMatch(/<t(able|r|d|h)\b/)
    expect(page.all('ul').filter(({ attributes }) => attributes.has('role'))).toEqual([])
    expect(page.repeatedIds).toEqual([])
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
    await planned(...Array.from({ length: 50 }, (_, n) => ({ action: `Action ${n}` })))
    // A filter that would hide it goes; the order stays.
    expect((await send({ 'view-standard': '1', 'view-order': 'plan' })).location).toMatch(/\?order=plan&page=2#action-/)
    // Most pressing first, it is on the first.
    expect((await send({ action: 'Now', 'view-page': '2', 'view-standard': '6' })).location).toMatch(/\?standard=6#action-/)
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
    expect(text).toContain('The due date must have a year of four digits, as in 27 3 2027')
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
    expect(reply.location).toBe(`${paths.plan.to(here(), { standard: 6, order: 'date' })}#action-${id}`)
    // Whoever goes through a filter stays in it, although the action is no longer one of those.
    const late = await send(id, { revision: '2', action: 'Listen well', 'view-show': 'overdue' })
    expect(late.location).toBe(`${paths.plan.to(here(), { show: 'overdue' })}#action-${id}`)
    expect(await stored(id)).toMatchObject({ action: 'Listen well', revision: 3 })
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
  expect((await show()).page.words).not.toContain('Removed actions')
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

test('actions are moved with buttons, in the plan’s own order only', async () => {
  const [a = '', b = '', c = ''] = await planned({}, {}, {})
  const before = (await show({ order: 'plan' })).text
  expect([...before.matchAll(/name="move" value="([^"]+)"|value="([^"]+)" name="move"/g)].map(([, x, y]) => x ?? y)).toEqual([
    `down:${a}`,
    `top:${b}`,
    `up:${b}`,
    `down:${b}`,
    `top:${c}`,
    `up:${c}`,
  ])
  const order = () => show({ order: 'plan' }).then(({ text }) => rowsOf(text))
  const moved = (move: string) => owner.browser.post(paths.order.to(here()), { move, 'view-order': 'plan' })
  expect((await moved(`up:${c}`)).location).toBe(`${paths.plan.to(here(), { order: 'plan' })}#action-${c}`)
  expect(await order()).toEqual([a, c, b])
  await moved(`top:${b}`)
  expect(await order()).toEqual([b, a, c])
  await moved(`before:${c}:${a}`)
  expect(await order()).toEqual([b, c, a])
  for (const query of [{}, { order: 'date' }, { order: 'standard' }, { order: 'plan', standard: 6 }])
    expect((await show(query)).text).not.toContain('name="move"')
  for (const move of ['up:nonsense', `left:${a}`, `before:${a}`, `after:${a}:${newId()}`, ''])
    expect((await owner.browser.post(paths.order.to(here()), { move })).status).toBe(404)
})

test('what is moved to the top of a long plan is followed there', async () => {
  const ids = await planned(...Array.from({ length: 60 }, (_, n) => ({ action: `Action ${n}` })))
  const last = ids.at(-1) ?? ''
  const reply = await owner.browser.post(paths.order.to(here()), { move: `top:${last}`, 'view-order': 'plan', 'view-page': '2' })
  expect(reply.location).toBe(`${paths.plan.to(here(), { order: 'plan' })}#action-${last}`)
  expect(rowsOf((await show({ order: 'plan' })).text)[0]).toBe(last)
})

describe('where somebody came from', () => {
  const indicator = () => `/organisations/${owner.organisation}/assessments/${plan}/indicators/6.3`
  const back = ({ page }: Reply) =>
    page
      .all('a')
      .find(({ attributes }) => attributes.get('class') === 'govuk-back-link')
      ?.attributes.get('href')
  const from = { 'view-from': 'indicator' }

  test('the page of an indicator: every page about its action leads back to it there, and so does every deed', async () => {
    const id = await one()
    const home = `${indicator()}#action-${id}`
    const edit = await owner.browser.get(paths.action.to(there(id), { from: 'indicator' }))
    expect(back(edit)).toBe(home)
    // From one page of the action to the next, and back the same way.
    const link = edit.page.links.find(({ text }) => text === 'Record that this action is completed')
    const completion = await owner.browser.get(link?.href ?? '')
    expect(back(completion)).toBe(paths.action.to(there(id), { from: 'indicator' }))
    expect(back(await owner.browser.get(paths.completion.to(there(id), { from: 'indicator' })))).toBe(home)

    expect((await owner.browser.fillIn(edit, paths.action.to(there(id)), { byWhom: 'Priya' })).location).toBe(home)
    const done = await owner.browser.fillIn(completion, paths.completion.to(there(id)), { whatChanged: 'They stay.' })
    expect(done.location).toBe(home)
    expect((await owner.browser.post(paths.reopening.to(there(id)), from)).location).toBe(home)

    const removed = await owner.browser.post(paths.removal.to(there(id)), from)
    expect(removed.location).toBe(`${indicator()}?removed=${id}#actions`)
    const shown = await owner.browser.get(removed.location ?? '')
    expect(shown.page.words).toContain('You removed “Ask mentees for feedback”.')
    const restored = await owner.browser.fillIn(shown, indicator(), { do: `restore-action:${id}` })
    expect(restored.location).toBe(`${indicator()}#actions`)
    expect((await owner.browser.get(indicator())).page.words).toContain('The action is back in your development plan.')
    expect(await stored(id)).toMatchObject({ removed: false })
  })

  test('is kept through faults and through somebody else’s change', async () => {
    const id = await one()
    const edit = paths.action.to(there(id))
    const wrong = await owner.browser.post(edit, { ...from, revision: '1', ...written, action: '' })
    expect([wrong.status, back(wrong)]).toEqual([422, `${indicator()}#action-${id}`])
    await editAction(context, at(id), 1, { action: 'Theirs', byWhom: '', byWhen: null, priority: null })
    const stale = await owner.browser.fillIn(wrong, edit, { action: 'Mine' })
    expect([stale.status, back(stale)]).toEqual([409, `${indicator()}#action-${id}`])
    expect((await owner.browser.fillIn(stale, edit)).location).toBe(`${indicator()}#action-${id}`)
  })

  test('the plan as it was looked at', async () => {
    const id = await one()
    const view = { standard: 6, order: 'date' }
    expect(back(await owner.browser.get(paths.action.to(there(id), view)))).toBe(`${paths.plan.to(here(), view)}#action-${id}`)
    expect(back(await owner.browser.get(paths.newAction.to(here(), view)))).toBe(paths.plan.to(here(), view))
  })

  test('another page that leads to the plan, by name; nothing else leads anywhere', async () => {
    const at = { organisation: owner.organisation, assessment: plan }
    const id = await one({ byWhen: '2026-03-01' })
    const pages = {
      results: `/organisations/${at.organisation}/assessments/${plan}/results`,
      assessments: `/organisations/${at.organisation}/assessments`,
      overview: `/organisations/${at.organisation}`,
    }
    for (const [name, href] of Object.entries(pages)) {
      const reply = await show({ from: name })
      expect([name, back(reply)]).toEqual([name, href])
      // It says so itself, and goes along to an action and back.
      expect((await owner.browser.get(href)).page.links.map(({ href }) => href)).toContain(paths.plan.to(here(), { from: name }))
      expect(back(await owner.browser.get(paths.action.to(there(id), { from: name })))).toBe(
        `${paths.plan.to(here(), { from: name })}#action-${id}`,
      )
    }
    for (const from of ['', 'https://evil.example', '//evil.example', 'indicator', '__proto__'])
      expect([from, back(await show({ from }))]).toEqual([from, `/organisations/${at.organisation}/assessments/${plan}`])
  })
})
