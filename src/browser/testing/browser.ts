/** A browser, a server and pages for a test file; anything that goes wrong in a page's scripts fails the test. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { startTestServer, type TestServer } from './server.ts'

export interface Stage {
  readonly server: TestServer
  readonly context: BrowserContext
  /** Opens a page as this person, once its scripts have started. An empty name is nobody. */
  open(path?: string, person?: string): Promise<Page>
  /** What the server holds, soon. */
  stored(field: string, indicator?: string): ReturnType<typeof expect.poll>
}

/** What will be so, soon. */
export const eventually = <Value>(read: () => Value | Promise<Value>) => expect.poll(read, { timeout: 8_000 })

export const status = (page: Page) => page.locator('[data-save-status]')
export const says = (page: Page, text: string | RegExp) => eventually(() => status(page).textContent()).toMatch(text)

/** Every draft in the browser's storage, whoever's it is. */
export const drafts = (page: Page) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('mentormark:draft'))
      .map(([key, value]) => [key, JSON.parse(value as string)] as const),
  )

/** Call once at the top of a test file; what it returns is fresh for each test. */
export function setStage(): Stage {
  let browser: Browser
  let server: TestServer
  let context: BrowserContext
  const faults: string[] = []

  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking'],
    })
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    server = await startTestServer()
    context = await browser.newContext()
    faults.length = 0
  })
  afterEach(async () => {
    await context.close()
    await server.stop()
    expect(faults).toEqual([])
  })

  return {
    get server() {
      return server
    },
    get context() {
      return context
    },
    stored: (field, indicator = '1.1') => eventually(() => server.stored(indicator)[field]),
    async open(path = '/indicator/1.1', person = 'alice') {
      const cookies = await context.cookies(server.url)
      if (person && cookies.length === 0) await context.addCookies([{ name: 'person', value: person, url: server.url }])
      const page = await context.newPage()
      page.on('pageerror', (error) => faults.push(String(error)))
      page.on('console', (message) => {
        if (/Content Security Policy|Uncaught/.test(message.text())) faults.push(message.text())
      })
      await page.goto(server.url + path)
      await page.waitForSelector('body.js-enabled.govuk-frontend-supported')
      // The form, if there is one, has its draft and its status in hand.
      await page.waitForFunction(
        () => !document.querySelector('form[data-autosave]') || document.querySelector('[data-save-status][aria-live=off]'),
      )
      return page
    },
  }
}
