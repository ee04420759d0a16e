import { execFileSync } from 'node:child_process'
import { inflateSync } from 'node:zlib'

/** The file with its compressed parts opened, for looking at its structure. */
export function insideOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  const parts = [bytes.toString('latin1')]
  for (let at = bytes.indexOf('stream\n'); at !== -1; at = bytes.indexOf('stream\n', at + 7)) {
    try {
      parts.push(inflateSync(bytes.subarray(at + 7)).toString('latin1'))
    } catch {
      // Not every stream is compressed.
    }
  }
  return parts.join('\n')
}

/** True where the words of a PDF can be read: with Poppler's `pdftotext`, where it is installed. */
export const canReadPdf = available()

/** The words of a PDF, in one line each paragraph or so. */
export function wordsOfPdf(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-raw', '-', '-'], {
    input: pdf,
    maxBuffer: 1e8,
    stdio: ['pipe', 'pipe', 'ignore'],
  }).toString('utf8')
}

/** For comparing without what typesetting changes: spaces, line breaks, directions and the form of accents. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '')
}

function available(): boolean {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
