/** Autosave in a real browser against a real server: what people would lose if any of it were wrong. */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { eventually, setStage } from './testing/browser.ts'

const stage = setStage()
const { open } = stage

const status = (page: Page) => page.locator('[data-save-status]')
const says = (page: Page, text: string | RegExp) => eventually(() => status(page).textContent()).toMatch(text)
const stored = (field: string, indicator = '1.1') => eventually(() => stage.server.stored(indicator)[field])
const drafts = (page: Page) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('mentormark:draft'))
      .map(([key, value]) => [key, JSON.parse(value as string)] as const),
  )
const KEY = 'mentormark:draft:alice:assessment/a1/indicator/1.1'

describe('while everything works', () => {
  it('saves what is typed, ticked and chosen, and says so', async () => {
    const page = await open()
    expect(await status(page).textContent()).toBe('Saved yesterday')
    await page.locator('#evidence').press('End')
    await page.locator('#evidence').pressSequentially(' Twice.')
    await says(page, /^Saved 10:42$/)
    expect(stage.server.stored('1.1').evidence).toBe('We check. Twice.')
    expect(stage.server.saves).toHaveLength(1)
    expect(Object.fromEntries(stage.server.saves[0] ?? [])).toEqual({
      token: 'token-1',
      person: 'alice',
      basedOn: '7',
      fields: 'evidence',
      evidence: 'We check. Twice.',
    })
    expect(await drafts(page)).toEqual([])

    await page.getByLabel('a', { exact: true }).check()
    await page.getByLabel('b', { exact: true }).check()
    await page.getByLabel('Level 3').check()
    await stored('examples').toBe('a b')
    await stored('rating').toBe('3')
    await page.getByLabel('a', { exact: true }).uncheck()
    await page.getByLabel('b', { exact: true }).uncheck()
    await stored('examples').toBe('')
    expect(stage.server.saves.at(-1)?.getAll('examples')).toEqual([])
    await eventually(() => page.locator('input[name=basedOn]').inputValue()).toBe(String(stage.server.revision('1.1')))
    expect(await page.locator('[data-save-summary]').textContent()).toMatch(/changed$/)
  })

  it('keeps the words in the browser before they are sent', async () => {
    const page = await open()
    stage.server.switches.delay = 1_500
    await page.locator('#notes').fill('Ask Priya')
    const [[key, draft] = []] = await drafts(page)
    expect(key).toBe(KEY)
    expect(draft).toMatchObject({
      version: 1,
      action: '/indicator/1.1',
      basedOn: 7,
      fields: { notes: 'Ask Priya' },
      page: '/indicator/1.1',
      title: '1.1 Title',
    })
    expect(stage.server.saves).toHaveLength(0)
    await says(page, 'Saving…')
    await says(page, 'Saved 10:42')
    expect(await drafts(page)).toEqual([])
  })

  it('saves before “Save and continue” goes on, and sends the form once', async () => {
    const page = await open()
    stage.server.switches.delay = 300
    await page.locator('#evidence').fill('At the last moment')
    await page.getByRole('button', { name: 'Save and continue' }).dblclick()
    await page.waitForURL('**/done')
    expect(stage.server.stored('1.1').evidence).toBe('At the last moment')
    expect(stage.server.submits).toHaveLength(1)
    expect(stage.server.submits[0]?.get('basedOn')).toBe('8')
    expect(stage.server.versions).toEqual([])
  })

  it('saves what was typed just before a link was followed', async () => {
    const page = await open()
    await page.locator('#evidence').fill('Then I left')
    await page.goto(`${stage.server.url}/elsewhere`)
    await stored('evidence').toBe('Then I left')
    await eventually(() => drafts(page)).toEqual([])
    expect(stage.server.versions).toEqual([])
  })

  it('says “Saved” aloud at most every ten seconds', async () => {
    const page = await open()
    await page.evaluate(() => {
      const heard: string[] = []
      Object.assign(window, { heard })
      new MutationObserver((changes) => {
        for (const node of changes.flatMap((change) => [...change.addedNodes])) heard.push(node.textContent ?? '')
      }).observe(document.querySelector('[data-announcer]') as Element, { childList: true })
    })
    for (const level of ['Level 1', 'Level 2', 'Level 3']) {
      await page.getByLabel(level).check()
      await page.waitForTimeout(300)
    }
    await stored('rating').toBe('3')
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(['Saved 10:42'])
    expect(await status(page).getAttribute('role')).toBeNull()
  })
})

