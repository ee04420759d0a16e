/** Marks a core indicator. */
export function CoreTag() {
  return (
    <strong class="app-core">
      <svg class="app-core__mark" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <path fill="currentColor" d="M8 0l2.2 5.4 5.8.4-4.500 3.700 1.500 5.700L8 12l-5 3.200 1.500-5.700L0 5.800l5.800-.4z" />
      </svg>
      Core
    </strong>
  )
}
