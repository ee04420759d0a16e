import type { AssessmentRecord } from '../assessment/index.ts'
import type { Edition } from '../frameworks/index.ts'
import { planColumns } from './content.ts'
import { plannedActions } from './rules.ts'

/**
 * The Mentoring Development Plan as a spreadsheet, row by row: the framework's own columns, then what changed. Dates stay ISO, which every
 * spreadsheet reads as a date. The byte-order mark is what makes Excel read the file as UTF-8.
 */
export function* planCsv(edition: Edition, record: AssessmentRecord): Generator<string, void, undefined> {
  yield `\uFEFF${csv([Object.values(planColumns)])}`
  for (const { action, standard, indicator, priority } of plannedActions(edition, record)) {
    const row = [
      action.action,
      `${standard.number} ${standard.title}`,
      `${indicator.id} ${indicator.shortTitle}`,
      action.byWhom,
      action.byWhen ?? '',
      priority,
      action.completedOn ?? '',
      action.whatChanged,
    ]
    yield csv([row])
  }
}

/** RFC 4180: every line ends in CRLF; a cell is quoted when it needs to be, its quotes doubled. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

function cell(text: string): string {
  const safe = inert(text.replace(/\r\n?/g, '\n'))
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * A spreadsheet runs a cell that begins like a formula, full-width signs included; a leading apostrophe tells it this is text.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function inert(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
