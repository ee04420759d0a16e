import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { guessable } from './guessing.ts'
import { weaknessOf } from './passphrase.ts'

const STRONG = 'kettle orchard ribbon seven'
const WEAK = 'password1234'
const judge = (spelling: string, owner = 'somebody') => guessable({ spellings: [spelling], known: [] }, owner)

/** Threads as Node tells of them when they start. */
let started: Worker[] = []
const note = (message: unknown) => started.push((message as { worker: Worker }).worker)
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  started = []
  subscribe('worker_threads', note)
})
afterEach(async () => {
  unsubscribe('worker_threads', note)
  await rested()
  vi.useRealTimers()
})

/** Long enough that the thread has gone. */
async function rested(): Promise<void> {
  const ended = started.filter(({ threadId }) => threadId > 0).map((thread) => once(thread, 'exit'))
  vi.advanceTimersByTime(60_000)
  await Promise.all(ended)
}

test('many who ask at once share one thread, and each has the answer to their own', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => judge(n % 2 ? STRONG : WEAK)))
  expect(answers).toEqual(Array.from({ length: 20 }, (_, n) => (n % 2 ? null : 'common')))
  expect(started).toHaveLength(1)
})

test('one spelling that can be guessed is enough, and what is known of the owner counts', async () => {
  expect(await guessable({ spellings: [STRONG, WEAK], known: [] }, 'somebody')).toBe('common')
  expect(await guessable({ spellings: ['aliceokafor'], known: ['aliceokafor'] }, 'somebody')).toBe('personal')
})

test('with nobody asking, the thread ends; the next to ask has another', async () => {
  expect(await judge(WEAK)).toBe('common')
  await rested()
  expect(started[0]?.threadId).toBe(-1)
  expect(await judge(STRONG)).toBeNull()
  expect(started).toHaveLength(2)
})

describe('whoever waits is answered', () => {
  test('when the thread dies: the one it was busy with is told, the others have another', async () => {
    const [first, second] = [judge(STRONG), judge(WEAK)]
    await Promise.all([expect(first).rejects.toThrow('has ended'), started[0]?.terminate()])
    expect(await second).toBe('common')
    expect(started).toHaveLength(2)
  })

  test('when it fails, as one that runs out of memory does', async () => {
    const waiting = judge(STRONG)
    started[0]?.emit('error', Object.assign(new Error('out of memory'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }))
    await expect(waiting).rejects.toThrow('out of memory')
    expect(await judge(WEAK)).toBe('common')
  })

  test('when it takes too long: they are asked to try again', async () => {
    const waiting = judge(STRONG)
    const refused = expect(waiting).rejects.toMatchObject({ kind: 'busy', retryAfter: 10 })
    vi.advanceTimersByTime(20_000)
    await refused
    expect(await judge(WEAK)).toBe('common')
  })

  test('when it dies while nobody waits', async () => {
    expect(await judge(WEAK)).toBe('common')
    await started[0]?.terminate()
    expect(await judge(STRONG)).toBeNull()
  })
})

describe('nobody waits for long', () => {
  test('behind somebody who asks for much: the others have their turn in between', async () => {
    const order: string[] = []
    const ask = (owner: string) => judge(WEAK, owner).then(() => order.push(owner))
    await Promise.all([...Array.from({ length: 15 }, () => ask('a crowd')), ask('one person'), ask('another')])
    expect(order.indexOf('one person')).toBeLessThan(4)
    expect(order.indexOf('another')).toBeLessThan(5)
  })

  test('and who asks for too much is told so at once', async () => {
    const answers = Array.from({ length: 46 }, () => judge(WEAK))
    await expect(answers.at(-1)).rejects.toMatchObject({ kind: 'busy', retryAfter: 10 })
    expect(await Promise.all(answers.slice(0, 45))).toEqual(Array.from({ length: 45 }, () => 'common'))
  })

  /** Found by changing texts at random and keeping the slowest, beside what is known to be slow in libraries of this kind. */
  const WORST = [
    '@'.repeat(200),
    '4@'.repeat(100),
    '4@8({[<369#1!|70$5+2%'.repeat(10).slice(0, 200),
    '1!|'.repeat(66),
    'p@55w0rd'.repeat(25),
    '|\\/|/\\/\\vv\\/\\/'.repeat(20).slice(0, 200),
    '1'.repeat(200),
    '0123456789'.repeat(20),
    '01/02/1999'.repeat(20),
    '(v+8/ui70|o_ilt.or%6u(t1n1\\r0t0@%o40t+u3e1/l<-i601i.87\\o3_.<7a(e',
    '@3@268+0@l!_-i45nu55\\s7@-84<0t@r87iv+5^{9349555u37n9<1\\296+59[-7',
    '070793modementorornitorrnevergoi14881488hastalavuchihamaprikolpr',
    ' .-_'.repeat(50),
    'abcabcabdabcabcabd'.repeat(11),
    'e\u0301\u0302'.repeat(66),
    '\u{1f422}\u{1f419}'.repeat(100),
    'ﷺ'.repeat(11),
    'otter bicycle lantern plum '.repeat(7),
  ]

  test('behind the worst texts: none takes more of the thread’s time than 0.4 seconds, on a machine that has much else to do', async () => {
    const judged = (text: string) => weaknessOf(text, ['Alice Okafor', 'alice@riverbank.example'], 'somebody')
    // The first ones are slow until the thread knows its way.
    for (const text of WORST.slice(0, 5)) await judged(text)
    const took: (readonly [milliseconds: number, text: string])[] = []
    for (const text of WORST) {
      const before = await started[0]?.cpuUsage()
      await judged(text)
      const used = await started[0]?.cpuUsage(before)
      took.push([((used?.user ?? 0) + (used?.system ?? 0)) / 1000, text])
    }
    const [slowest] = took.sort(([a], [b]) => b - a)
    expect(slowest?.[0]).toBeGreaterThan(1)
    expect(slowest?.[0]).toBeLessThan(400)
  })
})
