type Names<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never

type Params<Pattern extends string> = { readonly [Name in Names<Pattern>]: string }

/** An address: its pattern for the router, and a way to write one. */
export interface Path<Pattern extends string = string> {
  readonly pattern: Pattern
  /** @param query added after `?`; values that are null or empty are left out */
  to(
    ...args: Names<Pattern> extends never
      ? [params?: Record<never, never>, query?: Query]
      : [params: Params<Pattern>, query?: Query]
  ): string
}

export type Query = Readonly<Record<string, string | number | null | undefined>>

/** What encoding would leave as it is; ids are, so looking is cheaper than encoding. */
const PLAIN = /^[\w.-]*$/

export function path<Pattern extends string>(pattern: Pattern): Path<Pattern> {
  // Taken apart once, because a page may write a hundred addresses: what stands first, then each name and what follows it.
  const [start = '', ...parts] = pattern.split(/:(\w+)/)
  return {
    pattern,
    to(params?: Readonly<Record<string, string>>, query?: Query) {
      let address = start
      for (let at = 0; at < parts.length; at += 2) {
        const value = params?.[parts[at] ?? ''] ?? ''
        address += (PLAIN.test(value) ? value : encodeURIComponent(value)) + parts[at + 1]
      }
      const search = query ? searchOf(query) : ''
      return search ? `${address}?${search}` : address
    },
  }
}

function searchOf(query: Query): string {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
    ),
  ).toString()
}
