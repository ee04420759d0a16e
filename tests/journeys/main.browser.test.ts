import type { BrowserContext, Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { lookAt, setStage } from '../support/chromium.ts'
import { PASSPHRASE } from '../support/personas.ts'

/**
 * A programme manager who has never seen Mentormark, from the welcome page to a completed assessment, its results, the plan
 * and a correction: on a phone and on a desk, with scripts and without. Every page on the way is looked at.
 */

const stage = setStage()

/** Each width and each way once: the other two pairs meet nothing that these, the keyboard's journey and the narrow pages don't. */
const WAYS = [
  { width: 1280, scripts: true },
  { width: 320, scripts: false },
] as const

describe.each(WAYS)('at $width pixels, with scripts: $scripts', ({ width, scripts }) => {
  test('from signing up to the plan', async () => {
    const browser = await stage.browser({ width, scripts })
    const page = await browser.newPage()
    await new Journey(browser, page, scripts).walk()
  }, 120_000)
})

class Journey {
  readonly browser: BrowserContext
  readonly page: Page
  readonly scripts: boolean
  readonly email: string
  constructor(browser: BrowserContext, page: Page, scripts: boolean) {
    this.browser = browser
    this.page = page
    this.scripts = scripts
    this.email = `grace-${page.viewportSize()?.width}-${scripts ? 'with' : 'without'}@lantern.example`
  }

  async walk(): Promise<void> {
    await this.gettingIn()
    await this.settingUp()
    await this.starting()
    await this.answering()
    await this.anotherMark()
    await this.lookingOver()
    await this.completing()
    await this.thePlan()
    await this.correcting()
    await this.herAccount()
    await this.dayTwo()
  }

  async gettingIn(): Promise<void> {
    const { page } = this
    await page.goto('/')
    await this.look('01-welcome')
    await this.go(/sign up|start|create/i)
    await this.look('02-sign-up')
    await this.press('Sign up')
    await this.says('There is a problem')
    await this.look('03-sign-up-errors')
    await page.getByLabel('Your name').fill('Grace Adeyemi')
    await page.getByLabel('E-mail address').fill(this.email)
    await page.getByLabel('Choose a passphrase', { exact: true }).fill(PASSPHRASE)
    await this.press('Sign up')
    await this.says('Your account is ready, and you are signed in.')
  }

  async settingUp(): Promise<void> {
    const { page } = this
    await this.heading(/set up your organisation/i)
    await this.look('05-new-organisation')
    await this.press(/set up/i)
    await this.look('06-new-organisation-errors')
    await page.getByLabel('Name of your organisation').fill('Lantern Club')
    await this.press(/set up/i)
    await this.says('Lantern Club is set up.')
    await this.look('07-overview-empty')
    await this.go(/describe|description|tell|add/i)
    await page.getByLabel('Registered charity', { exact: false }).first().check()
    await page.getByRole('checkbox', { name: 'Something else' }).check()
    await page.getByLabel('What kind of mentoring is it?').fill('Mentoring through baking')
    await this.look('08-description')
    await this.press(/save/i)
  }

  async starting(): Promise<void> {
    const { page } = this
    await this.go(/start your first assessment/i)
    await this.press('Start')
    await this.look('09-start-errors')
    await page.getByLabel(/Core indicators first/).check()
    await page.getByLabel('Is it about one programme?').fill('After-school mentoring')
    await this.press('Start')
    await this.says('0 of 20 indicators answered')
    await this.look('10-task-list')
    await this.go('Add the other 20')
    await this.look('10-adding-the-others')
    await this.press('Add the other 20')
    await this.says('0 of 40 indicators answered')
    await this.press('Go back to the core indicators')
    await this.says('0 of 20 indicators answered')
    await this.go(/Begin with 1.1/)
  }

  async answering(): Promise<void> {
    const { page } = this
    await this.heading(/1\.1/)
    await this.look('11-indicator')
    await page.getByLabel('What do you do, and what shows it?').fill('A one-page theory of change.')
    const example = page.locator('.app-example').first()
    await example.getByText('Not yet').waitFor()
    await example.getByRole('checkbox').check()
    await example.getByText('We have this').waitFor()
    await this.open('Add a link')
    await page.getByLabel('Link', { exact: true }).fill('lantern.example/theory')
    await this.press('Add link')
    await this.says('lantern.example/theory')
    await this.open('Say where it is kept')
    await page.getByLabel('What it is', { exact: true }).fill('Minutes')
    await page.getByLabel('Where it is kept', { exact: true }).fill('Trustee folder')
    await this.press('Add place')
    await this.open('Add a file')
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'Funding bid.txt', mimeType: 'text/plain', buffer: Buffer.from('A bid') })
    await this.press('Add file')
    await this.says('Funding bid.txt')
    // A suggestion opens to say who and when, and is in the plan with both.
    await this.open('Ideas for actions')
    const idea = page.locator('.app-idea').first()
    await idea.locator('summary').click()
    await idea.getByLabel('Who will do it?').fill('Sam Obi')
    await this.date(idea, '31', '2', '2027')
    await this.go(/^Add .* to the plan/)
    await this.says('There is a problem')
    await this.look('12-indicator-idea-errors')
    await this.date(page.locator('.app-idea[open]'), '30', 'June', '2027')
    await this.go(/^Add .* to the plan/)
    await this.says('Added to your development plan')
    await this.says('by 30 June 2027')
    await this.open('Write an action of your own')
    const own = page.locator('.app-actions-inline > details').last()
    await own.getByLabel('Who will do it?').fill('Sam Obi')
    await this.date(own, '31', '2', '2027')
    await this.press('Add action')
    await this.says('There is a problem')
    await this.look('12-indicator-errors')
    await own.getByLabel('What will you do?').fill('Print it as a poster')
    await this.date(own, '30', 'June', '2027')
    await this.press('Add action')
    await this.says('Print it as a poster')
    // Changing one leads there and back.
    await this.go('Change “Print it as a poster”')
    await page.getByLabel('Priority (optional)').selectOption('High')
    await this.press('Save')
    await this.heading(/1\.1/)
    await this.says('The action is saved.')
    await page.getByLabel('Developing practice').check()
    await this.open('Private notes')
    await page.getByLabel('Notes for your own team').fill('Ask Priya')
    await this.look('13-indicator-full')
    await this.press('Save and continue')

    await this.heading(/1\.2/)
    await page.getByLabel('Less relevant to how we mentor').check()
    if (!this.scripts) expect(await page.getByLabel(/Why is it less relevant/).isVisible()).toBe(true)
    await page.getByLabel(/Why is it less relevant/).fill('Our funder measures this.')
    await this.look('14-indicator-less-relevant')
    await this.press('Save and continue')
    await this.heading(/2\.1/)
    await this.press('Skip for now')

    for (const indicator of REST) {
      await this.heading(indicator)
      await page.getByLabel('Good practice').check()
      await this.press('Save and continue')
    }
    await this.heading(/every answer at a glance/i)
    await this.go('All standards')
    await this.says('19 of 20 indicators answered')
    await this.look('15-task-list-in-progress')
    await this.go(/Carry on with 2.1/)
    await this.heading(/2\.1/)
    await page.getByLabel('Excellent practice').check()
    await this.press('Save and continue')
  }

  async anotherMark(): Promise<void> {
    const { page } = this
    await this.go('All standards')
    await this.go(/^8\. /)
    await this.look('16-standard')
    await this.go(/We hold a/)
    await this.press('Record it')
    await this.says('There is a problem')
    await this.look('17-quality-mark-errors')
    await page.getByLabel('Silver').check()
    const awarded = page.getByRole('group', { name: 'When was it awarded?' })
    await awarded.getByLabel('Day').fill('27')
    await awarded.getByLabel('Month').fill('3')
    await awarded.getByLabel('Year').fill('2025')
    await this.press('Record it')
    await this.says('is covered by your London Youth Quality Mark')
    await this.look('18-standard-covered')
    await this.go('All standards')
    await this.look('19-task-list-answered')
  }

  async lookingOver(): Promise<void> {
    await this.go('Look over and complete')
    await this.look('20-look-over')
    await this.go('Go on to complete the assessment')
  }

  async completing(): Promise<void> {
    const { page } = this
    await this.heading('Complete your assessment')
    await this.press('Complete the assessment')
    await this.says('There is a problem')
    await this.look('21-complete-errors')
    await page.getByLabel('What is their role?').fill('Programme manager')
    await page.getByLabel(/Who will lead the review/).fill('Sam Obi')
    await page.getByLabel(/This is an honest account/).check()
    await this.look('22-complete')
    await this.press('Complete the assessment')
    await this.says('Your assessment is completed')
    await this.look('23-results')
    for (const name of [
      'Full report (PDF)',
      'Development plan (PDF)',
      'Plan for a spreadsheet (CSV)',
      'One page for trustees and funders',
      'Keep a copy of everything (JSON)',
    ]) {
      const link = page.getByRole('link', { name })
      const file = await page.request.get((await link.getAttribute('href')) ?? '')
      expect([name, file.status()]).toEqual([name, 200])
    }
    await this.go('Your assessment')
    await this.look('24-task-list-completed')
    await this.go(/^1\. /)
    await this.look('24-standard-completed')
    await this.go(/^1\.1 /)
    await this.says('completed this assessment on')
    await this.look('24-indicator-completed')
    await this.go('All standards')
  }

  async thePlan(): Promise<void> {
    const { page } = this
    await this.go('Your development plan')
    await this.look('25-plan')
    await this.go('Add an action')
    await this.press('Add action')
    await this.says('There is a problem')
    await this.look('26-new-action-errors')
    await page.getByLabel('Which indicator is it about?').selectOption({ index: 5 })
    await page.getByLabel('What will you do?').fill('Ask mentees twice a year')
    await this.press('Add action')
    await this.says('The action is added.')
    await this.go('Change “Print it as a poster”')
    await this.look('27-action')
    await this.go('Record that this action is completed')
    await page.getByLabel('What changed? (optional)').fill('New mentors ask about it.')
    await this.look('28-action-completed')
    await this.press('Save')
    await this.says('Recorded as completed')
    await this.look('29-plan-with-completed')
    await this.go('Our own order')
    await page.getByRole('button', { name: /^Move up “Ask mentees/ }).click()
    const order = () => page.locator('.app-plan__text').allTextContents()
    await expect
      .poll(order)
      .toEqual([expect.stringContaining('theory of change'), 'Ask mentees twice a year', 'Print it as a poster'])
    await page.getByRole('button', { name: /^Move to top “Print it/ }).click()
    await expect
      .poll(order)
      .toEqual(['Print it as a poster', expect.stringContaining('theory of change'), 'Ask mentees twice a year'])
    // Folded where there is no room.
    if (page.viewportSize()?.width === 320) await page.getByText('Filter', { exact: true }).click()
    await page.getByLabel('Show', { exact: true }).selectOption('overdue')
    // With scripts what is chosen shows at once.
    if (!this.scripts) await this.go('Apply')
    await this.says('No actions match what you chose.')
    await this.look('30-plan-nothing-matches')
  }

  async correcting(): Promise<void> {
    const { page } = this
    await this.go('Your assessment')
    await this.go('Correct something')
    await page.getByLabel('What needs correcting?').fill('We found the training records.')
    await this.look('31-correct')
    await this.press(/Open revision 2/)
    await this.says('Revision 2 is open.')
    await this.look('32-correction-open')
    await this.go(/^7\. /)
    await this.go(/^7\.1 /)
    await page.getByLabel('What do you do, and what shows it?').fill('Found in the other cupboard.')
    await this.press('Save and go back to the list')
    await this.go('All standards')
    await this.go('See your results')
    await this.says('A correction is open')
    await this.go('See its results so far')
    await this.heading(/The correction as it stands/)
    await this.look('32-correction-so-far')
    await this.go('Your assessment')
    await this.go('Overview')
    await this.look('32-overview-meanwhile')
    await this.go(/^Discard it/)
    await this.says('7.1')
    await this.look('32-discarding')
    await this.press('Discard the correction')
    await this.says('The correction is discarded.')
    await this.go('Correct something')
    await this.look('32-correct-again')
    await page.getByLabel(/From the correction that was discarded/).check()
    await this.press(/Open revision 2/)
    await this.says('A correction is open: We found the training records.')
    await this.go('Look over and complete')
    await this.go('Go on to complete the assessment')
    await page.getByLabel('This is an honest account').check()
    await this.press('Complete the assessment')
    await this.go(/Revision 1, sealed/)
    await this.look('32-earlier-revision')
    await this.goingOn()
  }

  async goingOn(): Promise<void> {
    await this.go('Your assessment')
    await this.go('Go on to the whole framework')
    await this.look('33-going-on')
    await this.press('Start the whole framework')
    await this.says('of 33 indicators answered')
    await this.says('from the core assessment completed on')
    await this.go(/^1\. /)
    await this.go(/^1\.1 /)
    await this.says('From the core assessment completed on')
    await this.look('33-carried-over')
    await this.go('Assessments')
    await this.look('33-assessments')
    await this.go('Overview')
    await this.look('34-overview')
  }

  async herAccount(): Promise<void> {
    const { page } = this
    await this.go('Your account')
    await this.look('35-account')
    await page.goto('/nowhere')
    await this.look('36-not-found')
    await page.goto('/outbox')
    await this.look('37-outbox')
    for (const name of ['About', 'Help', 'Privacy', 'Accessibility', 'Source and licence']) {
      await this.leave(page.getByRole('contentinfo').getByRole('link', { name, exact: true }))
      await this.look(`37-${name}`)
    }
  }

  /** She comes back, and has forgotten her passphrase. */
  async dayTwo(): Promise<void> {
    const { page } = this
    await this.go('Sign out')
    await this.says('You are signed out.')
    await this.go('Forgotten your passphrase?')
    await this.look('38-forgotten')
    await page.getByLabel('E-mail address you sign in with').fill(this.email)
    await this.press(/send|mail/i)
    await this.look('39-forgotten-sent')
    // Messages go out after the reply.
    await expect
      .poll(async () => (await page.goto('/outbox')) && page.getByRole('link', { name: /new-passphrase/ }).count())
      .not.toBe(0)
    await this.go(/new-passphrase/)
    await this.look('40-new-passphrase')
  }

  look(name: string): Promise<void> {
    // Without scripts, the page is the same at both widths but for its layout.
    const axe = this.scripts || this.page.viewportSize()?.width === 320
    return lookAt(this.page, this.scripts ? name : `${name}-plain`, { axe })
  }
  /** Presses a button, and waits for the page it leads to. */
  async press(name: string | RegExp): Promise<void> {
    const button = this.page.getByRole('main').getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    await this.leave(button.first())
  }
  /** Follows a link, which may look like a button; on a phone it may be behind the menu. */
  async go(name: string | RegExp): Promise<void> {
    const { page } = this
    const link = page.getByRole('link', { name }).or(page.getByRole('button', { name })).first()
    if (page.viewportSize()?.width === 320 && (await link.count()) === 0) await page.getByText('Menu', { exact: true }).click()
    await this.leave(link)
  }
  async leave(by: Locator): Promise<void> {
    const arrived = this.page.waitForEvent('load')
    await by.click()
    await arrived
  }
  async date(within: Locator, day: string, month: string, year: string): Promise<void> {
    await within.getByLabel('Day').fill(day)
    await within.getByLabel('Month').fill(month)
    await within.getByLabel('Year').fill(year)
  }
  async open(summary: string): Promise<void> {
    const details = this.page.locator('details').filter({ has: this.page.getByText(summary, { exact: true }) })
    if ((await details.getAttribute('open')) === null) await details.locator('summary').click()
  }
  async heading(name: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name }).waitFor()
  }
  async says(words: string): Promise<void> {
    await this.page.getByText(words).first().waitFor()
  }
}

/** The core indicators after the first three. */
const REST = [
  /2\.2/,
  /2\.3/,
  /2\.4/,
  /3\.1/,
  /3\.2/,
  /3\.3/,
  /3\.4/,
  /4\.1/,
  /5\.1/,
  /5\.2/,
  /6\.1/,
  /6\.2/,
  /7\.1/,
  /7\.2/,
  /8\.1/,
  /8\.2/,
  /8\.3/,
]
