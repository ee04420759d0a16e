import { type Finding, nearestName, type Path } from './fault.ts'

/**
 * What must agree between the fields of a pack: names that are used must be given, ids must differ, numbers must rise.
 * It looks at a pack that may still be broken elsewhere, so that one run reports everything: whatever has not the kind it
 * should have is passed over here, because `shape.ts` already says so.
 */
export function agreementFindings(pack: unknown): readonly Finding[] {
  const standards = entries(pack, [], 'standards')
  const indicators = standards.flatMap(({ value, path }) => entries(value, path, 'indicators'))
  const ratings = entries(pack, [], 'ratings')
  const themes = entries(pack, [], 'evidence_themes')
  return [
    ...repeated(ratings, 'id', 'Rating'),
    ...repeated(entries(pack, [], 'priorities'), 'id', 'Priority'),
    ...repeated(themes, 'id', 'Theme'),
    ...repeated(standards, 'number', 'Standard'),
    ...repeated(indicators, 'id', 'Indicator'),
    ...rising(standards, 'number', Number, 'Standard'),
    ...standards.flatMap((standard) => numberedWithin(standard)),
    ...indicators.flatMap((indicator) => levelsNamed(indicator, ratings)),
    ...themes.flatMap((theme) => indicatorsNamed(theme, indicators)),
    ...exampleNames(pack, indicators),
    ...entries(pack, [], 'exemptions').flatMap((exemption) => standardNamed(exemption, standards)),
    ...standards.flatMap(({ value, path }) => entries(value, path, 'useful_links')).flatMap(addressReal),
    ...['published_document', 'support'].map((field) => ({ value: member(pack, field), path: [field] })).flatMap(addressReal),
    ...supportReachable(pack),
    ...entries(pack, [], 'corrections').flatMap(dayReal),
    ...newestFirst(entries(pack, [], 'corrections')),
    ...pagesRise(pack, standards),
    ...supersedesAnother(pack),
  ]
}

interface Entry {
  readonly value: unknown
  readonly path: Path
}

function repeated(list: readonly Entry[], field: string, noun: string): readonly Finding[] {
  const seen = new Set<string | number>()
  return list.flatMap(({ value, path }): Finding[] => {
    const id = idOf(value, field)
    if (id === undefined || !seen.has(id)) {
      if (id !== undefined) seen.add(id)
      return []
    }
    return [{ path: [...path, field], reason: `${noun} "${quoted(id)}" is given twice.` }]
  })
}

/** Gaps are allowed: a number that was withdrawn is never used again. */
function rising(list: readonly Entry[], field: string, rank: (id: string | number) => number, noun: string): readonly Finding[] {
  let highest: { readonly rank: number; readonly id: string | number } | null = null
  return list.flatMap(({ value, path }): Finding[] => {
    const id = idOf(value, field)
    if (id === undefined) return []
    const own = rank(id)
    if (!Number.isFinite(own)) return []
    const before = highest
    if (before === null || own > before.rank) highest = { rank: own, id }
    if (before === null || own >= before.rank) return []
    return [{ path: [...path, field], reason: `${noun} "${quoted(id)}" is out of order: it comes after "${quoted(before.id)}".` }]
  })
}

function numberedWithin({ value, path }: Entry): readonly Finding[] {
  const number = member(value, 'number')
  if (typeof number !== 'number') return []
  const indicators = entries(value, path, 'indicators')
  const strangers = indicators.flatMap((indicator): Finding[] => {
    const id = member(indicator.value, 'id')
    if (typeof id !== 'string' || !/^\d+\.\d+$/.test(id) || id.startsWith(`${number}.`)) return []
    return [
      {
        path: [...indicator.path, 'id'],
        reason: `Indicator "${quoted(id)}" is in standard ${number}, so its id must begin with "${number}.".`,
      },
    ]
  })
  const own = indicators.filter((indicator) => String(idOf(indicator.value, 'id')).startsWith(`${number}.`))
  return [...strangers, ...rising(own, 'id', (id) => Number(String(id).split('.')[1]), 'Indicator')]
}

function levelsNamed({ value, path }: Entry, ratings: readonly Entry[]): readonly Finding[] {
  const known = names(ratings, 'id')
  const levels = member(value, 'levels')
  if (known.length === 0 || !isFields(levels)) return []
  return Object.keys(levels)
    .filter((id) => !known.includes(id))
    .map((id) => ({ path: [...path, 'levels', id], reason: `There is no rating "${quoted(id)}". ${suggestion(id, known)}` }))
}

function indicatorsNamed({ value, path }: Entry, indicators: readonly Entry[]): readonly Finding[] {
  const known = new Set(names(indicators, 'id'))
  const named = member(value, 'indicators')
  if (!Array.isArray(named)) return []
  return named.flatMap((id: unknown, i): Finding[] => {
    if (typeof id !== 'string' || !/^\d+\.\d+$/.test(id)) return []
    if (!known.has(id)) return [{ path: [...path, 'indicators', i], reason: `There is no indicator "${quoted(id)}".` }]
    return named.indexOf(id) < i
      ? [{ path: [...path, 'indicators', i], reason: `Indicator "${id}" is named twice by this theme.` }]
      : []
  })
}

