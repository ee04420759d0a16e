import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import type { Path } from './fault.ts'
import { MOST_BYTES } from './format.ts'

/**
 * The text of a pack as plain JSON values that remember where they were written.
 * Packs come from outside, so the work is bounded before it begins; and they are plain data, so whatever YAML adds to JSON
 * (aliases, tags, keys that are not text) is refused instead of interpreted.
 */
export interface Source {
  readonly value: unknown
  /** What is wrong with the YAML itself. */
  readonly troubles: readonly Trouble[]
  /** The value at a path, undefined where there is none. */
  at(path: Path): unknown
  /** How a value is written in the file (`1.10`), where it is a single word or number. */
  written(path: Path): string | null
  /** Where the field or item at a path begins and ends, or the nearest one around it. */
  span(path: Path): Span
  place(offset: number): { readonly line: number; readonly column: number }
}

export interface Trouble {
  readonly offset: number
  readonly path: Path
  readonly reason: string
  /** True when the text after it cannot be trusted to mean what it seems to. */
  readonly syntax: boolean
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** Our fullest pack is 9,000 tokens and 2,400 values, nested seven deep. */
const MOST_TOKENS = 250_000
const MOST_VALUES = 50_000
const MOST_DEPTH = 20

export function readSource(text: string): Source {
  const tooMuch = overBound(text)
  if (tooMuch) return unread(tooMuch)

  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    // The library's own check takes a time that grows with the square of the number of keys; ours does not.
    uniqueKeys: false,
    version: '1.2',
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    logLevel: 'error',
  })
  const told = (error: YAMLError, offset: number, syntax: boolean): Trouble => {
    return { offset, path: [], reason: plainReason(error), syntax }
  }
  const troubles: Trouble[] = [
    ...firstOfEachLine(document.errors, lines).map((error) => told(error, beginning(error, document, text), true)),
    ...document.warnings.map((warning) => told(warning, warning.pos[0], false)),
  ]
  const value = new Walk(troubles, (offset) => lines.linePos(offset).line).value(document.contents, [])
  if (value === null && troubles.length === 0) return unread('The file is empty.')
  const finder = new Finder(document.contents)
  return {
    value,
    troubles,
    at: (path) => path.reduce<unknown>((inside, step) => member(inside, step), value),
    written: (path) => {
      const node = finder.find(path).node
      return isScalar(node) && node.source !== undefined && node.source.length <= 40 ? node.source : null
    },
    span: (path) => finder.find(path).span,
    place: (offset) => {
      const { line, col } = lines.linePos(offset)
      return { line: Math.max(1, line), column: Math.max(1, col) }
    },
  }
}

/** Cheap looks at the whole text before anything is built from it. */
function overBound(text: string): string | null {
  if (text.length > MOST_BYTES || Buffer.byteLength(text) > MOST_BYTES) return 'The file is over 2 MB, the most a pack may be.'
  let tokens = 0
  for (const _ of new Lexer().lex(text)) {
    tokens++
    if (tokens > MOST_TOKENS) return 'The file holds far more separate pieces of YAML than a pack needs.'
  }
  return null
}

/** One mistake in the YAML often makes several errors in a row; those after the first on a line are echoes. */
function firstOfEachLine(errors: readonly YAMLError[], lines: LineCounter): readonly YAMLError[] {
  const seen = new Set<number>()
  return errors
    .toSorted((a, b) => a.pos[0] - b.pos[0])
    .filter(({ pos }) => {
      const { line } = lines.linePos(pos[0])
      return !seen.has(line) && seen.add(line)
    })
}

/** Where to look for a mistake: an open quotation mark is found missing at the end of the text, but stands at its beginning. */
function beginning(error: YAMLError, document: Document.Parsed, text: string): number {
  const at = Math.min(error.pos[0], text.length)
  if (!/Missing closing .quote/.test(error.message)) return at
  let opened = at
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] < at && at <= range[1] + 1) opened = range[0]
    },
  })
  return opened
}

function unread(reason: string): Source {
  return {
    value: undefined,
    troubles: [{ offset: 0, path: [], reason, syntax: true }],
    at: () => undefined,
    written: () => null,
    span: () => ({ start: 0, end: 0 }),
    place: () => ({ line: 1, column: 1 }),
  }
}

/** Builds plain values from the library's nodes, noting what a pack may not hold. */
class Walk {
  readonly #troubles: Trouble[]
  readonly #lineAt: (offset: number) => number
  #values = 0

  constructor(troubles: Trouble[], lineAt: (offset: number) => number) {
    this.#troubles = troubles
    this.#lineAt = lineAt
  }

