import { inOnePiece } from '../jsx/jsx-runtime.ts'

const tag = inOnePiece(
  <strong class="app-core">
    <svg class="app-core__mark" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
      <path fill="currentColor" d="M8 0l2.2 5.4 5.8.4-4.5 3.7 1.5 5.7L8 12l-5 3.2 1.5-5.7L0 5.8l5.8-.4z" />
    </svg>
    Core
  </strong>,
)

/** Marks a core indicator. */
export function CoreTag() {
  return tag
}
