import { normalised } from '../../platform/index.ts'

/** Where a register is kept, as people say it. */
export type Place = 'england-wales' | 'scotland' | 'northern-ireland'

/** What the words beside a number say of it. */
interface Said {
  readonly company: boolean
  readonly charity: boolean
  readonly place: Place | null
}

/** A number in a text: its parts, in capitals, and what stands beside it. */
export interface Mention {
  /** A register's code before it: `GB-CHC`. */
  readonly code: string | null
  readonly letters: string
  readonly digits: string
  /** Digits after a dash. */
  readonly link: string | null
  readonly suffix: string
  readonly said: Said
  /** True when there are words beside it that say nothing about it. */
  readonly amongWords: boolean
}

/** A number, or words in which there is none, as they were typed. */
export interface Found {
  readonly typed: string
  readonly mention: Mention | null
}

export interface Grammar {
  /** True for letters that a number may begin with. */
  isPrefix(letters: string): boolean
  /** True for what some register has as a number: two numbers may stand beside each other, and one may have spaces in it. */
  isNumber(mention: Mention): boolean
}

/** More than anybody writes between two commas, in UTF-16 units. */
const LONGEST_PART = 1000

/** More groups of digits than any number is written in. */
const MOST_GROUPS = 12

const COMPANY = new Set(['COMPANY', 'COMPANIES', 'CIC', 'CRN', 'LTD', 'LIMITED', 'LLP'])
const CHARITY = new Set(['CHARITY', 'CHARITIES', 'CIO', 'SCIO', 'OSCR', 'CCNI'])
const PLACES: Readonly<Record<string, Place>> = {
  ENGLANDWALES: 'england-wales',
  ENGLAND: 'england-wales',
  WALES: 'england-wales',
  SCOTLAND: 'scotland',
  SCOTTISH: 'scotland',
  OSCR: 'scotland',
  NORTHERNIRELAND: 'northern-ireland',
  CCNI: 'northern-ireland',
}
/** Words that people write beside a number and that say nothing else. */
const PLAIN = new Set(
  'A AND BY CHARITABLE CO COMMISSION FOR GUARANTEE HOUSE ID IN IS NO NOS NUM NUMBER NUMBERS OF OUR REG REGD REGISTERED REGISTRATION THE UK WITH'.split(
    ' ',
  ),
)
const isKnown = (word: string) => PLAIN.has(word) || COMPANY.has(word) || CHARITY.has(word) || word in PLACES

/** Every number in a text that may hold several, with words and without. */
export function mentionsIn(typed: string, grammar: Grammar): readonly Found[] {
  const found: Found[] = []
  const onlyWords: string[] = []
  let before: readonly string[] = []
  for (const part of partsOf(typed)) {
    if (part.length > LONGEST_PART) {
      found.push({ typed: part, mention: null })
      continue
    }
    const read = new PartReader(part, before, grammar).read()
    if (read.mentions.length === 0) {
      // "Registered in Scotland, number 012345": they are about what follows.
      if (read.words.every(isKnown)) onlyWords.push(part)
      else found.push({ typed: part, mention: null })
      before = [...before, ...read.words]
      continue
    }
    before = []
    for (const { mention, text } of read.mentions) found.push({ typed: read.mentions.length === 1 ? part : text, mention })
  }
  return found.length > 0 ? found : onlyWords.map((words) => ({ typed: words, mention: null }))
}

/** What stands between commas and the like. "England and Wales" is one place, and no list. */
function partsOf(typed: string): readonly string[] {
  const whole = typed.replace(/(england)\s*(and|&|\+)\s*(wales)/gi, (_, england: string, and: string, wales: string) =>
    [england, and === '&' || and === '+' ? AMPERSAND : AND, wales].join(''),
  )
  return whole
    .split(/[,;|/&+\n\t•·]|\band\b/i)
    .map((part) => part.replaceAll(AND, ' and ').replaceAll(AMPERSAND, ' & ').trim())
    .filter((part) => part !== '')
}

