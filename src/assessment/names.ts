/** What an assessment is called, wherever it is named: pure, so that every name can be tested. */

/** What a name is made of. */
export interface Named {
  /** Null for all the mentoring an organisation does. */
  readonly programme: string | null
  /** UTC instant. */
  readonly startedAt: string
  /** 2 for the second of the same name in one year. */
  readonly ordinal: number
  /** True for one that goes on from the core indicators to the whole framework. */
  readonly goesOn: boolean
}

/** An assessment, as far as its name is concerned. */
type Nameable = Omit<Named, 'goesOn'> & { readonly continues: unknown }

export const ALL_OUR_MENTORING = 'All our mentoring'
const WHOLE_FRAMEWORK = 'whole framework'

/** The year that a name has: at New Year clocks in London show UTC. */
export const yearOf = (startedAt: string) => startedAt.slice(0, 4)

/**
 * "All our mentoring, 2026", "Friday club, 2026, whole framework (2)". The year, and what follows it, tell apart what is about the
 * same thing.
 */
export function nameOf({ programme, startedAt, ordinal, continues }: Nameable): string {
  const goesOn = continues ? `, ${WHOLE_FRAMEWORK}` : ''
  return `${programme ?? ALL_OUR_MENTORING}, ${yearOf(startedAt)}${goesOn}${ordinal > 1 ? ` (${ordinal})` : ''}`
}

/**
 * The same for the name of a file: "Friday club 2026 whole framework (2) revision 3".
 * @param revision of what is in it; null for one that is not completed
 */
export function fileNameOf({ programme, startedAt, ordinal, continues }: Nameable, revision: number | null): string {
  return [
    programme,
    yearOf(startedAt),
    continues && WHOLE_FRAMEWORK,
    ordinal > 1 && `(${ordinal})`,
    revision === null ? 'draft' : revision > 1 && `revision ${revision}`,
  ]
    .filter(Boolean)
    .join(' ')
}

/**
 * The number that tells an assessment from others of the same name: the one that is wanted, where no other has it, or the first
 * that is free. Names are compared as file systems do, without regard to capitals.
 * @param others of the same year; it may be among them
 */
export function ordinalFor(
  wanted: Named & { readonly id: string },
  others: readonly (Named & { readonly id: string })[],
): number {
  const key = ({ programme, goesOn, startedAt }: Named) =>
    JSON.stringify([(programme ?? ALL_OUR_MENTORING).toLowerCase(), goesOn, yearOf(startedAt)])
  const taken = new Set(others.filter((each) => each.id !== wanted.id && key(each) === key(wanted)).map(({ ordinal }) => ordinal))
  let ordinal = wanted.ordinal
  if (!taken.has(ordinal)) return ordinal
  for (ordinal = 1; taken.has(ordinal); ordinal++);
  return ordinal
}
