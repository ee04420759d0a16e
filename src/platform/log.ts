import { write, writeSync } from 'node:fs'
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

let output: LogOutput | null = null

/** Characters that may wait for a reader that has stopped reading. */
const MOST_WAITING = 1_000_000
/** How long one write may take before the reader is taken to have stopped, in milliseconds. */
const STUCK = 1000

export interface LogOutput extends DestinationStream {
  /** Calls back when everything is written, or when that takes too long. */
  flush(done: () => void): void
  /** Writes what waits before it returns: when the process is about to end. */
  flushSync(): void
}

/**
 * Writes to a file descriptor without waiting for whoever reads it. A log that can't be written (its reader is gone or has
 * stopped, its disk is full) costs lines, and nothing else: pino's own output throws then, and tries for ever when the process
 * should end.
 */
export function logOutput(fd: number): LogOutput {
  let waiting: string[] = []
  let length = 0
  /** When the write under way began; null when there is none. */
  let writingSince: number | null = null

  function take(): Buffer {
    const bytes = Buffer.from(waiting.join(''))
    waiting = []
    length = 0
    return bytes
  }

  function writeNext(): void {
    if (writingSince === null && waiting.length > 0) writeAll(take())
  }

  function writeAll(bytes: Buffer): void {
    writingSince = performance.now()
    write(fd, bytes, (error, written) => {
      if (error?.code === 'EAGAIN') {
        // The pipe is full: its reader is given time.
        setTimeout(() => writeAll(bytes), 100).unref()
        return
      }
      if (!error && written < bytes.length) return writeAll(bytes.subarray(written))
      // After any other error the lines are lost, and the next ones are tried.
      writingSince = null
      writeNext()
    })
  }

  const self: LogOutput = {
    write(line) {
      if (length + line.length > MOST_WAITING) return
      // Lines of one turn of the event loop are written together.
      if (waiting.length === 0) setImmediate(writeNext)
      waiting.push(line)
      length += line.length
    },
    flush(done) {
      const until = performance.now() + STUCK
      const look = () => {
        if ((writingSince === null && waiting.length === 0) || performance.now() > until) done()
        else setTimeout(look, 5)
      }
      look()
    },
    flushSync() {
      // Where the reader has stopped, this would wait for it.
      if (writingSince !== null && performance.now() - writingSince > STUCK) return
      if (waiting.length === 0) return
      try {
        writeSync(fd, take())
      } catch {
        // There is nowhere left to say so.
      }
    },
  }
  process.once('exit', self.flushSync)
  return self
}
