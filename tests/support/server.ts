import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { node, root, runtimeSettings, serverFlags } from '../../scripts/prepare.mjs'

/** The built program as it really runs: its own process, a socket, a data folder. */
export interface RunningServer {
  readonly port: number
  /** What people put in their browsers, without a trailing slash. */
  readonly url: string
  readonly process: ChildProcess
  /** Milliseconds from starting the process to its saying that it listens. */
  readonly startedIn: number
  /** Everything it has said so far, on both streams. */
  output(): string
  /** Sends the signal, unless it has ended already, and waits until it has. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly output: string
}

export interface ServerOptions {
  readonly dataDir: string
  /** Chosen freely when left out. */
  readonly port?: number
  readonly env?: Readonly<Record<string, string>>
  readonly nodeOptions?: readonly string[]
}

/** Starts the built server and waits until it listens. @throws Error with what it said, when it ends instead */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const port = options.port ?? (await freePort())
  const began = performance.now()
  const { child, output, ended } = launch({ ...options, port })
  const outcome = await Promise.race([said(child, output, 'Mentormark is running at'), ended])
  if (outcome) throw new Error(`The server ended with ${outcome.code ?? outcome.signal}:\n${outcome.output}`)
  const startedIn = performance.now() - began
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    process: child,
    startedIn,
    output,
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      return ended
    },
  }
}

/** Runs the built server until it ends by itself, as it does when it can't start. */
export function runServer(options: ServerOptions): Promise<Ended> {
  return launch(options).ended
}

function launch({ dataDir, port, env, nodeOptions = [] }: ServerOptions) {
  let text = ''
  const child = spawn(node, [...serverFlags, ...nodeOptions, join(root, 'dist', 'main.js')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      ...runtimeSettings,
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      ...(port === undefined ? {} : { PORT: String(port) }),
      ...env,
    },
  })
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
  const ended = once(child, 'close').then(
    ([code, signal]): Ended => ({ code: code as number | null, signal: signal as NodeJS.Signals | null, output: text }),
  )
  return { child, output: () => text, ended }
}

/** Resolves with null once the words have been said. */
function said(child: ChildProcess, output: () => string, words: string): Promise<null> {
  return new Promise((resolve) => {
    const look = () => {
      if (!output().includes(words)) return
      child.stdout?.off('data', look)
      resolve(null)
    }
    child.stdout?.on('data', look)
  })
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