/** Stand for what is not to be split at. Nobody types them: they are for private use. */
const AND = '\uE000'
const AMPERSAND = '\uE001'

interface Token {
  readonly kind: 'letters' | 'digits' | 'place'
  readonly text: string
  /** What stands between the token before and this one: nothing, a space, a dash, a full stop, or something else. */
  readonly gap: '' | ' ' | '-' | '.' | 'other'
  readonly start: number
  readonly end: number
}

/** Reads what stands between two commas. */
class PartReader {
  readonly #text: string
  readonly #tokens: readonly Token[]
  readonly #grammar: Grammar
  readonly #mentions: { mention: Mention; text: string }[] = []
  #words: string[]
  #code: string | null = null
  #at = 0

  constructor(part: string, before: readonly string[], grammar: Grammar) {
    this.#text = plain(part)
    this.#tokens = tokensOf(this.#text)
    this.#words = [...before]
    this.#grammar = grammar
  }

  read(): {
    readonly mentions: readonly { readonly mention: Mention; readonly text: string }[]
    readonly words: readonly string[]
  } {
    while (this.#at < this.#tokens.length) {
      const token = this.#token()
      if (token?.kind === 'digits') this.#number('', this.#at)
      else if (!this.#readCode() && !this.#readPrefix()) {
        this.#words.push(token?.text ?? '')
        this.#at++
      }
    }
    return { mentions: this.#mentions, words: this.#words }
  }

  #token(ahead = 0): Token | undefined {
    return this.#tokens[this.#at + ahead]
  }

  /** `GB-CHC-` before a number. */
  #readCode(): boolean {
    const [gb, register, next] = [this.#token(), this.#token(1), this.#token(2)]
    if (gb?.text !== 'GB' || register?.gap !== '-' || register.kind !== 'letters' || next?.gap !== '-') return false
    this.#code = `GB-${register.text}`
    this.#at += 2
    return true
  }

  /** Letters that belong to the digits after them. */
  #readPrefix(): boolean {
    const [token, next] = [this.#token(), this.#token(1)]
    if (token?.kind !== 'letters' || next?.kind !== 'digits' || next.gap === 'other') return false
    const { text } = token
    // The zero of Scottish numbers is typed as a letter, too.
    const oForZero = text === 'SCO' && next.gap === ''
    if (!oForZero && !(next.gap === '' && !isKnown(text)) && !this.#isPrefix(text, next)) return false
    const start = this.#at
    this.#at++
    this.#number(oForZero ? 'SC' : text, start, oForZero ? '0' : '')
    return true
  }

  /** "No 1123456" is no number of Companies House that begins with NO. */
  #isPrefix(letters: string, digits: Token): boolean {
    if (letters === 'NO') return digits.gap === '' && digits.text.length === 6
    return this.#grammar.isPrefix(letters)
  }

  /** Digits in one group or several, and letters after them: as many groups as make one number. */
  #number(letters: string, start: number, zero = ''): void {
    const groups: Token[] = []
    for (let token = this.#token(); token?.kind === 'digits'; token = this.#token(groups.length)) {
      if (groups.length > 0 && !' -.'.includes(token.gap)) break
      groups.push(token)
    }
    const keep = (mention: Mention, used: number) => this.#keep(mention, start, used)
    for (let many = Math.min(groups.length, MOST_GROUPS); many > 0; many--) {
      const whole = many === groups.length
      // A few digits behind a dash belong to what is before it.
      if (groups[many]?.gap === '-' && (groups[many]?.text.length ?? 0) < 5) continue
      for (const parts of waysToRead(groups.slice(0, many), zero))
        for (const suffix of whole ? this.#suffixes(letters, many) : ['']) {
          const used = many + (suffix === '' ? 0 : 1)
          const mention = this.#mention(letters, parts, suffix, used, whole)
          if (!this.#grammar.isNumber(mention)) continue
          keep(mention, used)
          return
        }
    }
    const [parts = { digits: '', link: null }] = waysToRead(groups, zero)
    const [suffix = ''] = this.#suffixes(letters, groups.length)
    const used = groups.length + (suffix === '' ? 0 : 1)
    keep(this.#mention(letters, parts, suffix, used, true), used)
  }

  /** What may stand behind the digits: letters that touch them, or one letter by itself where letters stand before them. */
  #suffixes(letters: string, groups: number): readonly string[] {
    const next = this.#token(groups)
    if (next?.kind !== 'letters') return ['']
    if (next.gap === '') return [next.text]
    return letters !== '' && next.gap === ' ' && next.text.length === 1 ? [next.text, ''] : ['']
  }

