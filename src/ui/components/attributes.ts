/** What a page may add to any component: a class, an id, data attributes for a script. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

export interface Common {
  readonly class?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Joins class names, leaving out the ones that do not apply. */
export function classes(...names: readonly (string | 0 | false | null | undefined)[]): string {
  return names.filter((name) => name).join(' ')
}

/** Joins the ids of everything that describes a field, or leaves the attribute out. */
export function ids(...names: readonly (string | 0 | false | null | undefined)[]): string | undefined {
  return classes(...names) || undefined
}

/** A list that a page builds with conditions: `items={[always, maybe && sometimes]}`. */
export type ListOf<Item> = readonly (Item | false | null | undefined | '')[]

export function present<Item extends object>(list: ListOf<Item>): readonly Item[] {
  return list.filter((item) => Boolean(item)) as Item[]
}

export type Size = 's' | 'm' | 'l' | 'xl'
export type HeadingLevel = 1 | 2 | 3 | 4
export type HeadingTag = 'h1' | 'h2' | 'h3' | 'h4'

export function headingTag(level: HeadingLevel): HeadingTag {
  return `h${level}`
}