describe('when something breaks', () => {
  it('the server dies while someone types: the words are there after loading again, and saved when it is back', async () => {
    const page = await open()
    await page.locator('#evidence').fill('Before')
    await says(page, 'Saved')
    await page.locator('#evidence').pressSequentially(' and while it')
    await stage.server.stop()
    await page.locator('#evidence').pressSequentially(' died')
    await says(page, /^Not saved yet. Trying again…$/)
    expect((await drafts(page))[0]?.[1].fields).toEqual({ evidence: 'Before and while it died' })

    await page.close()
    await stage.server.start()
    const again = await open()
    expect(await again.locator('#evidence').inputValue()).toBe('Before and while it died')
    await says(again, /^We found words that had not been saved, and put them back. They are saved now, 10:42.$/)
    expect(stage.server.stored('1.1').evidence).toBe('Before and while it died')
    expect(await drafts(again)).toEqual([])
    expect(stage.server.versions).toEqual([])
  })

  it('the server comes back while the page is open', async () => {
    const page = await open()
    await stage.server.stop()
    await page.locator('#evidence').fill('Still here')
    await says(page, /^Not saved yet/)
    await stage.server.start()
    await says(page, 'Saved 10:42')
    expect(stage.server.stored('1.1').evidence).toBe('Still here')
  })

  it('the reply is lost: what was typed since does not meet it as a second version', async () => {
    const page = await open()
    stage.server.switches.dropReply = true
    await page.locator('#evidence').fill('First')
    await stored('evidence').toBe('First')
    await page.locator('#evidence').fill('First and second')
    stage.server.switches.dropReply = false
    await stored('evidence').toBe('First and second')
    await says(page, 'Saved')
    expect(stage.server.versions).toEqual([])
  })

  it('offline and back', async () => {
    const page = await open()
    await stage.context.setOffline(true)
    await page.locator('#evidence').fill('In the tunnel')
    await says(page, /^You are offline. Your words are kept in this browser and will be saved when you are back.$/)
    await stage.context.setOffline(false)
    await says(page, 'Saved 10:42')
    expect(stage.server.stored('1.1').evidence).toBe('In the tunnel')
  })

  it('a page that only pretends to be our server is not believed', async () => {
    const page = await open()
    stage.server.switches.answer = { status: 200, body: '<h1>Welcome to the café’s wifi</h1>' }
    await page.locator('#evidence').fill('Over coffee')
    await says(page, /^Not saved yet/)
    expect(await drafts(page)).toHaveLength(1)
    stage.server.switches.answer = null
    await says(page, 'Saved')
  })

  it('offline, a button keeps the person here instead of leading nowhere', async () => {
    const page = await open()
    await stage.context.setOffline(true)
    await page.locator('#evidence').fill('Kept')
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await eventually(() => page.evaluate(() => document.activeElement?.hasAttribute('data-save-status'))).toBe(true)
    expect(page.url()).toContain('/indicator/1.1')
    await stage.context.setOffline(false)
    await says(page, 'Saved')
    // Sooner it would be a double press.
    await page.waitForTimeout(1_000)
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.waitForURL('**/done')
    expect(stage.server.stored('1.1').evidence).toBe('Kept')
  })

  it('a body too big to outlive its page still comes back', async () => {
    const page = await open()
    const long = 'A long evening of writing. '.repeat(3_000)
    await stage.server.stop()
    await page.locator('#evidence').fill(long)
    await page.close()
    await stage.server.start()
    const again = await open()
    await says(again, /They are saved now/)
    expect(stage.server.stored('1.1').evidence).toBe(long)
  })

  it('the browser’s storage is full: says so, asks before leaving, and still saves', async () => {
    const page = await open()
    await page.evaluate(() => {
      for (let size = 1_000_000; size > 0; size = Math.floor(size / 2)) {
        try {
          for (let i = 0; ; i += 1) localStorage.setItem(`full-${size}-${i}`, 'x'.repeat(size))
        } catch {}
      }
    })
    await stage.server.stop()
    await page.locator('#evidence').press('End')
    await page.locator('#evidence').pressSequentially(' With no room for a copy.')
    await says(
      page,
      /Not saved in this browser: there is no room, or it is not allowed. Keep this page open until it says “Saved”./,
    )
    const asked = new Promise<string>((resolve) =>
      page.once('dialog', async (dialog) => {
        resolve(dialog.type())
        await dialog.dismiss()
      }),
    )
    await page.evaluate(() => setTimeout(() => location.assign('/elsewhere')))
    expect(await asked).toBe('beforeunload')
    await stage.server.start()
    await says(page, 'Saved 10:42')
    expect(stage.server.stored('1.1').evidence).toBe('We check. With no room for a copy.')
  })
})

