import type { Clock, Day } from '../platform/index.ts'
import type { DaysFromToday } from './story.ts'

const DAY = 86_400_000
const MINUTE = 60_000

/** The days a story happened on, counted from the day it is told. */
export class Calendar {
  readonly #today: Day

  constructor(today: Day) {
    this.#today = today
  }

  day(offset: DaysFromToday): Day {
    return this.#midnight(offset).toISOString().slice(0, 10)
  }

  /** So many minutes after ten in the morning. */
  at(offset: DaysFromToday, minutes = 0): Date {
    return new Date(this.#midnight(offset).getTime() + 10 * 60 * MINUTE + minutes * MINUTE)
  }

  #midnight(offset: DaysFromToday): Date {
    return new Date(Date.parse(`${this.#today}T00:00:00Z`) + offset * DAY)
  }
}

/** A clock that stands at one moment of the story. */
export function standingAt(moment: Date): Clock {
  return { now: () => new Date(moment) }
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/**
 * A text with `{3 months ago}`, `{in 2 months}`, `{this year}`, `{last year}` and `{next year}` put in, as at the moment it was
 * written. @throws Error for any other braces: they are a slip of the pen
 */
export function asWritten(text: string, moment: Date): string {
  return text.replace(/\{([^}]*)\}/g, (_, words: string) => {
    const [, ahead, months, ago] = /^(in )?(\d+) months?( ago)?$/.exec(words) ?? []
    if (months && (ahead !== undefined) !== (ago !== undefined)) return month.format(monthsFrom(moment, Number(months), !!ahead))
    const years = { 'last year': -1, 'this year': 0, 'next year': 1 }[words]
    if (years === undefined) throw new Error(`The demo’s content says {${words}}, which means nothing.`)
    return String(moment.getUTCFullYear() + years)
  })
}

function monthsFrom(moment: Date, months: number, ahead: boolean): Date {
  return new Date(Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + (ahead ? months : -months), 1))
}
