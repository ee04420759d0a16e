import type { Compilable, CompiledQuery } from 'kysely'
import { handleOf, type Owned, ownedBy } from './owned.ts'
import type { ReaderOrTx, Tx } from './tables.ts'

type Value = string | number | null
/** One value, or a row of them by column. */
type Given = Value | object

/** Stands where a value will be, while a query is put together before there are any. */
class Place {
  readonly index: number
  /** The column, when what is given there is a row. */
  readonly column: string | null
  constructor(index: number, column: string | null) {
    this.index = index
    this.column = column
  }
}

/** What an organisation's id is put in place of. */
const ORGANISATION = new Place(-1, null)

interface Plan<Row> {
  readonly query: CompiledQuery<Row>
  /** How many columns each row has that is given; 0 for a single value. */
  readonly columns: readonly number[]
}

type Answer = (sql: string, parameters: readonly unknown[]) => unknown[]

/** How engines that answer at once are asked, by their adapter: Kysely's way there takes longer than the answer. */
const atOnce = new WeakMap<object, Answer>()

/** An engine says that it answers at once. */
export function answersAtOnce(adapter: object, answer: Answer): void {
  atOnce.set(adapter, answer)
}

/**
 * A query that is put together once and run with other values each time: for those that run with every request, where
 * putting Kysely's parts together and writing the SQL takes twice as long as SQLite takes to answer.
 *
 * The query is written as any other, over the handle and the values it will be run with. It is the same whatever the values:
 * `build` passes them on and never looks at them; a row has the same columns each time, in any order, and none undefined; a list
 * of varying length can't be one of them. Whoever breaks this is told, except when `build` branches on a value.
 *
 * ```ts
 * const byName = prepared((db: ReaderOrTx, name: string) => db.selectFrom('person').selectAll().where('name', '=', name))
 * const people = await byName(db, 'Ada')
 * ```
 */
export function prepared<Source extends ReaderOrTx | Owned, Values extends readonly Given[], Row>(
  build: (source: Source, ...values: Values) => Compilable<Row>,
): (source: Source, ...values: Values) => Promise<Row[]> {
  // By the database's own adapter: each engine, and each of the tests' databases, has its own.
  const plans = new WeakMap<object, Plan<Row>>()
  return async (source, ...values) => {
    const db: ReaderOrTx = isOwned(source) ? handleOf(source) : (source as ReaderOrTx)
    const { adapter } = db.getExecutor()
    let plan = plans.get(adapter)
    if (!plan) {
      const unbound = (isOwned(source) ? ownedBy(db as Tx, ORGANISATION as unknown as string) : db) as Source
      const places = values.map(placeOf)
      const query = build(unbound, ...(places as unknown as Values)).compile()
      mustPassOn(query, places)
      plan = { query, columns: values.map(columnsIn) }
      plans.set(adapter, plan)
    }
    const { query, columns } = plan
    if (values.some((value, index) => columnsIn(value) !== columns[index])) throw otherColumns(query)
    const organisationId = isOwned(source) ? source.organisationId : null
    const parameters = query.parameters.map((parameter) => {
      if (!(parameter instanceof Place)) return parameter
      if (parameter === ORGANISATION) return organisationId
      const given = values[parameter.index]
      const value = parameter.column === null ? given : (given as Record<string, Value>)[parameter.column]
      // As many columns, but not the same ones: PostgreSQL would store nothing where SQLite refuses.
      if (value === undefined) throw otherColumns(query)
      return value
    })
    const answer = atOnce.get(adapter)
    if (answer) return answer(query.sql, parameters) as Row[]
    return (await db.executeQuery<Row>({ ...query, parameters })).rows
  }
}

function placeOf(value: Given, index: number): Place | Record<string, Place> {
  if (!isRow(value)) return new Place(index, null)
  return Object.fromEntries(Object.keys(value).map((column) => [column, new Place(index, column)]))
}

/** Looked at once, when the query is put together: what is missing then would be missing from every answer. */
function mustPassOn(query: CompiledQuery, places: readonly ReturnType<typeof placeOf>[]): void {
  const passedOn = new Set(query.parameters)
  const given = places.flatMap((place) => (place instanceof Place ? [place] : Object.values(place)))
  if (!given.every((place) => passedOn.has(place))) {
    throw new Error(`Every value of a prepared query must be passed on as it is: ${query.sql}`)
  }
}

function otherColumns(query: CompiledQuery): Error {
  return new Error(`Prepared with other columns: ${query.sql}`)
}

function columnsIn(value: Given): number {
  return isRow(value) ? Object.keys(value).length : 0
}

function isRow(value: Given): value is object {
  return typeof value === 'object' && value !== null
}

function isOwned(source: ReaderOrTx | Owned): source is Owned {
  return 'organisationId' in source
}
