import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { setStage } from '../support/chromium.ts'
import { PASSPHRASE } from '../support/personas.ts'

/** Once through without a mouse: Tab, Enter, Space, arrows and the shortcuts. Wherever the focus is, it can be seen. */

const stage = setStage()

/** Somebody's hands on a keyboard. */
class Hands {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  press(key: string): Promise<void> {
    return this.page.keyboard.press(key)
  }
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text)
  }

  /** What has the focus, as it is called, and whether a person can see that it has it. */
  focus(): Promise<{ readonly name: string; readonly seen: boolean; readonly covered: boolean }> {
    return this.page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent)
      const name = element.getAttribute('aria-label') ?? (labels.length > 0 ? labels.join(' ') : (element.textContent ?? ''))
      // GOV.UK draws the ring of a radio or checkbox on the box beside it.
      const drawn = [element, ...[...((element as HTMLInputElement).labels ?? [])]].flatMap((each) => [
        getComputedStyle(each),
        getComputedStyle(each, '::before'),
      ])
      const ring = drawn.some(
        (style) =>
          (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2) ||
          !['none', ''].includes(style.boxShadow),
      )
      const box = element.getBoundingClientRect()
      const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0
      const bar = document.querySelector('.app-answer__end')
      const over = bar && !bar.contains(element) ? bar.getBoundingClientRect() : null
      // Wholly under the bar that stays at the bottom (WCAG 2.2, 2.4.11).
      const covered = over !== null && box.top >= over.top && box.bottom <= over.bottom
      return { name: name.replace(/\s+/g, ' ').trim(), seen: ring && inside, covered }
    })
  }

  /** Tabs on until the focus is on something of that name, looking at the focus all the way. */
  async tabTo(name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    const passed: string[] = []
    for (let steps = 0; steps < 120; steps++) {
      await this.press(key)
      const focus = await this.focus()
      expect(focus).toEqual({ name: focus.name, seen: true, covered: false })
      if (typeof name === 'string' ? focus.name === name || focus.name.startsWith(`${name} `) : name.test(focus.name)) return
      passed.push(focus.name)
    }
    throw new Error(`${name} is not reached by ${key}; passed: ${passed.join(' | ')}`)
  }

  /** Tabs through the whole page, looking at the focus all the way. @returns how many stops there were */
  async tabThrough(): Promise<number> {
    for (let stops = 0; ; stops++) {
      await this.press('Tab')
      if (await this.page.evaluate(() => document.activeElement === document.body)) return stops
      const focus = await this.focus()
      expect(focus).toEqual({ name: focus.name, seen: true, covered: false })
    }
  }

  /** Enter on what has the focus, and the page it leads to. */
  async enter(): Promise<void> {
    const arrived = this.page.waitForEvent('load')
    await this.press('Enter')
    await arrived
  }
  async heading(name: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name }).waitFor()
  }
}

