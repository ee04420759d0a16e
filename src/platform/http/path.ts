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

export function path<Pattern extends string>(pattern: Pattern): Path<Pattern> {
  return {
    pattern,
    to(params?: Readonly<Record<string, string>>, query?: Query) {
      const address = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''))
      const search = new URLSearchParams(
        Object.entries(query ?? {}).flatMap(([name, value]) =>
          value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
        ),
      ).toString()
      return search ? `${address}?${search}` : address
    },
  }
}
