import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { PressProblem } from './press-problem.ts'
import type { Folders, Typeset } from './typesetter.ts'
import type { Delivery, NumberedOrder, Order } from './worker.ts'

export interface ProcessOptions extends Folders {
  /** `worker.ts` as one file of JavaScript, or how to make it. */
  readonly worker: URL | (() => URL)
  /** How long one document may take, and how much of that may be computing. */
  readonly timeoutMs: number
  readonly mostComputingMs: number
  /** How much memory one document may take. What typesetting takes is outside JavaScript's own limit. */
  readonly mostMemory: number
  /** The process gives its memory back after this long with nothing to do. */
  readonly idleMs: number
}

/** One process that makes documents, started when there is one to make. */
export interface TypesettingProcess {
  /** One at a time: the next only when the one before is settled. @throws PressProblem */
  make(order: Order): Promise<Typeset>
  close(): void
}

interface Running {
  readonly id: number
  readonly done: (typeset: Typeset) => void
  readonly failed: (problem: PressProblem) => void
  readonly timers: readonly NodeJS.Timeout[]
  /** What the process had computed before, in milliseconds. */
  before: number
}

/** How often a process at work is looked at. */
const LOOK_EVERY_MS = 200

/** A process that has grown to this size is not kept for the next document: it doesn't shrink again. */
const KEPT_BYTES = 300e6

export function typesettingProcess({
  worker,
  templates,
  fonts,
  timeoutMs,
  mostComputingMs,
  mostMemory,
  idleMs,
}: ProcessOptions): TypesettingProcess {
  let child: ChildProcess | null = null
  let running: Running | null = null
  let idle: NodeJS.Timeout | undefined
  let orders = 0

  function start(): ChildProcess {
    const file = typeof worker === 'function' ? worker() : worker
    // None of the server's secrets go with it. Windows programs do not start without SystemRoot.
    const started = fork(fileURLToPath(file), [JSON.stringify({ templates, fonts })], {
      serialization: 'advanced',
      execArgv: [],
      env: { SystemRoot: process.env.SystemRoot },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    started.on('message', (delivery: Delivery) => {
      if (child === started && running?.id === delivery.id) settle(delivery)
    })
    started.on('error', (error) => {
      if (child === started) stop(new PressProblem('failed', error.message))
    })
    started.on('exit', (code, signal) => {
      if (child === started) stop(new PressProblem('crashed', `The typesetting process ended (${signal ?? code})`))
    })
    yieldToServer(started)
    return started
  }

  function settle(delivery: Delivery): void {
    const ended = takeRunning()
    if (!ended) return
    rest()
    if (delivery.ok) ended.done(delivery.typeset)
    else ended.failed(new PressProblem(delivery.unprintable ? 'unprintable' : 'failed', delivery.because))
  }

  /** Ends the process whatever it is doing; the next document starts a fresh one. */
  function stop(problem: PressProblem): void {
    const ended = child
    child = null
    clearTimeout(idle)
    ended?.kill('SIGKILL')
    takeRunning()?.failed(problem)
  }

  function takeRunning(): Running | null {
    const ended = running
    running = null
    for (const timer of ended?.timers ?? []) clearTimeout(timer)
    return ended
  }

  function rest(): void {
    const resting = child
    resting?.unref()
    resting?.channel?.unref()
    idle = setTimeout(() => stop(IDLE), idleMs)
    idle.unref()
    void memoryOf(resting).then((bytes) => {
      if (bytes > KEPT_BYTES && child === resting && running === null) stop(IDLE)
    })
  }

  /** Looks at what the process takes while this order is its own. */
  async function look(id: number): Promise<void> {
    const [bytes, computed] = await Promise.all([memoryOf(child), computedBy(child)])
    if (running?.id !== id) return
    if (bytes > mostMemory) stop(new PressProblem('too-big', `A document took more than ${Math.round(mostMemory / 1e6)} MB`))
    else if (computed - running.before > mostComputingMs)
      stop(new PressProblem('too-slow', `A document took more than ${mostComputingMs} ms of computing`))
  }

  /** The time is up: because the document takes so long, or because the machine has so much else to do. */
  async function timeIsUp(id: number): Promise<void> {
    const computed = await computedBy(child)
    if (running?.id !== id) return
    const isWaiting = computed > 0 && computed - running.before < mostComputingMs / 2
    stop(new PressProblem(isWaiting ? 'busy' : 'too-slow', `A document took longer than ${timeoutMs} ms`))
  }

  return {
    make: (order) =>
      new Promise((done, failed) => {
        clearTimeout(idle)
        orders += 1
        const id = orders
        try {
          child ??= start()
        } catch (error) {
          failed(new PressProblem('failed', error instanceof Error ? error.message : String(error)))
          return
        }
        // While someone waits, the process keeps the program alive; an idle one does not.
        child.ref()
        child.channel?.ref()
        const timers = [setTimeout(() => void timeIsUp(id), timeoutMs), setInterval(() => void look(id), LOOK_EVERY_MS)]
        running = { id, done, failed, timers, before: 0 }
        void computedBy(child).then((computed) => {
          if (running?.id === id) running.before = computed
        })
        try {
          child.send({ ...order, id } satisfies NumberedOrder, (error) => {
            if (error && running?.id === id) stop(new PressProblem('crashed', error.message))
          })
        } catch (error) {
          // What can't be sent at all is thrown at once.
          stop(new PressProblem('failed', error instanceof Error ? error.message : String(error)))
        }
      }),
    close: () => stop(new PressProblem('closed', 'The press is closed')),
  }
}

const IDLE = new PressProblem('closed', 'Idle')

/** Bytes that a process holds in memory; 0 where the system doesn't say so in the way of Linux. */
async function memoryOf(of: ChildProcess | null): Promise<number> {
  const pages = await readFile(`/proc/${of?.pid}/statm`, 'utf8').then(
    (text) => Number(text.split(' ')[1]),
    () => 0,
  )
  return pages * 4096
}

/** Milliseconds that a process has computed so far, its start included; 0 where the system doesn't say so in the way of Linux. */
async function computedBy(of: ChildProcess | null): Promise<number> {
  const text = await readFile(`/proc/${of?.pid}/stat`, 'utf8').catch(() => '')
  // The fields after the program's name, which may hold anything: the 12th and 13th are hundredths of a second.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return text === '' ? 0 : (Number(fields[11]) + Number(fields[12])) * 10
}

/** Saving someone's words comes before anyone's PDF. A system that does not allow it loses only that. */
function yieldToServer({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {}
}
