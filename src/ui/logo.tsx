import { inOnePiece } from './jsx/jsx-runtime.ts'

/** Two leaves on one stem, the taller beside the smaller, and our name. */
export function Logo() {
  return logo
}

const logo = inOnePiece(
  <span class="app-logo">
    <svg class="app-logo__mark" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">
      <path class="app-logo__stem" d="M20 37V20" />
      <path class="app-logo__leaf" d="M20 28C19 14 13 6 3 5c-1 14 4 22 17 23z" />
      <path class="app-logo__leaf-small" d="M20 26c0-9 5.5-15 16-16 1 11-5 16-16 16z" />
    </svg>
    <span class="app-logo__name">Mentormark</span>
  </span>,
)
