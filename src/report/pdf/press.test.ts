import { afterEach, describe, expect, it } from 'vitest'
import { completeRecord, everywhere, inventedEdition } from '../testing.ts'
import { type PressOptions, type ReportPress, startPress } from './press.ts'
import { pressFromSource } from './source.ts'

const edition = inventedEdition({ standards: 1 })
const options = { generatedOn: '2026-03-14' }
const opened: ReportPress[] = []

function press(changes: Partial<PressOptions> = {}): ReportPress {
  const started = startPress({ ...pressFromSource(), ...changes })
  opened.push(started)
  return started
}

/** A press whose worker does what the organisation's name says: hang, crash, fail, or deliver. */
const scripted = (changes: Partial<PressOptions> = {}) =>
  press({ worker: new URL('./press.test-worker.ts', import.meta.url), ...changes })
const ask = (of: ReportPress, name: string, owners: readonly string[] = [name]) =>
  of.make({ template: 'plan', edition, record: everywhere(edition, name), options }, owners)

afterEach(() => {
  for (const started of opened.splice(0)) started.close()
})

it('makes both documents away from this process', async () => {
  const of = press()
  const made = await Promise.all(
    (['report', 'plan'] as const).map((template) =>
      of.make({ template, edition, record: completeRecord(edition), options }, [template]),
    ),
  )
  for (const { pdf } of made) expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
}, 20_000)

describe('when something goes wrong', () => {
  it('a document that takes too much computing is stopped, and the next is made', async () => {
    const of = scripted({ mostComputingMs: 500, timeoutMs: 60_000 })
    const [slow, next] = await Promise.allSettled([ask(of, 'hang'), ask(of, 'deliver')])
    expect(slow).toMatchObject({ status: 'rejected', reason: { because: 'too-slow' } })
    expect(next.status).toBe('fulfilled')
  }, 20_000)

  it('and on a machine with too much else to do that is said instead', async () => {
    const of = scripted({ timeoutMs: 3000 })
    const [sleeps, next] = await Promise.allSettled([ask(of, 'sleep'), ask(of, 'deliver')])
    expect(sleeps).toMatchObject({ status: 'rejected', reason: { because: 'busy' } })
    expect(next.status).toBe('fulfilled')
  }, 20_000)

  it('a crash fails one document only', async () => {
    const of = scripted()
    const [crash, next] = await Promise.allSettled([ask(of, 'crash'), ask(of, 'deliver')])
    expect(crash).toMatchObject({ status: 'rejected', reason: { because: 'crashed', message: expect.stringContaining('ended') } })
    expect(next.status).toBe('fulfilled')
  }, 20_000)

  it('a failure carries its reason', async () => {
    await expect(ask(scripted(), 'fail')).rejects.toMatchObject({ because: 'failed', message: 'as asked' })
  }, 20_000)

  it('a document that takes too much memory is stopped, and the next is made', async () => {
    const of = scripted({ mostMemory: 250e6 })
    const [big, next] = await Promise.allSettled([ask(of, 'grow'), ask(of, 'deliver')])
    expect(big).toMatchObject({ status: 'rejected', reason: { because: 'too-big', isAboutTheWords: true } })
    expect(next.status).toBe('fulfilled')
  }, 20_000)

  it('a crowd is refused rather than kept in memory', async () => {
    const of = scripted({ waiting: 1 })
    const [first, second, third] = await Promise.allSettled(['ann', 'bob', 'cat'].map((who) => ask(of, 'deliver', [who])))
    expect([first?.status, second?.status]).toEqual(['fulfilled', 'fulfilled'])
    expect(third).toMatchObject({ status: 'rejected', reason: { because: 'busy' } })
  }, 20_000)

  it('one person has so many under way and no more, and others are let in', async () => {
    const of = scripted({ each: 1 })
    const [first, second, other] = await Promise.allSettled(
      ['ann', 'ann', 'bob'].map((who) => ask(of, 'deliver', ['house', who])),
    )
    expect([first?.status, other?.status]).toEqual(['fulfilled', 'fulfilled'])
    expect(second).toMatchObject({ status: 'rejected', reason: { because: 'busy' } })
  }, 20_000)

  it('closing tells everyone who waits, and later callers', async () => {
    const of = scripted()
    const waiting = Promise.allSettled([ask(of, 'hang'), ask(of, 'deliver')])
    of.close()
    expect(await waiting).toMatchObject([{ reason: { because: 'closed' } }, { reason: { because: 'closed' } }])
    await expect(ask(of, 'deliver')).rejects.toMatchObject({ because: 'closed' })
  })
})

describe('what is too much work', () => {
  const lines = (count: number) => completeRecord(edition, { lead: 'Sam\n'.repeat(count) })

  it('is refused at once', async () => {
    const of = scripted()
    const order = { template: 'report' as const, edition, record: lines(20_000), options }
    await expect(of.make(order, ['ann'])).rejects.toMatchObject({ because: 'too-much', isAboutTheWords: true })
  })

  it('and what is much work keeps nobody waiting who asks for little', async () => {
    const of = scripted({ timeoutMs: 5000 })
    const big = { ...lines(4000), organisation: { ...lines(1).organisation, name: 'hang' } }
    const hangs = of.make({ template: 'report', edition, record: big, options }, ['ann'])
    await expect(ask(of, 'deliver')).resolves.toMatchObject({ missing: ['deliver'] })
    of.close()
    await expect(hangs).rejects.toMatchObject({ because: 'closed' })
  }, 20_000)
})

it('gives its memory back when idle, and starts again when asked', async () => {
  const of = scripted({ idleMs: 50 })
  const first = await ask(of, 'deliver')
  await new Promise((later) => setTimeout(later, 400))
  const second = await ask(of, 'deliver')
  // The scripted worker delivers its process id.
  expect(Buffer.from(second.pdf).toString()).not.toBe(Buffer.from(first.pdf).toString())
}, 20_000)
