import { first } from './0001-first.ts'
import { mailedLinks } from './0002-mailed-links.ts'
import { fileSpace } from './0003-file-space.ts'
import { declinedWording } from './0009-declined-wording.ts'

/** In order. A released step never changes; a later one mends it. */
export const migrations = [first, mailedLinks, fileSpace, declinedWording]
