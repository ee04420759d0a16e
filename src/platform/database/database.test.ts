import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabase } from '../../../tests/support/databases.ts'
import { migrations } from '../../migrations/index.ts'
import { audit } from '../audit.ts'
import { systemClock } from '../clock.ts'
import { newId } from '../ids.ts'
import { Conflict, type Database, migrate, NewerDatabase, ownedBy, type Tx } from './index.ts'

let db: Database
let again: (() => Promise<Database>) | null
let discard: () => Promise<void>
beforeEach(async () => {
  ;({ db, again, discard } = await freshDatabase())
})
afterEach(() => discard())

const by = { actor: { kind: 'system', name: 'test' } as const, clock: systemClock }
const mailTo = (tx: Tx, id: string) =>
  tx
    .insertInto('mail')
    .values({
      id,
      recipient: 'a@example.org',
      subject: 's',
      body: 'b',
      queued_at: '2026-01-01T00:00:00.000Z',
      sent_at: null,
      try_after: null,
      attempts: 0,
      last_error: null,
    })
    .execute()
const mails = async () => (await db.read.selectFrom('mail').select('id').orderBy('id').execute()).map((mail) => mail.id)

describe('a transaction', () => {
  test('is readable once it has been acknowledged', async () => {
    await db.housekeep((tx) => mailTo(tx, 'one'))
    expect(await mails()).toEqual(['one'])
  })

  test('is readable at once, whoever was reading in the meantime', async () => {
    expect(await mails()).toEqual([])
    const reader = mails()
    await db.housekeep((tx) => mailTo(tx, 'one'))
    const [, now] = await Promise.all([reader, mails()])
    expect(now).toEqual(['one'])
  })

  test('of another process is readable in the next turn', async ({ skip }) => {
    if (!again) return skip('this engine has one connection')
    expect(await mails()).toEqual([])
    const other = await again()
    await other.housekeep((tx) => mailTo(tx, 'elsewhere'))
    await new Promise(setImmediate)
    expect(await mails()).toEqual(['elsewhere'])
    await other.close()
  })

  test('is taken after a read that the database gave up on, in the same turn', async ({ skip }) => {
    if (db.engine !== 'sqlite') return skip('nothing is shared between reads')
    await mails()
    // What SQLite does itself when a read finds no memory, or no room on the disk to sort in.
    await sql`rollback`.execute(db.read)
    await db.housekeep((tx) => mailTo(tx, 'one'))
    expect(await mails()).toEqual(['one'])
  })

  test('that throws changes nothing, and the others that shared its commit stand', async () => {
    const outcomes = await Promise.allSettled([
      db.housekeep((tx) => mailTo(tx, 'before')),
      db.housekeep(async (tx) => {
        await mailTo(tx, 'undone')
        throw new Error('changed my mind')
      }),
      db.housekeep((tx) => mailTo(tx, 'after')),
    ])
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(await mails()).toEqual(['after', 'before'])
  })

  test('that breaks a uniqueness rule says which', async () => {
    await db.housekeep((tx) => mailTo(tx, 'one'))
    await expect(db.housekeep((tx) => mailTo(tx, 'one'))).rejects.toThrow(Conflict)
  })

  test('that changes something without an audit line is refused', async () => {
    await expect(db.write((tx) => mailTo(tx, 'one'))).rejects.toThrow('no audit line')
    expect(await mails()).toEqual([])
    await db.write(async (tx) => {
      await mailTo(tx, 'two')
      await audit(tx, by, { organisationId: newId(), action: 'mail.queued', subject: 'mail/two' })
    })
    expect(await mails()).toEqual(['two'])
  })

  test('many at once add up as if they had run one after another', async () => {
    const organisation = newId()
    await Promise.all(
      Array.from({ length: 40 }, () =>
        db.write(async (tx) => {
          const own = ownedBy(tx, organisation)
          const { n } = await own
            .select('activity')
            .select((e) => e.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
          await audit(tx, by, { organisationId: organisation, action: 'counted', subject: String(n) })
        }),
      ),
    )
    const counted = await ownedBy(db.read, organisation).select('activity').select('subject').execute()
    expect(counted.map((line) => Number(line.subject)).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n))
  })
})

describe('a transaction that reads what others keep changing', () => {
  test('is not beaten for ever by those that are quicker', async () => {
    const organisation = newId()
    const line = (subject: string) => (tx: Tx) => audit(tx, by, { organisationId: organisation, action: 'said', subject })
    const count = async (tx: Tx) => {
      const rows = await ownedBy(tx, organisation).select('activity').select('subject').execute()
      return rows.length
    }
    let over = false
    const quick = Array.from({ length: 6 }, async (_, n) => {
      // Ends by itself, so that a failure is told as one.
      for (let k = 0; !over && k < 400; k++)
        await db.write(async (tx) => {
          await count(tx)
          await line(`quick ${n}.${k}`)(tx)
        })
      return over
    })
    const slow = db.write(async (tx) => {
      for (let look = 0; look < 25; look++) await count(tx)
      await line('slow')(tx)
    })
    await slow
    over = true
    expect(await Promise.all(quick)).toEqual(Array(6).fill(true))
  }, 20_000)
})

describe('a handle bound to an organisation', () => {
  test('never reads or changes another organisation’s rows', async () => {
    const [ours, theirs] = [newId(), newId()]
    await db.write(async (tx) => {
      await audit(tx, by, { organisationId: ours, action: 'a', subject: 'ours' })
      await audit(tx, by, { organisationId: theirs, action: 'a', subject: 'theirs' })
      await ownedBy(tx, ours).update('activity').set({ action: 'b' }).execute()
      await ownedBy(tx, theirs).delete('activity').where('action', '=', 'b').execute()
    })
    const read = (organisation: string) =>
      ownedBy(db.read, organisation).select('activity').select(['subject', 'action']).execute()
    expect(await read(ours)).toEqual([{ subject: 'ours', action: 'b' }])
    expect(await read(theirs)).toEqual([{ subject: 'theirs', action: 'a' }])
  })
})

describe('migrating', () => {
  test('again does nothing', async () => {
    expect(await migrate(db, migrations)).toEqual([])
  })

  test('that is cut off leaves the database as it was', async () => {
    const more = [
      ...migrations,
      { name: '9998-sound', up: (schema: Kysely<never>) => schema.schema.createTable('sound').addColumn('id', 'text').execute() },
    ]
    const cut = async (schema: Kysely<never>) => {
      await schema.schema.createTable('half').addColumn('id', 'text').execute()
      throw new Error('the power went')
    }
    await expect(migrate(db, [...more, { name: '9999-cut-off', up: cut }])).rejects.toThrow('the power went')
    const tables = (await db.read.introspection.getTables()).map(({ name }) => name)
    expect(tables).not.toContain('half')
    expect(tables).not.toContain('sound')
    expect(await migrate(db, more)).toEqual(['9998-sound'])
  })

  test('twice at once is done once', async ({ skip }) => {
    if (!again || db.engine === 'sqlite') return skip('one waits for the other with its whole process: tests/server/start-up')
    const other = await again()
    const more = [
      ...migrations,
      { name: '9998-more', up: (schema: Kysely<never>) => schema.schema.createTable('more').addColumn('id', 'text').execute() },
    ]
    const taken = await Promise.all([migrate(db, more), migrate(other, more)])
    await other.close()
    expect(taken.flat()).toEqual(['9998-more'])
  })

  test('a database from a newer version is refused', async () => {
    await migrate(db, [...migrations, { name: '9999-from-the-future', up: async () => {} }])
    await expect(migrate(db, migrations)).rejects.toThrow(NewerDatabase)
  })
})
