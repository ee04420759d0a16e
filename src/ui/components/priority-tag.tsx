interface PriorityTagProps {
  readonly label: string
  /** 0 for the most pressing. */
  readonly order: number
  readonly count?: number | undefined
}

/** A priority as bars: the more of them are filled, the more pressing. */
export function PriorityTag({ label, order, count = 4 }: PriorityTagProps) {
  const filled = count - order
  const width = 5
  return (
    <span class="app-priority">
      <svg
        class="app-priority__mark"
        viewBox={`0 0 ${count * width} 16`}
        width={count * width}
        height="16"
        aria-hidden="true"
        focusable="false"
      >
        {Array.from({ length: count }, (_, index) => {
          const height = 4 + (12 * (index + 1)) / count
          return (
            <rect
              class={index < filled ? 'app-priority__bar app-priority__bar--filled' : 'app-priority__bar'}
              x={index * width + 0.5}
              y={16.5 - height}
              width={width - 2}
              height={height - 1}
            />
          )
        })}
      </svg>
      <span class="govuk-visually-hidden">Priority: </span>
      {label}
    </span>
  )
}