test('from signing up to an answer, without a mouse', async () => {
  const browser = await stage.browser()
  const page = await browser.newPage()
  const hands = new Hands(page)

  // The skip link comes first, is seen when it has the focus, and leads past the navigation.
  await page.goto('/')
  await hands.press('Tab')
  expect(await hands.focus()).toEqual({ name: 'Skip to main content', seen: true, covered: false })
  await hands.press('Enter')
  await hands.tabTo(/^Sign up/)
  await hands.enter()

  // A form sent empty: the focus goes to the summary, whose links go to the fields.
  await hands.tabTo('Sign up')
  await hands.enter()
  await expect.poll(async () => (await hands.focus()).name).toMatch(/^There is a problem/)
  await hands.tabTo('Enter your name')
  await hands.press('Enter')
  await expect.poll(async () => (await hands.focus()).name).toBe('Your name')
  await hands.type('Kim Ito')
  await hands.tabTo('E-mail address')
  await hands.type('kim@lantern.example')
  await hands.tabTo('Choose a passphrase')
  await hands.type(PASSPHRASE)
  await hands.enter()

  await hands.heading(/set up your organisation/i)
  await hands.tabTo('Name of your organisation')
  await hands.type('Keyboard Club')
  await hands.enter()
  await hands.tabTo(/^Start your first assessment/)
  await hands.enter()
  // Arrows go through radios, Space chooses.
  await hands.tabTo(/^Core indicators first/)
  await hands.press('Space')
  await hands.tabTo('Start')
  await hands.enter()
  await hands.tabTo(/^Begin with 1\.1/)
  await hands.enter()

  await hands.heading(/1\.1/)
  await hands.tabTo(/./)
  await page.locator('[data-save-status][aria-live=off]').waitFor({ state: 'attached' })
  await hands.tabTo(/^Something in writing/)
  await hands.press('Space')
  expect(await page.getByRole('checkbox').first().isChecked()).toBe(true)
  await hands.tabTo('What do you do, and what shows it?')
  await hands.type('All of it with a keyboard.')
  await hands.tabTo('Add a link')
  await hands.press('Enter')
  await hands.tabTo('Link')
  await hands.type('lantern.example/keyboards')
  await hands.tabTo('Add link')
  await hands.enter()
  await page.getByText('lantern.example/keyboards').first().waitFor()
  await hands.tabTo(/^Undeveloped practice/)
  await hands.press('Space')
  await hands.press('ArrowDown')
  await hands.press('ArrowDown')
  expect(await page.getByLabel('Good practice').isChecked()).toBe(true)
  await hands.tabTo(/^Draft a one-page theory of change/)
  await hands.press('Enter')
  await hands.tabTo('Who will do it?')
  await hands.type('Kim')
  await hands.tabTo(/^Add “Draft a one-page theory of change/)
  await hands.enter()
  await page.getByText('Added to your development plan').waitFor()
  await hands.tabTo('Save and continue')
  await hands.enter()
  await hands.heading(/1\.2/)

  // And back, the other way round.
  await hands.tabTo(/^Previous/)
  await hands.enter()
  await hands.heading(/1\.1/)
  expect(await page.getByLabel('What do you do, and what shows it?').inputValue()).toBe('All of it with a keyboard.')
  await hands.tabTo(/./)
  await hands.tabTo(/^All standards/)
  await hands.enter()
  await page.getByText('1 of 20 indicators answered').first().waitFor()
})

test('keys for people who go through many indicators: off until they are wanted, announced, and never while typing', async () => {
  const browser = await stage.browser()
  const page = await browser.newPage()
  const hands = new Hands(page)
  await signIn(page)
  await page
    .getByRole('link', { name: /All our mentoring|2026|202\d/ })
    .first()
    .click()
  await page.getByRole('link', { name: /Carry on with 1\.2/ }).click()
  await hands.heading(/1\.2/)
  const heard = () => page.locator('[data-announcer]').textContent()

  await hands.press('n')
  await hands.press('3')
  expect(page.url()).toContain('/indicators/1.2')
  expect(await page.getByLabel('Good practice').isChecked()).toBe(false)

  await hands.tabTo('Keyboard shortcuts')
  await hands.press('Enter')
  await hands.tabTo('Use keyboard shortcuts on this browser')
  await hands.press('Space')
  await expect.poll(heard).toContain('Keyboard shortcuts are on')

  await hands.press('2')
  expect(await page.getByLabel('Developing practice').isChecked()).toBe(true)
  await expect.poll(heard).toContain('Rated Developing practice')
  await expect.poll(() => page.locator('[data-save-status]').textContent()).toMatch(/^Saved/)

  await hands.press('j')
  await expect.poll(async () => (await hands.focus()).name).toBe('Jump to any indicator')
  await hands.press('?')
  await expect.poll(async () => (await hands.focus()).name).toBe('Keyboard shortcuts')

  const evidence = page.getByLabel('What do you do, and what shows it?')
  await evidence.focus()
  await hands.type('n p 1 2 3 ?')
  expect(await evidence.inputValue()).toBe('n p 1 2 3 ?')
  expect(await page.getByLabel('Developing practice').isChecked()).toBe(true)
  await evidence.blur()

  await hands.press('n')
  await hands.heading(/2\.1/)
  // Remembered in this browser; what had just been typed was saved on the way.
  await hands.press('p')
  await hands.heading(/1\.2/)
  expect(await evidence.inputValue()).toBe('n p 1 2 3 ?')

  // With the standard and the ratings beside the questions, on a small phone, and at 400 %: what has the focus is never under
  // what stays in its place.
  for (const [width, height] of SCREENS) {
    await page.setViewportSize({ width, height })
    await page.reload()
    expect([width, height, await hands.tabThrough()]).toEqual([width, height, expect.toSatisfy((stops: number) => stops > 25)])
  }
  const positions = () =>
    page.evaluate(() =>
      ['.app-answer__end', '.app-rail'].map((each) => getComputedStyle(document.querySelector(each) as Element).position),
    )
  expect(await positions()).toEqual(['static', 'static'])
})

