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
  /** The day on which it is typed. */
  readonly today: Day
  /** Where such a date nearly always lies: a mark was awarded, an action is due. No bound: a day on the other side is taken too. */
  readonly lies: 'past' | 'ahead'
  readonly notBefore?: Day | undefined
  readonly notAfter?: Day | undefined
}

/** A day, or null where nothing was typed; or a message and the boxes it is about, as the person filled them in. */
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
/** Nobody means a date further off than this by two digits. */
const MOST_YEARS_MEANT = 75
/** Longer than any date people write, and than what may stand in a box at all; in UTF-16 units. */
const LONGEST = 60
const LONGEST_BOX = 200

/**
 * Reads the fields `{name}-day`, `{name}-month` and `{name}-year`, in the ways people write dates: a month by number or name,
 * with or without leading zeros, a year of two digits (`yearMeant` has the rule), and a whole date put into one box ("5/3/2026",
 * "5 March 26", "2026-03-05"). Days come before months, as in British English. Years go from 1900 to 2100.
 */
export function readDate(form: Pick<Form, 'get'>, name: string, rules: DateRules): DateRead {
  const label = rules.label ?? 'The date'
  const typed = typedDate(form, name)
  const read = spread(typed)
  if (!read) return wrong(`${label} must be a day, a month and a year, such as ${dateExample(rules)}`, sentencesIn(typed))
  const { boxes, from } = read
  const fault = (message: string, ...parts: readonly DatePart[]) => wrong(message, [...new Set(parts.map((part) => from[part]))])

  const missing = PARTS.filter((part) => boxes[part] === '')
  if (missing.length === 3) {
    return rules.required ? wrong(`Enter ${label[0]?.toLowerCase()}${label.slice(1)}`, PARTS) : { ok: true, day: null }
  }
  if (missing.length > 0) return fault(`${label} must include a ${missing.join(' and a ')}`, ...missing)

  const day = /^\d{1,4}$/.test(boxes.day) ? Number(boxes.day) : 0
  if (day < 1 || day > 31) return fault(`${label} must have a day from 1 to 31`, 'day')
  const month = monthOf(boxes.month)
  if (!month) return fault(`${label} must have a month from 1 to 12, or its name`, 'month')
  const year = yearMeant(boxes.year, month, day, rules)
  if (!year) return fault(`${label} must have a year of four digits, as in ${dateExample(rules)}`, 'year')
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return fault(`${label} must have a year from ${FIRST_YEAR} to ${LAST_YEAR}`, 'year')
  }
  const last = daysIn(month, year)
  if (day > last) {
    const monthName = MONTHS[month - 1] ?? ''
    const when = month === 2 ? `in ${year}, ${monthName}` : monthName
    return fault(`${day} ${monthName} is not a real date: ${when} has ${last} days`, 'day')
  }

  const value = dayOf(year, month, day)
  const { notBefore, notAfter } = rules
  if (notBefore && value < notBefore)
    return fault(`${label} must be on or after ${dayInWords(notBefore)}`, whereTheyDiffer(value, notBefore))
  if (notAfter && value > notAfter)
    return fault(`${label} must be on or before ${dayInWords(notAfter)}`, whereTheyDiffer(value, notAfter))
  return { ok: true, day: value }
}

/**
 * The year a person means. Four digits say it. Of two digits, "27", it is 1927, 2027 or 2127: the one nearest to today that the
 * field's bounds allow, on the side where such a date lies if there is one; and none that is further off than 75 years. Where there
 * is none, it is the nearest to today: then the message names the bound that it crosses. Null for anything else.
 */
function yearMeant(text: string, month: number, day: number, rules: DateRules): number | null {
  if (/^\d{4}$/.test(text)) return Number(text)
  if (!/^\d{2}$/.test(text)) return null
  const { today, lies, notBefore, notAfter } = rules
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100
  const nearest = [century - 100, century, century + 100]
    .map((hundreds) => hundreds + Number(text))
    .filter((year) => year >= FIRST_YEAR && year <= LAST_YEAR)
    .map((year) => ({ year, day: dayOf(year, month, day) }))
    .sort((a, b) => daysBetween(a.day, today) - daysBetween(b.day, today))
  const allowed = nearest.filter(
    (one) =>
      (!notBefore || one.day >= notBefore) &&
      (!notAfter || one.day <= notAfter) &&
      daysBetween(one.day, today) <= MOST_YEARS_MEANT * 365.25,
  )
  const usual = allowed.find((one) => (lies === 'past' ? one.day <= today : one.day >= today))
  return (usual ?? allowed[0] ?? nearest[0])?.year ?? null
}

/**
 * A date such as the field asks for, as it would be typed: "27 3 2027". Last year's or next year's 27 March, which can't be read
 * the other way about; where the field's bounds don't allow it, today or the nearest day they do.
 */
