import { dayInWords } from '../platform/http/dates.ts'

/** Moments are shown as the day it was in London, where the organisations are. */
const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' })

/** `2026-03-05`, or a moment such as `2026-03-05T09:30:00Z`, as "5 March 2026". */
export function formatDate(iso: string): string {
  return dayInWords(iso.includes('T') ? london.format(new Date(iso)) : iso)
}

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** A moment such as `2026-03-05T09:30:00Z` as the time it was in London: "09:30". */
export function formatTime(instant: string): string {
  return londonTime.format(new Date(instant))
}
