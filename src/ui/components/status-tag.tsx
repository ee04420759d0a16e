import { type Child, inOnePiece } from '../jsx/jsx-runtime.ts'

export type StatusKind = 'not-started' | 'in-progress' | 'complete' | 'exempt' | 'attention' | 'overdue'

interface StatusTagProps {
  readonly kind: StatusKind
  /** Other words for the same kind: "Waiting for you". */
  readonly children?: Child
}

const WORDS: Readonly<Record<StatusKind, string>> = {
  'not-started': 'Not started',
  'in-progress': 'In progress',
  complete: 'Complete',
  exempt: 'Exempt',
  attention: 'Needs attention',
  overdue: 'Overdue',
}

/** Drawn on a square of 16 units, so that the kinds differ by shape as well. */
const mark = (shape: string) =>
  inOnePiece(
    <svg class="app-status__mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path fill="currentColor" fill-rule="evenodd" d={shape} />
    </svg>,
  )

/** Drawn once: a page may show forty. */
const MARKS: Readonly<Record<StatusKind, Child>> = {
  'not-started': mark('M8 1a7 7 0 100 14A7 7 0 008 1zm0 2a5 5 0 110 10A5 5 0 018 3z'),
  'in-progress': mark('M8 1a7 7 0 100 14A7 7 0 008 1zm0 2v10A5 5 0 018 3z'),
  complete: mark('M8 1a7 7 0 100 14A7 7 0 008 1zM7 11.4L3.8 8.2l1.4-1.4L7 8.6l3.8-3.8 1.4 1.4z'),
  exempt: mark('M8 1a7 7 0 100 14A7 7 0 008 1zM4 7h8v2H4z'),
  attention: mark('M8 1l7.5 14H.5zM7 6v4.5h2V6zm0 5.5v2h2v-2z'),
  overdue: mark('M8 1a7 7 0 100 14A7 7 0 008 1zM7 4h2v4.2l2.7 1.6-1 1.7L7 9.3z'),
}

export function StatusTag({ kind, children }: StatusTagProps) {
  return (
    <strong class={`govuk-tag app-status app-status--${kind}`}>
      {MARKS[kind]}
      {children ?? WORDS[kind]}
    </strong>
  )
}
