import { type Logger, pino } from 'pino'

export type Log = Logger

/** Structured lines on standard output. People's words and secrets are never logged: only ids, paths and outcomes. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
