/** The smaller enhancements, each as a person meets it. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { eventually, setStage } from './testing/browser.ts'

const stage = setStage()
const { open } = stage
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id || document.activeElement?.className)
const heard = (page: Page) => page.locator('[data-announcer]')

describe('components', () => {
  it('the error summary takes the focus, and leads to its fields', async () => {
    const page = await open('/components')
    expect(await focused(page)).toBe('govuk-error-summary')
    await page.getByRole('link', { name: 'Choose' }).click()
    expect(await focused(page)).toBe('choice')
    expect(page.url()).not.toContain('#')
    await page.getByRole('link', { name: 'Shorten' }).click()
    expect(await focused(page)).toBe('limited')
  })

  it('the skip link moves the focus to the content', async () => {
    const page = await open('/components')
    await page.locator('.govuk-skip-link').focus()
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('main-content')
    await page.keyboard.press('Tab')
    expect(await page.locator('#main-content').getAttribute('tabindex')).toBeNull()
  })

  it('a choice shows what belongs to it', async () => {
    const page = await open('/components')
    const more = page.locator('#more')
    expect(await more.getAttribute('class')).toContain('--hidden')
    await page.locator('#choice').check()
    expect(await more.getAttribute('class')).toBe('govuk-radios__conditional')
    await page.locator('#choice-2').check()
    expect(await more.getAttribute('class')).toContain('--hidden')
  })

  it('“none of these” and the others exclude each other', async () => {
    const page = await open('/components')
    await page.locator('#box').check()
    await page.locator('#box-none').check()
    expect(await page.locator('#box').isChecked()).toBe(false)
    await page.locator('#box').check()
    expect(await page.locator('#box-none').isChecked()).toBe(false)
  })

  it('counts characters once there are enough, aloud after a pause', async () => {
    const page = await open('/components')
    const shown = page.locator('.govuk-character-count__status')
    expect(await shown.getAttribute('class')).toContain('disabled')
    // Until it is near, the limit is not part of what the field is said to be.
    const description = () =>
      page.evaluate(() =>
        (document.querySelector('#limited')?.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? 'nothing of that name')
          .join(' '),
      )
    expect(await description()).toBe('')
    await page.locator('#limited').fill('123456789')
    await eventually(description).toBe('You have 1 character remaining')
    expect(await shown.textContent()).toBe('You have 1 character remaining')
    await page.locator('#limited').fill('1234567890ab')
    expect(await shown.textContent()).toBe('You have 2 characters too many')
    expect(await shown.getAttribute('class')).toContain('govuk-error-message')
    await eventually(() => page.locator('.govuk-character-count__sr-status').textContent()).toBe('You have 2 characters too many')
  })

  it('shows a password and hides it before it is sent', async () => {
    const page = await open('/components')
    await page.locator('#password').fill('secret')
    await page.getByRole('button', { name: 'Show password' }).click()
    expect(await page.locator('#password').getAttribute('type')).toBe('text')
    await page.evaluate(() => document.querySelector('#password')?.closest('form')?.dispatchEvent(new Event('submit')))
    expect(await page.locator('#password').getAttribute('type')).toBe('password')
    expect(await page.getByRole('button', { name: 'Show password' }).textContent()).toBe('Show')
  })

  it('says what the page calls it, where that is not a password', async () => {
    const page = await open('/components')
    await page.getByRole('button', { name: 'Show passphrase' }).click()
    expect(await page.getByRole('button', { name: 'Hide passphrase' }).textContent()).toBe('Hide')
    expect(await page.getByText('Your passphrase is visible').count()).toBe(1)
    await page.getByRole('button', { name: 'Hide passphrase' }).click()
    expect(await page.getByRole('button', { name: 'Show passphrase' }).textContent()).toBe('Show')
  })

  it('says that a chosen file is not sent yet', async () => {
    const page = await open('/components')
    await page.locator('#file').setInputFiles({ name: 'policy.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF') })
    expect(await page.locator('[data-file-chosen]').textContent()).toBe(
      'Chosen but not sent yet: policy.pdf. It is sent when you press the button.',
    )
  })

  it('copies a text, and says so; without leave to, marks it', async () => {
    const page = await open('/components')
    const copy = page.getByRole('button', { name: 'Copy it' })
    await stage.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await copy.click()
    await eventually(() => page.locator('[data-copy] [role=status]').textContent()).toBe('Copied')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('What we do well.')
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))
    })
    await copy.click()
    await eventually(() => page.evaluate(() => String(getSelection()).trim())).toBe('What we do well.')
  })

  it('takes two quick presses for one', async () => {
    const page = await open('/components')
    const sent = await page.evaluate(async () => {
      let count = 0
      document
        .querySelector('#send')
        ?.closest('form')
        ?.addEventListener('submit', (event) => {
          event.preventDefault()
          count += 1
        })
      const button = document.querySelector<HTMLButtonElement>('#send')
      button?.click()
      button?.click()
      return count
    })
    expect(sent).toBe(1)
  })
})

describe('shortcuts', () => {
  const turnOn = async (page: Page) => {
    await page.getByText('Keyboard shortcuts', { exact: true }).click()
    await page.getByLabel('Use keyboard shortcuts on this browser').check()
    await page.locator('h1').click()
  }

  it('are off until someone turns them on', async () => {
    const page = await open()
    await page.keyboard.press('2')
    await page.keyboard.press('n')
    await page.waitForTimeout(200)
    expect(page.url()).toContain('/indicator/1.1')
    expect(stage.server.saves).toEqual([])
  })

  it('rate, say so, and are saved', async () => {
    const page = await open()
    await turnOn(page)
    await page.keyboard.press('2')
    expect(await page.getByLabel('Level 2').isChecked()).toBe(true)
    await eventually(() => heard(page).textContent()).toContain('Rated Level 2')
    await eventually(() => stage.server.stored('1.1').rating).toBe('2')
  })

  it('are remembered, go to the next indicator, and can be turned off', async () => {
    const page = await open()
    await turnOn(page)
    await page.keyboard.press('n')
    await page.waitForURL('**/indicator/next')
    await page.waitForSelector('[data-save-status][aria-live=off]')
    await page.keyboard.press('j')
    expect(await page.locator('[data-shortcut-jump]').getAttribute('open')).toBe('')
    await page.keyboard.press('?')
    expect(await page.locator('[data-shortcuts]').getAttribute('open')).toBe('')
    await page.getByLabel('Use keyboard shortcuts on this browser').uncheck()
    await page.locator('h1').click()
    await page.keyboard.press('1')
    expect(await page.getByLabel('Level 1').isChecked()).toBe(false)
  })

  it('never act while someone types', async () => {
    const page = await open()
    await turnOn(page)
    await page.locator('#notes').pressSequentially('n 1 2 p j ?')
    expect(page.url()).toContain('/indicator/1.1')
    expect(await page.locator('#notes').inputValue()).toBe('n 1 2 p j ?')
    expect(await page.getByLabel('Level 1').isChecked()).toBe(false)
    await page.keyboard.press('Control+a')
    await page.locator('h1').click()
    await page.keyboard.press('Control+2')
    expect(await page.getByLabel('Level 2').isChecked()).toBe(false)
  })
})

