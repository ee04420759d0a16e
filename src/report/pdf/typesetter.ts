import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfModel } from './document.ts'

/**
 * Model in, accessible PDF out, synchronously: 0.1 s of computing for a whole report, so a server does it through `press.ts`.
 *
 * People's text can never become Typst code: a template reads `model.json` as data, and nothing evaluates a string.
 */

export interface Folders {
  /** Where the .typ files are. Typst reads nothing outside it. */
  readonly templates: string
  /** Searched, with their subfolders, for .ttf and .otf files. */
  readonly fonts: readonly string[]
}

export type Template = 'report' | 'plan'

export interface Typeset {
  readonly pdf: Uint8Array
  /** Characters no font had, printed by number instead. */
  readonly missing: readonly string[]
}

export class TypesettingFailed extends Error {
  override name = 'TypesettingFailed'
}

/** What is written has characters that could not be printed, not even after several tries. */
export class Unprintable extends TypesettingFailed {
  override name = 'Unprintable'
}

export interface Typesetter {
  typeset(template: Template, model: PdfModel): Typeset
  /**
   * To be called after each document. What all documents share stays, laid out, and halves the work of the next; what only one
   * had is gone a few documents later, so that memory stays flat.
   */
  forget(): void
}

/** How many documents something laid out is kept for without being used: a report and its plan are often made in turn. */
const KEPT_FOR = 2

/** How often a document is set, each time with those characters by number that were found missing before. */
const MOST_TRIES = 4

export function openTypesetter({ templates, fonts }: Folders): Typesetter {
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: [...fonts] }] })

  return {
    typeset(template, model) {
      const missing = new Set<string>()
      // PDF/UA forbids a character without a shape, so one that no font has is printed by number and the document set again.
      // One more time is enough but where a letter is missed only once its accent is gone.
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const attempt = setOnce(compiler, templates, template, missing.size === 0 ? model : withNumbers(model, missing))
        if (attempt.ok) return { pdf: attempt.pdf, missing: [...missing] }
        const found = attempt.missing.filter((character) => !missing.has(character))
        if (found.length === 0) throw new TypesettingFailed(attempt.because)
        for (const character of found) missing.add(character)
      }
      throw new Unprintable(`After ${MOST_TRIES} tries there are still characters that no font has`)
    },
    forget() {
      compiler.resetShadow()
      compiler.evictCache(KEPT_FOR)
    },
  }
}

type Attempt =
  | { readonly ok: true; readonly pdf: Uint8Array }
  | { readonly ok: false; readonly because: string; readonly missing: readonly string[] }

function setOnce(compiler: NodeCompiler, templates: string, template: Template, model: PdfModel): Attempt {
  compiler.mapShadow(join(templates, 'model.json'), Buffer.from(JSON.stringify(model)))
  const compiled = compiler.compile({ mainFilePath: join(templates, `${template}.typ`) })
  if (!compiled.result) {
    const error = compiled.takeError()
    return { ok: false, because: error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'Typst gave no reason', missing: [] }
  }
  try {
    return { ok: true, pdf: compiler.pdf(compiled.result, { pdfStandard: 'ua-1' }) }
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error)
    return { ok: false, because, missing: missingCharacters(because) }
  }
}

/**
 * The exporter names what it cannot show, in a Rust debug string inside a Rust debug string. Plain ASCII can be part of what it
 * names, as the base of an accent, but is never itself what is missing.
 */
function missingCharacters(because: string): string[] {
  const named = /the text `\\"(.*?)\\"` could not be displayed|disallowed codepoint `\\"(.*?)\\"`/g
  return [...because.matchAll(named)].flatMap(([, undisplayed, disallowed]) =>
    [...unescaped(unescaped(undisplayed ?? disallowed ?? ''))].filter((character) => !/[ -~]/.test(character)),
  )
}

function unescaped(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/g, (_, hex: string | undefined, plain: string) =>
    hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : plain,
  )
}

function withNumbers(model: PdfModel, missing: ReadonlySet<string>): PdfModel & { readonly hasMissing: true } {
  const numbered = (text: string) =>
    Array.from(text, (character) => (missing.has(character) ? number(character) : character)).join('')
  return JSON.parse(JSON.stringify({ ...model, hasMissing: true }), (_, value) =>
    typeof value === 'string' ? numbered(value) : value,
  )
}

function number(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
}
