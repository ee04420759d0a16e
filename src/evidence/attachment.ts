import { contentDisposition } from '../platform/index.ts'

/** What comes from somebody's file has no rights if a browser shows it by itself, and is of no other type than we say. */
const POWERLESS = {
  'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
} as const

/**
 * Headers of a file that someone else put here: saved and never shown, of the type we found it to be, and with no rights if a
 * browser shows it all the same.
 * @param type media type, by our own identification; of text, with how it is written where that is not UTF-8
 */
export function attachment(name: string, type: string, bytes: number): Record<string, string> {
  return {
    'content-disposition': contentDisposition('attachment', name),
    'content-type': type.startsWith('text/') && !type.includes(';') ? `${type}; charset=utf-8` : type,
    'content-length': String(bytes),
    ...POWERLESS,
    'cache-control': 'private, no-store',
  }
}

/**
 * Headers of a preview, for `<img>` in our own pages. Whoever may see it has their browser keep it, and asks each time whether they
 * still may: it is then not sent again.
 */
export function previewHeaders(type: string, sha256: string, bytes: number): Record<string, string> {
  return { 'content-type': type, 'content-length': String(bytes), ...sameAsBefore(sha256) }
}

/** Headers for whoever has it already. */
export function sameAsBefore(sha256: string): Record<string, string> {
  return { ...POWERLESS, 'cache-control': 'private, no-cache', etag: etagOf(sha256) }
}

export function etagOf(sha256: string): string {
  return `"${sha256}"`
}

/** Headers of what stands where there is no preview to show. */
export function noPreviewHeaders(type: string): Record<string, string> {
  return { 'content-type': type, ...POWERLESS, 'cache-control': 'private, no-store' }
}
