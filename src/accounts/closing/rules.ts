import { LONGEST_NORMALISED, normalised } from '../../platform/index.ts'

/** One person's place in an organisation, and who else is there. */
export interface Standing {
  readonly role: string
  /** Everyone, this person included. */
  readonly members: number
  readonly owners: number
}

/**
 * What becomes of an organisation when this person closes their account. One nobody could ever open again is erased; one
 * that people are in is never left without somebody to decide who else is.
 */
export type Fate = 'erased' | 'goes-on' | 'needs-an-owner'

export function fateOf({ role, members, owners }: Standing): Fate {
  if (members === 1) return 'erased'
  return role === 'owner' && owners === 1 ? 'needs-an-owner' : 'goes-on'
}

/** True when what was typed is the name, whatever its case and spacing: it shows that the name was read. */
export function isNamed(typed: string, name: string): boolean {
  const plain = (text: string) =>
    normalised(text, 'NFKC').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim().toLowerCase()
  return typed.length <= LONGEST_NORMALISED && plain(typed) === plain(name)
}

/** True when two lists hold the same ids. */
export function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify([...new Set(a)].sort()) === JSON.stringify([...new Set(b)].sort())
}
