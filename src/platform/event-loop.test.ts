import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import { type EventLoopWatch, watchEventLoop } from './event-loop.ts'
import { createUnderWay, type UnderWay } from './under-way.ts'

let watch: EventLoopWatch
afterEach(() => watch.stop())

/** A machine with much to do may hold us up as well: the stalls that a test makes are told by what was under way. */
function start(quiet = 0): { readonly underWay: UnderWay; readonly lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = []
  const log = pino(
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(JSON.parse(String(chunk)))
        done()
      },
    }),
  )
  const underWay = createUnderWay()
  watch = watchEventLoop({ log, underWay, quiet })
  return { underWay, lines }
}

/** Holds the event loop. */
function hold(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

const namesOf = (line: Record<string, unknown>) => Object.keys(line.under_way as object)

test('a stall is logged with its length and the request that caused it, not with those that came after', async () => {
  const { underWay, lines } = start()
  const waiting = underWay.begin('GET /waiting')
  await pause(60)
  const end = underWay.begin('POST /culprit')
  hold(400)
  end()
  underWay.begin('GET /later')
  await pause(60)
  const caused = lines.filter((line) => namesOf(line).includes('POST /culprit'))
  expect(caused).toHaveLength(1)
  expect(caused[0]).toMatchObject({ level: 40, under_way: { 'GET /waiting': 1, 'POST /culprit': 1 }, not_logged: 0 })
  expect(namesOf(caused[0] ?? {})).not.toContain('GET /later')
  expect(caused[0]?.ms).toBeGreaterThanOrEqual(399)
  expect(watch.stalls).toBe(lines.length)
  expect(watch.longest).toBeGreaterThanOrEqual(399)
  waiting()
})

test('one that nothing was under way in is seen as well', async () => {
  const { lines } = start()
  await pause(60)
  hold(400)
  await pause(60)
  expect(lines.length).toBeGreaterThan(0)
  expect(lines[0]).toMatchObject({ under_way: {} })
})

test('many are counted, and logged once', async () => {
  const { lines } = start(60_000)
  for (let stall = 0; stall < 3; stall++) {
    hold(300)
    await pause(60)
  }
  expect(lines).toHaveLength(1)
  expect(watch.stalls).toBeGreaterThanOrEqual(3)
})

test('waiting is no stall', async () => {
  const { underWay, lines } = start()
  const end = underWay.begin('GET /patient')
  for (let turn = 0; turn < 5; turn++) await pause(100)
  end()
  expect(lines.filter(({ ms }) => (ms as number) >= 500)).toEqual([])
})

test('names are counted, the most frequent first, and at most ten of them', () => {
  const { underWay } = start()
  for (let name = 0; name < 30; name++) underWay.begin(`GET /${name}`)
  underWay.begin('GET /7')
  underWay.begin('GET /7')
  const names = underWay.names()
  expect(Object.keys(names)).toHaveLength(10)
  expect(Object.values(names)[0]).toBe(3)
  expect(underWay.count).toBe(32)
})

test('background work is waited for, and what it throws is logged', async () => {
  const { underWay, lines } = start()
  const log = pino(
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(JSON.parse(String(chunk)))
        done()
      },
    }),
  )
  let done = false
  underWay.inBackground(
    'sending',
    log,
    pause(100).then(() => {
      done = true
    }),
  )
  underWay.inBackground('failing', log, Promise.reject(new Error('no mail server')))
  expect(underWay.names()).toEqual({ sending: 1, failing: 1 })
  await underWay.backgroundEnded()
  expect(done).toBe(true)
  expect(underWay.count).toBe(0)
  expect(lines.filter(({ work }) => work === 'failing')).toHaveLength(1)
})
