import type { EventEmitter } from 'node:events'

/**
 * Gives a stream somebody who hears its errors. Node ends the process for an error that nobody hears, and whoever reads a stream
 * may not have begun to, or may have given up. Those who read it are told of the error all the same.
 */
export function heard<S extends EventEmitter>(stream: S): S {
  return stream.on('error', () => {})
}
