/** A letter's width for its size: measured over English text in our typeface, and a little more, since nothing may touch. */
const LETTER = { regular: 0.47, bold: 0.51 }

export function textWidth(text: string, size: number, weight: 'regular' | 'bold' = 'regular'): number {
  return text.length * size * LETTER[weight]
}

/** Breaks text between words into lines that fit. SVG does not do this by itself. */
export function wrap(text: string, width: number, size: number, weight: 'regular' | 'bold' = 'regular'): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && textWidth(longer, size, weight) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/**
 * A bold word's width for its size, from what each letter of our typeface takes: a word that stands alone can be a good deal
 * wider than its letters would be on average.
 */
function wordWidth(word: string): number {
  const letters = Array.from(word, (letter) => {
    if (/[ijl.,’'|]/.test(letter)) return 0.32
    if (/[frtIJ-]/.test(letter)) return 0.4
    if (/[mwMW@]/.test(letter)) return 0.88
    return /\p{Lu}/u.test(letter) ? 0.7 : 0.58
  })
  return letters.reduce((sum, width) => sum + width, 0)
}

/** The largest size, up to `size`, at which the longest word still fits, bold as it may be. */
export function fittingSize(texts: readonly string[], width: number, size: number): number {
  const longest = Math.max(1, ...texts.flatMap((text) => text.split(/\s+/)).map(wordWidth))
  return Math.min(size, Math.max(8, width / longest))
}
