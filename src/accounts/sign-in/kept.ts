import { z } from 'zod'
import { FORM_BYTES, type Form, isSecretField, TOKEN_FIELD } from '../../platform/index.ts'
import { localPath } from '../rules.ts'

/** What somebody had written when their session ended: carried through the sign-in form, never stored. */
export interface Kept {
  /** Where it was going: a path on this site. */
  readonly address: string
  /** The token of the page it was written on, which says for whom that page was made. */
  readonly page: string
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** Names of files that came along. They can't be carried, and are not stored for someone who has not signed in. */
  readonly files: readonly string[]
}

/** The field of the sign-in form that carries it. */
export const KEPT_FIELD = 'kept'

/** Room left in the form for the sign-in fields themselves. */
const BYTES = FORM_BYTES - 64 * 1024

const kept = z.object({
  address: z.string().transform((address, ctx) => localPath(address) ?? ctx.addIssue('not an address on this site') ?? z.NEVER),
  page: z.string().max(200),
  fields: z.array(z.tuple([z.string(), z.string()])).max(2000),
  files: z.array(z.string()).max(20),
})

/** Everything but the form's old token, and passphrases. */
export function keep(address: string, form: Form): Kept {
  return {
    address,
    page: form.get(TOKEN_FIELD).slice(0, 200),
    fields: form.entries.filter(([name]) => !isSecretField(name)),
    files: [...form.uploads.map((upload) => upload.name), ...form.tooLarge],
  }
}

/** As the text of a hidden field; null when it is more than a form may carry. */
export function writeKept(words: Kept): string | null {
  const text = JSON.stringify(words)
  return Buffer.byteLength(text) > BYTES ? null : text
}

/** Null when nothing was kept, or not by us. */
export function readKept(text: string): Kept | null {
  if (text === '') return null
  try {
    const read = kept.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
