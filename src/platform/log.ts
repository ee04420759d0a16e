import { destination, type Logger, pino, stdSerializers } from 'pino'

export type Log = Logger

/** Bytes of lines that can't be written just now and are kept for when they can; those beyond are lost. */
const KEPT = 1024 * 1024
const STANDARD_OUTPUT = 1

/** Structured lines on standard output. People's words and secrets are never logged: only ids, paths and outcomes. */
export function createLog(level: string): Log {
  const output = destination({ dest: STANDARD_OUTPUT, sync: true, maxLength: KEPT, retryEAGAIN: () => false })
  // The disk it is written to may be full, and whoever reads it may be gone: the program goes on without its log.
  output.on('error', () => {})
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
