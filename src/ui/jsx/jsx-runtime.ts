import type { JSX as HonoJSX } from 'hono/jsx'
import { escapeToBuffer } from 'hono/utils/html'
import type { SvgElements } from './svg.ts'

/**
 * Our JSX writes HTML text straight away instead of building a tree that is walked later.
 * Why not `hono/jsx` itself: docs/decisions/2026-11-22-jsx-writes-text.md. Its element types and its escaping are used here.
 *
 * Every string child and every attribute value is escaped. Only an `Html` value is written as it is, and the only ways to
 * make one are JSX and `trusted()`.
 */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

export type Child = Html | string | number | boolean | null | undefined | readonly Child[]

/** Marks text as HTML that is already safe: only for text this program wrote itself. */
export function trusted(html: string): Html {
  return new Html(html)
}

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
const UNSAFE = /[&<>"']/

/** Most text has nothing to escape: finding that out and handing it back as it is takes a fifth off a page. */
function escaped(text: string): string {
  if (!UNSAFE.test(text)) return text
  const buffer: [string] = ['']
  escapeToBuffer(text, buffer)
  return buffer[0]
}

// The few names there are, each put together once with what always stands around it.
const tags = new Map<string, { readonly open: string; readonly close: string }>()
const attributes = new Map<string, string>()

function tagNamed(name: string): { readonly open: string; readonly close: string } {
  const known = tags.get(name)
  if (known) return known
  const tag = { open: `<${name}`, close: VOID.has(name) ? '' : `</${name}>` }
  tags.set(name, tag)
  return tag
}

/** ` name="` */
function attributeNamed(name: string): string {
  const known = attributes.get(name)
  if (known) return known
  attributes.set(name, ` ${name}="`)
  return ` ${name}="`
}

function write(child: Child): string {
  if (typeof child === 'string') return escaped(child)
  if (child instanceof Html) return child.text
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (typeof child === 'number') return String(child)
  let out = ''
  for (const each of child) out += write(each)
  return out
}

/**
 * A part as one piece of text, for what is kept and shown again and again. Putting texts together leaves V8 a tree of pieces,
 * which it goes through anew with each page that has the part in it.
 */
export function inOnePiece(part: Child): Html {
  return new Html(Buffer.from(write(part)).toString())
}

type Props = { children?: Child } & Record<string, unknown>

export function jsx(tag: string | ((props: never) => Html | null), props: Props): Html | null {
  if (typeof tag === 'function') return tag(props as never)
  const { open, close } = tagNamed(tag)
  let out = open
  for (const name in props) {
    if (name === 'children') continue
    const value = props[name]
    if (value === null || value === undefined || value === false) continue
    out += value === true ? ` ${name}` : `${attributeNamed(name)}${escaped(String(value))}"`
  }
  return new Html(close === '' ? `${out}>` : `${out}>${write(props.children)}${close}`)
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
