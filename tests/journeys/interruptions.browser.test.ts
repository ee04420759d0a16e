import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { lookAt, setStage } from '../support/chromium.ts'
import { PASSPHRASE } from '../support/personas.ts'
import { type Lead, newLead } from '../support/remote-visitor.ts'

/** Closing the lid, losing the network, a server that dies, a session that ends, a second window: none of it costs a word. */

const stage = setStage()

/** Somebody with an assessment, in a browser in which they are signed in. */
async function somebody(
  name: string,
): Promise<{ lead: Lead; browser: BrowserContext; open: (indicator?: number) => Promise<Page> }> {
  const lead = await newLead(stage.server, name)
  lead.browser.close()
  const browser = await stage.browser()
  await signIn(await browser.newPage(), lead)
  return {
    lead,
    browser,
    async open(indicator = 0) {
      const page = await browser.newPage()
      await page.goto(lead.indicators[indicator] ?? '')
      await ready(page)
      return page
    },
  }
}

async function signIn(page: Page, { email }: Lead): Promise<void> {
  if ((await page.getByRole('heading', { level: 1, name: /^Sign in/ }).count()) === 0) await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  // On a phone it is behind the menu.
  await page.locator('[data-sign-out]').waitFor({ state: 'attached' })
}

/** Its script has the form, its draft and its status in hand. */
const ready = (page: Page) => page.locator('[data-save-status][aria-live=off]').waitFor({ state: 'attached' })
const evidence = (page: Page) => page.getByLabel('What do you do, and what shows it?')
const says = (page: Page, words: string | RegExp) =>
  expect.poll(() => page.locator('[data-save-status]').textContent(), { timeout: 10_000 }).toMatch(words)
const drafts = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('mentormark:draft')).length)
/** What another browser of the same person finds. */
async function savedEvidence(browser: BrowserContext, address: string): Promise<string> {
  const text = await (await browser.request.get(address)).text()
  return /<textarea[^>]*name="evidence"[^>]*>\n?([^<]*)/.exec(text)?.[1] ?? ''
}

test('what is typed, ticked and chosen saves itself, and says so', async () => {
  const { lead, browser, open } = await somebody('Ada')
  const page = await open()
  await evidence(page).pressSequentially('We meet every Tuesday.')
  await says(page, /^Saved \d\d?:\d\d/)
  await page.getByRole('checkbox').first().check()
  await page.getByLabel('Good practice').check()
  await expect.poll(() => drafts(page)).toBe(0)
  await says(page, /^Saved/)
  expect(await savedEvidence(browser, lead.indicators[0] ?? '')).toBe('We meet every Tuesday.')
  await page.reload()
  expect(await page.getByRole('checkbox').first().isChecked()).toBe(true)
  expect(await page.getByLabel('Good practice').isChecked()).toBe(true)
  expect(await evidence(page).inputValue()).toBe('We meet every Tuesday.')
})

test('the server is killed while someone types, and the words are saved when it is back', async () => {
  stage.forgive(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_SOCKET_NOT_CONNECTED/)
  const { lead, browser, open } = await somebody('Bea')
  const page = await open()
  await evidence(page).pressSequentially('Before. ')
  await says(page, /^Saved/)
  await evidence(page).pressSequentially('While it ')
  await stage.kill()
  await evidence(page).pressSequentially('was dying. ')
  await says(page, /Not saved yet|offline/)
  await stage.restart()
  await evidence(page).pressSequentially('And after.')
  await says(page, /^Saved/)
  expect(await savedEvidence(browser, lead.indicators[0] ?? '')).toBe('Before. While it was dying. And after.')
})

test('the lid is closed while the server is down: the words are back when the page is opened again', async () => {
  stage.forgive(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|ERR_SOCKET_NOT_CONNECTED/)
  const { lead, browser, open } = await somebody('Cleo')
  const page = await open()
  await stage.kill()
  await evidence(page).fill('Half a morning’s work')
  await says(page, /Not saved yet|offline/)
  await page.close()
  await stage.restart()
  const again = await open()
  expect(await evidence(again).inputValue()).toBe('Half a morning’s work')
  await says(again, /We found words that had not been saved, and put them back.*saved now/)
  expect(await savedEvidence(browser, lead.indicators[0] ?? '')).toBe('Half a morning’s work')
})

test('on a train: words written without a network are saved when it is back', async () => {
  stage.forgive(/ERR_INTERNET_DISCONNECTED/)
  const { lead, browser, open } = await somebody('Dina')
  const page = await open()
  await browser.setOffline(true)
  await evidence(page).fill('Written in a tunnel')
  await says(page, /^You are offline. Your words are kept in this browser/)
  // Going on would show an error page of the browser's: the person stays where the words are.
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await says(page, /^You are offline/)
  expect(await evidence(page).inputValue()).toBe('Written in a tunnel')
  await browser.setOffline(false)
  await says(page, /^Saved/)
  expect(await savedEvidence(browser, lead.indicators[0] ?? '')).toBe('Written in a tunnel')
})

