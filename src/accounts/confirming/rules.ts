/** What decides what somebody may do whose address may not be confirmed. See docs/states.md. */
export interface AddressFacts {
  /** They have shown, by a link, that the address is theirs. */
  readonly confirmed: boolean
  /** Real mail is sent, so that they can. */
  readonly mailIsSetUp: boolean
  /** Only people on this machine can reach this installation. */
  readonly onlyThisMachine: boolean
}

/** Files are kept for people who can be reached: accounts cost nothing, and each may leave as much as the limits allow. */
export function mayLeaveFiles({ confirmed, mailIsSetUp }: Pick<AddressFacts, 'confirmed' | 'mailIsSetUp'>): boolean {
  return confirmed || !mailIsSetUp
}

/**
 * Whether they may be let into an organisation, or be made its owner. Anybody can sign up with a colleague's address, so it takes
 * more than an account with the right one. Where only this machine is served, whoever sits at it is trusted.
 */
export function mayBeLetIn({ confirmed, mailIsSetUp, onlyThisMachine }: AddressFacts): boolean {
  return confirmed || (!mailIsSetUp && onlyThisMachine)
}
