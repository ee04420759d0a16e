import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { completeRecord, inventedEdition } from '../testing.ts'
import { createDesk, type DeskOptions } from './desk.ts'
import type { ReportPress } from './press.ts'
import { PressProblem } from './press-problem.ts'
import type { Typeset } from './typesetter.ts'

const edition = inventedEdition({ standards: 1 })
const order = (lead = 'Sam') => ({
  template: 'plan' as const,
  edition,
  record: completeRecord(edition, { lead }),
  options: { generatedOn: '2026-03-14' },
})
const document = (bytes: number): Typeset => ({ pdf: Buffer.alloc(bytes), missing: [] })
const present = new AbortController().signal

/** A desk before a press that makes nothing until it is told to. */
function desk(options: DeskOptions = {}) {
  const asked: { signal: AbortSignal | undefined; resolve(made: Typeset): void; reject(problem: Error): void }[] = []
  const press: ReportPress = {
    make(_order, _owners, { signal } = {}) {
      const { promise, resolve, reject } = Promise.withResolvers<Typeset>()
      asked.push({ signal, resolve, reject })
      signal?.addEventListener('abort', () => reject(signal.reason))
      return promise
    },
    mustBeWithinReach() {},
    ahead: () => 1,
    unprintable: () => [],
    waiting: 0,
    close() {},
  }
  const { ask } = createDesk(press, options)
  return { asked, ask: (lead = 'Sam', who = 'ann', patience = 5) => ask(order(lead), ['house', who], patience, present) }
}

it('whoever asks again for the same words is given what is being made', async () => {
  const { ask, asked } = desk()
  expect(await ask()).toMatchObject({ done: false })
  const again = ask('Sam', 'ann', 5000)
  asked[0]?.resolve(document(7))
  expect(await again).toMatchObject({ done: true, typeset: { pdf: { byteLength: 7 } } })
  expect(asked).toHaveLength(1)
})

it('other words, and another person, are another document', async () => {
  const { ask, asked } = desk()
  await Promise.all([ask('Sam', 'ann'), ask('Jo', 'ann'), ask('Sam', 'bob')])
  expect(asked).toHaveLength(3)
})

it('what is done while nobody waits is kept, handed out once, and then forgotten', async () => {
  const { ask, asked } = desk()
  await ask()
  asked[0]?.resolve(document(7))
  await sleep(1)
  expect(await ask()).toMatchObject({ done: true })
  await ask()
  expect(asked).toHaveLength(2)
})

it('why it could not be made is told to whoever comes back', async () => {
  const { ask, asked } = desk()
  await ask()
  asked[0]?.reject(new PressProblem('too-slow', 'as asked'))
  await sleep(1)
  await expect(ask()).rejects.toMatchObject({ because: 'too-slow' })
})

it('what nobody comes back for leaves the queue', async () => {
  const { ask, asked } = desk({ abandonedMs: 20 })
  await ask()
  await sleep(60)
  expect(asked[0]?.signal?.aborted).toBe(true)
  await ask()
  expect(asked).toHaveLength(2)
})

it('and somebody who has gone away is not waited for', async () => {
  const { asked } = desk()
  const gone = new AbortController()
  const { ask } = createDesk({
    make: () => new Promise(() => {}),
    mustBeWithinReach() {},
    ahead: () => 1,
    unprintable: () => [],
    waiting: 0,
    close() {},
  })
  const waiting = ask(order(), ['house', 'ann'], 60_000, gone.signal)
  gone.abort()
  expect(await waiting).toMatchObject({ done: false })
  expect(asked).toHaveLength(0)
})

it('so much is kept and no more: the oldest goes first', async () => {
  const { ask, asked } = desk({ mostKept: 100 })
  for (const lead of ['first', 'second', 'third']) await ask(lead)
  for (const each of asked) each.resolve(document(45))
  await sleep(1)
  expect(await ask('third')).toMatchObject({ done: true })
  expect(await ask('second')).toMatchObject({ done: true })
  expect(await ask('first')).toMatchObject({ done: false })
})
