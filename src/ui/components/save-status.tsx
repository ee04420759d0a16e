interface SaveStatusProps {
  /** What a page says before any script has: "Saved 5 March 2026". */
  readonly children?: string | undefined
}

/**
 * Where a script says that what was typed has been saved. The script sets `data-state` and copies the words of that state
 * into the element; without a script it only shows what the page says. Quiet: it never takes the focus.
 */
export function SaveStatus({ children }: SaveStatusProps) {
  return (
    <p
      class="app-save-status"
      role="status"
      aria-live="polite"
      data-module="app-save-status"
      data-state="idle"
      data-words-saving="Saving…"
      data-words-saved="Saved"
      data-words-offline="Not saved yet. Your words are kept on this device and we will try again."
      data-words-conflict="Someone else has changed this too. Save to see both."
    >
      {children}
    </p>
  )
}