describe('signing in and out', () => {
  it('signed out meanwhile: keeps the words, and saves them when the person is back', async () => {
    const page = await open()
    await stage.context.clearCookies()
    await page.locator('#evidence').fill('Written after my session ended')
    await says(
      page,
      /^You have been signed out. Your words are kept in this browser. Sign in and they will be saved: Sign in \(opens in a new tab\)$/,
    )
    const link = page.getByRole('link', { name: 'Sign in (opens in a new tab)' })
    expect(await link.getAttribute('href')).toBe('/sign-in')
    stage.server.switches.token = 'token-2'
    await stage.context.addCookies([{ name: 'person', value: 'alice', url: stage.server.url }])
    await page.evaluate(() => dispatchEvent(new Event('focus')))
    await says(page, 'Saved 10:42')
    expect(stage.server.stored('1.1').evidence).toBe('Written after my session ended')
    expect(await page.locator('form[data-autosave] input[name=token]').inputValue()).toBe('token-2')
  })

  it('someone else signs in: nothing is sent as theirs, and the words wait for their writer', async () => {
    const page = await open()
    await stage.context.clearCookies()
    await page.locator('#evidence').fill('Alice’s words')
    await says(page, /signed out/)
    const other = await open('/indicator/1.1', 'bob')
    await says(
      page,
      /^Someone else is signed in now. Your words are kept in this browser. They will be saved when you sign in again.$/,
    )
    expect(await other.locator('#evidence').inputValue()).toBe('We check.')
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.waitForTimeout(500)
    expect(page.url()).toContain('/indicator/1.1')
    expect(stage.server.stored('1.1').evidence).toBe('We check.')
    expect(stage.server.saves.filter((save) => save.get('person') === 'bob')).toEqual([])
    await page.close()
    await other.close()

    await stage.context.clearCookies()
    const back = await open('/indicator/1.1', 'alice')
    await says(back, /They are saved now/)
    expect(stage.server.stored('1.1').evidence).toBe('Alice’s words')
  })

  it('someone else signed in without this page hearing of it: the server refuses, and the page finds out why', async () => {
    const page = await open()
    await stage.context.clearCookies()
    await stage.context.addCookies([{ name: 'person', value: 'bob', url: stage.server.url }])
    await page.locator('#evidence').fill('Alice’s words')
    await says(page, /^Someone else is signed in now/)
    expect(stage.server.stored('1.1').evidence).toBe('We check.')
    expect((await drafts(page))[0]?.[0]).toBe(KEY)
  })

  it('signed in again in another tab: no need to come back to this one', async () => {
    const page = await open()
    await stage.context.clearCookies()
    await page.locator('#evidence').fill('Waiting')
    await says(page, /signed out/)
    await open('/start', 'alice')
    await stored('evidence').toBe('Waiting')
    await says(page, 'Saved')
  })

  it('a token gone stale is fetched again without a word', async () => {
    const page = await open()
    stage.server.switches.token = 'token-3'
    await page.getByLabel('Level 2').check()
    await says(page, 'Saved 10:42')
    expect(stage.server.stored('1.1').rating).toBe('2')
  })

  it('signing out with words unsaved says what they are', async () => {
    const page = await open()
    stage.server.switches.answer = { status: 503, body: {} }
    await page.locator('#evidence').fill('Unsaved')
    await says(page, /^Not saved yet/)
    await page.getByRole('button', { name: 'Sign out' }).click()
    const dialog = page.getByRole('dialog', { name: 'Some of your words are not saved yet' })
    await dialog.waitFor()
    expect(await dialog.getByRole('listitem').allInnerTexts()).toEqual(['1.1 Title'])
    await dialog.getByRole('button', { name: 'Stay signed in' }).click()
    expect(page.url()).toContain('/indicator/1.1')
    stage.server.switches.answer = null
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL('**/sign-in')
    expect(stage.server.stored('1.1').evidence).toBe('Unsaved')
  })
})

