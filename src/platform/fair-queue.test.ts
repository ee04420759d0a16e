import { describe, expect, it } from 'vitest'
import { createFairQueue, type FairQueue } from './fair-queue.ts'

/** A queue with one place, which is taken until `open` is called; `began` is the order in which the rest had its turn. */
function behindOneDoor({ mostWaiting = 100, mostEach = 100 } = {}) {
  const queue = createFairQueue({ atOnce: 1, mostWaiting, mostEach })
  const began: string[] = []
  let open = () => {}
  const door = new Promise<void>((resolve) => {
    open = resolve
  })
  const first = queue.run(['whoever was first'], () => door)
  const ask = (owners: readonly string[], name: string, signal?: AbortSignal) =>
    queue.run(owners, async () => void began.push(name), signal)
  return { queue, began, ask, open, first }
}

const nothing = async () => {}
const endless = () => new Promise<void>(() => {})

async function fill(queue: FairQueue, owners: readonly string[], times: number): Promise<void> {
  for (let time = 0; time < times; time++) void queue.run(owners, endless)
}

describe('whose turn it is', () => {
  it('goes from organisation to organisation, however much one of them asks for', async () => {
    const { ask, open, began } = behindOneDoor()
    const all = [
      ask(['big', 'ann'], 'big 1'),
      ask(['big', 'ann'], 'big 2'),
      ask(['big', 'ann'], 'big 3'),
      ask(['small', 'bob'], 'small'),
    ]
    open()
    await Promise.all(all)
    expect(began).toEqual(['big 1', 'small', 'big 2', 'big 3'])
  })

  it('and inside each from person to person', async () => {
    const { ask, open, began } = behindOneDoor()
    const all = [
      ask(['big', 'ann'], 'ann 1'),
      ask(['big', 'ann'], 'ann 2'),
      ask(['big', 'bob'], 'bob'),
      ask(['small', 'cat'], 'cat'),
    ]
    open()
    await Promise.all(all)
    expect(began).toEqual(['ann 1', 'cat', 'bob', 'ann 2'])
  })
})

it('does as many at once as there are places', async () => {
  const queue = createFairQueue({ atOnce: 2, mostWaiting: 10, mostEach: 10 })
  await fill(queue, ['ann'], 3)
  expect([queue.running, queue.waiting]).toEqual([2, 1])
})

it('hands on what the work gives, and what it throws, and goes on', async () => {
  const queue = createFairQueue({ atOnce: 1, mostWaiting: 10, mostEach: 10 })
  const wrong = queue.run(['ann'], async () => {
    throw new Error('the disk is full')
  })
  const atOnceWrong = queue.run(['ann'], () => {
    throw new Error('not even a promise')
  })
  await expect(wrong).rejects.toThrow('the disk is full')
  await expect(atOnceWrong).rejects.toThrow('not even a promise')
  await expect(queue.run(['ann'], async () => 42)).resolves.toBe(42)
  expect([queue.running, queue.waiting]).toEqual([0, 0])
})

describe('bounds', () => {
  it('one owner has so much and no more, counting what is under way, while others are let in', async () => {
    const queue = createFairQueue({ atOnce: 1, mostWaiting: 10, mostEach: 2 })
    await fill(queue, ['house', 'ann'], 2)
    await expect(queue.run(['house', 'ann'], nothing)).rejects.toMatchObject({ because: 'owner' })
    void queue.run(['house', 'bob'], endless)
    expect(queue.waiting).toBe(2)
  })

  it('and has room again when theirs has ended', async () => {
    const queue = createFairQueue({ atOnce: 1, mostWaiting: 10, mostEach: 1 })
    await queue.run(['ann'], nothing)
    await expect(queue.run(['ann'], async () => 'again')).resolves.toBe('again')
  })

  it('so many wait in all, besides those under way', async () => {
    const queue = createFairQueue({ atOnce: 1, mostWaiting: 1, mostEach: 10 })
    await fill(queue, ['ann'], 2)
    await expect(queue.run(['bob'], nothing)).rejects.toMatchObject({ because: 'everybody' })
  })
})

describe('whoever goes away', () => {
  it('while they wait leaves their place', async () => {
    const { queue, ask, open, began, first } = behindOneDoor({ mostWaiting: 2 })
    const leaving = new AbortController()
    const left = ask(['ann'], 'left', leaving.signal)
    const stays = ask(['bob'], 'stays')
    leaving.abort(new Error('gone'))
    await expect(left).rejects.toThrow('gone')
    expect(queue.waiting).toBe(1)
    open()
    await Promise.all([first, stays])
    expect(began).toEqual(['stays'])
  })

  it('before they ask is not put in', async () => {
    const { queue, ask } = behindOneDoor()
    await expect(ask(['ann'], 'gone', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
    expect(queue.waiting).toBe(0)
  })

  it('once it has begun is given what was made', async () => {
    const queue = createFairQueue({ atOnce: 1, mostWaiting: 1, mostEach: 1 })
    const leaving = new AbortController()
    const made = queue.run(['ann'], async () => 'made', leaving.signal)
    leaving.abort()
    await expect(made).resolves.toBe('made')
  })
})
