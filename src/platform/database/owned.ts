import type {
  DeleteQueryBuilder,
  DeleteResult,
  Insertable,
  InsertQueryBuilder,
  InsertResult,
  Kysely,
  SelectQueryBuilder,
  UpdateQueryBuilder,
  UpdateResult,
} from 'kysely'
import type { OwnedTables, ReaderOrTx, Tx } from './tables.ts'

type Name = keyof OwnedTables & string
/** One table at a time: a join could reach past the filter, so the types do not offer one. */
type Only<T extends Name> = Pick<OwnedTables, T>
type Row<T extends Name> = Omit<Insertable<OwnedTables[T]>, 'organisation_id'>

/** Where an `Owned` keeps what it is bound to; not for queries, which would not be filtered. */
const handle = Symbol('handle')

/** Reads one organisation's rows, and no other's. */
export interface Owned {
  readonly organisationId: string
  readonly [handle]: ReaderOrTx
  select<T extends Name>(table: T): SelectQueryBuilder<Only<T>, T, Record<never, never>>
}

/** Reads and writes one organisation's rows, inside a transaction. */
export interface OwnedTx extends Owned {
  readonly tx: Tx
  insert<T extends Name>(table: T, rows: Row<T> | readonly Row<T>[]): InsertQueryBuilder<Only<T>, T, InsertResult>
  update<T extends Name>(table: T): UpdateQueryBuilder<Only<T>, T, T, UpdateResult>
  delete<T extends Name>(table: T): DeleteQueryBuilder<Only<T>, T, DeleteResult>
}

/** Binds a handle to one organisation. Every query made through it carries that organisation's id. */
export function ownedBy(db: Tx, organisationId: string): OwnedTx
export function ownedBy(db: ReaderOrTx, organisationId: string): Owned
export function ownedBy(db: ReaderOrTx, organisationId: string): OwnedTx {
  // The one place where the shared handle is used for owned tables; the types above keep callers honest.
  const any = db as unknown as Kysely<{ owned: { organisation_id: string } }>
  const named = (table: string) => table as 'owned'
  return {
    organisationId,
    [handle]: db,
    tx: db as Tx,
    select: (table) => any.selectFrom(named(table)).where('organisation_id', '=', organisationId) as never,
    insert: (table, rows) =>
      any
        .insertInto(named(table))
        .values(
          (Array.isArray(rows) ? rows : [rows]).map((row) => ({ ...row, organisation_id: organisationId })) as never,
        ) as never,
    update: (table) => any.updateTable(named(table)).where('organisation_id', '=', organisationId) as never,
    delete: (table) => any.deleteFrom(named(table)).where('organisation_id', '=', organisationId) as never,
  }
}

/** Reads every organisation's rows of a table: for the program's own housekeeping, and never to show anyone. */
export function ofEveryone<T extends Name>(db: ReaderOrTx, table: T): SelectQueryBuilder<Only<T>, T, Record<never, never>> {
  return (db as unknown as Kysely<Record<string, unknown>>).selectFrom(table) as never
}

/** For `prepared` alone. */
export function handleOf(own: Owned): ReaderOrTx {
  return own[handle]
}