describe('with others', () => {
  it('two versions: shows a way to choose, and further typing leaves theirs standing', async () => {
    const page = await open()
    stage.server.colleague('1.1', { evidence: 'Priya wrote this' })
    await page.locator('#evidence').fill('I wrote that')
    const link = page.getByRole('link', { name: 'Two versions of your evidence – choose' })
    await link.waitFor()
    expect(await link.getAttribute('href')).toBe('/versions/evidence')
    const banner = page.getByRole('region', { name: 'Important' })
    expect(await banner.innerText()).toContain('Priya changed your evidence too. Both versions are kept.')
    expect(await page.locator('.govuk-form-group:has(#evidence) + [role=region]').count()).toBe(1)
    await says(page, 'Saved')
    await page.locator('#evidence').fill('I wrote that, and more')
    await eventually(() => stage.server.versions.at(-1)?.value).toBe('I wrote that, and more')
    expect(stage.server.stored('1.1').evidence).toBe('Priya wrote this')
    expect(await banner.count()).toBe(1)
    await eventually(() => drafts(page)).toEqual([])
  })

  it('fields nobody else touched are saved beside a colleague’s changes, which are not undone by going on', async () => {
    const page = await open()
    stage.server.colleague('1.1', { notes: 'Priya’s note' })
    await page.locator('#evidence').fill('Mine')
    await says(page, 'Saved')
    await page.getByRole('button', { name: 'Save and continue' }).click()
    await page.waitForURL('**/done')
    expect(stage.server.stored('1.1')).toMatchObject({ evidence: 'Mine', notes: 'Priya’s note' })
  })

  it('two tabs of one person: each shows what the other saved, and neither conflicts', async () => {
    const one = await open()
    const two = await open()
    await one.locator('#evidence').fill('From tab one')
    await says(one, 'Saved')
    await eventually(() => two.locator('#evidence').inputValue()).toBe('From tab one')
    await two.locator('#notes').fill('From tab two')
    await says(two, 'Saved')
    await eventually(() => one.locator('#notes').inputValue()).toBe('From tab two')
    await two.locator('#evidence').fill('From tab one, then two')
    await stored('evidence').toBe('From tab one, then two')
    await one.getByLabel('Level 2').check()
    await stored('rating').toBe('2')
    await eventually(() => two.getByLabel('Level 2').isChecked()).toBe(true)
    expect(stage.server.versions).toEqual([])
  })

  it('a tab taken back from the browser’s memory goes on where it was', async () => {
    const page = await open()
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
    // Meanwhile another tab has taken up the same page, and its draft.
    const other = await open()
    await other.locator('#notes').fill('From the other')
    await says(other, 'Saved')
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
    await page.waitForTimeout(500)
    await stage.server.stop()
    await page.locator('#evidence').fill('From the first')
    await other.locator('#evidence').fill('From the second')
    await says(page, /^Not saved yet/)
    await says(other, /^Not saved yet/)
    expect((await drafts(page)).map(([, draft]) => draft.fields.evidence).sort()).toEqual(['From the first', 'From the second'])
    await stage.server.start()
    await eventually(() => drafts(page)).toEqual([])
    expect([stage.server.stored('1.1').evidence, stage.server.versions[0]?.value].sort()).toEqual([
      'From the first',
      'From the second',
    ])
  })

  it('two tabs offline keep a copy each, and both texts reach the server', async () => {
    const one = await open()
    const two = await open()
    await stage.server.stop()
    await one.locator('#evidence').fill('One')
    await two.locator('#evidence').fill('Two')
    await says(one, /Not saved/)
    await says(two, /Not saved/)
    expect((await drafts(one)).map(([, draft]) => draft.fields.evidence).sort()).toEqual(['One', 'Two'])
    await one.close()
    await two.close()
    await stage.server.start()
    const page = await open('/start')
    await eventually(() => drafts(page)).toEqual([])
    const texts = [stage.server.stored('1.1').evidence, stage.server.versions[0]?.value].sort()
    expect(texts).toEqual(['One', 'Two'])
    await page.getByRole('link', { name: 'Two versions of your evidence – choose' }).waitFor()
  })
})

