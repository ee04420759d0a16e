import { EventEmitter } from 'node:events'

/**
 * Loaded into the built server with `--import`, for tests of what happens when something fails that nobody listens to: on SIGUSR2
 * the failure that FAILURE names.
 */
const FAILURES = {
  timer: () => {
    setTimeout(() => {
      throw new Error('thrown by a timer')
    })
  },
  emitter: () => {
    setImmediate(() => new EventEmitter().emit('error', new Error('emitted to nobody')))
  },
  promise: () => {
    void Promise.reject(new Error('rejected to nobody'))
  },
  'no error at all': () => {
    void Promise.reject({ toString: null })
  },
  'again and again': () => {
    setInterval(() => {
      throw new Error('thrown again')
    }, 1)
  },
  stall: () => {
    const until = performance.now() + 600
    while (performance.now() < until);
  },
}

process.on('SIGUSR2', () => FAILURES[process.env.FAILURE]())
