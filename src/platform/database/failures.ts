/** A uniqueness rule of the database said no. `constraint` names what collided, as `table.column` or the index's name. */
export class Conflict extends Error {
  readonly constraint: string
  constructor(constraint: string, cause: unknown) {
    super(`already exists: ${constraint}`, { cause })
    this.constraint = constraint
  }
}

/**
 * The database can't be opened, reached or written to, now or at the start; the message is one sentence for the person who runs
 * the program. Where it comes out of a transaction, nobody knows whether that was committed: see
 * docs/decisions/2026-11-28-when-the-database-is-away.md.
 */
export class DatabaseUnavailable extends Error {}

/** Turns an engine's own uniqueness failure into a `Conflict`; anything else is returned unchanged. */
export function translateFailure(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const unique = /UNIQUE constraint failed: (?:index '(.+)'|([\w., ]+))/.exec(error.message)
  if (unique) return new Conflict(unique[1] ?? unique[2] ?? 'unknown', error)
  const postgres = error as Error & { code?: string; constraint?: string }
  if (postgres.code === '23505') return new Conflict(postgres.constraint ?? 'unknown', error)
  return error
}
