/** How long is left, from the person's own pace. Pure: times in, minutes out. */

/** A pause longer than this is a break, not work, in milliseconds. */
const BREAK = 15 * 60_000
/** What a first save on an indicator stands for, when the one before it was long ago, in milliseconds. */
const FIRST = 2 * 60_000
/** Before this many answers there is no pace to speak of. */
const ENOUGH = 3
/** The framework advises a day for forty indicators, half a day for the twenty core ones ("Framework, page 10"): about ten minutes each. */
const ADVISED_MINUTES = 10

/**
 * @param saves UTC instants of every save so far, in order
 * @param answered how many indicators have been answered
 * @param left how many have not
 * @returns minutes, rounded up to five; 0 when nothing is left
 */
export function minutesLeft(saves: readonly string[], answered: number, left: number): number {
  if (left === 0) return 0
  const each = answered >= ENOUGH && saves.length > 0 ? worked(saves) / answered / 60_000 : ADVISED_MINUTES
  // Nobody reads, thinks and answers in seconds, nor should one long morning promise a week.
  const sensible = Math.min(Math.max(each, 1), 45)
  return Math.ceil((sensible * left) / 5) * 5
}

function worked(saves: readonly string[]): number {
  let total = FIRST
  for (let i = 1; i < saves.length; i++) {
    const gap = Date.parse(saves[i] ?? '') - Date.parse(saves[i - 1] ?? '')
    total += gap <= BREAK ? gap : FIRST
  }
  return total
}

/** `about 25 minutes`, `about 2 hours`, `about 3½ hours`. */
export function inWords(minutes: number): string {
  if (minutes < 60) return `about ${minutes} minutes`
  const halves = Math.round(minutes / 30)
  const hours = Math.floor(halves / 2)
  const half = halves % 2 === 1 ? '½' : ''
  return `about ${hours}${half} ${hours === 1 && !half ? 'hour' : 'hours'}`
}
