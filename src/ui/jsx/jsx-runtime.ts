import type { JSX as HonoJSX } from 'hono/jsx'
import { escapeToBuffer } from 'hono/utils/html'
import type { SvgElements } from './svg.ts'

/**
 * Our JSX writes HTML straight away instead of building a tree that is walked later.
 * Why not `hono/jsx` itself: docs/decisions/2026-11-22-jsx-writes-text.md. Its element types and its escaping are used here.
 *
 * Every string child and every attribute value is escaped. Only an `Html` value is written as it is, and the only ways to
 * make one are JSX and `trusted()`.
 */
export class Html {
  /**
   * The UTF-8 bytes it will be sent as, each a character from 0 to 255. One curly quote would make V8 keep a whole page with two
   * bytes to a letter, and turn it into UTF-8 letter by letter; so it is encoded where it stands.
   */
  readonly bytes: string
  constructor(bytes: string) {
    this.bytes = bytes
  }
  toString(): string {
    return bytesOf(this).toString()
  }
}

/** A text's UTF-8 bytes, each a character. Half an emoji becomes the replacement character. */
function encoded(text: string): string {
  return Buffer.from(text).toString('latin1')
}

export type Child = Html | string | number | boolean | null | undefined | readonly Child[]

/** Marks text as HTML that is already safe: only for text this program wrote itself. */
export function trusted(html: string): Html {
  return new Html(encoded(html))
}

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
const SPECIAL = /[&<>"'\u0080-\uffff]/

/** Most text has nothing to escape or encode, and is handed back as it is. */
function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text
  return text.length > 500 ? written(text) : shortText(text)
}

function written(text: string): string {
  const buffer: [string] = ['']
  escapeToBuffer(text, buffer)
  return encoded(buffer[0])
}

/** Texts as they are written, for those that pages say again and again. All are dropped when there are more. */
function kept(write: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const ready = known.get(text)
    if (ready !== undefined) return ready
    if (known.size === 2000) known.clear()
    const fresh = write(text)
    known.set(text, fresh)
    return fresh
  }
}

/** The framework's own words, mostly: their curly quotes are encoded once. */
const shortText = kept(written)
const classAttribute = kept((value) => ` class="${escaped(value)}"`)
const attributeStart = kept((name) => ` ${name}="`)
const tagStart = kept((name) => `<${name}`)
const tagEnd = kept((name) => (VOID.has(name) ? '' : `</${name}>`))

function write(child: Child): string {
  if (typeof child === 'string') return escaped(child)
  if (child instanceof Html) return child.bytes
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (typeof child === 'number') return String(child)
  let out = ''
  for (const each of child) out += write(each)
  return out
}

/** A page as it is sent. */
export function bytesOf(page: Child): Buffer<ArrayBuffer> {
  return Buffer.from(write(page), 'latin1')
}

/**
 * A part as one piece of text, for what is kept and shown again and again. Putting texts together leaves V8 a tree of pieces,
 * which it goes through anew with each page that has the part in it.
 */
export function inOnePiece(part: Child): Html {
  return new Html(bytesOf(part).toString('latin1'))
}

type Props = { children?: Child } & Record<string, unknown>

export function jsx(tag: string | ((props: never) => Html | null), props: Props): Html | null {
  if (typeof tag === 'function') return tag(props as never)
  let out = tagStart(tag)
  for (const name in props) {
    if (name === 'children') continue
    const value = props[name]
    if (value === null || value === undefined || value === false) continue
    if (value === true) out += ` ${name}`
    else if (name === 'class') out += classAttribute(String(value))
    else out += `${attributeStart(name)}${escaped(String(value))}"`
  }
  const end = tagEnd(tag)
  return new Html(end === '' ? `${out}>` : `${out}>${write(props.children)}${end}`)
}

export { jsx as jsxs }

export function Fragment({ children }: { children?: Child }): Html {
  return new Html(write(children))
}

export namespace JSX {
  export type Element = Html | null
  export type ElementType = string | ((props: never) => Element)
  export interface ElementChildrenAttribute {
    children: Child
  }
  export interface IntrinsicAttributes {
    key?: never
  }
  export type IntrinsicElements = {
    [Tag in keyof HonoJSX.IntrinsicElements]: HonoJSX.IntrinsicElements[Tag]
  } & SvgElements
}

export { jsx as jsxDEV }
