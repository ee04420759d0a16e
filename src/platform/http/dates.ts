import type { Day } from '../clock.ts'
import { normalised, saysNothing, withoutUnseen } from '../text.ts'
import type { Form } from './body.ts'
import type { FormFields } from './fields.ts'

/** One box of a date field. */
export type DatePart = 'day' | 'month' | 'year'

/** What a person typed into the three boxes, or what to put in them. */
export type DateBoxes = Readonly<Record<DatePart, string>>

export interface DateRules {
  /** What the date is, as the beginning of a sentence: "The date it was completed". */
  readonly label?: string | undefined
  readonly required?: boolean | undefined
  readonly notBefore?: Day | undefined
  readonly notAfter?: Day | undefined
}

/** A day, or null where nothing was typed; or a message and the boxes it is about. */
export type DateRead =
  | { readonly ok: true; readonly day: Day | null }
  | { readonly ok: false; readonly message: string; readonly parts: readonly DatePart[] }

const PARTS: readonly DatePart[] = ['day', 'month', 'year']
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const FIRST_YEAR = 1900
const LAST_YEAR = 2100
/** Longer than any date people write, and than what may stand in a box at all; in UTF-16 units. */
const LONGEST = 60
const LONGEST_BOX = 200

/**
 * Reads the fields `{name}-day`, `{name}-month` and `{name}-year`, in the ways people write dates: a month by number or name,
 * with or without leading zeros, and a whole date put into one box ("5/3/2026", "5 March 2026", "2026-03-05"). Days come
 * before months, as in British English. A year has four digits, from 1900 to 2100.
 */
export function readDate(form: Pick<Form, 'get'>, name: string, rules: DateRules = {}): DateRead {
  const label = rules.label ?? 'The date'
  const boxes = spread(typedDate(form, name))
  if (!boxes) return wrong(`${label} must be a day, a month and a year, such as 5 3 2026`, PARTS)
  const missing = PARTS.filter((part) => boxes[part] === '')
  if (missing.length === 3) {
    return rules.required ? wrong(`Enter ${label[0]?.toLowerCase()}${label.slice(1)}`, PARTS) : { ok: true, day: null }
  }
  if (missing.length > 0) return wrong(`${label} must include a ${missing.join(' and a ')}`, missing)

  const day = /^\d{1,4}$/.test(boxes.day) ? Number(boxes.day) : 0
  if (day < 1 || day > 31) return wrong(`${label} must have a day from 1 to 31`, ['day'])
  const month = monthOf(boxes.month)
  if (!month) return wrong(`${label} must have a month from 1 to 12, or its name`, ['month'])
  if (!/^\d{4}$/.test(boxes.year)) return wrong(`${label} must have a year of four digits, as in 5 3 2026`, ['year'])
  const year = Number(boxes.year)
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return wrong(`${label} must have a year from ${FIRST_YEAR} to ${LAST_YEAR}`, ['year'])
  }
  const last = daysIn(month, year)
  if (day > last) {
    const monthName = MONTHS[month - 1] ?? ''
    const when = month === 2 ? `in ${year}, ${monthName}` : monthName
    return wrong(`${day} ${monthName} is not a real date: ${when} has ${last} days`, ['day'])
  }

  const value = `${year}-${two(month)}-${two(day)}`
  if (rules.notBefore && value < rules.notBefore)
    return wrong(`${label} must be on or after ${dayInWords(rules.notBefore)}`, PARTS)
  if (rules.notAfter && value > rules.notAfter) return wrong(`${label} must be on or before ${dayInWords(rules.notAfter)}`, PARTS)
  return { ok: true, day: value }
}

/** The three boxes as they were typed, to show them again. */
export function typedDate(form: Pick<Form, 'get'>, name: string): DateBoxes {
  return { day: form.get(`${name}-day`), month: form.get(`${name}-month`), year: form.get(`${name}-year`) }
}

/** The three boxes, for the list of a form's fields. */
export function dateFields(name: string): FormFields {
  return Object.fromEntries(PARTS.map((part) => [`${name}-${part}`, LONGEST]))
}

/** A stored day as the three boxes, to be changed; empty boxes for null. */
export function dateBoxes(day: Day | null): DateBoxes {
  const [year = '', month = '', date = ''] = day?.split('-') ?? []
  return { day: date.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

function wrong(message: string, parts: readonly DatePart[]): DateRead {
  return { ok: false, message, parts }
}

/** Tidies the boxes, and shares out what was written into one of them when it holds more than its own part. Null for prose. */
function spread(typed: DateBoxes): DateBoxes | null {
  if (PARTS.some((part) => typed[part].length > LONGEST_BOX)) return null
  // "N/A" in a box, or "not applicable" across them, is an empty date.
  if (saysNothing(PARTS.map((part) => typed[part]).join(' '))) return { day: '', month: '', year: '' }
  const [day = '', month = '', year = ''] = PARTS.map((part) => (saysNothing(typed[part]) ? '' : tidy(typed[part])))
  if (day && month && year) return { day: together(day), month: together(month), year: together(year) }
  const words = [day, month, year].map(wordsOf)
  // Each box holds one part at most: an empty one is what is missing, so nothing moves.
  if (words.every((each) => each.length <= 1)) return { day, month, year }
  return shareOut(words.flat())
}

/** What nobody sees goes; full-width digits and odd spaces become plain ones; "5th" becomes "5"; a weekday or a time of day adds nothing. */
function tidy(text: string): string {
  return normalised(withoutUnseen(text).trim().slice(0, LONGEST), 'NFKC')
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s,.]+/i, '')
    .replace(/(\d)[T\s]\d{1,2}:\d{2}\S*$/i, '$1')
    .replace(/\b(\d{1,2})(st|nd|rd|th)\b/gi, '$1')
    .replace(/\bof\b/gi, '')
    .trim()
}

/** "2 0 2 6" and "Mar." in a box of their own. */
function together(text: string): string {
  return text.replace(/\s+/g, '').replace(/[.,]$/, '')
}

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s/.,\-–—]+/).filter((word) => word !== '')
}

/** Tells the parts apart: a word is the month, four digits are the year, and otherwise the day comes before the month. */
function shareOut(words: readonly string[]): DateBoxes | null {
  if (words.length > 3) return null
  const boxes = { day: '', month: '', year: '' }
  const numbers = words.filter((word) => /^\d+$/.test(word))
  const names = words.filter((word) => !/^\d+$/.test(word))
  if (names.length > 1) return null
  boxes.month = names[0] ?? ''
  const year = numbers.findIndex((word) => word.length === 4)
  boxes.year = year < 0 ? '' : (numbers[year] ?? '')
  const rest = numbers.filter((_, place) => place !== year)
  // 2026-03-05 begins with the largest part, so the month comes next.
  const order: DatePart[] = year === 0 && rest.length === 2 ? ['month', 'day'] : ['day', 'month', 'year']
  for (const part of order) if (boxes[part] === '') boxes[part] = rest.shift() ?? ''
  return boxes
}

/** 1 to 12 from a number, a name or the beginning of a name; null for anything else. */
function monthOf(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null
  if (!/^[a-z]{3,}$/i.test(text)) return null
  const place = MONTHS.findIndex((month) => month.toLowerCase().startsWith(text.toLowerCase()))
  return place < 0 ? null : place + 1
}

function daysIn(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** `2026-03-05` as "5 March 2026". */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`
}