export function dateExample({ today, lies, notBefore, notAfter }: Omit<DateRules, 'label' | 'required'>): string {
  const allows = (day: Day) => (!notBefore || day >= notBefore) && (!notAfter || day <= notAfter)
  const wanted = dayOf(Number(today.slice(0, 4)) + (lies === 'past' ? -1 : 1), 3, 27)
  const shown = [wanted, today, notBefore, notAfter].find((day) => day !== undefined && allows(day)) ?? wanted
  const { day, month, year } = dateBoxes(shown)
  return `${day} ${month} ${year}`
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

/** The parts of a date, and the box in which each of them stood: its own, or the one that had more than its own in it. */
interface Spread {
  readonly boxes: DateBoxes
  readonly from: Readonly<Record<DatePart, DatePart>>
}

const NO_DATE: DateBoxes = { day: '', month: '', year: '' }
const OWN_BOXES: Spread['from'] = { day: 'day', month: 'month', year: 'year' }

/** Tidies the boxes, and shares out what was written into one of them when it holds more than its own part. Null for prose. */
function spread(typed: DateBoxes): Spread | null {
  if (PARTS.some((part) => typed[part].length > LONGEST_BOX)) return null
  // "N/A" in a box, or "not applicable" across them, is an empty date.
  if (saysNothing(PARTS.map((part) => typed[part]).join(' '))) return { boxes: NO_DATE, from: OWN_BOXES }
  const [day = '', month = '', year = ''] = PARTS.map((part) => (saysNothing(typed[part]) ? '' : tidy(typed[part])))
  if (day && month && year) {
    return { boxes: { day: together(day), month: together(month), year: together(year) }, from: OWN_BOXES }
  }
  const boxes = { day, month, year }
  const words = PARTS.flatMap((box) => wordsOf(boxes[box]).map((text) => ({ text, box })))
  // Each box holds one part at most: an empty one is what is missing, so nothing moves.
  if (new Set(words.map(({ box }) => box)).size === words.length) return { boxes, from: OWN_BOXES }
  return shareOut(words)
}

/** The boxes that hold more than any part of a date. */
function sentencesIn(typed: DateBoxes): readonly DatePart[] {
  const found = PARTS.filter((part) => typed[part].length > LONGEST_BOX || wordsOf(tidy(typed[part])).length > 1)
  return found.length > 0 ? found : PARTS
}

/** What nobody sees goes; full-width digits and odd spaces become plain ones; "5th" becomes "5" and "’26" becomes "26"; a weekday or a time of day adds nothing. */
function tidy(text: string): string {
  return normalised(withoutUnseen(text).trim().slice(0, LONGEST), 'NFKC')
    .replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s,.]+/i, '')
    .replace(/(\d)[T\s]\d{1,2}:\d{2}\S*$/i, '$1')
    .replace(/\b(\d{1,2})(st|nd|rd|th)\b/gi, '$1')
    .replace(/['’](?=\d\d\b)/g, '')
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
function shareOut(words: readonly { readonly text: string; readonly box: DatePart }[]): Spread | null {
  if (words.length > 3) return null
  const boxes = { day: '', month: '', year: '' }
  const from = { ...OWN_BOXES }
  const put = (part: DatePart, word: (typeof words)[number] | undefined) => {
    if (!word) return
    boxes[part] = word.text
    from[part] = word.box
  }
  const numbers = words.filter(({ text }) => /^\d+$/.test(text))
  const names = words.filter((word) => !numbers.includes(word))
  if (names.length > 1) return null
  put('month', names[0])
  const year = numbers.findIndex(({ text }) => text.length === 4)
  put('year', numbers[year])
  const rest = numbers.filter((_, place) => place !== year)
  // 2026-03-05 begins with the largest part, so the month comes next.
  const order: DatePart[] = year === 0 && rest.length === 2 ? ['month', 'day'] : ['day', 'month', 'year']
  for (const part of order) if (boxes[part] === '') put(part, rest.shift())
  return { boxes, from }
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

function dayOf(year: number, month: number, day: number): Day {
  return `${year}-${two(month)}-${two(day)}`
}

/** How far apart two days are, whichever comes first. One of them may be 31 February, as it was typed. */
function daysBetween(one: Day, other: Day): number {
  const [from = 0, to = 0] = [one, other].map((day) => {
    const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
    return Date.UTC(year, month - 1, date)
  })
  return Math.abs(to - from) / 86_400_000
}

/** The largest part in which a day is not the other: what to change first. */
function whereTheyDiffer(one: Day, other: Day): DatePart {
  if (one.slice(0, 4) !== other.slice(0, 4)) return 'year'
  return one.slice(5, 7) === other.slice(5, 7) ? 'day' : 'month'
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** `2026-03-05` as "5 March 2026". */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`
}
