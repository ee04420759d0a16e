/** Whom mail comes from. */
export interface Sender {
  /** Empty when there is none. */
  readonly name: string
  readonly address: string
}

/** Characters that mean something in a header, or would end it. */
const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/
const MOST_CHARACTERS = 320

/**
 * Reads `hello@mentormark.example` or `Mentormark (London) <hello@mentormark.example>`. Everything before the bracket is the name,
 * as people mean it: in a header brackets, colons and commas would say something else, so they are quoted there.
 * @returns null when it is neither, or more than one
 */
export function readSender(text: string): Sender | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character would end the header, or begin another
  if (text.length > MOST_CHARACTERS || /[\u0000-\u001f\u007f]/.test(text)) return null
  const trimmed = text.trim()
  if (ADDRESS.test(trimmed)) return { name: '', address: trimmed }
  const open = trimmed.lastIndexOf('<')
  if (open < 0 || !trimmed.endsWith('>')) return null
  const address = trimmed.slice(open + 1, -1).trim()
  const name = unquoted(trimmed.slice(0, open).trim())
  return ADDRESS.test(address) && !/[<>]/.test(name) ? { name, address } : null
}

/** Some write the quotes of the header themselves. */
function unquoted(name: string): string {
  return /^".*"$/.test(name) ? name.slice(1, -1).replace(/\\(.)/g, '$1') : name
}
