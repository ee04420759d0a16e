import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { paths } from '../../src/accounts/paths.ts'
import { lookAt, setStage } from '../support/chromium.ts'
import { linkIn } from '../support/mail.ts'
import { type MailServer, startMailServer } from '../support/mail-server.ts'
import { PASSPHRASE } from '../support/personas.ts'

/**
 * Where mail is set up: from the address to the organisation, by a letter that a real mail server was given, and every page that
 * somebody may meet on the way. Chromium's remarks on forms, such as on a passphrase whose owner it can't find, fail the test.
 */

let mail: MailServer | null = null
const stage = setStage({
  async env() {
    mail = await startMailServer()
    return { SMTP_URL: mail.url, MAIL_FROM: 'Mentormark <hello@mentormark.example>' }
  },
})
afterAll(() => mail?.stop())

const WAYS = [
  { width: 1280, scripts: true },
  { width: 320, scripts: false },
] as const

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor()
const linkTo = async (address: string, subject: RegExp, path: string) =>
  linkIn((await mail?.letterTo(address, subject)) ?? '', path)

async function asksForALink(browser: BrowserContext, address: string): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(paths.start.to())
  await page
    .getByRole('button', { name: 'Sign up' })
    .or(page.getByRole('link', { name: 'Sign up' }))
    .first()
    .click()
  await heading(page, 'Sign up')
  await page.getByLabel('E-mail address').fill(address)
  await press(page, 'Send me a link')
  await heading(page, 'Check your e-mail')
  return page
}

describe.each(WAYS)('at $width pixels, with scripts: $scripts', (way) => {
  const address = `grace-${way.width}-${way.scripts ? 'with' : 'without'}@lantern.example`

  test('a link is asked for, opened on another device, and leads in', async () => {
    const asking = await stage.browser(way)
    const asked = await asking.newPage()
    await asked.goto(paths.signUp.to())
    await lookAt(asked, 'sign-up-1-address')
    await press(asked, 'Send me a link')
    await asked.getByText('There is a problem').waitFor()
    await lookAt(asked, 'sign-up-2-address-errors')
    const sent = await asksForALink(asking, address)
    await lookAt(sent, 'sign-up-3-sent')
    // Loading it again asks for nothing again.
    await sent.reload()
    await heading(sent, 'Check your e-mail')

    const other = await stage.browser(way)
    const page = await other.newPage()
    const link = await linkTo(address, /Finish signing up/, paths.finishSignUp.to())
    await page.goto(link)
    await heading(page, 'Finish signing up')
    expect(new URL(page.url()).search).toBe('')
    await lookAt(page, 'sign-up-4-finish')
    await press(page, 'Sign up')
    await page.getByText('There is a problem').waitFor()
    await lookAt(page, 'sign-up-5-finish-errors')
    await page.getByLabel('Your name').fill('Grace Adeyemi')
    await page.getByLabel('Choose a passphrase', { exact: true }).fill(PASSPHRASE)
    await press(page, 'Sign up')
    await heading(page, 'Set up your organisation')
    await page.getByText('Your account is ready, and you are signed in.').waitFor()
    await lookAt(page, 'sign-up-6-in')
    await page.getByLabel('Name of your organisation').fill('Lantern Club')
    await press(page, 'Set up')
    await heading(page, 'Lantern Club')
    expect(mail?.letters.filter(({ to }) => [to].flat().some((each) => each?.text === address))).toHaveLength(1)

    // Back where it was asked for, somebody opens it again.
    await sent.goto(link)
    await heading(sent, 'You have signed up already')
    await lookAt(sent, 'sign-up-7-used')
    await sent
      .getByRole('button', { name: 'Sign in' })
      .or(sent.getByRole('link', { name: 'Sign in' }))
      .last()
      .click()
    await heading(sent, 'Sign in')
    expect(await sent.getByLabel('E-mail address').inputValue()).toBe(address)
    await lookAt(sent, 'sign-up-8-sign-in')
    await sent.goto(`${paths.finishSignUp.to()}?token=${'x'.repeat(43)}`)
    await heading(sent, 'This link does not work')
    await lookAt(sent, 'sign-up-9-no-such-link')
  })

  test('a known address sees the same, and its owner chooses a new passphrase by the letter', async () => {
    const browser = await stage.browser(way)
    const page = await asksForALink(browser, address)
    const unknown = await asksForALink(browser, `nobody-${address}`)
    const words = async (shown: Page) => (await shown.getByRole('main').textContent())?.replaceAll(`nobody-${address}`, address)
    expect(await words(page)).toBe(await words(unknown))

    const letter = (await mail?.letterTo(address, /account already/)) ?? ''
    expect(letter).toContain('Hello Grace Adeyemi,')
    await page.goto(new URL(/http\S+forgotten-passphrase/.exec(letter)?.[0] ?? '').pathname)
    await page.getByLabel('E-mail address').fill(address)
    await press(page, 'Send me a link')
    await heading(page, 'Check your e-mail')
    await lookAt(page, 'sign-up-10-forgotten')
    await page.goto(await linkTo(address, /Choose a new passphrase/, paths.reset.to()))
    await heading(page, 'Choose a new passphrase')
    await lookAt(page, 'sign-up-11-new-passphrase')
    await page.getByLabel('New passphrase', { exact: true }).fill('violet harbour kettle drum')
    await press(page, 'Use this passphrase')
    await page.getByLabel('Passphrase', { exact: true }).fill('violet harbour kettle drum')
    await press(page, 'Sign in')
    await heading(page, 'Lantern Club')
    await page.goto(paths.changePassword.to())
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/account#change-passphrase')
    await lookAt(page, 'sign-up-12-account')
    await page.goto(paths.closeAccount.to())
    await lookAt(page, 'sign-up-13-close')
  })
})
