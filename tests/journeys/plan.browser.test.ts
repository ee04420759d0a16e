import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { planPaths } from '../../src/plan/index.ts'
import { newId } from '../../src/platform/index.ts'
import { lookAt, setStage } from '../support/chromium.ts'
import { type Lead, newLead } from '../support/remote-visitor.ts'

/** The plan as people look at it: on a phone, at a desk and on paper; narrowed down, put in order and dragged. */

const stage = setStage()

let lead: Lead
let plan: string
beforeAll(async () => {
  lead = await newLead(stage.server, 'Maya')
  plan = planPaths.plan.to({ organisation: lead.organisation, plan: lead.assessment })
  for (const [action, fields] of ACTIONS) await add(action, fields)
})

/** Longer than any column, and words as long as people's work has them. */
const ADDRESS = 'youngpeoplesmentoring.coordinator@riverbank-community.org.uk'
const ACTIONS: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['Ask mentees what they would change', { byWhom: 'Coordinator', 'byWhen-day': '31 December 2030', priority: 'highest' }],
  ['Write a one-page guide', { byWhom: 'Safeguarding lead', priority: 'low', indicator: '1.1' }],
  ['Visit the college '.repeat(25).trim(), { byWhom: ADDRESS, 'byWhen-day': '1/2/2020', indicator: '8.1' }],
  ['Listen', { indicator: '8.1' }],
]

async function add(action: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const address = planPaths.newAction.to({ organisation: lead.organisation, plan: lead.assessment })
  await lead.browser.get(address)
  const { status } = await lead.browser.post(address, { id: newId(), indicator: '6.3', action, ...fields })
  if (status !== 303) throw new Error(`not added: ${action}`)
}

async function open(query: string, options: { width?: number; scripts?: boolean } = {}): Promise<Page> {
  const browser: BrowserContext = await stage.browser(options)
  const cookies = (lead.browser.headers().cookie ?? '').split('; ').map((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    return { name, value, url: stage.url }
  })
  await browser.addCookies(cookies)
  const page = await browser.newPage()
  await page.goto(`${plan}${query}`)
  return page
}

const texts = (page: Page) => page.locator('.app-plan__text').allTextContents()
const heard = (page: Page) => page.locator('[data-announcer]').textContent()

/** Who does an action. */
const fact = (page: Page, words: string) => page.locator('dd').getByText(words, { exact: true }).first()

/** How many lines a word stands on, among the facts of actions. */
function linesOf(page: Page, word: string): Promise<number> {
  return page.evaluate((word) => {
    const texts = [...document.querySelectorAll('dd')].flatMap((fact) => {
      const walker = document.createTreeWalker(fact, NodeFilter.SHOW_TEXT)
      const found: Node[] = []
      while (walker.nextNode()) found.push(walker.currentNode)
      return found
    })
    const [text] = texts.filter((each) => each.textContent?.trim() === word)
    if (!text) return 0
    const range = document.createRange()
    range.selectNodeContents(text)
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size
  }, word)
}

test.each([320, 768, 1280])('at %i pixels, in every order', async (width) => {
  const page = await open('', { width })
  for (const [order, axe] of Object.entries({
    pressing: width === 320,
    date: false,
    standard: width === 320,
    plan: width === 1280,
  })) {
    await page.goto(`${plan}?order=${order}`)
    await lookAt(page, `plan-${order}`, { axe })
    expect(await linesOf(page, 'Coordinator')).toBe(1)
    expect(await fact(page, ADDRESS).isVisible()).toBe(true)
  }
})

describe('on paper', () => {
  /** What a page of A4 leaves between its margins. */
  const PAPER = Math.round((178 / 25.4) * 96)

  test.each(['', '?order=standard', '?order=plan'])('the plan%s: whole words, whole texts, no controls', async (query) => {
    const page = await open(query, { width: PAPER })
    await page.emulateMedia({ media: 'print' })
    await lookAt(page, `plan-on-paper${query.replace(/\W/g, '-')}`, { axe: false })
    for (const word of ['Coordinator', 'Highest', 'Low']) expect([word, await linesOf(page, word)]).toEqual([word, 1])
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/\d{4} Mentoring Development Plan$/)
    expect(await page.getByText(/^(Visit the college ?){25}$/).isVisible()).toBe(true)
    expect(await fact(page, ADDRESS).isVisible()).toBe(true)
    for (const controls of ['button', 'select', '.app-plan__controls', '.app-plan-views'])
      expect([controls, await page.locator(controls).filter({ visible: true }).count()]).toEqual([controls, 0])
    // The facts of every action begin where those of the others do.
    const lefts = await page
      .locator('.app-plan__fact--byWhom')
      .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().left))
    expect(new Set(lefts.map(Math.round)).size).toBe(1)
  })

  test('an example is never printed', async () => {
    const other = await newLead(stage.server, 'Noor')
    const kept = [lead, plan] as const
    lead = other
    plan = planPaths.plan.to({ organisation: other.organisation, plan: other.assessment })
    const page = await open('')
    ;[lead, plan] = kept
    const example = page.getByText(/short surveys for mentees/)
    expect(await example.isVisible()).toBe(true)
    await lookAt(page, 'plan-empty')
    await page.emulateMedia({ media: 'print' })
    expect(await example.isVisible()).toBe(false)
  })
})

