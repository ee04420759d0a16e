import type { Child } from './jsx-runtime.ts'

/** The SVG elements our icons and charts use, which Hono's element types leave out. Attributes keep their SVG names. */
export type SvgElements = Record<
  | 'svg'
  | 'g'
  | 'path'
  | 'rect'
  | 'circle'
  | 'line'
  | 'polygon'
  | 'polyline'
  | 'text'
  | 'tspan'
  | 'desc'
  | 'defs'
  | 'pattern'
  | 'use',
  SvgAttributes
>

interface SvgAttributes {
  children?: Child
  [attribute: string]: string | number | boolean | null | undefined | Child
}
