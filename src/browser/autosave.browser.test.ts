/** Autosave in a real browser against a real server: what people would lose if any of it were wrong. */
import { describe, expect, it } from 'vitest'
import { drafts, eventually, says, setStage, status } from './testing/browser.ts'

const stage = setStage()
const { open, stored } = stage
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
    await says(page, /^Not saved yet. Trying again… Your words are kept in this browser.$/)
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

  it.each([
    ['goes while this page looks for words left on others', 2],
    ['goes once this page has given up looking, and the person comes back to it', 3],
  ])('the tab that left words %s', async (_, asks) => {
    // Holds on to the words once their own page is closed, until it has been asked for them so many times.
    const holder = await open('/')
    const page = await open()
    await stage.server.stop()
    await page.locator('#evidence').fill('Left behind')
    await stage.context.addInitScript(() => {
      const ask = LockManager.prototype.request as (...all: unknown[]) => Promise<unknown>
      LockManager.prototype.request = function (this: LockManager, name: string, ...rest: unknown[]) {
        new BroadcastChannel('asked').postMessage(name)
        return ask.call(this, name, ...rest)
      } as LockManager['request']
    })
    const held = holder.evaluate(
      ([key, last]) =>
        new Promise<void>((resolve) => {
          let asked = 0
          const channel = new BroadcastChannel('asked')
          void navigator.locks.request(key, () => {
            resolve()
            return new Promise<void>((letGo) => {
              channel.onmessage = ({ data }) => data === key && ++asked === last && letGo()
            })
          })
        }),
      [(await drafts(page))[0]?.[0] as string, asks] as const,
    )
    await page.close()
    await held
    await stage.server.start()
    const again = await open()
    await eventually(async () => {
      if (asks > 2) await again.evaluate(() => dispatchEvent(new Event('focus')))
      return status(again).textContent()
    }).toBe('We found words that had not been saved, and put them back. They are saved now, 10:42.')
    expect(await again.locator('#evidence').inputValue()).toBe('Left behind')
    expect(stage.server.stored('1.1').evidence).toBe('Left behind')
    expect(await drafts(again)).toEqual([])
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
