import type { Compilable, CompiledQuery } from 'kysely'
import { handleOf, type Owned, ownedBy } from './owned.ts'
import type { ReaderOrTx, Tx } from './tables.ts'

type Value = string | number | null

/** Stands where a value will be, while a query is put together before there are any. */
class Place {
  readonly index: number
  constructor(index: number) {
    this.index = index
  }
}

/** What an organisation's id is put in place of. */
const ORGANISATION = new Place(-1)

/**
 * A query that is put together once and run with other values each time: for those that run with every request, where
 * putting Kysely's parts together and writing the SQL takes twice as long as SQLite takes to answer.
 *
 * The query is written as any other, over the handle and the values it will be run with. It is the same whatever the values:
 * `build` passes them on and never looks at them, and a list of varying length can't be one of them.
 *
 * ```ts
 * const byName = prepared((db: ReaderOrTx, name: string) => db.selectFrom('person').selectAll().where('name', '=', name))
 * const people = await byName(db, 'Ada')
 * ```
 */
export function prepared<Source extends ReaderOrTx | Owned, Values extends readonly Value[], Row>(
  build: (source: Source, ...values: Values) => Compilable<Row>,
): (source: Source, ...values: Values) => Promise<Row[]> {
  // By the database's own adapter: each engine, and each of the tests' databases, has its own.
  const known = new WeakMap<object, CompiledQuery<Row>>()
  return async (source, ...values) => {
    const db: ReaderOrTx = isOwned(source) ? handleOf(source) : (source as ReaderOrTx)
    const { adapter } = db.getExecutor()
    let compiled = known.get(adapter)
    if (!compiled) {
      const places = Array.from({ length: build.length - 1 }, (_, index) => new Place(index)) as unknown as Values
      const unbound = (isOwned(source) ? ownedBy(db as Tx, ORGANISATION as unknown as string) : db) as Source
      compiled = build(unbound, ...places).compile()
      known.set(adapter, compiled)
    }
    const organisationId = isOwned(source) ? source.organisationId : null
    const parameters = compiled.parameters.map((parameter) => {
      if (!(parameter instanceof Place)) return parameter
      return parameter === ORGANISATION ? organisationId : values[parameter.index]
    })
    const { rows } = await db.executeQuery<Row>({ ...compiled, parameters })
    return rows
  }
}

function isOwned(source: ReaderOrTx | Owned): source is Owned {
  return 'organisationId' in source
}
