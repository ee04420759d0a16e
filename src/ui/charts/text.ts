/** Where nothing can be measured, a letter is taken to be about this wide for its size. */
const LETTER = { regular: 0.53, bold: 0.57 }

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

/** The largest size, up to `size`, at which the longest word still fits. */
export function fittingSize(words: readonly string[], width: number, size: number): number {
  const longest = Math.max(1, ...words.flatMap((each) => each.split(/\s+/)).map((word) => textWidth(word, 1)))
  return Math.min(size, Math.max(8, width / longest))
}
