import type { z } from 'zod'
import { type Finding, nearestName, type Path } from './fault.ts'
import { PARTS, packFormat } from './format.ts'
import type { Source } from './source.ts'

type Issue = z.core.$ZodIssue

/** Every field that is unknown, missing, of the wrong kind or out of bounds, in plain words. */
export function shapeFindings(source: Source): readonly Finding[] {
  const findings = issuesOf(source.value).flatMap((issue) => findingsOf(issue, [], source))
  // One misspelt field is one mistake: do not also say that the field it stands for is missing.
  const meant = new Set(
    findings.flatMap(({ path, meant }) => (meant === undefined ? [] : [[...path.slice(0, -1), meant].join('\n')])),
  )
  return findings.filter((finding) => !(finding.missing && meant.has(finding.path.join('\n'))))
}

/** All issues of a value. Zod does not look into a list that is too long, so such a list is cut to its bound and looked at again. */
function issuesOf(value: unknown): readonly Issue[] {
  const issues = packFormat.safeParse(value).error?.issues ?? []
  const tooLong = issues.filter((issue) => issue.code === 'too_big' && issue.origin === 'array')
  if (tooLong.length === 0) return issues
  const cut = structuredClone(value)
  for (const issue of tooLong) {
    const list = issue.path.reduce<unknown>((inside, step) => (inside as Record<PropertyKey, unknown>)[step], cut)
    ;(list as unknown[]).length = Number((issue as Issue & { code: 'too_big' }).maximum)
  }
  return [...tooLong, ...issuesOf(cut)]
}

interface ShapeFinding extends Finding {
  /** The field an unknown one was probably meant to be. */
  readonly meant?: string | undefined
}

function findingsOf(issue: Issue, before: Path, source: Source): readonly ShapeFinding[] {
  const path = [...before, ...(issue.path as (string | number)[])]
  const value = source.at(path)
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField([...path, key], value))
  if (issue.code === 'invalid_union') return brokenExample(issue, path, value, source)
  if (value === undefined && path.length > 0) return [missingField(path)]
  return [{ path, reason: reasonFor(issue, path, source) }]
}

function unknownField(path: Path, holder: unknown): ShapeFinding {
  const part = partAt(path.slice(0, -1))
  const name = String(path.at(-1))
  // Fields already there are not what was meant by another one.
  const free = part.fields.filter((field) => !Object.hasOwn(holder ?? {}, field))
  const meant = nearestName(name, free) ?? undefined
  const hint = meant ? `Did you mean "${meant}"?` : `It may hold ${list(part.fields)}.`
  return { path, meant, reason: `${capital(part.noun)} has no field "${name.slice(0, 80)}". ${hint}` }
}

function missingField(path: Path): ShapeFinding {
  return { path, missing: true, reason: `${capital(partAt(path.slice(0, -1)).noun)} needs the field "${path.at(-1)}".` }
}

/** An example is text or a heading with a list: judge it by the one it looks like. */
function brokenExample(
  issue: Issue & { code: 'invalid_union' },
  path: Path,
  value: unknown,
  source: Source,
): readonly ShapeFinding[] {
  const name = capital(nameOf(path))
  if (isFields(value)) {
    if ('heading' in value || 'items' in value) return (issue.errors[1] ?? []).flatMap((inner) => findingsOf(inner, path, source))
    return [{ path, reason: `${name} must be text, or have the fields "heading" and "items".${COLON}` }]
  }
  if (typeof value === 'string') return (issue.errors[0] ?? []).flatMap((inner) => findingsOf(inner, path, source))
  return [{ path, reason: `${name} must be text, or a heading with a list of items, and not ${kindOf(value)}.` }]
}

/** What makes YAML read a sentence as a field. */
const COLON = ' Text with a colon and a space in it (": ") must be in quotes.'

function reasonFor(issue: Issue, path: Path, source: Source): string {
  const name = capital(nameOf(path))
  const value = source.at(path)
  switch (issue.code) {
    case 'invalid_type':
      return `${name} must be ${EXPECTED[issue.expected] ?? issue.expected}, and not ${kindOf(value)}.${hintFor(issue.expected, path, source)}`
    case 'invalid_value':
      return `${name} must be ${list(issue.values.map((choice) => `"${String(choice)}"`))}.`
    case 'too_big':
      return tooBig(issue, name, value)
    case 'too_small':
      return tooSmall(issue, name, value)
    default:
      return `${name} ${issue.message}.`
  }
}

function tooBig(issue: Issue & { code: 'too_big' }, name: string, value: unknown): string {
  const most = count(issue.maximum)
  if (typeof value === 'string') return `${name} is too long: ${count(value.length)} characters, and the most is ${most}.`
  if (Array.isArray(value)) return `${name} has too many items: ${count(value.length)}, and the most is ${most}.`
  return `${name} must be ${most} or less.`
}

function tooSmall(issue: Issue & { code: 'too_small' }, name: string, value: unknown): string {
  const least = count(issue.minimum)
  if (!Array.isArray(value)) return `${name} must be ${least} or more.`
  return value.length === 0 ? `${name} is empty: list at least ${least}.` : `${name} needs at least ${least}.`
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a set of fields',
  record: 'a set of fields',
}

function hintFor(expected: string, path: Path, source: Source): string {
  const value = source.at(path)
  const written = source.written(path)
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean') && written)
    return ` Put it in quotes: "${written}".`
  if (expected === 'boolean' && typeof value === 'string' && /^(yes|no|y|n|on|off|true|false)$/i.test(value)) {
    return ` Write ${/^(yes|y|on|true)$/i.test(value) ? 'true' : 'false'}, without quotes.`
  }
  if (expected === 'number' && typeof value === 'string' && /^\d+$/.test(value)) return ` Write ${value} without quotes.`
  if (expected === 'string' && isFields(value)) return COLON
  if (value === null) return ' Fill it in, or leave the field out.'
  return ''
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'a number'
  if (typeof value === 'boolean') return String(value)
  return 'a set of fields'
}

/** `"statement"`, or what an item of a list is: `an item of "example_evidence"`. */
function nameOf(path: Path): string {
  const last = path.at(-1)
  if (last === undefined) return 'a pack'
  if (typeof last === 'string') return `"${last}"`
  const holder = path.findLast((step) => typeof step === 'string')
  return `an item of "${holder}"`
}

function partAt(path: Path): { readonly noun: string; readonly fields: readonly string[] } {
  const holder = path.findLast((step) => typeof step === 'string') ?? ''
  return PARTS[holder] ?? { noun: `"${holder}"`, fields: [] }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' })

function list(words: readonly string[]): string {
  return anyOf.format(words)
}

function count(value: number | bigint): string {
  return value.toLocaleString('en-GB')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
