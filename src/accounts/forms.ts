import { z } from 'zod'
import { type Form, LONGEST_NORMALISED } from '../platform/index.ts'
import { normaliseEmail, normaliseName } from './rules.ts'

/** One message for each field that needs correcting, in the order of the page. */
export type Errors<Field extends string> = Partial<Record<Field, string>>

export type Read<Value, Field extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: Errors<Field> }

/** The field that holds a mailed link's token: by its name it is never shown back, nor carried along (`isSecretField`). */
export const LINK_FIELD = 'passphraseLink'

/** A name made only of invisible characters or dots is none. */
export const HAS_LETTERS = /[\p{L}\p{N}]/u

/** In UTF-16 units. */
export const LONGEST = { name: 100, email: 254 } as const

const NAME_TOO_LONG = `Make your name ${LONGEST.name} characters or fewer`
const NOT_AN_ADDRESS = 'Enter an e-mail address like name@example.org'
/** Browsers take an address without: nobody can be written to there from elsewhere. */
const DOTTED_DOMAIN = /@[^@]+\.[^@]+$/
const EMAIL_TOO_LONG = `Make your e-mail address ${LONGEST.email} characters or fewer`

// A transform is not begun when what comes before it has failed, so that nothing is done with a text that is far too long.
export const personName = z
  .string()
  .max(LONGEST_NORMALISED, NAME_TOO_LONG)
  .transform(normaliseName)
  .pipe(z.string().regex(HAS_LETTERS, 'Enter your name').max(LONGEST.name, NAME_TOO_LONG))

/** What a browser's own field for e-mail addresses takes (HTML, "valid e-mail address"), with a dot in the domain; in one spelling. */
export const emailAddress = z
  .string()
  .max(LONGEST_NORMALISED, EMAIL_TOO_LONG)
  .transform(normaliseEmail)
  .pipe(
    z
      .string()
      .min(1, 'Enter your e-mail address')
      .max(LONGEST.email, { message: EMAIL_TOO_LONG, abort: true })
      .regex(DOTTED_DOMAIN, { message: NOT_AN_ADDRESS, abort: true })
      .check(z.email({ pattern: z.regexes.html5Email, error: NOT_AN_ADDRESS })),
  )

/** Reads the fields of a schema from a form; the first message of each field counts. */
export function readFields<Shape extends Record<string, z.ZodType<unknown, string>>>(
  form: Form,
  schema: z.ZodObject<Shape>,
): Read<z.infer<z.ZodObject<Shape>>, Extract<keyof Shape, string>> {
  const names = Object.keys(schema.shape)
  const parsed = schema.safeParse(Object.fromEntries(names.map((name) => [name, form.get(name)])))
  if (parsed.success) return { ok: true, value: parsed.data }
  const errors: Record<string, string> = {}
  for (const name of names) {
    const message = parsed.error.issues.find((issue) => issue.path[0] === name)?.message
    if (message) errors[name] = message
  }
  return { ok: false, errors: errors as Errors<Extract<keyof Shape, string>> }
}
