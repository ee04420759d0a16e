import type { Edition } from '../edition.ts'
import { agreementFindings } from './agreement.ts'
import { contentText, editionFromJson } from './compiled.ts'
import { type Fault, type Finding, faultText, type Path, pathText } from './fault.ts'
import type { PackContent } from './format.ts'
import { shapeFindings } from './shape.ts'
import { readSource, type Source, type Span } from './source.ts'

export type PackRead =
  | { readonly ok: true; readonly edition: Edition; readonly content: string }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** More than anyone mends in one go; the rest is counted. */
const MOST_FAULTS = 500

/**
 * Reads a pack and says everything that is wrong with it in one go, in the order of its lines. Never throws.
 * @param file what to call the file in faults
 * @returns the edition, and the pack's content in canonical JSON, whose SHA-256 is the edition's digest
 */
export function readPack(text: string, file: string): PackRead {
  const source = readSource(text)
  const faults = faultsOf(source, file)
  if (faults.length > 0) return { ok: false, faults }
  const content = contentText(source.value as PackContent)
  return { ok: true, edition: editionFromJson(content), content }
}

/**
 * A pack ready for `editionFromJson`, for the build: reading YAML at start-up would take longer than all else.
 * @throws Error that lists the pack's faults
 */
export function compilePack(text: string, file: string): string {
  const read = readPack(text, file)
  if (!read.ok) throw new Error(`The framework pack cannot be used.\n${read.faults.map(faultText).join('\n')}`)
  return read.content
}

function faultsOf(source: Source, file: string): readonly Fault[] {
  const broken = source.troubles.filter((trouble) => trouble.syntax)
  // After a mistake in the YAML itself the rest may be read askew, so only what ends before it is judged.
  const sound = Math.min(...broken.map((trouble) => trouble.offset))
  const troubles = source.troubles.filter((trouble) => trouble.syntax || trouble.offset < sound)
  const findings = broken.length === 0 ? allFindings(source) : findingsBefore(sound, source)
  const faults = [
    ...troubles.map((trouble) => fault(file, source, trouble.offset, trouble)),
    ...findings.map((finding) => fault(file, source, placeOf(finding, source).start, finding)),
  ]
  return limited(distinct(faults.sort((a, b) => a.line - b.line || (a.column ?? 0) - (b.column ?? 0))), file)
}

function allFindings(source: Source): readonly Finding[] {
  // Where a value could not be read, its trouble has been told; that it is then empty is not news.
  const told = new Set(source.troubles.map((trouble) => pathText(trouble.path)))
  return [...shapeFindings(source), ...agreementFindings(source.value)].filter(({ path }) => !told.has(pathText(path)))
}

function findingsBefore(sound: number, source: Source): readonly Finding[] {
  return shapeFindings(source).filter((finding) => {
    // What the whole pack lacks may be in the part that could not be read.
    const perhapsLater = finding.missing && finding.path.length === 1
    return !perhapsLater && placeOf(finding, source).end < sound
  })
}

function placeOf({ path, missing }: Finding, source: Source): Span {
  return source.span(missing ? path.slice(0, -1) : path)
}

function fault(
  file: string,
  source: Source,
  offset: number,
  { path, reason }: { readonly path: Path; readonly reason: string },
): Fault {
  return { file, ...source.place(offset), path: pathText(path), reason }
}

function distinct(faults: readonly Fault[]): readonly Fault[] {
  const seen = new Set<string>()
  return faults.filter((fault) => {
    const text = faultText(fault)
    return !seen.has(text) && seen.add(text)
  })
}

function limited(faults: readonly Fault[], file: string): readonly Fault[] {
  if (faults.length <= MOST_FAULTS) return faults
  const rest = faults.length - MOST_FAULTS
  const last = faults[MOST_FAULTS - 1]?.line ?? 1
  return [
    ...faults.slice(0, MOST_FAULTS),
    { file, line: last, path: '', reason: `There are ${rest.toLocaleString('en-GB')} more faults after this one.` },
  ]
}
