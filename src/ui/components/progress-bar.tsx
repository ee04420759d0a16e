interface ProgressBarProps {
  readonly done: number
  readonly total: number
  /** What is counted: "indicators answered". */
  readonly label: string
}

/** How much is done, as a count: a percentage would read as a mark. */
export function ProgressBar({ done, total, label }: ProgressBarProps) {
  const words = `${done} of ${total} ${label}`
  return (
    <div class="app-progress">
      <p class="app-progress__label">
        <strong>{done}</strong> of {total} {label}
      </p>
      <progress class="app-progress__bar" value={done} max={Math.max(total, 1)} aria-label={words}>
        {words}
      </progress>
    </div>
  )
}
