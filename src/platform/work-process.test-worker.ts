import { readFileSync } from 'node:fs'
import { answerOrders } from './work-order.ts'

// What it dies of is nobody's news here.
console.error = () => {}

/** Stands in for a program in the tests of `work-process.ts`: does what it is told. */
answerOrders<string, string>(async (order, content) => {
  if (order === 'hang') for (;;);
  if (order === 'sleep') await new Promise(() => setInterval(() => {}, 1000))
  if (order === 'crash') process.exit(3)
  if (order === 'throw') throw new Error('as asked')
  if (order === 'grow') grow()
  if (order.startsWith('read ')) return attempt(order.slice(5))
  return `${process.pid} ${order} ${content.length} ${content.at(-1) ?? ''}`
})

function attempt(path: string): string {
  try {
    return `read ${readFileSync(path).length}`
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code)
  }
}

/** Takes more and more memory outside JavaScript's own. */
function grow(): never {
  const taken: Buffer[] = []
  for (;;) taken.push(Buffer.alloc(20e6, 1))
}
