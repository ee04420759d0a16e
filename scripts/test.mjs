// npm test: checks, then every test, on both databases and in a browser. Ends with one line of counts.
import { spawnSync } from 'node:child_process'
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

function check(title, command, args, env = {}) {
  console.log(`\n— ${title}`)
  const outcome = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { NO_COLOR: '1', ...process.env, PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`, ...env },
  })
  if (outcome.status !== 0) sound = false
  return outcome.status === 0
}

/** One run of the suite; its counts are added to the closing line. */
function suite(title, args, env) {
  const report = join(reports, `${counts.passed}-${Math.random().toString(36).slice(2)}.json`)
  const passed = check(
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
  if ((result?.numTotalTests ?? 0) === 0) {
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

function browser() {
  if (installed('/usr/bin/chromium', 'chromium')) return '/usr/bin/chromium'
  check('Installing Chromium', node, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'])
  return ''
}

const only = process.argv.slice(2)
if (only.length === 0) {
  check('Types', node, [bin('tsc')])
  check('Style', bin('biome'), ['check', '--error-on-warnings', '.'])
}
// Reads the words of a PDF; without it those tests are skipped.
installed('/usr/bin/pdftotext', 'poppler-utils')
suite('Tests on SQLite', only, { TEST_DATABASE: 'sqlite' })
suite('Tests on PostgreSQL (PGlite)', only, { TEST_DATABASE: 'pglite' })
if (process.env.TEST_POSTGRES_URL) suite('Tests on a PostgreSQL server', only, { TEST_DATABASE: process.env.TEST_POSTGRES_URL })
if (only.length === 0) suite('Journeys in Chromium', ['--config', 'vitest.browser.config.ts'], { CHROMIUM: browser() })

rmSync(reports, { recursive: true, force: true })
if (!sound && counts.failed === 0) counts.failed = 1
console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exit(sound && counts.failed === 0 ? 0 : 1)
