import { execFileSync } from 'node:child_process'

/** A disk of four megabytes at a folder, until `leave` is called; null where this user may not make one. */
export function smallDisk(folder: string): { leave(): void } | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' })
    return { leave: () => execFileSync('umount', [folder]) }
  } catch {
    return null
  }
}
