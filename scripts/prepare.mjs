// What `npm start`, `npm test` and the other commands do first: install and build, each only when needed.
// Plain JavaScript without dependencies, because it runs before there are any, on whatever Node (20 or later) the machine has.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
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

export function install() {
  const stamp = join(root, 'node_modules', '.mentormark-installed')
  const expected = digest(['package-lock.json'])
  if (done(stamp, expected) && existsSync(node)) return
  console.log('Installing what Mentormark is made of. This happens once, and takes about a minute.')
  const npm = process.env.npm_execpath
  const command = npm ? [process.execPath, npm] : ['npm']
  const outcome = spawnSync(command[0], [...command.slice(1), 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (outcome.status !== 0)
    stop('Installing failed: see above. Check that this machine can reach the npm registry, then try again.')
  if (!existsSync(node))
    stop('Installing finished, but the Node that Mentormark runs on is missing. Delete node_modules and try again.')
  writeFileSync(stamp, expected)
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
  if (done(stamp, expected)) return
  console.log('Building Mentormark.')
  mkdirSync(dist, { recursive: true })
  const outcome = spawnSync(node, [join(root, 'scripts', 'build.mjs')], { cwd: root, stdio: 'inherit' })
  if (outcome.status !== 0) stop('Building failed: see above.')
  writeFileSync(stamp, expected)
}

/**
 * How the server is run. A small nursery for new objects: Node's own grows to a size that suits big heaps, and keeps twice the
 * memory for a gain too small to measure here. Who says otherwise in NODE_OPTIONS is heard.
 */
export const serverFlags = process.env.NODE_OPTIONS?.includes('semi-space') ? [] : ['--max-semi-space-size=8']

/** The environment built programs run in: compiled code is kept between starts. */
export const runtime = { ...process.env, NODE_COMPILE_CACHE: join(root, 'dist', '.compiled') }
