import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
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
      aim: '500 ms',
      met: found.ours <= 500,
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

/** What the program and the processes it started hold in memory, after everything else has been measured. */
export function memory(pid: number): readonly Figure[] {
  const children = childrenOf(pid)
  const own = residentBytes(pid)
  const theirs = children.map(residentBytes)
  const total = own + theirs.reduce((sum, bytes) => sum + bytes, 0)
  return [
    {
      name: 'Memory after all of this load',
      measured: `${megabytes(total)}: the server ${megabytes(own)}, ${theirs.length > 0 ? `typesetting ${theirs.map(megabytes).join(', ')}` : 'nothing else running'}`,
      limit: `${megabytes(process.memoryUsage().rss)} this small program`,
      ratio: total / process.memoryUsage().rss,
      aim: '250 MB',
      met: total <= 250e6,
    },
  ]
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
