import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { node, root } from '../scripts/prepare.mjs'
import { freePort, startServer } from '../tests/support/server.ts'
import { type Figure, inTurns, megabytes, milliseconds } from './figure.ts'

/** How long the program takes to listen, built, in a folder that has been used. */
export async function starts(dataDir: string): Promise<readonly Figure[]> {
  const found = await inTurns(5, {
    bare: () => timeUntil(spawn(node, ['-e', BARE]), 'listening'),
    ours: async () => {
      const server = await startServer({ dataDir })
      await server.stop()
      return server.startedIn
    },
    npm: () => npmStart(dataDir),
  })
  const limit = `${milliseconds(found.bare)} a bare Node server`
  return [
    {
      name: 'Start of the built program',
      measured: milliseconds(found.ours),
      limit,
      ratio: found.ours / found.bare,
      aim: '300 ms',
      met: found.ours <= 300,
    },
    {
      name: 'Second `npm start`',
      measured: milliseconds(found.npm),
      limit,
      ratio: found.npm / found.bare,
      aim: '2 s',
      met: found.npm <= 2000,
    },
  ]
}

const BARE = "require('node:http').createServer().listen(0, () => console.log('listening'))"

async function npmStart(dataDir: string): Promise<number> {
  const child = spawn('npm', ['start'], {
    cwd: root,
    // A group of its own, so that all of it can be stopped.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(await freePort()) },
  })
  return timeUntil(child, 'Mentormark is running at', () => {
    process.kill(-(child.pid ?? 0), 'SIGTERM')
  })
}

/** Milliseconds until the process says so; then it is stopped. */
async function timeUntil(child: ReturnType<typeof spawn>, words: string, stop: () => void = () => child.kill()): Promise<number> {
  const began = performance.now()
  const ended = once(child, 'exit')
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += chunk
    if (said.includes(words)) break
  }
  const took = performance.now() - began
  if (!said.includes(words)) throw new Error(`it ended before it said “${words}”: ${said}`)
  stop()
  await ended
  return took
}

/** How long typesetting may stay warm after the last document, in milliseconds, and then some. */
const UNTIL_IDLE = 90_000

/** What the program and the processes it started hold in memory, after everything else has been measured. */
export async function memory(pid: number, dataDir: string): Promise<readonly Figure[]> {
  const warm = held(pid)
  for (let waited = 0; childrenOf(pid).length > 0 && waited < UNTIL_IDLE; waited += 1000) await sleep(1000)
  const rested = held(pid)
  // A folder of its own: two servers don't share one.
  const fresh = await startServer({ dataDir: `${dataDir}-fresh` })
  const started = held(fresh.process.pid ?? 0)
  await fresh.stop()
  rmSync(`${dataDir}-fresh`, { recursive: true, force: true })
  const limit = `${megabytes(started.total)} when started`
  return [
    {
      name: 'Memory after all of this load, typesetting still warm',
      measured: `${megabytes(warm.total)}, of which the server ${megabytes(warm.own)}`,
      limit,
      ratio: warm.total / started.total,
      aim: '',
      met: null,
    },
    {
      name: 'Memory after all of this load, once typesetting has ended',
      measured: megabytes(rested.total),
      limit,
      ratio: rested.total / started.total,
      aim: '200 MB',
      met: rested.total <= 200e6,
    },
  ]
}

function held(pid: number): { readonly own: number; readonly total: number } {
  const own = residentBytes(pid)
  return { own, total: childrenOf(pid).reduce((sum, child) => sum + residentBytes(child), own) }
}

/** From /proc: the figure is Linux's. */
function residentBytes(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
}

function childrenOf(pid: number): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((each) => {
      try {
        return Number(/\nPPid:\s+(\d+)/.exec(readFileSync(`/proc/${each}/status`, 'utf8'))?.[1]) === pid
      } catch {
        // It has ended since it was listed.
        return false
      }
    })
}
