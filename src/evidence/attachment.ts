import { contentDisposition } from '../platform/index.ts'

/**
 * Headers of a file that someone else put here: saved and never shown, of the type we found it to be, and with no rights if a
 * browser shows it all the same.
 * @param type media type, by our own identification
 */
export function attachment(name: string, type: string, bytes: number): Record<string, string> {
  return {
    'content-disposition': contentDisposition('attachment', name),
    'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'content-length': String(bytes),
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  }
}