test('the session ends: signing in in another window saves the words in this one', async () => {
  const { lead, browser, open } = await somebody('Elif')
  const page = await open()
  await evidence(page).fill('Saved while signed in')
  await says(page, /^Saved/)
  // It ends on the server, as when it is ended from another device.
  const session = (await browser.cookies()).find(({ name }) => name.includes('session_token'))
  await browser.clearCookies({ name: session?.name ?? '' })
  await evidence(page).fill('Saved while signed in, and more')
  await says(page, /^You have been signed out. Your words are kept in this browser. To save them here, sign in again/)
  await lookAt(page, '50-signed-out-while-typing')
  const opened = browser.waitForEvent('page')
  await page.getByRole('link', { name: 'sign in again (opens in a new tab)' }).click()
  await signIn(await opened, lead)
  await page.bringToFront()
  await says(page, /^Saved/)
  expect(await savedEvidence(browser, lead.indicators[0] ?? '')).toBe('Saved while signed in, and more')
})

test('without scripts, the words wait on the sign-in page', async () => {
  const lead = await newLead(stage.server, 'Fay')
  lead.browser.close()
  const browser = await stage.browser({ width: 320, scripts: false })
  const page = await browser.newPage()
  await signIn(page, lead)
  await page.goto(lead.indicators[0] ?? '')
  await evidence(page).fill('A long and thoughtful answer')
  const session = (await browser.cookies()).find(({ name }) => name.includes('session_token'))
  await browser.clearCookies({ name: session?.name ?? '' })
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sign in to carry on' }).waitFor()
  await lookAt(page, '51-sign-in-to-carry-on')
  await signIn(page, lead)
  await page.getByRole('heading', { level: 1, name: 'Welcome back' }).waitFor()
  await lookAt(page, '52-welcome-back')
  await page.getByRole('button', { name: 'Save what I wrote' }).click()
  await page.getByRole('heading', { level: 1, name: /1\.2/ }).waitFor()
  expect(await savedEvidence(browser, lead.indicators[0] ?? '')).toBe('A long and thoughtful answer')
})

describe('two windows', () => {
  test('different fields come together, and each window learns of it', async () => {
    const { open } = await somebody('Gigi')
    const [first, second] = [await open(), await open()]
    await first.bringToFront()
    await evidence(first).fill('In the first')
    await says(first, /^Saved/)
    await second.bringToFront()
    await second.getByLabel('Good practice').check()
    await says(second, /^Saved/)
    await second.reload()
    expect(await evidence(second).inputValue()).toBe('In the first')
    expect(await second.getByLabel('Good practice').isChecked()).toBe(true)
  })

  test('on two devices, the same field: both texts are kept, shown side by side, and joined', async () => {
    const { lead, browser, open } = await somebody('Hana')
    const laptop = await open()
    const other = await stage.browser({ width: 320 })
    const phone = await other.newPage()
    await signIn(phone, lead)
    await phone.goto(lead.indicators[0] ?? '')
    await ready(phone)
    await evidence(laptop).fill('Written on the laptop')
    await says(laptop, /^Saved/)
    await evidence(phone).fill('Written on the phone')
    await phone.locator('main').getByText('Both versions are kept.').waitFor()
    await lookAt(phone, '53-two-versions-notice')
    await phone.getByRole('link', { name: /Two versions of your evidence/i }).click()
    await phone.getByRole('heading', { level: 1, name: /two versions/ }).waitFor()
    await lookAt(phone, '54-two-versions')
    expect(await phone.getByLabel('Or join them').inputValue()).toBe('Written on the laptop\n\nWritten on the phone')
    await phone.getByRole('button', { name: 'Use the joined words' }).click()
    await phone.getByText('Both versions stay in the history.').waitFor()
    expect(await evidence(phone).inputValue()).toBe('Written on the laptop\n\nWritten on the phone')
    expect(await savedEvidence(browser, lead.indicators[0] ?? '')).toBe('Written on the laptop\n\nWritten on the phone')
    await laptop.goto(lead.indicators[0] ?? '')
    await lookAt(laptop, '55-after-joining')
  })
})