  #mention(
    letters: string,
    { digits, link }: Pick<Mention, 'digits' | 'link'>,
    suffix: string,
    used: number,
    withWordsAfter: boolean,
  ): Mention {
    const words = [...this.#words, ...(withWordsAfter ? this.#wordsAfter(used) : [])]
    return { code: this.#code, letters, digits, link, suffix, said: saidBy(words), amongWords: !words.every(isKnown) }
  }

  /** Places in brackets behind a number are about it, and so is everything where no other number follows. */
  #wordsAfter(used: number): readonly string[] {
    const rest = this.#tokens.slice(this.#at + used)
    const last = !rest.some(({ kind }) => kind === 'digits')
    const end = last ? rest.length : rest.findIndex(({ kind }) => kind !== 'place')
    return rest.slice(0, end).map(({ text }) => text)
  }

  #keep(mention: Mention, start: number, used: number): void {
    const first = this.#tokens[start]?.start ?? 0
    const end = this.#token(used - 1)?.end ?? this.#text.length
    this.#mentions.push({ mention, text: this.#text.slice(first, end) })
    this.#at += used
    while (this.#token()?.kind === 'place') this.#at++
    this.#words = []
    this.#code = null
  }
}

/** Several groups of digits are one number; the last of them may be what a linked charity adds. */
function* waysToRead(groups: readonly Token[], zero: string): Generator<Pick<Mention, 'digits' | 'link'>> {
  const digitsOf = (some: readonly Token[]) => zero + some.map(({ text }) => text).join('')
  const last = groups.at(-1)
  if (groups.length > 1 && last?.gap === '-') yield { digits: digitsOf(groups.slice(0, -1)), link: last.text }
  yield { digits: digitsOf(groups), link: null }
}

function saidBy(words: readonly string[]): Said {
  return {
    company: words.some((word) => COMPANY.has(word)),
    charity: words.some((word) => CHARITY.has(word)),
    place: words.flatMap((word) => PLACES[word] ?? []).at(-1) ?? null,
  }
}

/** In capitals, with one kind of dash, without what nobody sees, and each place one word. */
function plain(part: string): string {
  return normalised(part, 'NFKC')
    .toUpperCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Pd}−]/gu, '-')
    .replace(/ENGLAND\s*(?:AND|&|\+)\s*WALES/g, 'ENGLANDWALES')
    .replace(/NORTHERN\s+IRELAND/g, 'NORTHERNIRELAND')
    .replace(/\(\s*NI\s*\)/g, '(NORTHERNIRELAND)')
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(/[A-Z]+|\d+/g)) {
    const [found] = match
    const between = text.slice(end, match.index)
    const gap = between === '' ? '' : (/^\s*([-.])\s*$/.exec(between)?.[1] ?? (between.trim() === '' ? ' ' : 'other'))
    const bracketed = found in PLACES && /\(\s*(?:REGISTERED\s+)?(?:IN\s+)?$/.test(text.slice(0, match.index))
    const kind = bracketed ? 'place' : /\d/.test(found) ? 'digits' : 'letters'
    end = match.index + found.length
    tokens.push({ kind, text: found, gap: gap as Token['gap'], start: match.index, end })
  }
  return tokens
}
