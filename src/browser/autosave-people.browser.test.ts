/** Autosave where there is more than one person, tab or page. */
import { describe, expect, it } from 'vitest'
import { drafts, eventually, says, setStage } from './testing/browser.ts'

const stage = setStage()
const { open, stored } = stage
const KEY = 'mentormark:draft:alice:assessment/a1/indicator/1.1'

describe('signing in and out', () => {
  it('signed out meanwhile: keeps the words, and saves them when the person is back', async () => {
    const page = await open()
    await stage.context.clearCookies()
    await page.locator('#evidence').fill('Written after my session ended')
    await says(
      page,
      /^You have been signed out. Your words are kept in this browser. To save them here, sign in again \(opens in a new tab\)\.$/,
    )
    const link = page.getByRole('link', { name: 'sign in again (opens in a new tab)' })
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
      /^Someone else is signed in now. Your words are kept in this browser. To save them here, sign out in another tab, then sign in as yourself.$/,
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
    expect(await banner.textContent()).toContain('Priya changed your evidence too. Both versions are kept.')
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
