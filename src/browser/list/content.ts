/** Every word that the scripts of a list say. */
export const words = {
  failed: 'That did not work, so nothing was changed. Check your connection, then try again.',
  /** Said after a move: where it stands now. */
  moved: (text: string, place: number, total: number) => `“${text}” is now ${place} of ${total}.`,
} as const
