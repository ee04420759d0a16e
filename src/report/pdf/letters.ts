import { type Coverage, coverageOf } from './coverage.ts'
import { CHINESE, filesOf, JAPANESE, OTHERS, type Typeface } from './fonts.ts'

/** What a text needs besides our own typeface. */
export interface Lettering {
  readonly typefaces: readonly Typeface[]
  /** Characters that no font has. */
  readonly missing: readonly string[]
}

/** Finds fonts for letters. What a font has is read when it is first asked about, and remembered. */
export interface Letters {
  of(texts: Iterable<string>): Lettering
}

/**
 * The letters that Atkinson Hyperlegible Next has and that are set in it; as in `theme.typ`. Left to itself, Typst builds a letter it
 * lacks (the ọ of Yoruba, the ễ of Vietnamese) from a letter and an accent of two fonts, and a screen reader then reads it twice.
 */
const OWN_LETTERS =
  /[\n -~\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u0107\u010a-\u0113\u0116-\u011b\u011e-\u0123\u0126\u0127\u012a\u012b\u012e-\u0133\u0136\u0137\u0139-\u013e\u0141-\u0148\u0150-\u0155\u0158-\u015b\u015e-\u0165\u016a\u016b\u016e-\u017e\u0218-\u021b\u1e80-\u1e85\u1e9e\u1ef2\u1ef3\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u2212\u221e\u2248\u2260\u2264\u2265]/u

/** Joins letters, says how they run or stands for nothing: needs no shape. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}]/u

export function openLetters(folders: readonly string[]): Letters {
  const known = new Map<Typeface, Coverage | null>()
  const has = (typeface: Typeface, character: string) => {
    let coverage = known.get(typeface)
    if (coverage === undefined) {
      const [regular] = filesOf(typeface, folders)
      coverage = regular === undefined ? null : coverageOf(regular)
      known.set(typeface, coverage)
    }
    return (coverage?.has(character) ?? false) && (!typeface.covers || new RegExp(typeface.covers, 'u').test(character))
  }
  return {
    of(texts) {
      const characters = [...charactersOf(texts)].filter((character) => !OWN_LETTERS.test(character) && !UNSEEN.test(character))
      const order = characters.some((character) => KANA.test(character)) ? JAPANESE_FIRST : OTHERS
      const typefaces = new Set<Typeface>()
      const missing: string[] = []
      for (const character of characters) {
        const typeface = order.find((each) => has(each, character))
        if (typeface) typefaces.add(typeface)
        else missing.push(character)
      }
      return { typefaces: order.filter((each) => typefaces.has(each)), missing }
    },
  }
}

/** What is written with kana is Japanese, its other characters too. */
const JAPANESE_FIRST = OTHERS.map((each) => (each === CHINESE ? JAPANESE : each === JAPANESE ? CHINESE : each))
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Every character once. One look at each, because forty answers may be 800,000 letters of any kind. */
function charactersOf(texts: Iterable<string>): ReadonlySet<string> {
  const seen = new Uint8Array(0x10000)
  const found = new Set<string>()
  for (const text of texts)
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code < 0x7f || seen[code]) continue
      const isHalf = code >= 0xd800 && code < 0xe000
      if (!isHalf) {
        seen[code] = 1
        found.add(String.fromCharCode(code))
        continue
      }
      const whole = text.codePointAt(at) ?? code
      // Half of a character stands for nothing.
      if (whole < 0x10000) continue
      found.add(String.fromCodePoint(whole))
      at++
    }
  return found
}

/** Every text within a value of plain JSON. */
export function* textsIn(value: unknown): Generator<string, void, undefined> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) yield* textsIn(each)
}
