import { scaleLinear } from 'd3-scale'

/**
 * Colours that pictures need as attributes, because they are also drawn where there is no stylesheet: in a PDF.
 * They repeat src/ui/styles/_tokens.scss; a test keeps the two the same.
 */
export const INK = '#14282a'
export const QUIET = '#44585a'
export const LINE = '#cfc6b6'
export const PAPER = '#fbf7f0'
export const WHITE = '#ffffff'
export const CORE = '#a8331a'

/** From warm and pale to deep: a lower rating is a beginning, not a warning. Light to dark also in black and white. */
const GROWTH = ['#ffd978', '#b3cf63', '#3f9c84', '#0f4c4a']

/** The same, for the ground behind ink. */
const GROUND = ['#fff1cd', '#e8f1cb', '#cbe7dc', '#a6d3ca']

/** The colour of a rating, however many there are. */
export const ratingColour = once((order, count) => along(GROWTH, order, count))
export const ratingGround = once((order, count) => along(GROUND, order, count))

/** A chart asks forty times, and there are as many answers as there are ratings. */
function once(colour: (order: number, count: number) => string) {
  const known = new Map<string, string>()
  return (order: number, count: number): string => {
    const key = `${order}/${count}`
    const found = known.get(key) ?? colour(order, count)
    known.set(key, found)
    return found
  }
}

function along(ramp: readonly string[], order: number, count: number): string {
  const scale = scaleLinear<string>()
    .domain(ramp.map((_, index) => index / (ramp.length - 1)))
    .range(ramp)
  return hex(scale(count > 1 ? order / (count - 1) : 1))
}

/** d3 answers `rgb(1, 2, 3)`; hexadecimal is understood wherever SVG is drawn. */
function hex(rgb: string): string {
  const parts = rgb.match(/\d+/g) ?? []
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`
}

/** Black or white, whichever stands out more. One of the two always does by 4.5 to 1; with ink for black that would not hold. */
export function readableOn(colour: string): string {
  const light = luminance(colour) + 0.05
  return light / 0.05 > 1.05 / light ? '#000000' : WHITE
}

/** As WCAG defines it. */
export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
