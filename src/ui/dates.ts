import { inLondon } from '../platform/clock.ts'
import { dayInWords } from '../platform/http/dates.ts'

/** `2026-03-05`, or a moment such as `2026-03-05T09:30:00Z` as the day it was in London, as "5 March 2026". */
export function formatDate(iso: string): string {
  return dayInWords(iso.includes('T') ? inLondon(new Date(iso)).day : iso)
}

/** A moment such as `2026-03-05T09:30:00Z` as the time it was in London: "09:30". */
export function formatTime(instant: string): string {
  return inLondon(new Date(instant)).time
}
