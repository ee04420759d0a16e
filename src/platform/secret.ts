import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How long another process that is starting may take to write down the secret it made, in milliseconds. */
const BEING_WRITTEN = 1000

/**
 * The installation's secret: signs sessions and form tokens. From `SECRET` in the environment, or made once and kept in the
 * data folder in a file only its owner can read.
 */
export function installationSecret(dataDir: string, given: string | null): string {
  if (given) return given
  const file = join(dataDir, 'secret')
  const made = randomBytes(32).toString('base64url')
  const write = (flag: 'wx' | 'w') => writeFileSync(file, `${made}\n`, { mode: 0o600, flag })
  for (let waited = 0; waited <= BEING_WRITTEN; waited += 50) {
    try {
      const kept = readFileSync(file, 'utf8').trim()
      if (kept) return kept
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      try {
        write('wx')
        return made
      } catch (failure) {
        // Another process was quicker: its secret is the one.
        if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure
      }
    }
  }
  // A program that was killed before it had written its secret left the file empty: with that, anybody could sign for us.
  write('w')
  return made
}
