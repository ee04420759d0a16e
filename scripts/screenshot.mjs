// node scripts/screenshot.mjs: takes the README's picture from a fresh demo, so that it shows the program as it is.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build, install, node, root, runtime, stop } from './prepare.mjs'

const PICTURE = join(root, 'docs', 'screenshot.png')
const SIZE = { width: 1280, height: 1220 }
const MOST_BYTES = 200_000
const LEAD = 'marcia@quaggybridge.example'

install()
build()
const folder = mkdtempSync(join(tmpdir(), 'mentormark-screenshot-'))
const port = await freePort()
const server = spawn(node, [join(root, 'dist', 'demo.js')], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: { ...runtime, DEMO_DIR: folder, PORT: String(port), HOST: 'localhost', BASE_URL: '' },
})
const ended = new Promise((resolve) => server.once('exit', resolve))
try {
  const { address, passphrase } = await running(server)
  await takePicture(address, passphrase)
} finally {
  server.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
}
const { size } = statSync(PICTURE)
if (size > MOST_BYTES) stop(`${PICTURE} has ${size} bytes, and should have at most ${MOST_BYTES}.`)
console.log(`${PICTURE}: ${Math.round(size / 1000)} KB`)

/** The results of a completed assessment, from the top. */
async function takePicture(address, passphrase) {
  const chrome = '/usr/bin/chromium'
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || (existsSync(chrome) ? chrome : undefined),
    args: ['--no-sandbox', '--disable-background-networking'],
  })
  try {
    const page = await browser.newPage({ viewport: SIZE, reducedMotion: 'reduce' })
    await page.goto(`${address}/sign-in`)
    await page.getByLabel('E-mail address').fill(LEAD)
    await page.locator('[name=passphrase]').fill(passphrase)
    await page.getByRole('button', { name: 'Sign in' }).click()
    // Newest first: the one in progress, then last year’s.
    const lastYear = page.getByRole('link', { name: /^All our mentoring/ }).nth(1)
    await lastYear.click()
    await page.getByRole('button', { name: 'See your results' }).click()
    await page.getByRole('heading', { name: 'Across the standards' }).waitFor()
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: PICTURE })
  } finally {
    await browser.close()
  }
}

/** Waits until the demo says where it is running, and reads the passphrase it prints. */
function running(program) {
  return new Promise((resolve, reject) => {
    let said = ''
    program.stdout.on('data', (chunk) => {
      said += chunk
      const address = /running at (\S+)/.exec(said)?.[1]
      const passphrase = /passphrase is: (.+)/.exec(said)?.[1]
      if (address && passphrase) resolve({ address, passphrase })
    })
    program.once('exit', (code) => reject(new Error(`The demo ended with ${code}:\n${said}`)))
  })
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
