import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../../tests/support/databases.ts'
import type { MailTable } from '../mail.ts'
import { type Database, prepared, type ReaderOrTx } from './index.ts'

let db: Database
let discard: () => Promise<void>
beforeEach(async () => {
  ;({ db, discard } = await freshDatabase())
})
afterEach(() => discard())

const LETTER: MailTable = {
  id: 'one',
  recipient: 'ada@example.org',
  subject: 'Hello',
  body: 'A letter',
  queued_at: '2026-01-01T00:00:00.000Z',
  sent_at: null,
  try_after: null,
  attempts: 0,
  last_error: null,
}
const adder = () => prepared((source: ReaderOrTx, row: MailTable) => source.insertInto('mail').values(row))
const all = () => db.read.selectFrom('mail').selectAll().orderBy('id').execute()

test('is put together once and run with the values of each time, of no value too', async () => {
  let built = 0
  const about = prepared((source: ReaderOrTx, recipient: string, from: number) => {
    built++
    return source.selectFrom('mail').select('id').where('attempts', '>=', from).where('recipient', '=', recipient).orderBy('id')
  })
  const add = adder()
  await db.housekeep(async (tx) => {
    await add(tx, LETTER)
    await add(tx, { ...LETTER, id: 'two', attempts: 3, last_error: 'nobody there' })
    await add(tx, { ...LETTER, id: 'three', recipient: 'bob@example.org' })
  })
  expect(await about(db.read, 'ada@example.org', 0)).toEqual([{ id: 'one' }, { id: 'two' }])
  expect(await about(db.read, 'ada@example.org', 1)).toEqual([{ id: 'two' }])
  expect(await about(db.read, 'bob@example.org', 0)).toEqual([{ id: 'three' }])
  expect(built).toBe(1)
  expect((await all()).map((row) => row.last_error)).toEqual([null, null, 'nobody there'])
})

test('a row’s columns may come in any order', async () => {
  const add = adder()
  const turned = Object.fromEntries(Object.entries({ ...LETTER, id: 'two' }).reverse()) as unknown as MailTable
  await db.housekeep(async (tx) => {
    await add(tx, LETTER)
    await add(tx, turned)
  })
  expect(await all()).toEqual([LETTER, { ...LETTER, id: 'two' }])
})

const { last_error: _, ...withoutError } = LETTER
test.each<[string, object]>([
  ['one column more', { ...LETTER, colour: 'red' }],
  ['one column fewer', withoutError],
  ['another column in the place of one', { ...withoutError, colour: 'red' }],
  ['a column with nothing in it, not even null', { ...LETTER, last_error: undefined }],
])('a row is refused that has %s', async (_name, row) => {
  const add = adder()
  await db.housekeep((tx) => add(tx, { ...LETTER, last_error: 'nobody there' }))
  await expect(db.housekeep((tx) => add(tx, { ...row, id: 'two' } as MailTable))).rejects.toThrow('Prepared with other columns')
  expect((await all()).map(({ id }) => id)).toEqual(['one'])
})

test('a value that is looked at instead of passed on is refused before it is asked for', async () => {
  const beginning = prepared((source: ReaderOrTx, name: string) =>
    source.selectFrom('mail').select('id').where('recipient', 'like', `${name}%`),
  )
  await expect(beginning(db.read, 'ada')).rejects.toThrow('must be passed on as it is')
  const oneOf = prepared((source: ReaderOrTx, ids: readonly string[]) =>
    source.selectFrom('mail').select('id').where('id', 'in', ids),
  )
  await expect(oneOf(db.read, ['one', 'two'])).rejects.toThrow('must be passed on as it is')
  const chosen = prepared((source: ReaderOrTx, row: Pick<MailTable, 'id' | 'recipient'>) =>
    source.selectFrom('mail').select('subject').where('id', '=', row.id),
  )
  await expect(chosen(db.read, { id: 'one', recipient: 'ada@example.org' })).rejects.toThrow('must be passed on as it is')
})
