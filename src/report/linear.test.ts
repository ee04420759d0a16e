import { describe, expect, it } from 'vitest'
import { csv } from './csv.ts'
import { effortOf } from './effort.ts'
import { exact, inline, plain, prose, webAddress } from './pdf/text.ts'
import { WORST_TEXTS } from './testing.ts'

/**
 * What is done to people's words takes a time that grows with their length and no faster: four times the text, about four times
 * the time. What takes the square of it would take sixteen.
 */
const LENGTH = 20_000

const WORK: Readonly<Record<string, (text: string) => unknown>> = {
  prose,
  inline,
  plain,
  exact,
  webAddress,
  effortOf,
  csv: (text) => csv([[text]]),
}

describe.each(Object.entries(WORK))('%s', (_, work) => {
  it.each(Object.entries(WORST_TEXTS))('%s', (_, text) => {
    const [one, four] = [text(LENGTH), text(4 * LENGTH)]
    const [short, long] = [quickest(() => work(one)), quickest(() => work(four))]
    // A few milliseconds say nothing on a busy machine; what takes the square takes seconds here.
    if (long > 80) expect(long / short).toBeLessThan(9)
  })
})

/** Milliseconds of this thread, the best of several: whatever else the machine does only makes it longer. */
function quickest(work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let time = 0; time < 4; time++) {
    const before = process.threadCpuUsage()
    work()
    const used = process.threadCpuUsage(before)
    best = Math.min(best, (used.user + used.system) / 1000)
  }
  return best
}
