/** The three steps as pictures; the words beside them say the same, so screen readers pass over these. */

const PINE = '#0f5f57'
const PINE_DEEP = '#0b3b3a'
const PINE_TINT = '#e0f0ea'
const MARIGOLD = '#ffc23d'
const CORAL = '#f47b5b'
const PAPER = '#fbf7f0'

/** A looking glass over a young plant. */
export function LookHonestly() {
  return (
    <svg class="app-step__picture" viewBox="0 0 160 96" width="160" height="96" aria-hidden="true" focusable="false">
      <path fill={PINE_TINT} d="M6 84c18-12 46-16 74-16s56 4 74 16c2 6-1 10-6 10H12c-5 0-8-4-6-10z" />
      <path fill="none" stroke={PINE_DEEP} stroke-width="4" stroke-linecap="round" d="M72 78V42" />
      <path fill={PINE} d="M72 54C70 40 60 32 44 32c0 14 10 24 28 22z" />
      <path fill={CORAL} d="M72 48c1-11 9-18 22-19 1 12-8 20-22 19z" />
      <circle cx="74" cy="42" r="34" fill="none" stroke={PINE_DEEP} stroke-width="5" />
      <path fill="none" stroke={MARIGOLD} stroke-width="9" stroke-linecap="round" d="M100 68l24 20" />
    </svg>
  )
}

/** Papers with a tick. */
export function ProveIt() {
  return (
    <svg class="app-step__picture" viewBox="0 0 160 96" width="160" height="96" aria-hidden="true" focusable="false">
      <path fill={PINE_TINT} d="M6 84c18-12 46-16 74-16s56 4 74 16c2 6-1 10-6 10H12c-5 0-8-4-6-10z" />
      <rect x="42" y="14" width="56" height="70" rx="6" fill={MARIGOLD} transform="rotate(-8 70 49)" />
      <rect x="54" y="10" width="56" height="72" rx="6" fill={PAPER} stroke={PINE_DEEP} stroke-width="4" />
      <path fill="none" stroke={PINE_DEEP} stroke-width="4" stroke-linecap="round" d="M66 28h32M66 42h32M66 56h14" />
      <circle cx="106" cy="66" r="20" fill={PINE} />
      <path fill="none" stroke={PAPER} stroke-width="5" stroke-linecap="round" stroke-linejoin="round" d="M97 67l7 7 12-14" />
    </svg>
  )
}

/** Three plants, each taller than the last, and the sun. */
export function GetBetter() {
  return (
    <svg class="app-step__picture" viewBox="0 0 160 96" width="160" height="96" aria-hidden="true" focusable="false">
      <circle cx="132" cy="24" r="15" fill={MARIGOLD} />
      <path fill={PINE_TINT} d="M6 84c18-12 46-16 74-16s56 4 74 16c2 6-1 10-6 10H12c-5 0-8-4-6-10z" />
      <path fill="none" stroke={PINE_DEEP} stroke-width="4" stroke-linecap="round" d="M36 78V64M76 78V46M118 78V52" />
      <path fill={CORAL} d="M36 68c0-8 5-13 14-14 1 9-5 15-14 14z" />
      <path fill={PINE} d="M76 58C75 47 67 41 55 41c0 11 8 18 21 17z" />
      <path fill={CORAL} d="M76 50c1-9 7-14 18-15 1 10-7 16-18 15z" />
      <path fill={PINE} d="M118 74c-1-11-9-17-21-17 0 11 8 18 21 17zM118 62c1-11 9-17 22-17 0 11-9 18-22 17z" />
      <path fill={CORAL} d="M118 54c-7-6-8-14-2-22 7 6 8 14 2 22z" />
    </svg>
  )
}

/** A tall plant and a young one growing side by side under one sun: the two leaves of our mark, as people. */
export function Together() {
  return (
    <svg class="app-welcome__picture" viewBox="0 0 360 280" width="360" height="280" aria-hidden="true" focusable="false">
      <circle cx="262" cy="78" r="52" fill={MARIGOLD} />
      <path fill={PINE} d="M10 236c48-38 112-50 172-50s120 14 168 50c10 8 2 34-14 34H24c-16 0-24-26-14-34z" />
      <path fill="none" stroke={PAPER} stroke-width="8" stroke-linecap="round" d="M140 222V84" />
      <path fill={PINE_TINT} d="M140 128C134 84 104 58 52 56c-2 46 32 78 88 72z" />
      <path fill={CORAL} d="M140 106c4-44 34-68 84-68 0 44-30 74-84 68z" />
      <path fill={PINE_TINT} d="M140 184c-6-28-26-44-60-44-2 30 22 50 60 44z" />
      <path fill="none" stroke={PAPER} stroke-width="7" stroke-linecap="round" d="M232 224v-60" />
      <path fill={PINE_TINT} d="M232 190c2-26 20-42 52-42 0 28-20 46-52 42z" />
      <path fill={CORAL} d="M232 176c-3-24-18-38-46-39-1 26 16 43 46 39z" />
    </svg>
  )
}
