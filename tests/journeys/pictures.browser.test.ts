import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { pdfFile, pngFile } from '../../src/evidence/testing.ts'
import { lookAt, setStage } from '../support/chromium.ts'
import { newLead, PASSPHRASE } from '../support/remote-visitor.ts'

/** Files as they come from telephones and shared drives, in a real browser: seen, and saved under the names they were chosen by. */

const stage = setStage()
const photograph = readFileSync(join(import.meta.dirname, '../../src/evidence/fixtures/turned.heic'))
const broken = Buffer.from(pngFile).fill(0, 41, 60)

test('a picture is seen beside its name, and every file is saved as it was chosen', async () => {
  const lead = await newLead(stage.server, 'Grace')
  const address = lead.indicators[0] ?? ''
  for (const width of [1280, 320]) {
    const page = await (await stage.browser({ width })).newPage()
    await signIn(page, lead.email)
    await page.goto(address)
    if (width === 1280) {
      await page.getByText('Add a file').click()
      await page.locator('#evidenceFile').setInputFiles([
        { name: '👩🏾‍🏫 our “wall”.heic', mimeType: 'image/heic', buffer: photograph },
        { name: 'say "hi".pdf', mimeType: 'application/pdf', buffer: pdfFile('Hi') },
        { name: 'می‌خواهم.pdf', mimeType: 'application/pdf', buffer: pdfFile('Want') },
        { name: 'Safeguarding policy v2.1', mimeType: '', buffer: pdfFile('Policy') },
        { name: 'broken.png', mimeType: 'image/png', buffer: broken },
      ])
      await page.getByRole('button', { name: 'Add file' }).click()
    }
    const picture = page.getByRole('img', { name: '👩🏾‍🏫 our “wall”' })
    await picture.scrollIntoViewIfNeeded()
    await expect.poll(() => naturalSize(picture), { timeout: 30_000 }).toEqual([64, 192])
    // Where the page was scrolled to, the bar at its foot stands over half of a link, which axe takes for a small one.
    await page.evaluate(() => scrollTo(0, 0))
    await lookAt(page, `evidence-with-pictures`)

    const saved: string[] = []
    for (const link of await page.locator('.app-evidence a[download]').all()) {
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
      saved.push(download.suggestedFilename())
      const content = await readFile(await download.path())
      if (saved.length === 1) expect(digestOf(content)).toBe(digestOf(photograph))
    }
    // Chromium puts a line in the place of quotation marks and joiners, whatever it is told; the header has them (routes.test.tsx).
    expect(saved).toEqual([
      '👩🏾_🏫 our “wall”.heic',
      'say _hi_.pdf',
      'می_خواهم.pdf',
      'Safeguarding policy v2.1.pdf',
      'broken.png',
    ])
    expect(await page.locator('.app-evidence a[download]').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('👩🏾‍🏫 our “wall”.heic'), expect.stringContaining('say "hi".pdf')]),
    )

    await page.goto(address.replace(/\/indicators\/.*/, '/look-over'))
    await page.getByRole('img', { name: '👩🏾‍🏫 our “wall”' }).scrollIntoViewIfNeeded()
    await lookAt(page, 'look-over-with-pictures')
  }
}, 120_000)

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/organisations/)
}

const naturalSize = (picture: ReturnType<Page['getByRole']>) =>
  picture.evaluate((image) => [
    (image as unknown as { naturalWidth: number }).naturalWidth,
    (image as unknown as { naturalHeight: number }).naturalHeight,
  ])

const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
