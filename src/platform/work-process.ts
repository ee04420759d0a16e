import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { constants, setPriority } from 'node:os'
import type { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { heard } from './heard.ts'

/** Why a piece of work was not done: it is too much, or the process ended, or nobody had time for it. */
export class WorkFailed extends Error {
  override name = 'WorkFailed'
  readonly because: 'failed' | 'crashed' | 'too-slow' | 'too-big' | 'busy' | 'closed'
  constructor(because: WorkFailed['because'], message: string, options?: ErrorOptions) {
    super(message, options)
    this.because = because
  }
}

export interface WorkProcessOptions {
  /** As the log calls it: "making previews". */
  readonly name: string
  /** The program, one file of JavaScript, or of TypeScript where that runs from source. It answers each order by `answerOrders`. */
  readonly program: URL | (() => URL)
  readonly args?: readonly string[]
  /** What the process may read, and nothing else: no other file, no program, no further process. Native code can't be held to it. */
  readonly mayRead: readonly string[] | 'anything'
  /** How long one piece may take, and how much of that may be computing. */
  readonly timeoutMs: number
  readonly mostComputingMs: number
  /** How much memory the process may take, in bytes; more than this and it ends. */
  readonly mostMemory: number
  /** A process that has grown to this size is not kept for the next piece: it doesn't shrink again. */
  readonly keptMemory: number
  /** The process gives its memory back after this long with nothing to do. */
  readonly idleMs: number
}

export interface WorkContent {
  readonly bytes: number
  chunks(): AsyncIterable<Uint8Array>
}

const NOTHING: WorkContent = { bytes: 0, async *chunks() {} }

/** One process that does heavy work for the server, started when there is some. */
export interface WorkProcess<Order, Result> {
  /**
   * One at a time: the next only when the one before is settled.
   * @param content what the order is about, read only as fast as the process takes it; for orders that say everything, none
   * @throws WorkFailed
   */
  run(order: Order, content?: WorkContent): Promise<Result>
  close(): void
}

/** What goes to the process beside the content, which comes on its standard input. */
export interface NumberedOrder<Order> {
  readonly id: number
  readonly bytes: number
  readonly order: Order
}

export interface Delivery<Result> {
  readonly id: number
  readonly result: Result
}

interface Running<Result> {
  readonly id: number
  readonly done: (result: Result) => void
  readonly failed: (problem: WorkFailed) => void
  readonly timers: readonly NodeJS.Timeout[]
  /** What the process had computed before, in milliseconds. */
  before: number
}

/** How often a process at work is looked at. */
const LOOK_EVERY_MS = 100

export function workProcess<Order, Result>(options: WorkProcessOptions): WorkProcess<Order, Result> {
  const { name, timeoutMs, mostComputingMs, mostMemory, keptMemory, idleMs } = options
  let child: ChildProcess | null = null
  let running: Running<Result> | null = null
  let idle: NodeJS.Timeout | undefined
  let orders = 0

  function start(): ChildProcess {
    const program = fileURLToPath(typeof options.program === 'function' ? options.program() : options.program)
    const { mayRead } = options
    // None of the server's secrets go with it. Windows programs do not start without SystemRoot.
    const started = fork(program, options.args ?? [], {
      serialization: 'advanced',
      execArgv: mayRead === 'anything' ? [] : ['--permission', ...[program, ...mayRead].map((path) => `--allow-fs-read=${path}`)],
      env: { SystemRoot: process.env.SystemRoot },
      stdio: ['pipe', 'inherit', 'inherit', 'ipc'],
    })
    // Whoever feeds it is told as well, and its end is heard below.
    heard(inputOf(started))
    started.on('message', (delivery: Delivery<Result>) => {
      if (child === started && running?.id === delivery.id) void settle(delivery)
    })
    started.on('error', (error) => {
      if (child === started) stop(new WorkFailed('failed', error.message))
    })
    started.on('exit', (code, signal) => {
      if (child === started) stop(new WorkFailed('crashed', `The process ${name} ended (${signal ?? code})`))
    })
    yieldToServer(started)
    return started
  }

  async function settle({ id, result }: Delivery<Result>): Promise<void> {
    const worked = child
    // Before the next piece begins: one that comes after a big one would be taken for as big.
    const bytes = await memoryOf(worked)
    if (running?.id !== id) return
    const ended = takeRunning()
    if (bytes > keptMemory) stop(IDLE)
    else rest()
    ended?.done(result)
  }

  /** Ends the process whatever it is doing; the next piece starts a fresh one. */
  function stop(problem: WorkFailed): void {
    const ended = child
    child = null
    clearTimeout(idle)
    ended?.kill('SIGKILL')
    takeRunning()?.failed(problem)
  }

  function takeRunning(): Running<Result> | null {
    const ended = running
    running = null
    for (const timer of ended?.timers ?? []) clearTimeout(timer)
    return ended
  }

  function rest(): void {
    const resting = child
    // An idle process does not keep the program alive.
    if (resting) hold(resting, false)
    idle = setTimeout(() => stop(IDLE), idleMs)
    idle.unref()
  }

  /** Looks at what the process takes while this order is its own. */
  async function look(id: number): Promise<void> {
    const [bytes, computed] = await Promise.all([memoryOf(child), computedBy(child)])
    if (running?.id !== id) return
    if (bytes > mostMemory) stop(new WorkFailed('too-big', `${name} took more than ${Math.round(mostMemory / 1e6)} MB`))
    else if (computed - running.before > mostComputingMs)
      stop(new WorkFailed('too-slow', `${name} took more than ${mostComputingMs} ms of computing`))
  }

  /** The time is up: because the piece takes so long, or because the machine has so much else to do. */
  async function timeIsUp(id: number): Promise<void> {
    const computed = await computedBy(child)
    if (running?.id !== id) return
    const isWaiting = computed > 0 && computed - running.before < mostComputingMs / 2
    stop(new WorkFailed(isWaiting ? 'busy' : 'too-slow', `${name} took longer than ${timeoutMs} ms`))
  }

  async function give(to: ChildProcess, id: number, order: Order, content: WorkContent) {
    const theirs = () => child === to && running?.id === id
    try {
      to.send({ id, bytes: content.bytes, order } satisfies NumberedOrder<Order>, (error) => {
        if (error && theirs()) stop(new WorkFailed('crashed', error.message))
      })
      const input = inputOf(to)
      for await (const chunk of content.chunks()) {
        if (!theirs()) return
        if (!input.write(chunk)) await drained(input)
      }
    } catch (error) {
      // What can't be sent or read at all.
      if (theirs()) stop(new WorkFailed('failed', error instanceof Error ? error.message : String(error), { cause: error }))
    }
  }

  return {
    run: (order, content = NOTHING) =>
      new Promise((done, failed) => {
        clearTimeout(idle)
        orders += 1
        const id = orders
        try {
          child ??= start()
        } catch (error) {
          failed(new WorkFailed('failed', error instanceof Error ? error.message : String(error), { cause: error }))
          return
        }
        // While someone waits, the process keeps the program alive.
        hold(child, true)
        const timers = [setTimeout(() => void timeIsUp(id), timeoutMs), setInterval(() => void look(id), LOOK_EVERY_MS)]
        running = { id, done, failed, timers, before: 0 }
        void computedBy(child).then((computed) => {
          if (running?.id === id) running.before = computed
        })
        void give(child, id, order, content)
      }),
    close: () => stop(new WorkFailed('closed', `The process ${name} is closed`)),
  }
}

const IDLE = new WorkFailed('closed', 'Idle')

function inputOf({ stdin }: ChildProcess): Writable {
  if (!stdin) throw new Error('a process without a standard input')
  return stdin
}

/** Resolves when there is room for more, or nobody left to take it. */
async function drained(input: Writable): Promise<void> {
  const ended = new AbortController()
  const { signal } = ended
  try {
    await Promise.race([once(input, 'drain', { signal }), once(input, 'close', { signal })])
  } finally {
    ended.abort()
  }
}

function hold(child: ChildProcess, held: boolean): void {
  const parts = [child, child.channel, child.stdin] as readonly ({ ref?(): void; unref?(): void } | null | undefined)[]
  for (const part of parts) {
    if (held) part?.ref?.()
    else part?.unref?.()
  }
}

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

/** Saving someone's words comes before anyone's picture or PDF. A system that does not allow it loses only that. */
function yieldToServer({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {}
}
