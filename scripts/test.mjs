// npm test: checks, then every test, on both databases and in a browser. Ends with one line of counts.
// The browser's tests run beside the others: each of them waits a good deal, and machines have two cores.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, install, node, root } from './prepare.mjs'

install()
build()
const reports = mkdtempSync(join(tmpdir(), 'mentormark-reports-'))
const counts = { passed: 0, failed: 0, skipped: 0 }
let sound = true
/** Debian's list of packages was fetched in this run. */
let updated = false

const bin = (name) => join(root, 'node_modules', '.bin', name)

/**
 * Runs a command beside others. What it says is printed in one piece when it has ended.
 * @returns true when it succeeded
 */
async function check(title, command, args, env = {}) {
  const began = performance.now()
  console.log(`… ${title}`)
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { NO_COLOR: '1', ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`, ...env },
  })
  const said = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk))
  const [code] = await once(child, 'close')
  if (code !== 0) sound = false
  console.log(`\n— ${title}: ${Math.round((performance.now() - began) / 1000)} s\n${Buffer.concat(said).toString().trim()}`)
  return code === 0
}

/** For a run that leaves out files: of those that were named, none may be left. */
const MAY_BE_NONE = '--passWithNoTests'

/** One run of the suite; its counts are added to the closing line. */
async function suite(title, args, env) {
  const report = join(reports, `${Math.random().toString(36).slice(2)}.json`)
  const passed = await check(
    title,
    node,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=minimal',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...args,
    ],
    env,
  )
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null
  counts.passed += result?.numPassedTests ?? 0
  counts.failed += result?.numFailedTests ?? 0
  counts.skipped += (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0)
  // A file that can't even be loaded has no failing test in it, and must count all the same.
  if (!passed && !(result?.numFailedTests > 0)) counts.failed += 1
  if ((result?.numTotalTests ?? 0) === 0 && !args.includes(MAY_BE_NONE)) {
    sound = false
    console.error(`${title}: no test ran`)
  }
}

/** What tests need besides npm's packages, each installed when missing: as root on Debian, and otherwise left as it is. */
function installed(program, debianPackage) {
  if (existsSync(program)) return true
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log(`\n— Installing ${debianPackage}`)
  if (!updated) spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] })
  updated = true
  spawnSync('apt-get', ['install', '-y', '-qq', debianPackage], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return existsSync(program)
}

async function browser() {
  if (installed('/usr/bin/chromium', 'chromium')) return '/usr/bin/chromium'
  await check('Installing Chromium', node, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'])
  return ''
}

/** Tests that look at the clock have the machine to themselves. */
const ALONE = 'tests/server'
const chromium = ['--config', 'vitest.browser.config.ts']

const only = process.argv.slice(2)
// Reads the words of a PDF; without it those tests are skipped.
installed('/usr/bin/pdftotext', 'poppler-utils')
const env = only.length === 0 ? { CHROMIUM: await browser() } : {}

async function checksAndSuites() {
  if (only.length === 0) {
    await check('Types', node, [bin('tsc')])
    await check('Style', bin('biome'), ['check', '--error-on-warnings', '.'])
  }
  await suite('Tests on SQLite', only, { TEST_DATABASE: 'sqlite' })
  // What reaches no database runs on SQLite alone (vitest.config.ts).
  const touching = only.length > 0 ? [...only, MAY_BE_NONE] : []
  await suite('Tests on PostgreSQL (PGlite)', touching, { TEST_DATABASE: 'pglite' })
  if (process.env.TEST_POSTGRES_URL)
    await suite('Tests on a PostgreSQL server', touching, { TEST_DATABASE: process.env.TEST_POSTGRES_URL })
}

if (only.length > 0) await checksAndSuites()
else {
  await Promise.all([checksAndSuites(), suite('Journeys in Chromium', [...chromium, '--exclude', `${ALONE}/**`], env)])
  await suite('The server as a process', [...chromium, ALONE], env)
}

rmSync(reports, { recursive: true, force: true })
if (!sound && counts.failed === 0) counts.failed = 1
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(sound && counts.failed === 0 ? 0 : 1)
