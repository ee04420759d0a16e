import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { assessmentPaths } from '../../src/assessment/index.ts'
import { setStage } from '../support/chromium.ts'
import { type Lead, newLead } from '../support/remote-visitor.ts'

/** Pages on paper: what is written is whole, and what is private stays out unless somebody asks for it. */

const stage = setStage()

let lead: Lead
beforeAll(async () => {
  lead = await newLead(stage.server, 'Ines')
})

async function open(address: string): Promise<Page> {
  const browser = await stage.browser({ width: 1280 })
  const cookies = (lead.browser.headers().cookie ?? '').split('; ').map((pair) => {
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    return { name, value, url: stage.url }
  })
  await browser.addCookies(cookies)
  const page = await browser.newPage()
  await page.goto(address)
  return page
}

test('an answer is printed whole, and private notes only when they are asked for', async () => {
  const address = lead.indicators[0] ?? ''
  const evidence = 'We talk about it at induction.\n'.repeat(60)
  await lead.browser.get(address)
  await lead.browser.post(address, { whole: 'yes', basedOn: '0', evidence, notes: 'Only among us', do: 'save' })
  const page = await open(address)
  await page.emulateMedia({ media: 'print' })
  const cut = await page.locator('textarea[name=evidence]').evaluate((field) => field.scrollHeight - field.clientHeight)
  expect(cut).toBeLessThanOrEqual(1)
  const notes = page.locator('textarea[name=notes]')
  expect(await notes.isVisible()).toBe(false)
  await page.emulateMedia({ media: 'screen' })
  await page.getByLabel('Print these notes').check()
  await page.emulateMedia({ media: 'print' })
  expect(await notes.isVisible()).toBe(true)
  expect(await page.getByLabel('Print these notes').isVisible()).toBe(false)
})

test('worksheets are a sheet of paper each', async () => {
  const page = await open(assessmentPaths.worksheets.to(lead))
  const sheets = await page.locator('.app-worksheet').count()
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
  expect(sheets).toBe(lead.indicators.length)
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(sheets)
})
