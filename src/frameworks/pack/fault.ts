/** Something in a pack that must be put right before it can be used. */
export interface Fault {
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1. */
  readonly column?: number
  /** Where in the pack, as code would write it: `standards[1].indicators[0].core`. Empty for the whole file. */
  readonly path: string
  /** One sentence for the person who wrote the file. */
  readonly reason: string
}

export type Path = readonly (string | number)[]

/** A fault whose line is not looked up yet. */
export interface Finding {
  readonly path: Path
  readonly reason: string
  /** A field that is not there: the fault stands where the set of fields that lacks it begins. */
  readonly missing?: boolean
}

export function pathText(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('')
}

/** `pack.yaml:12:3: reason`, as editors and terminals recognise it. */
export function faultText(fault: Fault): string {
  const place = fault.column === undefined ? `${fault.line}` : `${fault.line}:${fault.column}`
  return `${fault.file}:${place}: ${fault.reason}${fault.path === '' ? '' : ` (${fault.path})`}`
}

/** The known name a person most likely meant, or null when none is close. */
export function nearestName(written: string, known: readonly string[]): string | null {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '')
  const wanted = plain(written.slice(0, 80))
  if (wanted === '') return null
  const ranked = known
    .map((name) => ({ name, distance: distance(wanted, plain(name)) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(plain(name).length / 3)))
    .sort((a, b) => a.distance - b.distance)
  if (ranked[0]) return ranked[0].name
  // `evidence` for `example_evidence`, `links` for `useful_links`.
  const holding = known.filter((name) => wanted.length >= 4 && plain(name).includes(wanted))
  return holding.length === 1 ? (holding[0] ?? null) : null
}

/** Letters to add, drop, change or swap with their neighbour to get from one word to the other. */
function distance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    rows.push(row)
    for (let j = 1; j <= b.length; j++) {
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, swapped ? at(i - 2, j - 2) + 1 : change))
    }
  }
  return at(a.length, b.length)
}
