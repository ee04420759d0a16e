import { writeSync } from 'node:fs'
import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino'

export type Log = Logger

/** Structured lines on standard output. People's words and secrets are never logged: only ids, paths and outcomes. */
export function createLog(level: string): Log {
  output ??= logOutput(process.stdout.fd || 1)
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorWithoutWords } }, output)
}

/** An error of PostgreSQL's also has the row it is about, and with it what somebody wrote. */
function errorWithoutWords(error: Error) {
  const { type, message, stack, code, errcode } = stdSerializers.err(error) as ReturnType<typeof stdSerializers.err> & {
    code?: unknown
    errcode?: unknown
  }
  return { type, message, stack, code, errcode }
}

/**
 * What libraries print becomes lines of the log: `@hono/node-server` prints an error with its stack for every download that is cut.
 * Of what they say only errors are kept, since anything else may hold people's words.
 */
export function consoleToLog(log: Log, console: Console = globalThis.console): void {
  const said =
    (level: 'error' | 'warn' | 'debug') =>
    (...args: readonly unknown[]) => {
      const error = args.find((each) => each instanceof Error)
      log[level](error ? { err: error } : {}, 'a library printed')
    }
  Object.assign(console, { error: said('error'), warn: said('warn'), info: said('debug'), log: said('debug') })
}

let output: LogOutput | null = null

/** Characters that may wait for a reader that has stopped reading. */
const MOST_WAITING = 1_000_000
/** How long whoever reads is waited for at the end, in milliseconds. */
const STUCK = 1000
/** How long a full pipe's reader is given before the next try, in milliseconds. */
const PAUSE = 50

export interface LogOutput extends DestinationStream {
  /** Calls back when everything is written, or when that takes too long. */
  flush(done: () => void): void
  /** Writes what waits before it returns, as far as somebody reads it: when the process is about to end. */
  flushSync(): void
}

/**
 * Writes to a file descriptor without waiting for whoever reads it: Node has made a pipe's end one that never blocks. A log that
 * can't be written (its reader is gone or has stopped, its disk is full) costs lines, and nothing else: pino's own output throws
 * then, and tries for ever when the process should end.
 */
export function logOutput(fd: number): LogOutput {
  let waiting: string[] = []
  let length = 0
  /** The rest of what was only written in part: it comes before everything that waits. */
  let rest: Buffer = Buffer.alloc(0)
  let timer: NodeJS.Timeout | null = null

  /** @returns true when there is nothing left */
  function writeWhatCanBe(): boolean {
    if (rest.length === 0) {
      rest = Buffer.from(waiting.join(''))
      waiting = []
      length = 0
    }
    try {
      while (rest.length > 0) rest = rest.subarray(writeSync(fd, rest))
    } catch (error) {
      // Full for now: the reader is given time. After any other error the lines are lost, and the next ones are tried.
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return false
      rest = Buffer.alloc(0)
    }
    return waiting.length === 0 || writeWhatCanBe()
  }

  function writeNow(): void {
    timer = null
    if (!writeWhatCanBe()) timer = setTimeout(writeNow, PAUSE).unref()
  }

  const self: LogOutput = {
    write(line) {
      if (length + line.length > MOST_WAITING) return
      // Lines of one turn of the event loop are written together.
      if (waiting.length === 0 && timer === null) setImmediate(writeNow)
      waiting.push(line)
      length += line.length
    },
    flush(done) {
      const until = performance.now() + STUCK
      const look = () => {
        if (writeWhatCanBe() || performance.now() > until) done()
        else setTimeout(look, 5)
      }
      look()
    },
    flushSync() {
      const until = performance.now() + STUCK
      while (!writeWhatCanBe() && performance.now() < until) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    },
  }
  process.once('exit', self.flushSync)
  return self
}
