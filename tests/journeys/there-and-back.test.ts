import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { assessmentPaths as paths } from '../../src/assessment/index.ts'
import { type At, autosave, indicatorAddress, indicatorsOf, rate, startAssessment } from '../support/assessments.ts'
import { alice, chelsea, dev, type MemberPersona } from '../support/personas.ts'
import type { Fields, Reply } from '../support/visitor.ts'
import { createWorld, type World } from '../support/world.ts'

/**
 * Somebody opens one indicator from a list, to see to one thing there, and comes back to the list: to the row they had opened, or
 * the one that took its place, and hears how much is left. Without scripts, whatever they do in between.
 */

let world: World
let owner: MemberPersona
let lead: MemberPersona
let at: At
/** The core indicators; of them, three are open. */
let all: readonly string[]
const OPEN = ['2.3', '3.1', '8.3']

beforeAll(async () => {
  world = await createWorld()
  owner = await alice(world)
  lead = await dev(world, owner.organisation)
})
afterAll(() => world.end())
beforeEach(async () => {
  at = await startAssessment(lead)
  all = await indicatorsOf(lead.browser, at)
  await rate(
    lead.browser,
    at,
    all.filter((id) => !OPEN.includes(id)),
    { '1.1': 'developing' },
  )
})

const complete = () => paths.complete.to(at)
const lookOver = () => paths.lookOver.to(at)
const from = (indicator: string, list: string) => `${indicatorAddress(at, indicator)}?from=${list}`
/** Follows the link of a list to an indicator. */
async function open(list: string, indicator: string, key: string): Promise<Reply> {
  const address = from(indicator, key)
  expect((await lead.browser.get(list)).page.links.map(({ href }) => href)).toContain(address)
  return lead.browser.get(address)
}
const send = (page: Reply, address: string, fields: Fields) => lead.browser.fillIn(page, address, fields)
const noticeOf = async ({ location }: Reply) =>
  /Done (.*?)(?= Before you complete| Complete your| Every answer at| Two versions|$)/.exec(
    (await lead.browser.get(location ?? '')).page.words,
  )?.[1]
const mainButton = (page: Reply, address: string) =>
  page.page.form(address).buttons.filter(({ text }) => text !== 'Save' && text.startsWith('Save'))

describe('from “Before you complete it”', () => {
  test('what is answered leads to the next row, with what is left; at last to the form', async () => {
    const list = await lead.browser.get(complete())
    expect(list.page.words).toContain('Before you complete it')
    expect(list.page.words).toContain('3 things need an answer')

    const address = from('2.3', 'complete')
    const page = await open(complete(), '2.3', 'complete')
    expect(page.page.links.find(({ text }) => text === 'Back to the list')?.href).toBe(`${complete()}#open-2-3`)
    expect(mainButton(page, address)).toEqual([{ name: 'do', value: 'list', text: 'Save and go back to the list' }])
    const saved = await send(page, address, { rating: 'good', do: 'list' })
    expect(saved.location).toBe(`${complete()}#open-3-1`)
    const back = await lead.browser.get(saved.location ?? '')
    expect(back.page.words).toContain('Saved. 2 things still need an answer.')
    expect(back.page.byId('open-3-1')?.tag).toBe('li')
    expect(back.page.byId('open-2-3')).toBeNull()

    // The last of the list: what comes before it takes its place.
    const last = await send(await open(complete(), '8.3', 'complete'), from('8.3', 'complete'), { rating: 'good', do: 'list' })
    expect(last.location).toBe(`${complete()}#open-3-1`)
    expect(await noticeOf(last)).toContain('Saved. 1 thing still needs an answer.')
    const done = await send(await open(complete(), '3.1', 'complete'), from('3.1', 'complete'), { rating: 'good', do: 'list' })
    expect(done.location).toBe(complete())
    const ready = await lead.browser.get(complete())
    expect(ready.page.words).toContain('Saved. Nothing is left to answer.')
    expect(ready.page.form(complete()).buttons.map(({ text }) => text)).toEqual(['Complete the assessment'])
  })

  test('what is still open leads to its own row', async () => {
    const page = await open(complete(), '3.1', 'complete')
    const saved = await send(page, from('3.1', 'complete'), { evidence: 'Begun', do: 'list' })
    expect(saved.location).toBe(`${complete()}#open-3-1`)
    expect(await noticeOf(saved)).toContain('Saved. 3 things still need an answer.')
  })

  test('putting it off leads back as well', async () => {
    const page = await open(complete(), '3.1', 'complete')
    const skipped = await send(page, from('3.1', 'complete'), { do: 'skip' })
    expect(skipped.location).toBe(`${complete()}#open-3-1`)
    expect(await noticeOf(skipped)).toContain('Skipped for now. 3 things still need an answer.')
  })

  test('what is only worth a look has rows of its own to come back to', async () => {
    const page = await open(complete(), '1.1', 'complete-also')
    const address = from('1.1', 'complete-also')
    const same = await send(page, address, { do: 'list' })
    expect(same.location).toBe(`${complete()}#worth-1-1`)
    expect((await lead.browser.get(same.location ?? '')).page.byId('worth-1-1')?.tag).toBe('li')
    const gone = await send(await lead.browser.get(address), address, { rating: 'good', do: 'list' })
    expect(gone.location).toBe(complete())
  })
})

