// node scripts/test-postgres.mjs [FILE …]: the suite against a real PostgreSQL server of its own, which is gone afterwards.
// With TEST_POSTGRES_URL set, it uses that server instead (its user must be allowed to create databases).
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'
import { install, node, root, stop } from './prepare.mjs'

/** Settings for a server that lives for one run: nothing it holds is worth a flush. */
const FOR_ONE_RUN = ['-F', '-c', 'max_connections=300', '-c', 'full_page_writes=off', '-c', 'synchronous_commit=off']

install()
process.exitCode = process.env.TEST_POSTGRES_URL ? suite(process.env.TEST_POSTGRES_URL) : await withServer(suite)

/** @returns the suite's exit code */
function suite(url) {
  console.log(`\n— Tests on a PostgreSQL server (${url.replace(/\/\/[^/@]*@/, '//')})`)
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const files = process.argv.slice(2)
  const outcome = spawnSync(node, [vitest, 'run', ...files], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TEST_DATABASE: url },
  })
  return outcome.status ?? 1
}

/** Starts a server in a folder of its own, does the work, and leaves neither behind. */
async function withServer(work) {
  const bin = postgresPrograms() ?? installPostgres()
  const user = serverUser()
  const folder = mkdtempSync(join(tmpdir(), 'mentormark-postgres-'))
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (user.uid !== undefined) for (const path of [folder, data]) chownSync(path, user.uid, user.gid)
  const port = await freePort()

  const control = (title, program, args) => {
    const outcome = spawnSync(join(bin, program), args, {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
      ...user,
    })
    if (outcome.status === 0) return
    const log = join(folder, 'log')
    throw new Error(`${title} failed:\n${outcome.error ?? outcome.stderr}${existsSync(log) ? readFileSync(log, 'utf8') : ''}`)
  }
  try {
    control('Preparing PostgreSQL', 'initdb', [
      '-D',
      data,
      '-U',
      'mentormark',
      '--auth=trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '--no-sync',
    ])
    writeFileSync(
      join(data, 'postgresql.auto.conf'),
      `listen_addresses = '127.0.0.1'\nport = ${port}\nunix_socket_directories = ''\n`,
    )
    control('Starting PostgreSQL', 'pg_ctl', [
      '-D',
      data,
      '-l',
      join(folder, 'log'),
      '-o',
      FOR_ONE_RUN.join(' '),
      '-w',
      '-t',
      '30',
      'start',
    ])
    try {
      return work(`postgres://mentormark@127.0.0.1:${port}/postgres`)
    } finally {
      control('Stopping PostgreSQL', 'pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop'])
    }
  } catch (error) {
    console.error(error.message)
    return 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The folder of PostgreSQL's server programs, newest version first; null when there are none. */
function postgresPrograms() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(delimiter)]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null
}

function installPostgres() {
  const debian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (!debian) stop('PostgreSQL is not installed. Install its server, put its programs on the PATH, or set TEST_POSTGRES_URL.')
  console.log('\n— Installing PostgreSQL')
  // Only the programs are wanted: no cluster is made, so nothing is started.
  mkdirSync('/etc/postgresql-common/createcluster.d', { recursive: true })
  writeFileSync('/etc/postgresql-common/createcluster.d/mentormark.conf', 'create_main_cluster = false\n')
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update', '-qq')
  apt('install', '-y', '-qq', 'postgresql')
  return postgresPrograms() ?? stop('PostgreSQL could not be installed: see above.')
}

/** PostgreSQL refuses to run as root: root runs it as Debian's own user for it. */
function serverUser() {
  if (process.getuid?.() !== 0) return {}
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('postgres:'))
  if (!line) stop(`PostgreSQL does not run as ${userInfo().username}, and there is no user postgres to run it as.`)
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
