import { z } from 'zod'
import { bytesInPage, FORM_TEXT, type Form, isSecretField, MOST_FIELDS, MOST_FILES, TOKEN_FIELD } from '../../platform/index.ts'
import { LONGEST_ADDRESS, localPath } from '../rules.ts'

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

/**
 * What may be carried, in bytes of the page that carries it: all that a form may hold, less room for the sign-in fields. As JSON
 * inside HTML a character takes up to seven bytes, so an indicator's page with every field at its bound, in the worst characters
 * there are, takes 0.4 MB.
 */
const ROOM = FORM_TEXT - 64 * 1024
/** Names of files are cut long before, where they are read. */
const LONGEST_FILE_NAME = 1000
const LONGEST_TOKEN = 200

const kept = z.object({
  address: z
    .string()
    .max(LONGEST_ADDRESS)
    .transform((address, ctx) => localPath(address) ?? ctx.addIssue('not an address on this site') ?? z.NEVER),
  page: z.string().max(LONGEST_TOKEN),
  fields: z.array(z.tuple([z.string(), z.string()])).max(MOST_FIELDS),
  files: z.array(z.string().max(LONGEST_FILE_NAME)).max(2 * MOST_FILES),
})

/** Everything but the form's old token, and passphrases. */
export function keep(address: string, form: Form): Kept {
  return {
    address,
    page: form.get(TOKEN_FIELD).slice(0, LONGEST_TOKEN),
    fields: form.entries.filter(([name]) => !isSecretField(name)),
    files: [...form.uploads.map((upload) => upload.name), ...form.tooLarge],
  }
}

/** As the text of a hidden field; null when it is more than a form may carry. */
export function writeKept(words: Kept): string | null {
  const text = JSON.stringify(words)
  return bytesInPage(text) > ROOM ? null : text
}

/** Null when nothing was kept, or not by us. */
export function readKept(text: string): Kept | null {
  if (text === '' || text.length > ROOM) return null
  try {
    const read = kept.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
