import type { Child } from '../jsx/jsx-runtime.ts'

/** A component and its examples: documentation, and what the accessibility test looks at. */
export interface Preview {
  /** The exported name. */
  readonly component: string
  readonly examples: readonly Example[]
}

export interface Example {
  readonly name: string
  readonly shown: Child
}
