/** Why a document was not made. */
export type PressProblemKind =
  /** It would take too much work; found out before starting. */
  | 'too-much'
  /** It took longer, or more memory, than one document may. */
  | 'too-slow'
  | 'too-big'
  /** The process that made it ended. */
  | 'crashed'
  /** What is written can't be printed, not even by number. */
  | 'unprintable'
  /** So many are being made that it can't wait for its turn. */
  | 'busy'
  /** A fault of ours. */
  | 'failed'
  | 'closed'

export class PressProblem extends Error {
  override name = 'PressProblem'
  readonly because: PressProblemKind
  constructor(because: PressProblemKind, message: string) {
    super(message)
    this.because = because
  }

  /** True when it was not made because of what the record holds, and could be made from a shorter one. */
  get isAboutTheWords(): boolean {
    return ['too-much', 'too-slow', 'too-big', 'crashed', 'unprintable'].includes(this.because)
  }
}
