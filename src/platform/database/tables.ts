import type { Kysely, Transaction } from 'kysely'
import type { ActivityTable } from '../audit.ts'
import type { FileSpaceTable } from '../file-space.ts'
import type { MailTable } from '../mail.ts'

/**
 * Tables that no single organisation owns. A capability adds its own beside its queries:
 * `declare module '../platform/database/tables.ts' { interface SharedTables { person: PersonTable } }`
 */
export interface SharedTables {
  mail: MailTable
  file_space: FileSpaceTable
}

/**
 * Tables whose primary key begins with `organisation_id`. They are reached only through `ownedBy(db, organisationId)`,
 * which adds the filter, so a query cannot forget it.
 */
export interface OwnedTables {
  activity: ActivityTable
}

/** Reading outside a transaction, shared tables only. */
export type Reader = Kysely<SharedTables>

declare const insideTransaction: unique symbol

/** Reading and writing inside one transaction. Only `Database.write` makes one. */
export type Tx = Transaction<SharedTables> & { readonly [insideTransaction]: true }

/** Either: for queries that serve both. */
export type ReaderOrTx = Reader | Tx
