import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfModel } from './document.ts'
import { filesOf, OURS, type Typeface } from './fonts.ts'
import { openLetters, textsIn } from './letters.ts'
import { marksOnce } from './marks-once.ts'
import { inline, type Line, shortened } from './text.ts'

/**
 * Model in, accessible PDF out, synchronously: some 60 ms of computing for a whole report, so a server does it through `press.ts`.
 *
 * People's text can never become Typst code: a template reads `model.json` as data, and nothing evaluates a string.
 */

export interface Folders {
  /** Where the .typ files are. Typst reads nothing outside it. */
  readonly templates: string
  /** Searched, with their subfolders, for .ttf and .otf files. */
  readonly fonts: readonly string[]
}

export type Template = 'report' | 'plan' | 'summary'

/** Beside the templates while one document is made, by the name they ask for. */
export type Pictures = Readonly<Record<string, Buffer>>

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
  typeset(template: Template, model: PdfModel, pictures?: Pictures): Typeset
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
  const letters = openLetters(fonts)
  const create = (typefaces: readonly Typeface[]) =>
    NodeCompiler.create({
      workspace: templates,
      fontArgs: [{ fontPaths: [OURS, ...typefaces].flatMap((typeface) => filesOf(typeface, fonts)) }],
    })
  const plain = create([])
  /** For the letters that the latest document needed besides our own. */
  let other: { readonly key: string; readonly compiler: NodeCompiler } | null = null

  function compilerFor(typefaces: readonly Typeface[]): NodeCompiler {
    if (typefaces.length === 0) return plain
    const key = typefaces.map(({ family }) => family).join()
    if (other?.key !== key) other = { key, compiler: create(typefaces) }
    return other.compiler
  }

  return {
    typeset(template, model, pictures = {}) {
      const { typefaces, missing } = letters.of(textsIn(model))
      const compiler = compilerFor(typefaces)
      for (const [name, content] of Object.entries(pictures)) compiler.mapShadow(join(templates, name), content)
      const families = typefaces.map(({ family, covers = null }) => ({ name: family, covers }))
      const numbered = new Set(missing)
      // PDF/UA forbids a character without a shape, so one that no font has is printed by number. What has none all the same, such as
      // an accent that no letter can carry, is found out by trying.
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const attempt = setOnce(compiler, templates, template, printed(model, numbered, families))
        if (attempt.ok) return { pdf: families.length > 0 ? marksOnce(attempt.pdf) : attempt.pdf, missing: [...numbered] }
        const found = attempt.missing.filter((character) => !numbered.has(character))
        if (found.length === 0) throw new TypesettingFailed(attempt.because)
        for (const character of found) numbered.add(character)
      }
      throw new Unprintable(`After ${MOST_TRIES} tries there are still characters that no font has`)
    },
    forget() {
      for (const compiler of [plain, other?.compiler]) compiler?.resetShadow()
      plain.evictCache(KEPT_FOR)
    },
  }
}

interface Family {
  readonly name: string
  readonly covers: string | null
}

/** What a template is given. */
interface PrintedModel extends PdfModel {
  readonly families: readonly Family[]
  readonly hasMissing?: true
  /** What stands at the head and foot of each page. */
  readonly running: {
    readonly organisation: Line
    readonly draft: string | null
    readonly page: string
    readonly of: string
  }
}

type Attempt =
  | { readonly ok: true; readonly pdf: Buffer }
  | { readonly ok: false; readonly because: string; readonly missing: readonly string[] }

function setOnce(compiler: NodeCompiler, templates: string, template: Template, model: PrintedModel): Attempt {
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

/** A long name is only a reminder at a page's foot, and must leave room for the page's number. */
function printed(model: PdfModel, missing: ReadonlySet<string>, families: readonly Family[]): PrintedModel {
  const numbered = withNumbers(model, missing)
  const { words, document } = numbered
  const { text, rtl, gap } = inline(shortened(document.organisation.text, 60))
  const draft = document.draft ? words.draft : null
  return { ...numbered, families, running: { organisation: { text, rtl, gap }, draft, page: words.page, of: words.of } }
}

function withNumbers(model: PdfModel, missing: ReadonlySet<string>): PdfModel & { readonly hasMissing?: true } {
  if (missing.size === 0) return model
  const numbered = (text: string) =>
    Array.from(text, (character) => (missing.has(character) ? number(character) : character)).join('')
  return JSON.parse(JSON.stringify({ ...model, hasMissing: true }), (_, value) =>
    typeof value === 'string' ? numbered(value) : value,
  )
}

function number(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
}
