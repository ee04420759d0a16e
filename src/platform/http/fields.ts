/**
 * The fields that a form of ours has: the name of each, with the longest text that is in order there, in UTF-16 units (0 for a
 * choice of files). A name that ends in `*` stands for every name that begins so. Each route that takes a form declares them:
 * what no form of ours has is left out when a request is read, and a test posts the worst texts into each.
 */
export type FormFields = Readonly<Record<string, number>>

/** The longest id, choice or button of any form. */
export const CHOICE = 200

/** For a form with nothing but buttons. */
export const NO_FIELDS: FormFields = {}

/** Tells whether some form has a field of that name. */
export function fieldNames(forms: readonly FormFields[]): (name: string) => boolean {
  const names = new Set(forms.flatMap((fields) => Object.keys(fields)))
  const beginnings = [...names].filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1))
  return (name) => names.has(name) || beginnings.some((beginning) => name.startsWith(beginning))
}
