import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { node, root } from '../../scripts/prepare.mjs'
import { type RunningServer, startServer } from './server.ts'

/** Chromium at the built program, in a process of its own, as people meet it. */
export interface Stage {
  readonly url: string
  readonly server: RunningServer
  /** Runs a command of the terminal beside the server. @returns what it said */
  command(...args: readonly string[]): string
  /** A person's browser. Anything that goes wrong in one of its pages fails the test. */
  browser(options?: BrowserOptions): Promise<BrowserContext>
  /** Kills the server as a power cut would, and starts it again where it was. */
  crash(): Promise<void>
  /** Kills it, and leaves it so until `restart`. */
  kill(): Promise<void>
  restart(): Promise<void>
  /** What pages said while a server was down, which is no fault of theirs. */
  forgive(words: RegExp): void
}

export interface BrowserOptions {
  readonly width?: number
  readonly height?: number
  readonly scripts?: boolean
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface StageOptions {
  /** Settings of the server, once what they name is there. */
  readonly env?: () => Promise<Readonly<Record<string, string>>>
}

/** Call once at the top of a test file. */
export function setStage(options: StageOptions = {}): Stage {
  let server: RunningServer
  let chromium_: Browser
  const dataDir = mkdtempSync(join(tmpdir(), 'mentormark-journeys-'))
  const contexts: BrowserContext[] = []
  const faults: string[] = []
  const forgiven: RegExp[] = []
  let env: Readonly<Record<string, string>> = { LOG_LEVEL: 'error' }

  beforeAll(async () => {
    env = { ...env, ...(await options.env?.()) }
    server = await startServer({ dataDir, env })
    chromium_ = await chromium.launch({
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage'],
    })
  })
  afterEach(async ({ task }) => {
    if (process.env.SHOTS && task.result?.state === 'fail') await picture(contexts.flatMap((context) => context.pages()))
    await Promise.all(contexts.splice(0).map((context) => context.close()))
    const unforgiven = faults.splice(0).filter((fault) => !forgiven.some((words) => words.test(fault)))
    forgiven.length = 0
    expect(unforgiven).toEqual([])
  })
  afterAll(async () => {
    await chromium_?.close()
    await server?.stop('SIGKILL')
    rmSync(dataDir, { recursive: true, force: true })
  })

  const stage: Stage = {
    get url() {
      return server.url
    },
    get server() {
      return server
    },
    command(...args) {
      const env = { PATH: process.env.PATH, DATA_DIR: dataDir }
      const { stdout, stderr } = spawnSync(node, [join(root, 'dist/cli.js'), ...args], { encoding: 'utf8', env })
      return `${stdout}${stderr}`
    },
    async browser({ width = 1280, height = 900, scripts = true } = {}) {
      const context = await chromium_.newContext({
        viewport: { width, height },
        baseURL: server.url,
        locale: 'en-GB',
        timezoneId: 'Europe/London',
        reducedMotion: 'reduce',
      })
      context.setDefaultTimeout(20_000)
      // Ours do not arrive, so that the page is as without scripts; axe, which needs some, still runs.
      if (!scripts) await context.route('**/*.js', (route) => route.abort())
      contexts.push(context)
      context.on('page', (page) => {
        page.on('pageerror', (error) => faults.push(`${page.url()}: ${error}`))
        page.on('console', (message) => {
          // A page that says what to correct has a status that Chromium remarks on; so has one that is not there.
          const { url } = message.location()
          const remark = /status of 4\d\d/.test(message.text()) && !url.includes('/assets/')
          if (!scripts && url.endsWith('.js')) return
          // What Chromium has to say of forms, such as of passphrases whose owner it can't find, it says in a low voice.
          const wrong = message.type() === 'error' || message.type() === 'warning' || message.text().startsWith('[DOM]')
          if (wrong && !remark) faults.push(`${page.url()}: ${message.text()}`)
        })
      })
      return context
    },
    async kill() {
      await server.stop('SIGKILL')
    },
    async restart() {
      server = await startServer({ dataDir, port: server.port, env })
    },
    async crash() {
      await stage.kill()
      await stage.restart()
    },
    forgive: (words) => forgiven.push(words),
  }
  return stage
}

/** What stood there when a test failed. */
async function picture(pages: readonly Page[]): Promise<void> {
  for (const [number, page] of pages.entries())
    await page.screenshot({ path: join(process.env.SHOTS ?? '.', `failed-${number}.png`), fullPage: true })
}

/** Parts of pages that axe is not shown. None. */
const KNOWN: string[] = []
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Looks at a page as it stands: nothing is wider than the window, and axe has nothing to say. With `SHOTS` in the environment, a
 * picture of it goes into that folder.
 * @param options.axe false where the same page has been put to it already
 */
export async function lookAt(page: Page, name: string, options: { readonly axe: boolean } = { axe: true }): Promise<void> {
  await page.waitForLoadState('load')
  const width = page.viewportSize()?.width ?? 0
  if (process.env.SHOTS) {
    mkdirSync(process.env.SHOTS, { recursive: true })
    await page.screenshot({ path: join(process.env.SHOTS, `${name}-${width}.png`), fullPage: true })
  }
  const wide = await page.evaluate(() => {
    const all = [...document.body.querySelectorAll('*')]
    const past = all
      .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
      .map((each) => each.outerHTML.slice(0, 120))
    return document.documentElement.scrollWidth > innerWidth ? past.slice(0, 3) : []
  })
  expect({ page: name, wide }).toEqual({ page: name, wide: [] })
  if (!options.axe) return
  await page.evaluate(axe)
  const found = await page.evaluate(
    async ([known, rules]) => {
      // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window
      const { violations } = await (window as any).axe.run({ exclude: known }, { runOnly: rules, resultTypes: ['violations'] })
      // biome-ignore lint/suspicious/noExplicitAny: as above
      return violations.map((each: any) => `${each.id}: ${each.nodes.map((node: any) => node.target.join(' ')).join(', ')}`)
    },
    [KNOWN, RULES] as const,
  )
  expect({ page: name, found }).toEqual({ page: name, found: [] })
}
