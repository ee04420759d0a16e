import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { paths as accounts } from '../../src/accounts/paths.ts'
import { paths as assessments } from '../../src/assessment/paths.ts'
import { paths as plans } from '../../src/plan/paths.ts'
import { newId } from '../../src/platform/ids.ts'
import { paths as reports } from '../../src/report/paths.ts'
import {
  anotherAssessment,
  answerAll,
  autosave,
  complete,
  correct,
  fillIn,
  indicatorsOf,
  uploadRequest,
} from '../attack/people.ts'
import { setStage } from '../support/chromium.ts'
import { Connection } from '../support/connection.ts'
import { linkIn } from '../support/mail.ts'
import { type Lead, newLead, PASSPHRASE } from '../support/remote-visitor.ts'

/**
 * Nothing is wider than a phone, whatever people are called and whatever they write: a village and an address that are real, and
 * words without a place to break them, as long as each field takes.
 */

const stage = setStage()
const WIDTH = 320

const VILLAGE = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'
const ADDRESS = 'youngpeoplesmentoring.coordinator@riverbank-community.org.uk'
const word = (length: number) => VILLAGE.repeat(Math.ceil(length / VILLAGE.length)).slice(0, length)
const LINK = `https://${word(58).toLowerCase()}.example/${word(400)}?${word(200)}`

let lead: Lead
let browser: BrowserContext
let page: Page
let core: { readonly organisation: string; readonly assessment: string }
let ids: Readonly<Record<string, string>>
beforeAll(async () => {
  lead = await newLead(stage.server, word(100), {}, ADDRESS)
  const { organisation, assessment } = lead
  const [first = '', second = '', third = ''] = lead.indicators
  const describe = accounts.describe.to({ organisation })
  await fillIn(lead.browser, describe, describe, {
    name: `${VILLAGE} Youth`,
    'GB-CHC': '1123456-123, 205111, 1123457',
    models: 'other',
    otherModel: word(200),
    otherAreas: word(200),
    otherMarks: word(100),
  })
  const rename = assessments.describe.to({ organisation, assessment })
  await fillIn(lead.browser, rename, rename, { programme: word(100), lead: ADDRESS })

  await fillIn(lead.browser, first, first, {
    evidence: `${word(2000)} ${LINK}`,
    notes: word(2000),
    evidenceLink: LINK,
    evidenceLinkTitle: word(200),
    evidencePlaceTitle: word(200),
    evidencePlace: word(500),
    rating: 'developing',
    'new-action': word(500),
    'new-byWhom': ADDRESS,
    do: 'save',
  })
  const names = [`${word(200)}.txt`, `${word(30)}_${word(30)}_${word(30)}.txt`]
  for (const name of names) {
    const sending = new Connection(stage.server.port)
    const files = [{ name, content: Buffer.from(name), type: 'text/plain' }]
    const reply = await sending.send(uploadRequest(lead.browser, stage.url, first, files).toString('latin1'))
    sending.close()
    if (reply.status !== 303) throw new Error(`the file was not taken: ${reply.status}`)
  }
  await fillIn(lead.browser, third, third, { rating: 'less-relevant', lessRelevantReason: word(2000), do: 'save' })
  await autosave(lead.browser, second, 0, { evidence: word(1000) })
  const { conflicts } = (await autosave(lead.browser, second, 0, { evidence: `${word(1000)} too` })) as unknown as {
    conflicts?: readonly { readonly id: string }[]
  }
  const exemption = assessments.exemption.to({ organisation, assessment, standard: '8' })
  const awarded = { 'awardedOn-day': '2', 'awardedOn-month': '6', 'awardedOn-year': '2025' }
  await fillIn(lead.browser, exemption, exemption, { level: 'Gold', ...awarded })

  const plan = { organisation, plan: assessment }
  const add = async (action: string, byWhom: string) => {
    const id = newId()
    const newAction = plans.newAction.to(plan)
    await fillIn(lead.browser, newAction, newAction, { id, indicator: '1.2', action, byWhom })
    return id
  }
  const action = await add(word(500), word(120))
  const done = plans.completion.to({ ...plan, action: await add(word(300), ADDRESS) })
  await fillIn(lead.browser, done, done, { whatChanged: word(2000) })
  await lead.browser.post(plans.removal.to({ ...plan, action: await add(word(200), ADDRESS) }), {})

  core = { organisation, assessment: await anotherAssessment(lead, 'core') }
  const there = await indicatorsOf(lead.browser, organisation, core.assessment)
  await answerAll(lead.browser, there, `${word(300)} ${LINK}`)
  await fillIn(lead.browser, there[0] ?? '', there[0] ?? '', { 'new-action': word(500), 'new-byWhom': ADDRESS, do: 'save' })
  await complete(lead.browser, core)
  await correct(lead.browser, core, word(1000))
  const again = assessments.complete.to(core)
  await fillIn(lead.browser, again, again, {
    completedBy: ADDRESS,
    completedByRole: word(120),
    reviewedBy: ADDRESS,
    honest: 'yes',
  })

  ids = { ...plan, assessment, indicator: '1.1', standard: '8', conflict: conflicts?.[0]?.id ?? '', action }
})

