/** Text of a form, or of a part of one, in the order it was sent. */
export type Entries = readonly (readonly [name: string, value: string])[]

/**
 * All the text of one form, in bytes of the page that shows it again. Our biggest form is an indicator's page: with every field at
 * its bound it takes 0.1 MB in ordinary words, and 0.35 MB in the worst there are. Three times that leaves room for
 * a long document that was pasted, which is then refused beside its field, with everything else still there.
 */
export const FORM_TEXT = 1_000_000

/**
 * What is shown back of a form that nobody signed in has sent and that did not come from a page of ours, in bytes of the page.
 * Room for an indicator's page in ordinary words, and of no use to anybody who wants much sent for little.
 */
export const FORM_TEXT_OF_STRANGERS = 100_000

/** How much longer a character is where a page writes it out: `&amp;`, `&lt;`, `&gt;`, `&quot;`, `&#39;`. By its code. */
const GROWTH = Uint8Array.from(
  { length: 128 },
  (_, code) => ({ '&': 4, '<': 3, '>': 3, '"': 5, "'": 4 })[String.fromCharCode(code)] ?? 0,
)

/** Bytes of UTF-8 that a text takes in a page. */
export function bytesInPage(text: string): number {
  let bytes = Buffer.byteLength(text)
  for (let at = 0; at < text.length; at++) bytes += GROWTH[text.charCodeAt(at)] ?? 0
  return bytes
}

/**
 * The fields of a form that there is room to show, in their order, and the names of those there is none for.
 * @param room bytes in the page
 */
export function whatFits(entries: Entries, room: number): { readonly entries: Entries; readonly leftOut: readonly string[] } {
  const fitting: (readonly [string, string])[] = []
  const leftOut = new Set<string>()
  let left = room
  for (const entry of entries) {
    const [name, value] = entry
    // No character takes less than a byte: what is too long in any case is not looked at.
    const bytes = value.length > left ? value.length : bytesInPage(name) + bytesInPage(value)
    if (bytes > left) leftOut.add(name)
    else {
      left -= bytes
      fitting.push(entry)
    }
  }
  return { entries: fitting, leftOut: [...leftOut] }
}
