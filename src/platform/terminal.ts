/** Where a command writes: what was asked for, and what went wrong. */
export interface Terminal {
  say(text: string): void
  complain(text: string): void
}

/** 0 when done, 1 when the answer is no, 2 when the command cannot be understood or its file cannot be read. */
export type ExitCode = 0 | 1 | 2
