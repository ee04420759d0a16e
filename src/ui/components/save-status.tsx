import type { Child } from '../jsx/jsx-runtime.ts'

/**
 * Where a script says whether what was typed has been saved; without a script it shows what the page says. Quiet: it never
 * takes the focus. The script sets `data-state` to idle, saving, saved or offline; its words are in src/browser/content.ts.
 */
export function SaveStatus({ children }: { children?: Child }) {
  return (
    <p class="app-save-status" role="status" aria-live="polite" data-save-status data-state="idle">
      {children}
    </p>
  )
}
