/** The folder of PostgreSQL's server programs, installed when that is possible. @throws Error with one sentence */
export function postgresBinaries(): string

export interface PostgresServer {
  readonly port: number
  readonly folder: string
  readonly data: string
  /** Of a database of this server: `postgres` when left out. */
  url(database?: string): string
  /** Of its first process. */
  pid(): number
  start(): Promise<void>
  stop(mode?: 'smart' | 'fast' | 'immediate'): Promise<void>
  restart(mode?: 'smart' | 'fast' | 'immediate'): Promise<void>
  /** SIGKILL for all of it, as when the machine stops. */
  kill(): Promise<void>
  /** Stands still and answers nothing, though connections are taken, until `resume`. */
  pause(): void
  resume(): void
  /** Ends it and deletes its folder. */
  discard(): Promise<void>
}

/** Makes a server in a folder of its own and starts it, on 127.0.0.1 alone. @throws Error */
export function startPostgres(options?: {
  readonly settings?: Readonly<Record<string, string>>
  readonly durable?: boolean
  /** Where its folder is made. */
  readonly folder?: string
}): Promise<PostgresServer>
