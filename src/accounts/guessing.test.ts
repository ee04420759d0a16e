import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { once } from 'node:events'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { guessable } from './guessing.ts'

const STRONG = ['kettle orchard ribbon seven']
const WEAK = ['password1234']

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
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => guessable(n % 2 ? STRONG : WEAK, [])))
  expect(answers).toEqual(Array.from({ length: 20 }, (_, n) => (n % 2 ? null : 'common')))
  expect(started).toHaveLength(1)
})

test('one spelling that can be guessed is enough, and what is known of the owner counts', async () => {
  expect(await guessable([...STRONG, ...WEAK], [])).toBe('common')
  expect(await guessable(['aliceokafor'], ['aliceokafor'])).toBe('personal')
})

test('with nobody asking, the thread ends; the next to ask has another', async () => {
  expect(await guessable(WEAK, [])).toBe('common')
  await rested()
  expect(started[0]?.threadId).toBe(-1)
  expect(await guessable(STRONG, [])).toBeNull()
  expect(started).toHaveLength(2)
})

test('whoever waits when the thread dies is told, and the next is answered', async () => {
  const waiting = guessable(STRONG, [])
  await Promise.all([expect(waiting).rejects.toThrow('has ended'), started[0]?.terminate()])
  expect(await guessable(WEAK, [])).toBe('common')
})