let shots = 0
/** The page as it stands, and with everything open that can be opened, is as wide as the window, and nothing is cut off. */
async function fits(): Promise<void> {
  const look = () =>
    page.evaluate(() => {
      const all = [...document.body.querySelectorAll('*')]
        // What is folded away has no width yet.
        .filter((each) => each.checkVisibility())
        // The targets of buttons and of files are a little larger than what is seen of them.
        .filter((each) => each.clientWidth > 1 && each.scrollWidth > each.clientWidth + 8)
        .filter((each) => !/auto|scroll/.test(getComputedStyle(each).overflowX) && !each.matches('input, select, svg *'))
      // The innermost say what it is.
      const inmost = all.filter((each) => !all.some((other) => other !== each && each.contains(other)))
      return {
        width: document.documentElement.scrollWidth,
        tooNarrow: inmost.slice(0, 3).map((each) => each.outerHTML.replace(/\s+/g, ' ').slice(0, 160)),
      }
    })
  const where = new URL(page.url()).pathname
  const right = { width: WIDTH, tooNarrow: [] }
  const found: Record<string, unknown> = { 'as it is': await look() }
  await page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true
  })
  found['all open'] = await look()
  if (process.env.SHOTS) {
    const name = where
      .replace(/[0-9a-f-]{36}/g, '')
      .replace(/\/+/g, '-')
      .slice(0, 60)
    await page.screenshot({ path: `${process.env.SHOTS}/narrow${name}-${++shots}.png`, fullPage: true })
  }
  expect.soft({ where, ...found }).toEqual({ where, 'as it is': right, 'all open': right })
}

async function open(address: string): Promise<void> {
  await page.goto(address)
  await fits()
}

test(`every page is ${WIDTH} px wide`, async () => {
  browser = await stage.browser({ width: WIDTH, height: 640 })
  page = await browser.newPage()
  const cookies = (lead.browser.headers().cookie ?? '').split('; ').map((pair) => {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(pair) ?? []
    return { name, value, url: stage.url }
  })
  await browser.addCookies(cookies)
  const { organisation } = lead
  const at = { organisation, assessment: lead.assessment }
  const plan = { organisation, plan: lead.assessment }
  const [first = '', second = '', third = ''] = lead.indicators
  for (const address of [
    accounts.account.to(),
    accounts.closeAccount.to(),
    accounts.outbox.to(),
    accounts.newOrganisation.to(),
    accounts.organisation.to({ organisation }),
    accounts.describe.to({ organisation }),
    assessments.list.to({ organisation }),
    assessments.start.to({ organisation }),
    assessments.taskList.to(at),
    assessments.describe.to(at),
    first,
    second,
    third,
    assessments.versions.to({ ...at, indicator: '1.2', conflict: ids.conflict ?? '' }),
    assessments.lookOver.to(at),
    assessments.standard.to({ ...at, standard: '8' }),
    assessments.exemption.to({ ...at, standard: '8' }),
    assessments.complete.to(at),
    reports.results.to(at),
    plans.plan.to(plan),
    plans.newAction.to(plan),
    plans.action.to({ ...plan, action: ids.action ?? '' }),
    plans.completion.to({ ...plan, action: ids.action ?? '' }),
    assessments.taskList.to(core),
    assessments.complete.to(core),
    assessments.correct.to(core),
    `${assessments.taskList.to(core)}/indicators/1.1`,
    assessments.lookOver.to(core),
    reports.results.to(core),
    `${reports.results.to(core)}?revision=1`,
    plans.plan.to({ organisation, plan: core.assessment }),
    `/${word(300)}`,
  ])
    await open(address)
})

test('nor is what the program says back', async () => {
  browser = await stage.browser({ width: WIDTH, height: 640 })
  page = await browser.newPage()
  // Somebody nobody knows, whose address is too long and whose name is not.
  await open(accounts.signUp.to())
  await page.getByLabel('Your name').fill(word(100))
  await page.getByLabel('E-mail address').fill(`${word(300)}@example.org`)
  await page.getByLabel('Choose a passphrase', { exact: true }).fill(word(150))
  await page.getByRole('button', { name: 'Sign up' }).click()
  await page.getByText('There is a problem').waitFor()
  await fits()
  await page.getByLabel('E-mail address').fill(ADDRESS)
  await page.getByLabel('Choose a passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await page.getByText('Is it yours?').waitFor()
  await fits()
  await open(accounts.forgotten.to())
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByText('has an account here').waitFor()
  await fits()
  const link = page.getByRole('link', { name: /new-passphrase/ })
  await expect.poll(() => page.goto(accounts.outbox.to()).then(() => link.count()), { timeout: 20_000 }).toBe(1)
  await fits()
  await link.click()
  await page.getByRole('heading', { name: 'Choose a new passphrase' }).waitFor()
  await fits()

  const confirming = stage.command('person', 'confirm-link', ADDRESS)
  await page.goto(linkIn(confirming, accounts.confirmAddress.to()))
  await page.getByRole('heading', { name: 'Confirm your e-mail address' }).waitFor()
  await fits()
  await page.getByRole('button', { name: 'Confirm this address' }).click()
  await page.getByText('There is a problem').waitFor()
  await fits()

  // Words that wait while their writer signs in, and a number that is none.
  await open(accounts.signIn.to())
  await page.getByLabel('E-mail address').fill(ADDRESS)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: VILLAGE }).waitFor()
  await open(accounts.describe.to({ organisation: lead.organisation }))
  await page.getByLabel('Charity number, England and Wales').fill(word(90))
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('There is a problem').waitFor()
  await fits()
  await page.getByLabel('Other areas').fill(`Two words ${word(180)}`)
  await browser.clearCookies({ name: 'mentormark.session_token' })
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('heading', { name: 'Sign in to carry on' }).waitFor()
  await fits()
  await page.getByLabel('E-mail address').fill(ADDRESS)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
  await fits()
})
