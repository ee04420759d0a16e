import { DatabaseUnavailable } from '../database/failures.ts'
import type { Form } from './body.ts'

/**
 * Everything that can stop a request, besides a form that needs correcting. Each has one page (`src/problems.tsx`).
 * A wrong id, another organisation's id and a page that never was all answer `not-found`, so that nothing is given away.
 */
export const PROBLEMS = {
  'not-found': 404,
  /** What was sent broke off, or is no form at all. */
  unreadable: 400,
  'not-allowed': 403,
  /** The form's hidden token or the request's origin was not ours. */
  forged: 403,
  /** The page the form stood in was made for somebody else, who was signed in before in the same browser. */
  'someone-else': 403,
  'too-large': 413,
  /** Somebody has tried something too often. */
  'too-many': 429,
  /** Too many people want the same thing just now. */
  busy: 503,
  /** The database or the disk can't be used just now. What was sent may have been saved all the same: nobody can tell. */
  unavailable: 503,
  /** The thing has moved on: completed meanwhile, say. */
  stale: 409,
  broken: 500,
} as const

export type ProblemKind = keyof typeof PROBLEMS

/** Thrown to end a request with its page. */
export class Problem extends Error {
  readonly kind: ProblemKind
  /** Seconds after which it is worth trying again, for `too-many`, `busy` and `unavailable`. */
  readonly retryAfter: number | null
  /** What the person had sent, so that the page can show it back to them. */
  readonly form: Form | null
  constructor(kind: ProblemKind, options: { retryAfter?: number; form?: Form; cause?: unknown } = {}) {
    super(kind, { cause: options.cause })
    this.kind = kind
    this.form = options.form ?? null
    this.retryAfter = options.retryAfter ?? null
  }
}

/** What stopped a form, carrying what was sent so that the page can show it back: whatever happens, no word is lost. */
export function withForm(error: unknown, form: Form): Problem {
  const problem = problemOf(error)
  if (problem.form) return problem
  const { kind, retryAfter, cause } = problem
  return new Problem(kind, { ...(retryAfter === null ? {} : { retryAfter }), form, cause })
}

/** What any failure is to whoever made the request. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (passes(error)) return new Problem('unavailable', { retryAfter: RETRY_AFTER, cause: error })
  return new Problem('broken', { cause: error })
}

/** Seconds. A database that is restarted is back in about as long. */
const RETRY_AFTER = 5

/** No room, no rights, no file left to open, a disk that can't be read: it is not the request's fault, and may pass. */
const DISK = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE'])

function passes(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    if (cause instanceof DatabaseUnavailable || DISK.has((cause as NodeJS.ErrnoException).code ?? '')) return true
  }
  return false
}

/** Gives the value, or ends the request as not found. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Problem('not-found')
  return value
}
