/**
 * Text without the invisible characters that set the direction of what follows (U+202A to U+202E, U+2066 to U+2069): from within
 * somebody's name they turn our own words beside it around. Writing from right to left needs none of them; the marks that speak for
 * one place only (U+200E, U+200F) stay.
 */
export function unturned(text: string): string {
  return text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
}