describe('with scripts', () => {
  test('a filter shows at once, says how many there are, and leaves the focus where it is', async () => {
    const page = await open('?order=standard')
    const who = page.getByLabel('Who will do it?')
    await who.focus()
    await who.selectOption('Coordinator')
    await expect.poll(() => texts(page)).toEqual(['Ask mentees what they would change'])
    expect(await who.evaluate((element) => element === document.activeElement)).toBe(true)
    await expect.poll(() => heard(page)).toBe('Showing 1 action, out of 4 in the plan.')
    expect(page.url()).toMatch(/\?order=standard&person=coordinator$/)
    expect(await page.getByRole('button', { name: 'Apply' }).count()).toBe(0)
    // The address is the view's own: loading it again shows the same.
    await page.reload()
    expect(await texts(page)).toHaveLength(1)
    await page.getByRole('link', { name: 'Show all actions' }).click()
    await expect.poll(() => texts(page)).toHaveLength(4)
  })

  test('a filter that can’t be reached says so, and works again', async () => {
    stage.forgive(/ERR_INTERNET_DISCONNECTED/)
    const page = await open('')
    await page.context().setOffline(true)
    await page.getByLabel('Show', { exact: true }).selectOption('overdue')
    await page.getByText('That did not work, so nothing was changed.').first().waitFor()
    expect(await texts(page)).toHaveLength(4)
    await page.context().setOffline(false)
    await page.getByLabel('Show', { exact: true }).selectOption('completed')
    await expect.poll(() => texts(page)).toHaveLength(0)
    expect(await page.locator('[data-list-failed]').count()).toBe(0)
  })

  test('buttons and dragging put actions in order, and say where they are', async () => {
    const page = await open('?order=plan')
    const short = async () => (await texts(page)).map((text) => text.split(' ')[0])
    expect(await short()).toEqual(['Ask', 'Write', 'Visit', 'Listen'])

    await page.getByRole('button', { name: 'Move to top “Listen”' }).press('Enter')
    await expect.poll(short).toEqual(['Listen', 'Ask', 'Write', 'Visit'])
    await expect.poll(() => heard(page)).toContain('“Listen” is now 1 of 4.')
    // At the top the way down is left.
    await expect.poll(() => focused(page)).toBe('Move down “Listen”')
    await page.keyboard.press('Enter')
    await expect.poll(short).toEqual(['Ask', 'Listen', 'Write', 'Visit'])
    await expect.poll(() => focused(page)).toBe('Move down “Listen”')

    await drag(page, 'Ask', 'Write')
    await expect.poll(short).toEqual(['Listen', 'Write', 'Ask', 'Visit'])
    await expect.poll(() => heard(page)).toContain('“Ask mentees what they would change” is now 3 of 4.')
    await page.reload()
    expect(await short()).toEqual(['Listen', 'Write', 'Ask', 'Visit'])

    await drag(page, 'Listen', 'Ask', 'Escape')
    expect(await short()).toEqual(['Listen', 'Write', 'Ask', 'Visit'])
    await page.reload()
    expect(await short()).toEqual(['Listen', 'Write', 'Ask', 'Visit'])
  })
})

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim())

/** Drags the action that begins so past the middle of another. */
async function drag(page: Page, from: string, past: string, key?: string): Promise<void> {
  const item = (words: string) => page.locator('[data-action]', { hasText: new RegExp(`^\\s*${words}`) })
  const grip = await item(from).locator('[data-grip]').boundingBox()
  const target = await item(past).boundingBox()
  if (!grip || !target) throw new Error('nothing to drag')
  await page.mouse.move(grip.x + 8, grip.y + 8)
  await page.mouse.down()
  await page.mouse.move(grip.x + 8, target.y + target.height * 0.75, { steps: 12 })
  if (key) await page.keyboard.press(key)
  await page.mouse.up()
}

test('without scripts, the button applies what is chosen', async () => {
  const page = await open('', { scripts: false })
  await page.getByLabel('Show', { exact: true }).selectOption('overdue')
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.waitForURL(/show=overdue/)
  expect(await texts(page)).toHaveLength(1)
  expect(await page.locator('[data-grip]').filter({ visible: true }).count()).toBe(0)
})
