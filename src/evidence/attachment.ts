/**
 * Headers of a file that someone else put here: saved and never shown, of the type we found it to be, and with no rights if a
 * browser shows it all the same.
 * @param type media type, by our own identification
 */
export function attachment(name: string, type: string, bytes: number): Record<string, string> {
  return {
    'content-disposition': contentDisposition(name),
    'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'content-length': String(bytes),
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  }
}

/** RFC 6266: the name in UTF-8 (RFC 8187), and in plain ASCII for what can't read that. */
function contentDisposition(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
