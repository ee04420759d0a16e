import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder can't be the demo's; the message is one sentence. */
export class NotADemoFolder extends Error {}

/** Stands in every folder that the demo made, and in no other. */
const MARKER = 'this-is-a-demo'
const FINISHED = 'Made by “npm run demo”. Delete this whole folder to have a fresh one.\n'
const UNFINISHED = 'Being made by “npm run demo”.\n'

/**
 * Looks at the folder before anything is put into it, and empties one whose making was interrupted: nobody has worked in it.
 * @returns true when a finished demo is there already
 * @throws NotADemoFolder when it holds anything the demo did not make
 */
export function isMade(folder: string): boolean {
  const there = namesIn(folder)
  if (there.length === 0) return false
  if (!there.includes(MARKER)) {
    throw new NotADemoFolder(
      `The folder ${folder} holds something that “npm run demo” did not make, so it is left as it is. Choose another with DEMO_DIR.`,
    )
  }
  if (readFileSync(join(folder, MARKER), 'utf8') === FINISHED) return true
  for (const name of there.filter((each) => each !== MARKER)) rmSync(join(folder, name), { recursive: true })
  return false
}

/** Marks the folder as the demo's own, before anything else is put there. */
export function beginMaking(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, MARKER), UNFINISHED)
}

export function finishMaking(folder: string): void {
  writeFileSync(join(folder, MARKER), FINISHED)
}

function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  try {
    return readdirSync(folder)
  } catch (error) {
    throw new NotADemoFolder(
      `The demo can’t be kept in ${folder} (${(error as NodeJS.ErrnoException).code}). Choose another folder with DEMO_DIR.`,
    )
  }
}
