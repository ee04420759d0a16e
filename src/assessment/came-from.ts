import { paths } from './paths.ts'

/**
 * The lists from which somebody opens an indicator to see to one thing, and goes back: what the page of completing and the
 * look-over ask for, what they call worth a look, every answer on the look-over, and a standard's. It is part of the indicator's
 * address (`from`) and of every step from there, so that it lasts through saving, faults, evidence and versions.
 */
const LISTS = {
  complete: { page: paths.complete, rows: 'open' },
  'complete-also': { page: paths.complete, rows: 'worth' },
  'look-over': { page: paths.lookOver, rows: 'answer' },
  'look-over-list': { page: paths.lookOver, rows: 'open' },
  'look-over-also': { page: paths.lookOver, rows: 'worth' },
  standard: { page: paths.standard, rows: 'answer' },
} as const

export type List = keyof typeof LISTS
/** Null for whoever did not come from a list. */
export type CameFrom = List | null

/** The parameter of an address. @returns null for anything that is no list of ours */
export function readCameFrom(asked: string | undefined): CameFrom {
  return asked !== undefined && Object.hasOwn(LISTS, asked) ? (asked as List) : null
}

/**
 * The address of a list, at one of its rows, or at its top for null.
 * @param at the indicator that was opened from it
 */
export function addressOfList(
  list: List,
  at: { readonly organisation: string; readonly assessment: string; readonly standard: number },
  row: string | null,
): string {
  const address = LISTS[list].page.to({ ...at, standard: String(at.standard) })
  return row === null ? address : `${address}#${rowId(list, row)}`
}

/** The id of an indicator's row in a list. */
export function rowId(list: List, indicatorId: string): string {
  return `${LISTS[list].rows}-${indicatorId.replace('.', '-')}`
}

/** What a list has a row for: what must be answered, what is worth a look, or every answer. */
export function rowsOf(list: List): 'open' | 'worth' | 'answer' {
  return LISTS[list].rows
}
