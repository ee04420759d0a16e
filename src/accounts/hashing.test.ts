import { hashPassword } from 'better-auth/crypto'
import { describe, expect, test } from 'vitest'
import { createHashing, PASSPHRASE_COST } from './hashing.ts'

const PASSPHRASE = 'otter bicycle lantern plum'
const cheap = createHashing({ memory: 8, passes: 1 })

describe('a hash', () => {
  test('is argon2id with 19 MiB and two passes, a salt of 16 bytes and a tag of 32, as a PHC string', async () => {
    const real = createHashing()
    const hash = await real.hash(PASSPHRASE)
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(PASSPHRASE_COST).toEqual({ memory: 19 * 1024, passes: 2 })
    expect(await real.matches(hash, PASSPHRASE)).toBe(true)
    expect(await real.matches(hash, 'otter bicycle lantern plun')).toBe(false)
    expect(real.isOutdated(hash)).toBe(false)
  })

  test('has a salt of its own', async () => {
    expect(await cheap.hash(PASSPHRASE)).not.toBe(await cheap.hash(PASSPHRASE))
  })

  test('made by the reference implementation is understood', async () => {
    // From its own tests: `hashtest(version, 2, 8, 1, "password", "somesalt", …)`.
    const hash = '$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4'
    expect(await cheap.matches(hash, 'password')).toBe(true)
    expect(await cheap.matches(hash, 'passwore')).toBe(false)
  })

  test('that the sign-in library made with scrypt is understood, and should be renewed', async () => {
    const hash = await hashPassword(PASSPHRASE)
    expect(await cheap.matches(hash, PASSPHRASE)).toBe(true)
    expect(await cheap.matches(hash, `${PASSPHRASE}s`)).toBe(false)
    expect(cheap.isOutdated(hash)).toBe(true)
    expect(createHashing({ memory: 16, passes: 1 }).isOutdated(await cheap.hash(PASSPHRASE))).toBe(true)
    expect(createHashing({ memory: 8, passes: 2 }).isOutdated(await cheap.hash(PASSPHRASE))).toBe(true)
    expect(cheap.isOutdated(await cheap.hash(PASSPHRASE))).toBe(false)
  })

  test('of another kind is an error, and matches nothing', async () => {
    for (const hash of ['', PASSPHRASE, '$2b$10$abcdefghijklmnopqrstuu', '$argon2id$v=19$m=8,t=1,p=1$$'])
      await expect(cheap.matches(hash, PASSPHRASE)).rejects.toThrow('does not know')
  })

  test('is of what the eye sees, whatever keyboard typed it', async () => {
    expect(await cheap.matches(await cheap.hash('cafe\u0301 ﬁne ｏｎｅ'), 'caf\u00e9 fine one')).toBe(true)
  })
})

test('without a hash to compare with nothing matches, after the work of one', async () => {
  const dear = createHashing({ memory: 65_536, passes: 4 })
  const time = async (work: () => Promise<unknown>) => {
    const began = performance.now()
    expect(await work()).toBeTruthy()
    return performance.now() - began
  }
  const one = await time(() => dear.hash(PASSPHRASE))
  expect(await time(async () => !(await dear.matches(null, PASSPHRASE)))).toBeGreaterThan(one / 5)
  // Longer than any passphrase: no work.
  expect(await dear.matches(null, 'x'.repeat(1_000_000))).toBe(false)
})

describe('in turn', () => {
  test('somebody who asks for much does not keep the others waiting', async () => {
    const order: string[] = []
    const ask = (owner: string) => cheap.hash(PASSPHRASE, owner).then(() => order.push(owner))
    await Promise.all([...Array.from({ length: 40 }, () => ask('a crowd')), ask('one person'), ask('another')])
    expect(order.indexOf('one person')).toBeLessThan(8)
    expect(order.indexOf('another')).toBeLessThan(8)
  })

  test('two at a time and no more', async () => {
    const real = createHashing()
    const done: number[] = []
    const began = performance.now()
    await Promise.all(Array.from({ length: 8 }, () => real.hash(PASSPHRASE).then(() => done.push(performance.now() - began))))
    // Were all eight under way at once on Node's four threads, the first four would end together.
    expect(done[3]).toBeGreaterThan(1.3 * (done[1] ?? 0))
  })

  test('a crowd has room, and who asks for more than that is told so at once', async () => {
    const asked = Array.from({ length: 61 }, () => cheap.matches(null, PASSPHRASE, '192.0.2.1'))
    await expect(asked.at(-1)).rejects.toMatchObject({ kind: 'busy', retryAfter: 10 })
    // Somebody else has their turn meanwhile.
    expect(await cheap.matches(null, PASSPHRASE, '192.0.2.2')).toBe(false)
    expect(await Promise.all(asked.slice(0, 60))).toEqual(Array.from({ length: 60 }, () => false))
  })
})
