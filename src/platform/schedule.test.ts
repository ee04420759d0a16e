import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLog } from './log.ts'
import { schedule } from './schedule.ts'
import { underWay } from './under-way.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const log = createLog('silent')

test('begins after a while, goes on, and survives a failure', async () => {
  let times = 0
  const work = async () => {
    times++
    if (times === 2) throw new Error('the disk is full')
  }
  const { stop } = schedule({ name: 'test', log, after: 10, every: 100, work })
  await vi.advanceTimersByTimeAsync(9)
  expect(times).toBe(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(times).toBe(1)
  await vi.advanceTimersByTimeAsync(250)
  expect(times).toBe(3)
  await stop()
  await vi.advanceTimersByTimeAsync(1000)
  expect(times).toBe(3)
})

test('is never done twice at once, and stopping waits for what is under way', async () => {
  let running = 0
  let ended = 0
  const work = async () => {
    expect(++running).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 500))
    running--
    ended++
  }
  const { stop } = schedule({ name: 'test', log, after: 1, every: 10, work })
  await vi.advanceTimersByTimeAsync(600)
  expect([running, ended]).toEqual([1, 1])
  let stopped = false
  const stopping = stop().then(() => {
    stopped = true
  })
  await vi.advanceTimersByTimeAsync(100)
  expect(stopped).toBe(false)
  await vi.advanceTimersByTimeAsync(1000)
  await stopping
  expect(ended).toBe(2)
})

test('work that is under way is told to stop, and what is under way has a name', async () => {
  let told = false
  const { stop } = schedule({
    name: 'test',
    log,
    after: 1,
    every: 10,
    work: (signal) =>
      new Promise<void>((resolve) =>
        signal.addEventListener('abort', () => {
          told = true
          resolve()
        }),
      ),
  })
  await vi.advanceTimersByTimeAsync(5)
  expect(underWay.names()).toEqual({ 'schedule test': 1 })
  await stop()
  expect(told).toBe(true)
  expect(underWay.names()).toEqual({})
})
