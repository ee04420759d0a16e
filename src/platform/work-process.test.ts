import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { contentOf } from './files.ts'
import { type WorkFailed, type WorkProcess, type WorkProcessOptions, workProcess } from './work-process.ts'

const opened: WorkProcess<string, string>[] = []
afterEach(() => {
  for (const each of opened.splice(0)) each.close()
})

function open(changes: Partial<WorkProcessOptions> = {}): WorkProcess<string, string> {
  const started = workProcess<string, string>({
    name: 'testing',
    program: new URL('./work-process.test-worker.ts', import.meta.url),
    mayRead: [join(import.meta.dirname, '../..', 'package.json'), import.meta.dirname],
    timeoutMs: 60_000,
    mostComputingMs: 30_000,
    mostMemory: 300e6,
    keptMemory: 250e6,
    idleMs: 60_000,
    ...changes,
  })
  opened.push(started)
  return started
}

const bytes = (length: number) => contentOf(length, async (buffer) => buffer.fill(7).length)
const pidOf = (said: string) => Number(said.split(' ')[0])
const isThere = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('one process does one thing after another, each with all of its content', async () => {
  const work = open()
  const said: string[] = []
  // More of them than there may be listeners to anything.
  for (const length of [0, 1, 64 * 1024, 5_000_001, ...Array.from({ length: 12 }, () => 70_000)])
    said.push(await work.run('go', bytes(length)))
  expect(said.map((each) => each.replace(/^\d+ /, '')).slice(0, 4)).toEqual(['go 0 ', 'go 1 7', 'go 65536 7', 'go 5000001 7'])
  expect(new Set(said.map(pidOf)).size).toBe(1)
})

describe('a process that breaks costs one piece of work, and the next has a fresh one', () => {
  test.each(['crash', 'throw'])('because it does: %s', async (order) => {
    const work = open()
    const before = pidOf(await work.run('go', bytes(1)))
    await expect(work.run(order, bytes(300_000))).rejects.toMatchObject({ because: 'crashed' })
    expect(pidOf(await work.run('go', bytes(1)))).not.toBe(before)
  })

  test('because its content can’t be read', async () => {
    const work = open()
    const broken = contentOf(200_000, async () => Promise.reject(new Error('the disk is gone')))
    await expect(work.run('go', broken)).rejects.toMatchObject({ because: 'failed', message: 'the disk is gone' })
    expect(await work.run('go', bytes(1))).toMatch(/ go 1 7$/)
  })
})

describe.runIf(existsSync('/proc/self/stat'))('a process at work is looked at', () => {
  test('and ended when it computes too long', async () => {
    const work = open({ mostComputingMs: 700 })
    await expect(work.run('hang', bytes(1))).rejects.toMatchObject({ because: 'too-slow' })
    expect(await work.run('go', bytes(1))).toMatch(/ go 1 7$/)
  })

  test('and ended when it takes too much memory', async () => {
    const work = open()
    await expect(work.run('grow', bytes(1))).rejects.toMatchObject({ because: 'too-big' })
    expect(await work.run('go', bytes(1))).toMatch(/ go 1 7$/)
  })

  test('and when the time is up while it has done next to nothing, it was the machine that had none', async () => {
    await expect(open({ timeoutMs: 2000 }).run('sleep', bytes(1))).rejects.toMatchObject({ because: 'busy' })
  })

  test('and one that has grown is not kept, not even for what waits behind', async () => {
    const work = open({ keptMemory: 1e6 })
    const before = pidOf(await work.run('go', bytes(1)))
    expect(pidOf(await work.run('go', bytes(1)))).not.toBe(before)
    await expect.poll(() => isThere(before), { timeout: 10_000 }).toBe(false)
  })
})

test('it gives its memory back when there is nothing to do', async () => {
  const pid = pidOf(await open({ idleMs: 50 }).run('go', bytes(1)))
  await expect.poll(() => isThere(pid), { timeout: 10_000 }).toBe(false)
})

test('closing it ends it, and whoever waits is told', async () => {
  const work = open()
  const pid = pidOf(await work.run('go', bytes(1)))
  const waiting = work.run('sleep', bytes(1)).catch((error: WorkFailed) => error.because)
  await sleep(50)
  work.close()
  expect(await waiting).toBe('closed')
  await expect.poll(() => isThere(pid), { timeout: 10_000 }).toBe(false)
})

test('it reads what it may, and no other file', async () => {
  const work = open()
  expect(await work.run(`read ${join(import.meta.dirname, 'work-order.ts')}`, bytes(0))).toMatch(/^read \d+$/)
  for (const path of ['/etc/passwd', join(import.meta.dirname, '../../README.md'), process.cwd()])
    expect(await work.run(`read ${path}`, bytes(0))).toBe('ERR_ACCESS_DENIED')
})