/** The last is 1280 by 1024 at 400 %. */
const SCREENS = [
  [1280, 900],
  [1280, 640],
  [320, 568],
  [320, 256],
] as const

test('back at the list, the focus is where one comes back to, with what is left', async () => {
  const browser = await stage.browser()
  const page = await browser.newPage()
  const hands = new Hands(page)
  await signIn(page)
  await page.goto(`${await assessmentOf(page)}/complete`)
  await hands.heading('Before you complete it')
  await hands.tabTo(/^2\.1/)
  await hands.enter()
  await hands.heading(/2\.1/)
  // Without a look at the rest of the page: the rating is one link away.
  await hands.tabTo('Go to the rating')
  await hands.press('Enter')
  await hands.tabTo(/^Undeveloped practice/)
  await hands.press('Space')
  await hands.tabTo('Save and go back to the list')
  await hands.enter()
  await hands.heading('Before you complete it')
  await expect.poll(async () => (await hands.focus()).name).toMatch(/^DoneSaved\. \d+ things still need an answer\./)
  await hands.tabTo(/./)
  expect((await hands.focus()).name).toMatch(/^2\.2/)
})

test.each([true, false])('Enter in a text field saves, with scripts: %s', async (scripts) => {
  const browser = await stage.browser({ scripts })
  const page = await browser.newPage()
  await signIn(page)
  await page.goto(`${await assessmentOf(page)}/indicators/2.2`)
  // What is pressed is the form's first button, which stands in sight.
  const first = page.locator('button[form=answer], #answer button').first()
  expect([await first.textContent(), await first.isVisible()]).toEqual(['Save', true])
  const link = `lantern.example/enter-${scripts ? 'with' : 'without'}`
  await page.getByText('Add a link', { exact: true }).click()
  await page.getByLabel('Link', { exact: true }).fill(link)
  const arrived = page.waitForEvent('load')
  await page.getByLabel('Link', { exact: true }).press('Enter')
  await arrived
  await page.getByText('The evidence is added.').waitFor()
  await page.getByRole('link', { name: link }).waitFor()
  await page.getByRole('heading', { level: 1, name: /2\.2/ }).waitFor()
})

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill('kim@lantern.example')
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  const arrived = page.waitForEvent('load')
  await page.getByLabel('Passphrase', { exact: true }).press('Enter')
  await arrived
}

/** The address of the one assessment there is. */
async function assessmentOf(page: Page): Promise<string> {
  const href = await page.locator('main a[href*="/assessments/"]').first().getAttribute('href')
  return /^.*\/assessments\/[0-9a-f-]{36}/.exec(href ?? '')?.[0] ?? ''
}
