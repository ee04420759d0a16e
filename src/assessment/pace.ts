/** How long it takes: what the framework advises, then the person's own pace. Pure: times in, minutes out. */

/** A pause longer than this is a break, not work, in milliseconds. */
const BREAK = 15 * 60_000
/** What a first save on an indicator stands for, when the one before it was long ago, in milliseconds. */
const FIRST = 2 * 60_000
/** Before this many answers there is no pace to speak of. */
const ENOUGH = 3
/** The framework advises a day for forty indicators, half a day for the twenty core ones ("Framework, page 10"): about ten minutes each. */
const ADVISED_MINUTES = 10
/** The day in that advice: forty indicators. */
const DAY = 40 * ADVISED_MINUTES

export interface TimeLeft {
  /** Rounded up to five; 0 when nothing is left. */
  readonly minutes: number
  /** The framework's advice, until there is a pace to go by. */
  readonly from: 'advice' | 'pace'
}

/**
 * @param saves UTC instants of every save so far, in order
 * @param answered how many indicators have been answered
 * @param left how many have not
 */
export function timeLeft(saves: readonly string[], answered: number, left: number): TimeLeft {
  const from = answered >= ENOUGH && saves.length > 0 ? 'pace' : 'advice'
  const each = from === 'pace' ? worked(saves) / answered / 60_000 : ADVISED_MINUTES
  // Nobody reads, thinks and answers in seconds, nor should one long morning promise a week.
  const sensible = Math.min(Math.max(each, 1), 45)
  return { minutes: Math.ceil((sensible * left) / 5) * 5, from }
}

function worked(saves: readonly string[]): number {
  let total = FIRST
  for (let i = 1; i < saves.length; i++) {
    const gap = Date.parse(saves[i] ?? '') - Date.parse(saves[i - 1] ?? '')
    total += gap <= BREAK ? gap : FIRST
  }
  return total
}

/** What so many indicators take, as people plan for it: `about 2 hours`, `about half a day`, `about a day`, `about 1½ days`. */
export function advisedInWords(indicators: number): string {
  const minutes = indicators * ADVISED_MINUTES
  const halves = Math.round((2 * minutes) / DAY)
  if (minutes < DAY * 0.375) return inWords(minutes)
  if (halves <= 1) return 'about half a day'
  if (halves === 2) return 'about a day'
  return `about ${Math.floor(halves / 2)}${halves % 2 === 1 ? '½' : ''} days`
}

/** `about 25 minutes`, `about 2 hours`, `about 3½ hours`. */
export function inWords(minutes: number): string {
  if (minutes < 60) return `about ${minutes} minutes`
  const halves = Math.round(minutes / 30)
  const hours = Math.floor(halves / 2)
  const half = halves % 2 === 1 ? '½' : ''
  return `about ${hours}${half} ${hours === 1 && !half ? 'hour' : 'hours'}`
}
