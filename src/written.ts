import { KEPT_FIELD, readKept } from './accounts/index.ts'
import { isSecretField } from './platform/http/body.ts'
import { isId } from './platform/ids.ts'

type Entries = readonly (readonly [name: string, value: string])[]

/** What somebody had typed or chosen in one question of a form, to be copied. */
export interface Written {
  /** The field's name. */
  readonly name: string
  /** The same for somebody who has never seen it. */
  readonly label: string
  readonly value: string
}

/** Fields that a form carries along, buttons, and choices whose values are codes that say nothing to anybody. */
const CARRIED = new Set([
  'areas',
  'basedOn',
  'choose',
  'do',
  'edition',
  'erase',
  'examples',
  'fields',
  'id',
  'move',
  'next',
  'revision',
  'sessions',
  'stands',
  'username',
  'whole',
])

/** Fields in which something is chosen, whose values are words: `less-relevant`. */
const CHOSEN = new Set(['honest', 'kind', 'marks', 'models', 'priority', 'rating', 'scope'])

/** The prefixes of actions' fields beside an indicator, and a date's three boxes, in the order they stand in. */
const PREFIX = /^(?:new|idea-\d+)-/
const BOX = /-(?:day|month|year)$/

/**
 * What a person may have typed or chosen, however short, as far as that can be told without knowing the form; secrets never. What
 * had been carried through a sign-in comes out again. The boxes of a date are one answer, and so are several that are ticked.
 */
export function written(entries: Entries): readonly Written[] {
  const answers = new Map<string, string>()
  const all = entries.flatMap(
    ([name, value]): Entries => (name === KEPT_FIELD ? (readKept(value)?.fields ?? []) : [[name, value]]),
  )
  for (const [field, typed] of all) {
    if (isSecretField(field) || isCarried(field) || typed.trim() === '' || isId(typed)) continue
    const name = field.replace(BOX, '')
    const value = CHOSEN.has(name.replace(PREFIX, '')) && /^[a-z-]+$/.test(typed) ? inWords(typed) : typed
    const before = answers.get(name)
    answers.set(name, before === undefined ? value : `${before}${name === field ? '\n' : ' '}${value}`)
  }
  return [...answers].map(([name, value]) => ({ name, label: inWords(name), value }))
}

/** What a person would call a field; null for one that they did not fill in themselves. */
export function labelOf(field: string): string | null {
  if (field === KEPT_FIELD) return 'What you wrote before you signed in'
  return isSecretField(field) || isCarried(field) ? null : inWords(field.replace(BOX, ''))
}

function isCarried(field: string): boolean {
  return field.startsWith('view-') || CARRIED.has(field.replace(PREFIX, ''))
}

/** `new-byWhom` → "By whom". */
function inWords(name: string): string {
  const words = name
    .replace(PREFIX, '')
    // A name that is asked for to be sure which is meant ends in the id it belongs to.
    .replace(/-[0-9a-f-]{36}$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