/** The indicator and the priority of the worked example. */
function exampleNames(pack: unknown, indicators: readonly Entry[]): readonly Finding[] {
  const example = member(pack, 'worked_example')
  const indicator = member(example, 'indicator')
  const priority = member(example, 'priority')
  const known = names(entries(pack, [], 'priorities'), 'id')
  const findings: Finding[] = []
  if (typeof indicator === 'string' && /^\d+\.\d+$/.test(indicator) && !names(indicators, 'id').includes(indicator))
    findings.push({ path: ['worked_example', 'indicator'], reason: `There is no indicator "${quoted(indicator)}".` })
  if (typeof priority === 'string' && !known.includes(priority)) {
    const meant = nearestName(priority, known)
    const hint = meant ? ` Did you mean "${meant}"?` : ''
    findings.push({ path: ['worked_example', 'priority'], reason: `There is no priority "${quoted(priority)}".${hint}` })
  }
  return findings
}

function standardNamed({ value, path }: Entry, standards: readonly Entry[]): readonly Finding[] {
  const number = member(value, 'standard')
  if (typeof number !== 'number' || standards.some((standard) => String(idOf(standard.value, 'number')) === String(number)))
    return []
  return [{ path: [...path, 'standard'], reason: `There is no standard ${number}.` }]
}

function addressReal({ value, path }: Entry): readonly Finding[] {
  const url = member(value, 'url')
  if (typeof url !== 'string' || !url.startsWith('https://')) return []
  const address = URL.parse(url)
  if (address && address.username === '' && address.password === '') return []
  return [{ path: [...path, 'url'], reason: '"url" is not a complete web address.' }]
}

function supportReachable(pack: unknown): readonly Finding[] {
  const support = member(pack, 'support')
  if (!isFields(support) || 'email' in support || 'url' in support) return []
  return [{ path: ['support'], reason: '"support" needs the field "email" or "url", so that people can ask.' }]
}

function dayReal({ value, path }: Entry): readonly Finding[] {
  const date = member(value, 'date')
  if (typeof date !== 'string' || !DAY.test(date) || isDay(date)) return []
  return [{ path: [...path, 'date'], reason: `There is no day "${quoted(date)}".` }]
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

function newestFirst(corrections: readonly Entry[]): readonly Finding[] {
  return corrections.flatMap(({ value, path }, i): Finding[] => {
    const date = member(value, 'date')
    const before = member(corrections[i - 1]?.value, 'date')
    if (typeof date !== 'string' || typeof before !== 'string' || date <= before) return []
    return [
      { path: [...path, 'date'], reason: `Corrections stand newest first, and ${quoted(date)} comes after ${quoted(before)}.` },
    ]
  })
}

/** Pages are those of the published document, and what comes later in it stands on the same page or a later one. */
function pagesRise(pack: unknown, standards: readonly Entry[]): readonly Finding[] {
  const placed = standards
    .flatMap((standard) => [standard, ...entries(standard.value, standard.path, 'indicators')])
    .flatMap(({ value, path }) => {
      const page = member(value, 'page')
      return typeof page === 'number' ? [{ page, path: [...path, 'page'] }] : []
    })
  const [first] = placed
  if (first && member(pack, 'published_document') === undefined)
    return [
      { path: first.path, reason: 'A page is one of the published document: say which with the field "published_document".' },
    ]
  return placed.flatMap(({ page, path }, i): Finding[] => {
    const before = placed[i - 1]?.page ?? 0
    return page >= before ? [] : [{ path, reason: `Page ${page} comes after page ${before}: pages can't go back.` }]
  })
}

function supersedesAnother(pack: unknown): readonly Finding[] {
  const edition = member(pack, 'edition')
  if (typeof edition !== 'string' || member(pack, 'supersedes') !== edition) return []
  return [{ path: ['supersedes'], reason: 'An edition cannot replace itself.' }]
}

function suggestion(id: string, known: readonly string[]): string {
  const meant = nearestName(id, known)
  return meant ? `Did you mean "${meant}"?` : `The ratings are ${known.map((name) => `"${quoted(name)}"`).join(', ')}.`
}

/** The items of a list inside a set of fields, each with its path; none where there is no such list. */
function entries(holder: unknown, path: Path, field: string): readonly Entry[] {
  const list = member(holder, field)
  return Array.isArray(list) ? list.map((value, i) => ({ value, path: [...path, field, i] })) : []
}

function names(list: readonly Entry[], field: string): readonly string[] {
  return list.map(({ value }) => member(value, field)).filter((name) => typeof name === 'string')
}

function member(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** What names an entry, where that is a word or a number at all. */
function idOf(value: unknown, field: string): string | number | undefined {
  const id = member(value, field)
  return typeof id === 'string' || typeof id === 'number' ? id : undefined
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function quoted(id: string | number): string {
  return String(id).slice(0, 80)
}
