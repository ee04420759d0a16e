/** As a passphrase is looked up: one form for what looks the same, and no capitals. */
export function fold(passphrase: string): string {
  return passphrase.normalize('NFKC').toLowerCase()
}

/** Without what stands between and around words: "Correct-Horse battery" is "CorrectHorsebattery". */
export function runTogether(passphrase: string): string {
  return passphrase.replace(/[\p{P}\p{Z}]/gu, '')
}