test('signing out with words that could not be saved asks first', async () => {
  const { open, browser } = await somebody('Iris')
  const page = await open()
  await page.route('**/indicators/**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  stage.forgive(/ERR_FAILED/)
  await evidence(page).fill('Not saved anywhere but here')
  await says(page, /Not saved yet/)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('dialog').waitFor()
  await lookAt(page, '56-signing-out-with-words')
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await page.unroute('**/indicators/**')
  await evidence(page).press('End')
  await evidence(page).pressSequentially('!')
  await says(page, /^Saved/)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByText('You are signed out.').waitFor()
  expect(await browser.cookies().then((all) => all.filter(({ name }) => name.includes('session_token')))).toEqual([])
})

/** A page whose words the server does not take. */
async function withUnsavedWords(open: () => Promise<Page>): Promise<Page> {
  const page = await open()
  await page.route('**/indicators/**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  stage.forgive(/ERR_FAILED/)
  await evidence(page).fill('Not saved anywhere but here')
  await says(page, /Not saved yet/)
  return page
}
const held = (page: Page) => page.evaluate(() => Object.keys(localStorage))

test('signing out all the same removes the words, and everything else this browser held', async () => {
  const { open } = await somebody('Kit')
  const page = await withUnsavedWords(open)
  await page.evaluate(() => localStorage.setItem('something-else', 'x'))
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('button', { name: 'Sign out and remove them' }).click()
  await page.getByText('You are signed out.').waitFor()
  expect(await held(page)).toEqual([])
})

test('signing out leaves unsent words of somebody else, who was not asked, where they are', async () => {
  const { lead, browser, open } = await somebody('Lou')
  const page = await withUnsavedWords(open)
  await page.close()
  // Their session ends, and somebody else signs in, writes and signs out.
  const session = (await browser.cookies()).find(({ name }) => name.includes('session_token'))
  await browser.clearCookies({ name: session?.name ?? '' })
  const other = await newLead(stage.server, 'Max')
  other.browser.close()
  const theirs = await browser.newPage()
  await signIn(theirs, other)
  const second = await withUnsavedWords(async () => {
    await theirs.goto(other.indicators[0] ?? '')
    await ready(theirs)
    return theirs
  })
  expect(await drafts(second)).toBe(2)
  await second.getByRole('button', { name: 'Sign out' }).click()
  await second.getByRole('button', { name: 'Sign out and remove them' }).click()
  await second.getByText('You are signed out.').waitFor()
  await expect.poll(() => drafts(second)).toBe(1)
  await second.unroute('**/indicators/**')
  await signIn(second, lead)
  await expect.poll(() => savedEvidence(browser, lead.indicators[0] ?? '')).toBe('Not saved anywhere but here')
  await expect.poll(() => drafts(second)).toBe(0)
})

test('somebody else signs in meanwhile: however often “Save” is pressed, and without the script too, nothing is theirs', async () => {
  const { lead, browser, open } = await somebody('Nia')
  const page = await open()
  const other = await newLead(stage.server, 'Oli')
  other.browser.close()
  stage.forgive(/403|404/)
  const session = (await browser.cookies()).find(({ name }) => name.includes('session_token'))
  await browser.clearCookies({ name: session?.name ?? '' })
  await signIn(await browser.newPage(), other)
  await page.bringToFront()
  await evidence(page).fill('What Nia wrote')
  await says(page, /^Someone else is signed in now/)
  const posts: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.isNavigationRequest()) posts.push(request.url())
  })
  for (let press = 0; press < 2; press++) {
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.waitForTimeout(300)
  }
  expect(posts).toEqual([])
  expect(await evidence(page).inputValue()).toBe('What Nia wrote')

  // As where the script could not hold it back.
  await page.evaluate(() => HTMLFormElement.prototype.submit.call(document.querySelector('form[data-autosave]')))
  await page.getByRole('heading', { level: 1, name: 'This page belongs to somebody else' }).waitFor()
  await lookAt(page, '58-a-page-of-somebody-else')
  await page.getByLabel('E-mail address').fill(lead.email)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Welcome back' }).waitFor()
  await page.getByRole('button', { name: 'Save what I wrote' }).click()
  await page.getByRole('heading', { level: 1, name: /1\.1/ }).waitFor()
  expect(await savedEvidence(browser, lead.indicators[0] ?? '')).toBe('What Nia wrote')
})

test('completed by a colleague meanwhile: the page says so, and the words can be copied', async () => {
  const { lead, open } = await somebody('Jo')
  const page = await open()
  // The colleague answers everything and completes it, from their own browser.
  const colleague = await stage.browser()
  await signIn(await colleague.newPage(), lead)
  const theirs = colleague.pages()[0] as Page
  const at = (lead.indicators[0] ?? '').replace(/\/indicators\/.*/, '')
  await theirs.goto(at)
  await theirs.evaluate(async (addresses) => {
    const token = document.querySelector<HTMLInputElement>('input[name=token]')?.value ?? ''
    for (const address of addresses) {
      const body = new URLSearchParams({ token, basedOn: '0', fields: 'rating', rating: 'good' })
      await fetch(address, { method: 'POST', headers: { accept: 'application/json' }, body })
    }
  }, lead.indicators)
  await theirs.goto(`${at}/complete`)
  await theirs.getByLabel('What is their role?').fill('Manager')
  await theirs.getByLabel(/This is an honest account/).check()
  await theirs.getByRole('button', { name: 'Complete the assessment' }).click()
  await theirs.getByText('Your assessment is completed').waitFor()

  await evidence(page).fill('One more thing')
  await says(page, /moved on|changed since|completed/i)
  expect(await evidence(page).inputValue()).toBe('One more thing')
  await page.goto(`${stage.url}${at}`)
  await page.getByRole('heading', { name: 'Words you wrote earlier are not saved yet' }).waitFor()
  await page.getByText('Show these words').click()
  await page.getByText('One more thing').waitFor()
  await lookAt(page, '57-words-left-over')
  await page.getByRole('button', { name: 'Remove them from this browser' }).click()
  await expect.poll(() => drafts(page)).toBe(0)
})
