import { first } from './0001-first.ts'

/** In order. A released step never changes; a later one mends it. */
export const migrations = [first]