  value(node: Node | null, path: Path): unknown {
    this.#values++
    if (node === null || this.#values > MOST_VALUES) return null
    if (this.#values === MOST_VALUES)
      this.#note(node, path, `The file holds more than ${MOST_VALUES.toLocaleString('en-GB')} values.`)
    if (path.length > MOST_DEPTH) return this.#note(node, path, 'This is nested far deeper than anything in a pack.')
    if (isAlias(node))
      return this.#note(node, path, `*${node.source.slice(0, 40)} is a YAML alias. Write the text out in full instead.`)
    if (isMap(node)) return this.#map(node.items as Pair<Node, Node | null>[], path)
    if (isSeq(node)) return node.items.map((item, i) => this.value(item as Node, [...path, i]))
    return isScalar(node) ? this.#scalar(node, path) : null
  }

  #map(items: readonly Pair<Node, Node | null>[], path: Path): Record<string, unknown> {
    const value: Record<string, unknown> = {}
    const lines = new Map<string, number>()
    for (const { key, value: inside } of items) {
      if (!isScalar(key) || key.value === null || key.value === '__proto__') {
        this.#note(key, path, 'The name of a field must be a plain word.')
        continue
      }
      const name = fieldName(key)
      const earlier = lines.get(name)
      if (earlier !== undefined) {
        this.#note(key, [...path, name], `"${name}" is already given on line ${earlier}. Keep one of the two.`)
        continue
      }
      lines.set(name, this.#lineAt(start(key)))
      value[name] = this.value(inside, [...path, name])
    }
    return value
  }

  #scalar(node: Node & { readonly value: unknown }, path: Path): unknown {
    const { value } = node
    if (typeof value === 'string') {
      // Allowed: tab and line feed, which YAML folds, and carriage return.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/.test(value)
      if (control || !value.isWellFormed()) this.#note(node, path, 'This text contains a character that cannot be printed.')
      return value
    }
    if (value === null || typeof value === 'boolean' || Number.isFinite(value)) return value
    return this.#note(node, path, 'This is neither text, a number, true nor false.')
  }

  #note(node: Node | null, path: Path, reason: string): null {
    this.#troubles.push({ offset: start(node), path, reason, syntax: false })
    return null
  }
}

function start(node: Node | null): number {
  return node?.range?.[0] ?? 0
}

function member(value: unknown, step: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
  return (value as Record<string | number, unknown>)[step]
}

interface Found {
  readonly node: Node | null
  readonly span: Span
}

/** Finds the library's node at a path, or the nearest one around it. */
class Finder {
  readonly #root: Node | null
  /** Fields by name, for each set of fields that was looked into: one may have thousands. */
  readonly #fields = new Map<YAMLMap, ReadonlyMap<string | number, Pair<Node, Node | null>>>()

  constructor(root: Node | null) {
    this.#root = root
  }

  find(path: Path): Found {
    let node = this.#root
    let span: Span = { start: start(node), end: node?.range?.[2] ?? 0 }
    for (const step of path) {
      const next = this.#inside(node, step)
      if (!next) return { node: null, span }
      node = next.value
      span = { start: start(next.key ?? node), end: node?.range?.[2] ?? next.key?.range?.[2] ?? span.end }
    }
    return { node, span }
  }

  #inside(node: Node | null, step: string | number): { readonly key: Node | null; readonly value: Node | null } | null {
    if (isMap(node)) return this.#fieldsOf(node).get(step) ?? null
    const item = isSeq(node) && typeof step === 'number' ? (node.items[step] as Node | undefined) : undefined
    return item ? { key: null, value: item } : null
  }

  #fieldsOf(map: YAMLMap): ReadonlyMap<string | number, Pair<Node, Node | null>> {
    const known = this.#fields.get(map)
    if (known) return known
    // The first of two fields with one name is the one that counts.
    const pairs = (map.items as Pair<Node, Node | null>[]).toReversed()
    const fields = new Map(pairs.flatMap((pair) => (isScalar(pair.key) ? [[fieldName(pair.key), pair] as const] : [])))
    this.#fields.set(map, fields)
    return fields
  }
}

/** `2022: text` names a field as surely as `"2022": text` does. */
function fieldName(key: Scalar): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value))
}

/** The library's reasons in plainer words: the first row whose pattern fits its code and message. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/Missing closing .quote/, 'A quotation mark is opened and not closed.'],
  [/^BLOCK_IN_FLOW|must be .*end with a/, 'A bracket is opened and not closed.'],
  [
    /^BAD_INDENT|block sequence may not|without - indicator/,
    'This line is not indented like the others of its list or set of fields.',
  ],
  [/^TAB_AS_INDENT/, 'Indent with spaces: YAML does not allow tabs here.'],
  [/^BLOCK_AS_IMPLICIT_KEY|^KEY_OVER/, 'Text with a colon and a space in it (": ") must be in quotes.'],
  [/^BAD_SCALAR_START|^BAD_ALIAS|Not a YAML token/, 'Text that begins with this character must be in quotes.'],
  [
    /scalar at node end/,
    'Text goes on after the closing quotation mark. Put the whole of it in quotes, and use the other kind of quotes inside.',
  ],
  [/^BAD_DQ_ESCAPE/, 'A backslash inside double quotes must be written twice (\\\\).'],
  [
    /^MULTILINE_IMPLICIT|followed by map values/,
    'A field needs a name, a colon and a space. If this line continues the text above, indent it further.',
  ],
  [
    /^MULTIPLE_DOCS/,
    'A pack is a single document: remove the line "---" and what follows it, or keep that in a file of its own.',
  ],
  [/^RESOURCE_EXHAUSTION/, 'This is nested far deeper than anything in a pack.'],
  [
    /^TAG_RESOLVE/,
    'A word that begins with "!" is a YAML tag, which a pack may not use. Put text that begins with "!" in quotes.',
  ],
]

function plainReason({ code, message }: YAMLError): string {
  const known = REASONS.find(([pattern]) => pattern.test(`${code} ${message}`))
  return known?.[1] ?? `This is not valid YAML: ${message}.`
}
