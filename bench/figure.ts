/** One line of the table: what was measured, beside what could be at most, in the same run. */
export interface Figure {
  readonly name: string
  /** With its unit. */
  readonly measured: string
  /** What nothing could beat, with its unit; '' where there is no such thing. */
  readonly limit: string
  /** How many times the limit: 1 is the limit itself. Null where there is none. */
  readonly ratio: number | null
  /** In words; '' where no aim was set. */
  readonly aim: string
  /** Null where no aim was set. */
  readonly met: boolean | null
}

export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, measured, limit, ratio, aim, met }) => [
    name,
    measured,
    limit,
    ratio === null ? '' : `${ratio.toFixed(ratio < 10 ? 2 : 1)}×`,
    aim,
    met === null ? '' : met ? 'met' : '**missed**',
  ])
  const head = ['figure', 'measured', 'limit in the same run', 'ratio', 'aim', '']
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(['---', '---:', '---:', '---:', '---:', '---']), ...rows.map(line)].join('\n')
}

/**
 * Measures a limit and figures in turns, so that whatever else the machine does falls on all of them, and gives the round in the
 * middle for each.
 * @param measures each gives one number
 */
export async function inTurns<Name extends string>(
  rounds: number,
  measures: Readonly<Record<Name, () => Promise<number> | number>>,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(measures) as Name[]
  const found = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) for (const name of names) found.get(name)?.push(await measures[name]())
  return Object.fromEntries(names.map((name) => [name, median(found.get(name) ?? [])])) as Record<Name, number>
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const perSecond = (rate: number) => `${Math.round(rate).toLocaleString('en-GB')}/s`
export const milliseconds = (time: number) => `${time.toFixed(time < 10 ? 2 : 0)} ms`
export const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
