// A PostgreSQL server of one's own, in a folder of its own: for tests and measurements that stop, kill and pause it.
// Plain JavaScript without dependencies, as everything that the commands begin with.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { delimiter, join } from 'node:path'

/** Quicker, and lost when the machine stops. What it has acknowledged survives a kill of the server all the same. */
const NOT_DURABLE = { fsync: 'off', full_page_writes: 'off' }

/**
 * The folder of PostgreSQL's server programs, installed when they are missing and that is possible: as root on Debian.
 * @throws Error with one sentence that says why they can't be had
 */
export function postgresBinaries() {
  const found = installedBinaries()
  if (found) return found
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error('PostgreSQL is not installed. Install its server, put its programs on the PATH, or set TEST_POSTGRES_URL.')
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
  const installed = installedBinaries()
  if (!installed) throw new Error('PostgreSQL could not be installed: see above.')
  return installed
}

/** Newest version first; null when there are none. */
function installedBinaries() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(delimiter)]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null
}

/**
 * Makes a server and starts it. It listens on 127.0.0.1 alone; its owner is `mentormark`, who needs no password.
 * @param {{
 *   settings?: Readonly<Record<string, string>>,
 *   durable?: boolean,
 *   folder?: string,
 * }} options `settings` are PostgreSQL's own; `durable` also survives the machine; `folder` is where its folder is made
 */
export async function startPostgres({ settings = {}, durable = false, folder: parent = tmpdir() } = {}) {
  const bin = postgresBinaries()
  const user = serverUser()
  const folder = mkdtempSync(join(parent, 'mentormark-postgres-'))
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (user.uid !== undefined) for (const path of [folder, data]) chownSync(path, user.uid, user.gid)
  const log = join(folder, 'log')
  const port = await freePort()

  /** Runs one of PostgreSQL's programs. @throws Error with what it said, and the server's log */
  async function run(program, args) {
    const child = spawn(join(bin, program), args, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
      ...user,
    })
    let said = ''
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text
    })
    // Not `close`: the server that pg_ctl leaves behind may keep the pipe.
    const code = await new Promise((resolve, reject) => child.on('error', reject).on('exit', resolve))
    child.stderr.destroy()
    if (code !== 0) throw new Error(`${program} failed:\n${said}${existsSync(log) ? readFileSync(log, 'utf8') : ''}`)
  }

  const start = () => run('pg_ctl', ['-D', data, '-l', log, '-w', '-t', '30', 'start'])
  const stop = (mode = 'fast') => run('pg_ctl', ['-D', data, '-m', mode, '-w', '-t', '30', 'stop'])
  const pid = () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
  const isRunning = () => existsSync(join(data, 'postmaster.pid')) && living().includes(pid())

  /** The server and its processes, one for each connection among them. */
  function processes() {
    const first = pid()
    return [
      first,
      ...processTable()
        .filter(({ parent }) => parent === first)
        .map((each) => each.pid),
    ]
  }
  function signal(name) {
    for (const each of processes()) {
      try {
        process.kill(each, name)
      } catch {
        // It has just ended by itself.
      }
    }
  }

  async function kill() {
    const all = processes()
    // The server first, or it would make new processes in place of those that end.
    signal('SIGKILL')
    while (living().some((each) => all.includes(each))) await new Promise((resolve) => setTimeout(resolve, 5))
    // In a container whose first process asks about nobody, the dead keep their number, and PostgreSQL takes this one to run still.
    rmSync(join(data, 'postmaster.pid'), { force: true })
  }

  async function discard() {
    if (isRunning()) {
      signal('SIGCONT')
      await stop('immediate').catch(kill)
    }
    rmSync(folder, { recursive: true, force: true })
  }

  try {
    await run('initdb', ['-D', data, '-U', 'mentormark', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'])
    const all = {
      listen_addresses: '127.0.0.1',
      port: String(port),
      unix_socket_directories: '',
      max_connections: '300',
      ...(durable ? {} : NOT_DURABLE),
      ...settings,
    }
    const lines = Object.entries(all).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    writeFileSync(join(data, 'postgresql.auto.conf'), lines.join(''))
    await start()
  } catch (error) {
    await discard()
    throw error
  }
  return {
    port,
    folder,
    data,
    /** Of a database of this server. */
    url: (database = 'postgres') => `postgres://mentormark@127.0.0.1:${port}/${database}`,
    pid,
    start,
    /** `smart` waits for everybody to leave, `fast` sends them away, `immediate` is a crash. */
    stop,
    async restart(mode = 'fast') {
      await stop(mode)
      await start()
    },
    /** SIGKILL for all of it, as when the machine stops. */
    kill,
    /** Stands still and answers nothing, though connections are taken, until `resume`. */
    pause: () => signal('SIGSTOP'),
    resume: () => signal('SIGCONT'),
    /** Ends it and deletes its folder. */
    discard,
  }
}

/** PostgreSQL refuses to run as root: root runs it as Debian's own user for it. */
function serverUser() {
  if (process.getuid?.() !== 0) return {}
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((each) => each.startsWith('postgres:'))
  if (!line) throw new Error(`PostgreSQL does not run as ${userInfo().username}, and there is no user postgres to run it as.`)
  const [, , uid, gid] = line.split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

function living() {
  return processTable()
    .filter(({ lives }) => lives)
    .map(({ pid }) => pid)
}

/** Every process there is: its id, its parent's, and whether it lives. One that has ended but that nobody has asked about does not. */
function processTable() {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
  return (stdout ?? '').split('\n').map((line) => {
    const [pid, parent, state = 'Z'] = line.trim().split(/\s+/)
    return { pid: Number(pid), parent: Number(parent), lives: !state.startsWith('Z') }
  })
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
