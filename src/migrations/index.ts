import { first } from './0001-first.ts'
import { mailedLinks } from './0002-mailed-links.ts'
import { fileSpace } from './0003-file-space.ts'
import { corrections } from './0004-corrections.ts'
import { previews } from './0006-previews.ts'
import { reportSettings } from './0007-report-settings.ts'
import { signUpLinks } from './0008-sign-up-links.ts'
import { declinedWording } from './0009-declined-wording.ts'

/** In order. A released step never changes; a later one mends it. */
export const migrations = [first, mailedLinks, fileSpace, corrections, previews, reportSettings, signUpLinks, declinedWording]
