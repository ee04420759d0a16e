import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildAssets } from '../../scripts/build-assets.mjs'
import type { Chrome } from './chrome.ts'
import { PreviewsPage } from './previews.tsx'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.js': 'text/javascript',
}
const POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'"

let outDir: string
let server: Server
let browser: Browser
let address: string

const chrome = (manifest: Record<string, string>): Chrome => ({
  person: { id: '0193a1b2-0000-7000-8000-000000000001', name: 'Amina Osei' },
  organisation: { name: 'Next Steps Mentoring', home: '/' },
  navigation: ['Home', 'Assessment', 'Plan', 'Reports'].map((text) => ({ text, href: '/', current: text === 'Assessment' })),
  account: [{ text: 'Your account', href: '/' }],
  signOut: { action: '/', token: 'token' },
  footer: { lines: ['The framework is published by somebody.'], links: [{ text: 'Help', href: '/help' }] },
  notice: { kind: 'success', text: 'Your answer has been saved.' },
  asset: (name) => `/assets/${manifest[name] ?? name}`,
})

beforeAll(async () => {
  outDir = mkdtempSync(join(tmpdir(), 'mentormark-previews-'))
  const html = String(<PreviewsPage chrome={chrome(await buildAssets({ outDir }))} />)
  server = createServer(({ url = '' }, reply) => {
    if (url === '/') return reply.setHeader('content-type', 'text/html').setHeader('content-security-policy', POLICY).end(html)
    try {
      reply.setHeader('content-type', TYPES[extname(url)] ?? '').end(readFileSync(join(outDir, url.replace('/assets/', ''))))
    } catch {
      reply.writeHead(404).end()
    }
  }).listen(0, '127.0.0.1')
  await new Promise((listening) => server.once('listening', listening))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking'],
  })
}, 60_000)

afterAll(async () => {
  await browser?.close()
  server?.close()
  rmSync(outDir, { recursive: true })
})

/** Opens the page without its policy, which would keep out axe too. */
async function open(width: number, scripts: 'with scripts' | 'without scripts' = 'with scripts'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true })
  if (scripts === 'without scripts') await context.route('**/*.js', (route) => route.abort())
  const page = await context.newPage()
  await page.goto(address)
  await page.evaluate(() => document.fonts.ready)
  return page
}

describe.each([
  [320, 'with scripts'],
  [1280, 'with scripts'],
  [320, 'without scripts'],
] as const)('at %i pixels %s', (width, scripts) => {
  test('axe finds nothing to say', async () => {
    const page = await open(width, scripts)
    await page.addScriptTag({ content: axe })
    const found = await page.evaluate(async () => {
      // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window
      const { violations } = await (window as any).axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      })
      // biome-ignore lint/suspicious/noExplicitAny: as above
      return violations.map((each: any) => `${each.id}: ${each.nodes.map((node: any) => node.target.join(' ')).join(', ')}`)
    })
    expect(found).toEqual([])
    await page.context().close()
  }, 60_000)

  test('nothing is wider than the window', async () => {
    const page = await open(width, scripts)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.context().close()
  }, 60_000)
})

test('the content security policy has nothing to refuse', async () => {
  const page = await browser.newPage()
  const refused: string[] = []
  page.on('console', (message) => /Content Security Policy/.test(message.text()) && refused.push(message.text()))
  await page.goto(address)
  expect(refused).toEqual([])
  await page.close()
}, 60_000)

test('text is in our typeface', async () => {
  const page = await open(1280)
  expect(
    await page.evaluate(() => [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.weight)),
  ).toEqual(expect.arrayContaining(['400', '700']))
  await page.context().close()
}, 60_000)