it('what the scripts add to a page has no fault axe can find', async () => {
  const first = await open()
  stage.server.switches.answer = { status: 409, body: { problem: 'stale', message: 'This assessment has been completed.' } }
  await first.locator('#evidence').fill('Left behind')
  await eventually(() => first.locator('[data-save-status]').textContent()).toMatch(/completed/)
  await first.close()

  const page = await open('/indicator/1.2')
  await page.locator('[data-unsent]').waitFor()
  stage.server.switches.answer = null
  stage.server.switches.bound = 12
  stage.server.colleague('1.2', { notes: 'Theirs' })
  await page.locator('#notes').fill('Mine')
  await page.getByRole('link', { name: 'Two versions of notes – choose' }).waitFor()
  await page.locator('#evidence').fill('Too long for this')
  await page.locator('#evidence-not-saved').waitFor()
  await page.getByText('Keyboard shortcuts', { exact: true }).click()
  const faults = async () => {
    await page.evaluate(axe.source)
    const found = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run(document))
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
  }
  expect(await faults()).toEqual([])
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.getByRole('dialog').waitFor()
  expect(await faults()).toEqual([])
})

describe('words that nothing keeps', () => {
  /** Whether leaving by a link asks first; then it is gone through with, or not. */
  async function leave(page: Page, go: boolean): Promise<boolean> {
    let asked = false
    page.once('dialog', (dialog) => {
      asked = dialog.type() === 'beforeunload'
      void (go ? dialog.accept() : dialog.dismiss())
    })
    await page.getByRole('link', { name: 'Next' }).click({ noWaitAfter: true })
    if (go) await page.waitForURL('**/indicator/next')
    else await eventually(() => asked).toBe(true)
    return asked
  }

  it('are asked about before they are left, and not once they are gone', async () => {
    const page = await open()
    await page.locator('#other').pressSequentially('Half typed')
    expect(await leave(page, false)).toBe(true)
    expect(page.url()).toContain('/indicator/1.1')
    expect(await page.locator('#other').inputValue()).toBe('Half typed')
    await page.locator('#other').fill('')
    expect(await leave(page, true)).toBe(false)
  })

  it('what saves itself, or is sent with the form, is not asked about', async () => {
    const page = await open()
    await page.locator('#evidence').pressSequentially('Saved as it is written')
    expect(await leave(page, true)).toBe(false)
    const again = await open()
    let asked = false
    again.on('dialog', (dialog) => {
      asked = true
      void dialog.accept()
    })
    await again.locator('#other').pressSequentially('Sent')
    await again.getByRole('button', { name: 'Save and continue' }).click()
    await again.waitForURL('**/done')
    expect(asked).toBe(false)
  })
})