describe('on the way', () => {
  const address = () => from('2.3', 'complete')

  test('saving and evidence stay with it', async () => {
    const page = await open(complete(), '2.3', 'complete')
    expect((await send(page, address(), { do: 'save' })).location).toBe(address())
    const added = await send(page, address(), { evidenceLink: 'example.org/checks', do: 'add-evidence:link' })
    expect(added.location).toBe(`${address()}#your-evidence`)
    const shown = await lead.browser.get(added.location ?? '')
    const remove = shown.page.form(address()).buttons.find(({ value }) => value.startsWith('remove-evidence:'))
    const removed = await send(shown, address(), { do: remove?.value ?? '' })
    expect(removed.location).toMatch(/\?removed=[0-9a-f-]{36}&from=complete#your-evidence$/)
    expect(mainButton(await lead.browser.get(removed.location ?? ''), address())).toHaveLength(1)
  })

  test('so does a fault', async () => {
    const page = await open(complete(), '2.3', 'complete')
    const wrong = await send(page, address(), { notes: 'x'.repeat(20_001), do: 'list' })
    expect(wrong.status).toBe(422)
    expect(mainButton(wrong, address())).toHaveLength(1)
    expect(wrong.page.links.find(({ text }) => text === 'Back to the list')?.href).toBe(`${complete()}#open-2-3`)
    expect((await send(wrong, address(), { notes: 'Short', rating: 'good', do: 'list' })).location).toBe(`${complete()}#open-3-1`)
  })

  test('so do two versions of the same words, however they came about', async () => {
    const page = await open(complete(), '2.3', 'complete')
    await autosave(owner.browser, at, '2.3', 0, { evidence: 'What Alice wrote' })
    const conflict = await send(page, address(), { evidence: 'What Dev wrote', do: 'list' })
    expect(conflict.location).toMatch(/\/versions\/[0-9a-f-]{36}\?from=complete$/)
    const versions = await lead.browser.get(conflict.location ?? '')
    expect(versions.page.links.find(({ text }) => text.startsWith('2.3'))?.href).toBe(address())
    const unchosen = await send(versions, conflict.location ?? '', { choose: 'neither' })
    expect(unchosen.status).toBe(422)
    expect((await send(unchosen, conflict.location ?? '', { choose: 'stands' })).location).toBe(address())

    // A page that saves itself is told where to choose.
    const reply = await lead.browser.post(
      address(),
      { basedOn: '0', fields: 'evidence', evidence: 'What Dev typed' },
      { accept: 'application/json' },
    )
    expect(reply.json<{ conflicts: { href: string }[] }>().conflicts[0]?.href).toMatch(
      /\/versions\/[0-9a-f-]{36}\?from=complete$/,
    )
  })

  test('so do the indicators before and after', async () => {
    const page = await open(complete(), '2.3', 'complete')
    expect(page.page.links.filter(({ text }) => /^(Previous|Next)/.test(text)).map(({ href }) => href)).toEqual([
      from('2.2', 'complete'),
      from('2.4', 'complete'),
    ])
  })

  test('a list that is none of ours leads nowhere: the page is as it always is', async () => {
    for (const list of ['elsewhere', 'toString', '__proto__', 'https://evil.example', 'complete,look-over']) {
      const page = await lead.browser.get(`${indicatorAddress(at, '2.3')}?from=${encodeURIComponent(list)}`)
      expect(page.page.links.some(({ text }) => text === 'All standards')).toBe(true)
      expect(page.text).not.toContain('evil')
      const [main] = mainButton(page, indicatorAddress(at, '2.3'))
      expect(main?.text).toBe('Save and continue')
    }
    // Without a list to go back to, nobody is lost.
    const page = await lead.browser.get(indicatorAddress(at, '2.3'))
    expect((await send(page, indicatorAddress(at, '2.3'), { do: 'list' })).location).toBe(indicatorAddress(at, '2.3'))
  })
})

describe('from every answer at a glance', () => {
  test('one comes back to the answer that one opened, and hears how much is left', async () => {
    const page = await open(lookOver(), '4.1', 'look-over')
    const saved = await send(page, from('4.1', 'look-over'), { rating: 'excellent', do: 'list' })
    expect(saved.location).toBe(`${lookOver()}#answer-4-1`)
    const back = await lead.browser.get(saved.location ?? '')
    expect(back.page.byId('answer-4-1')?.inner).toContain('Excellent practice')
    expect(back.page.words).toContain('Saved. 3 things still need an answer.')
  })

  test('the list of what needs an answer has its own rows', async () => {
    const page = await open(lookOver(), '2.3', 'look-over-list')
    const saved = await send(page, from('2.3', 'look-over-list'), { rating: 'good', do: 'list' })
    expect(saved.location).toBe(`${lookOver()}#open-3-1`)
    expect((await lead.browser.get(lookOver())).page.repeatedIds).toEqual([])
  })

  test('somebody who only reads goes back the same way', async () => {
    const reader = await chelsea(world, at.organisation)
    const page = await reader.browser.get(from('4.1', 'look-over'))
    expect(page.page.links.find(({ text }) => text === 'Back to the list')?.href).toBe(`${lookOver()}#answer-4-1`)
  })

  test('what needs an answer stands before what is worth a look, and both before the answers', async () => {
    const { words } = (await lead.browser.get(lookOver())).page
    const places = [
      '3 things need an answer',
      'Go on to complete',
      '1 indicator is worth another look',
      'What we do about 1.1',
    ].map((each) => words.indexOf(each))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })
})

describe('from a standard', () => {
  test('what is open in it leads back to it', async () => {
    await autosave(lead.browser, at, '2.3', 0, { evidence: 'Begun' })
    const standard = paths.standard.to({ ...at, standard: '2' })
    const page = await open(standard, '2.3', 'standard')
    const saved = await send(page, from('2.3', 'standard'), { rating: 'good', do: 'list' })
    expect(saved.location).toBe(`${standard}#answer-2-3`)
    expect((await lead.browser.get(standard)).page.byId('answer-2-3')?.inner).toContain('Good practice')
  })
})
