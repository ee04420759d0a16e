/** Where the program gets the time from; tests pass a frozen one. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** UTC instant as it is stored: `2026-11-22T14:30:05.123Z`. Sorts as text. */
export type Instant = string

/** Calendar day as it is stored: `2026-11-22`. */
export type Day = string

export function instant(clock: Clock): Instant {
  return clock.now().toISOString()
}

const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** Today where the people who use this are. */
export function today(clock: Clock): Day {
  return londonDay.format(clock.now())
}
