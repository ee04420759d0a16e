import { type ChildProcess, fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { AssessmentRecord } from '../../assessment/index.ts'
import type { Edition } from '../../frameworks/index.ts'
import type { PdfModel, PdfOptions } from './document.ts'
import { fullReportModel, planOnlyModel } from './model.ts'
import type { Folders, Template, Typeset } from './typesetter.ts'
import type { Delivery, Order } from './worker.ts'

/** Makes PDFs away from the server's own thread, one at a time, in the order they were asked for. */
export interface ReportPress {
  fullReportPdf(edition: Edition, record: AssessmentRecord, options: PdfOptions): Promise<Typeset>
  planPdf(edition: Edition, record: AssessmentRecord, options: PdfOptions): Promise<Typeset>
  /** Stops the process; whoever still waits is told. */
  close(): void
}

export interface PressOptions extends Folders {
  /** `worker.ts`, or the file it is bundled into. */
  readonly worker: URL
  /** How long one document may take. */
  readonly timeoutMs?: number
  /** How many may wait; the next is refused, so that a crowd cannot fill the memory. */
  readonly waiting?: number
  /** The process gives its memory back after this long with nothing to do. */
  readonly idleMs?: number
}

export class PressProblem extends Error {
  override name = 'PressProblem'
  readonly because: 'too-slow' | 'busy' | 'failed' | 'closed'
  constructor(because: PressProblem['because'], message: string) {
    super(message)
    this.because = because
  }
}

interface Job {
  readonly template: Template
  readonly model: PdfModel
  readonly done: (typeset: Typeset) => void
  readonly failed: (problem: PressProblem) => void
}

export function startPress({
  worker,
  templates,
  fonts,
  timeoutMs = 20_000,
  waiting = 100,
  idleMs = 60_000,
}: PressOptions): ReportPress {
  const queue: Job[] = []
  let running: { readonly job: Job; readonly id: number; readonly timer: NodeJS.Timeout } | null = null
  let child: ChildProcess | null = null
  let idle: NodeJS.Timeout | undefined
  let orders = 0
  let closed = false

  function typeset(template: Template, model: PdfModel): Promise<Typeset> {
    return new Promise((done, failed) => {
      if (closed) return failed(new PressProblem('closed', 'The press is closed'))
      if (queue.length >= waiting) return failed(new PressProblem('busy', `${waiting} documents are already waiting`))
      queue.push({ template, model, done, failed })
      next()
    })
  }

  function next(): void {
    if (running) return
    const job = queue.shift()
    if (!job) {
      rest()
      return
    }
    clearTimeout(idle)
    child ??= start()
    // While someone waits, the process keeps the program alive; an idle one does not.
    child.ref()
    child.channel?.ref()
    orders += 1
    const timer = setTimeout(() => stop(new PressProblem('too-slow', `A document took longer than ${timeoutMs} ms`)), timeoutMs)
    running = { job, id: orders, timer }
    child.send({ id: orders, template: job.template, model: job.model } satisfies Order, (error) => {
      if (error) stop(new PressProblem('failed', error.message))
    })
  }

  function start(): ChildProcess {
    // None of the server's secrets go with it. Windows programs do not start without SystemRoot.
    const started = fork(fileURLToPath(worker), [JSON.stringify({ templates, fonts })], {
      serialization: 'advanced',
      execArgv: [],
      env: { SystemRoot: process.env.SystemRoot },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    started.on('message', (delivery: Delivery) => {
      if (running?.id === delivery.id) settle(delivery)
    })
    started.on('error', (error) => {
      if (child === started) stop(new PressProblem('failed', error.message))
    })
    started.on('exit', (code, signal) => {
      if (child === started) stop(new PressProblem('failed', `The typesetting process ended (${signal ?? code})`))
    })
    yieldToServer(started)
    return started
  }

  function settle(delivery: Delivery): void {
    if (!running) return
    const { job, timer } = running
    clearTimeout(timer)
    running = null
    if (delivery.ok) job.done(delivery.typeset)
    else job.failed(new PressProblem('failed', delivery.because))
    next()
  }

  /** Ends the process whatever it is doing; the next document starts a fresh one. */
  function stop(problem: PressProblem): void {
    const ended = child
    child = null
    ended?.kill('SIGKILL')
    if (!running) return
    const { job, timer } = running
    clearTimeout(timer)
    running = null
    job.failed(problem)
    next()
  }

  function rest(): void {
    child?.unref()
    child?.channel?.unref()
    idle = setTimeout(() => stop(new PressProblem('closed', 'Idle')), idleMs)
    idle.unref()
  }

  return {
    fullReportPdf: (edition, record, options) => typeset('report', fullReportModel(edition, record, options)),
    planPdf: (edition, record, options) => typeset('plan', planOnlyModel(edition, record, options)),
    close() {
      closed = true
      clearTimeout(idle)
      const problem = new PressProblem('closed', 'The press is closed')
      for (const job of queue.splice(0)) job.failed(problem)
      stop(problem)
    },
  }
}

/** Saving someone's words comes before anyone's PDF. A system that does not allow it loses only that. */
function yieldToServer({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {}
}
