import { mkdtempSync } from 'node:fs'
import { createAdaptorServer } from '@hono/node-server'
import { chromium } from 'playwright-core'
import { expect, it } from 'vitest'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { alice, dev } from '../../tests/support/personas.ts'
import { startAssessment, indicatorAddress, autosave } from '../../tests/support/assessments.ts'
import { createWorld } from '../../tests/support/world.ts'
import { assetsFrom } from '../platform/http/assets.ts'

it('real app', async () => {
  const world = await createWorld()
  const outDir = mkdtempSync('/tmp/assets-')
  await buildAssets({ outDir })
  const app = world.appWith({ assets: assetsFrom(outDir) } as never)
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((r) => server.listen(3000, '127.0.0.1', r))
  const owner = await alice(world)
  const colleague = await dev(world, owner.organisation)
  const at = await startAssessment(owner)
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-background-networking'] })
  const context = await browser.newContext({ viewport: { width: 1200, height: 1400 } })
  await context.addCookies([...owner.browser.cookies].map(([name, value]) => ({ name, value, url: 'http://localhost:3000' })))
  const page = await context.newPage()
  const log: string[] = []
  page.on('console', (m) => log.push(m.text())); page.on('pageerror', (e) => log.push(String(e)))
  page.on('response', (r) => { if (r.request().method() === 'POST') void r.text().then((t) => log.push(`${r.status()} ${r.url()} ${r.request().postData()} => ${t.slice(0, 600)}`), () => {}) })
  await page.goto('http://localhost:3000' + indicatorAddress(at, '1.1'))
  await page.locator('#evidence').fill('We check everyone.')
  await page.waitForTimeout(1500)
  console.log(await page.locator('[data-save-status]').innerText(), await page.locator('input[name=basedOn]').inputValue())
  await page.locator('input[name=rating]').nth(1).check({ force: true })
  await page.locator('input[name=examples]').first().check({ force: true })
  await page.waitForTimeout(800)
  console.log(await page.locator('[data-save-status]').innerText(), await page.locator('input[name=basedOn]').inputValue())
  console.log(await autosave(colleague.browser, at, '1.1', 1, { evidence: 'Dev wrote' }))
  console.log(await autosave(colleague.browser, at, '1.1', 99, { evidence: 'Dev wrote' }))
  await page.locator('#evidence').fill('Alice wrote more')
  await page.waitForTimeout(1500)
  await page.screenshot({ path: '/tmp/real1.png', fullPage: true })
  await page.locator('#evidence').fill('x'.repeat(30000))
  await page.waitForTimeout(1500)
  console.log(await page.locator('[data-save-status]').innerText())
  await page.locator('#evidence').fill('Short again')
  await page.waitForTimeout(1500)
  await page.getByText('Keyboard shortcuts', { exact: true }).click()
  await page.screenshot({ path: '/tmp/real2.png', fullPage: true })
  await page.getByRole('button', { name: 'Save and continue' }).click()
  await page.waitForTimeout(1500)
  console.log(page.url())
  // sealed words, dialog
  await page.goto('http://localhost:3000' + indicatorAddress(at, '1.2'))
  await context.route('**/*', (route) => (route.request().method() === 'POST' ? route.fulfill({ status: 503, body: '{}' }) : route.continue()))
  await page.locator('#evidence').fill('Words that wait')
  await page.waitForTimeout(1500)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForTimeout(4500)
  await page.screenshot({ path: '/tmp/real3.png' })
  await page.getByRole('button', { name: 'Stay signed in' }).click()
  await page.goto('http://localhost:3000/account')
  await page.waitForTimeout(1500)
  await page.screenshot({ path: '/tmp/real4.png' })
  console.log(log.join('\n'))
  await browser.close(); server.close(); await world.end()
}, 120000)