describe('words left on other pages', () => {
  it('are sent quietly from the next page', async () => {
    const page = await open()
    await stage.server.stop()
    await page.locator('#evidence').fill('Left behind')
    await says(page, /Not saved/)
    await page.close()
    await stage.server.start()
    const next = await open('/indicator/1.2')
    await stored('evidence').toBe('Left behind')
    await eventually(() => drafts(next)).toEqual([])
    expect(await next.locator('[data-unsent]').count()).toBe(0)
    expect(await next.locator('#evidence').inputValue()).toBe('We check.')
  })

  it('are listed while they can’t be sent, and never sent for someone else', async () => {
    const page = await open()
    stage.server.switches.answer = { status: 503, body: {} }
    await page.locator('#evidence').fill('Left behind')
    await says(page, /Not saved/)
    await page.close()
    const next = await open('/indicator/1.2')
    const list = next.locator('[data-unsent]')
    await list.waitFor()
    expect(await list.getByRole('link', { name: '1.1 Title' }).getAttribute('href')).toBe('/indicator/1.1')
    await next.close()

    await stage.context.clearCookies()
    stage.server.saves.length = 0
    const other = await open('/start', 'bob')
    await other.waitForTimeout(1_000)
    expect(stage.server.saves).toEqual([])
    expect(await other.locator('[data-unsent]').count()).toBe(0)
    await other.close()

    await stage.context.clearCookies()
    stage.server.switches.answer = null
    const back = await open('/start', 'alice')
    await stored('evidence').toBe('Left behind')
    await eventually(() => drafts(back)).toEqual([])
  })

  it('that can never be sent can be read, and removed', async () => {
    const page = await open()
    stage.server.switches.answer = { status: 409, body: { problem: 'stale', message: 'This assessment has been completed.' } }
    await page.locator('#evidence').fill('Too late')
    await says(page, /^This assessment has been completed. Your words are kept in this browser.$/)
    await page.close()
    const next = await open('/start')
    const list = next.locator('[data-unsent]')
    await list.waitFor()
    await list.getByText('Show these words').click()
    expect(await list.textContent()).toContain('Too late')
    await list.getByRole('button', { name: 'Remove them from this browser' }).click()
    expect(await drafts(next)).toEqual([])
    expect(await list.count()).toBe(0)
  })
})

it('words typed before the script has started are saved', async () => {
  const page = await open('/start')
  await page.route('**/app.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await route.continue()
  })
  await page.goto(`${stage.server.url}/indicator/1.1`, { waitUntil: 'commit' })
  await page.locator('#evidence').fill('Quicker than the script')
  expect(await page.locator('body').getAttribute('class')).toBeNull()
  await stored('evidence').toBe('Quicker than the script')
})

describe('faults in a field', () => {
  it('are said beside it, while the rest is saved and the words stay', async () => {
    const page = await open()
    stage.server.switches.bound = 20
    await page.getByLabel('Level 1').check()
    await page.locator('#evidence').fill('Much too long for this server')
    await says(page, /^Not saved yet: see the message beside what you wrote. Your words are kept in this browser.$/)
    const message = page.locator('#evidence-not-saved')
    expect(await message.textContent()).toBe('Error: Your evidence must be shorter')
    expect(await page.locator('#evidence').getAttribute('aria-describedby')).toBe('evidence-not-saved')
    expect((await drafts(page))[0]?.[1].fields).toEqual({ evidence: 'Much too long for this server' })
    await stored('rating').toBe('1')
    await page.locator('#evidence').fill('Short')
    await says(page, 'Saved')
    expect(await message.count()).toBe(0)
    await stored('evidence').toBe('Short')
  })
})
