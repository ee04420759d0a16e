// What `npm start`, `npm test` and the other commands do first: install and build, each only when needed.
// Plain JavaScript without dependencies, because it runs before there are any, on whatever Node (20 or later) the machine has.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')
/** The Node that everything else runs on, from the package `node`. */
export const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** Ends the program with one sentence. */
export function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

function digest(files) {
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0')
  return hash.digest('hex')
}

function filesUnder(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, name))
    .filter((file) => statSync(join(root, file)).isFile())
    .sort()
}

/** True when `stamp` holds `expected`: the work was done for exactly these inputs. */
const done = (stamp, expected) => existsSync(stamp) && readFileSync(stamp, 'utf8') === expected

/** Says which process installs or builds here; not in a folder that doing so empties. */
const turn = join(root, '.preparing')

/**
 * Does the work unless it is done, one process at a time: `npm start` and `npm run demo` begun together would build into the same
 * folder. One that was killed in the middle is not waited for.
 */
function once(isDone, work) {
  for (let told = false; !isDone(); ) {
    if (takeTurn()) {
      try {
        if (!isDone()) work()
      } finally {
        mine = false
        rmSync(turn, { force: true })
      }
      return
    }
    if (!told) console.log('Waiting for another Mentormark that is installing or building here.')
    told = true
    pause()
  }
}

function takeTurn() {
  try {
    writeFileSync(turn, String(process.pid), { flag: 'wx' })
    // `stop` ends the program where it stands.
    leaveAtExit()
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  const whose = read(turn)
  // Written a moment after the file is made: who can't be told yet is given time.
  if (whose === null || (whose === '' && Date.now() - (statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? 0) < 5000))
    return false
  if (!isRunning(Number(whose)) && read(turn) === whose) rmSync(turn, { force: true })
  return false
}

let leaving = false
let mine = false
function leaveAtExit() {
  mine = true
  if (!leaving) process.once('exit', () => mine && rmSync(turn, { force: true }))
  leaving = true
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function isRunning(pid) {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function pause() {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100 + Math.random() * 100)
}

export function install() {
  const stamp = join(root, 'node_modules', '.mentormark-installed')
  const expected = digest(['package-lock.json'])
  once(
    () => done(stamp, expected) && existsSync(node),
    () => installNow(stamp, expected),
  )
}

function installNow(stamp, expected) {
  console.log('Installing what Mentormark is made of. This happens once, and takes about a minute.')
  const outcome = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'ignore')
  if (outcome.status !== 0)
    stop('Installing failed: see above. Check that this machine can reach the npm registry, then try again.')
  if (!existsSync(node))
    stop('Installing finished, but the Node that Mentormark runs on is missing. Delete node_modules and try again.')
  writeFileSync(stamp, expected)
}

/** @param out where what it prints goes: `ignore`, or `pipe` to read it */
function npm(args, out) {
  const path = process.env.npm_execpath
  const [command, ...before] = path ? [process.execPath, path] : ['npm']
  return spawnSync(command, [...before, ...args], { cwd: root, stdio: ['ignore', out, 'inherit'] })
}

export function build() {
  const dist = join(root, 'dist')
  const stamp = join(dist, '.built')
  const tests = /\.test\.tsx?$/
  const expected = digest([
    'package-lock.json',
    ...filesUnder('scripts').filter((file) => /build/.test(file)),
    ...filesUnder('src').filter((file) => !tests.test(file)),
    ...filesUnder('frameworks'),
  ])
  once(
    () => done(stamp, expected),
    () => buildNow(dist, stamp, expected),
  )
}

function buildNow(dist, stamp, expected) {
  console.log('Building Mentormark.')
  mkdirSync(dist, { recursive: true })
  const outcome = spawnSync(node, [join(root, 'scripts', 'build.mjs')], { cwd: root, stdio: 'inherit' })
  if (outcome.status !== 0) stop('Building failed: see above.')
  writeBillOfMaterials(join(dist, 'sbom.cdx.json'))
  writeFileSync(stamp, expected)
}

/** Every package that the program is made of, with its version and licence, in CycloneDX's format (ASVS 5.0, 15.1.2). */
function writeBillOfMaterials(file) {
  const listed = npm(['sbom', '--omit=dev', '--sbom-format=cyclonedx', '--package-lock-only', '--loglevel=error'], 'pipe')
  if (listed.status === 0) writeFileSync(file, listed.stdout)
  else
    console.error('npm could not list the packages, so there is no bill of materials (dist/sbom.cdx.json). npm 10 or later can.')
}

/**
 * How the server is run. A small nursery for new objects: Node's own grows to a size that suits big heaps, and keeps twice the
 * memory for a gain too small to measure here. Who says otherwise in NODE_OPTIONS is heard.
 */
export const serverFlags = process.env.NODE_OPTIONS?.includes('semi-space') ? [] : ['--max-semi-space-size=8']

/**
 * What built programs run with: compiled code is kept between starts; and what is big, such as the 19 MiB of each hash, goes back
 * to the system once it is freed. Linux's C library would keep it for the next after the first: 275 MB instead of 126 after
 * seventeen people had signed up.
 */
export const runtimeSettings = {
  NODE_COMPILE_CACHE: join(root, 'dist', '.compiled'),
  MALLOC_MMAP_THRESHOLD_: String(1024 * 1024),
}

/** The environment built programs run in. */
export const runtime = { ...runtimeSettings, ...process.env, NODE_COMPILE_CACHE: runtimeSettings.NODE_COMPILE_CACHE }
