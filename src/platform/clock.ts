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

/** Today where the people who use this are. */
export function today(clock: Clock): Day {
  return inLondon(clock.now()).day
}

/** A moment as the calendar and the clock on the wall show it in London, where the organisations are. */
export function inLondon(moment: Date): Wall {
  const minute = Math.floor(moment.getTime() / MINUTE)
  if (minute !== latest.minute) latest = { minute, wall: wallAt(minute) }
  return latest.wall
}

interface Wall {
  readonly day: Day
  readonly time: string
}

/** The minute asked for last: a page asks several times what day it is now. */
let latest = { minute: Number.NaN, wall: { day: '', time: '' } as Wall }

function wallAt(minute: number): Wall {
  const hour = Math.floor(minute / 60)
  const wall = new Date(minute * MINUTE + aheadOfUtc(hour) * HOUR).toISOString()
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) }
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const londonHour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: 'numeric', hourCycle: 'h23' })

/** Hours whose offset is kept; all are dropped when there are more. */
const MOST_HOURS = 10_000
const offsets = new Map<number, number>()

/** Hours that London is ahead of UTC in an hour of UTC: clocks change on the hour. Asked for several times with every page. */
function aheadOfUtc(hour: number): number {
  const known = offsets.get(hour)
  if (known !== undefined) return known
  const start = new Date(hour * HOUR)
  const ahead = (Number(londonHour.format(start)) - start.getUTCHours() + 24) % 24
  if (offsets.size >= MOST_HOURS) offsets.clear()
  offsets.set(hour, ahead)
  return ahead
}
