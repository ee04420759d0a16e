import { normalised } from '../text.ts'

/**
 * The `content-disposition` of a file (RFC 6266): its name in UTF-8 (RFC 8187), and in plain ASCII for what can't read that.
 * @param name any text; nothing in it can end the header or begin another
 */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = normalised(name, 'NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/[^\x20-\x7e]/g, '_')
    .replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
