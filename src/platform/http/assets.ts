import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
}

export const ASSETS_PREFIX = '/assets/'

/** Logical names to addresses: `app.css` → `/assets/app-1a2b3c.css`. */
export type AssetAddress = (name: string) => string

/**
 * The built assets of `folder`, held in memory: there are few, they are small, and their names change with their content,
 * so browsers keep them for ever.
 */
export function assetsFrom(folder: string): { address: AssetAddress; serve: MiddlewareHandler } {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, string>
  const files = new Map(
    readdirSync(folder)
      .filter((name) => name !== 'manifest.json' && TYPES[extname(name)])
      .map((name) => {
        const plain = readFileSync(join(folder, name))
        const type = TYPES[extname(name)] ?? ''
        const packed = type.startsWith('text/') || type.endsWith('xml') ? brotliOnce(plain) : null
        return [`${ASSETS_PREFIX}${name}`, { plain, packed, type }] as const
      }),
  )
  return {
    address: (name) => `${ASSETS_PREFIX}${manifest[name] ?? name}`,
    async serve(c, next) {
      const file = files.get(c.req.path as never)
      if (!file || (c.req.method !== 'GET' && c.req.method !== 'HEAD')) return next()
      const packed = file.packed !== null && /\bbr\b/.test(c.req.header('accept-encoding') ?? '') ? file.packed() : null
      return c.body(new Uint8Array(packed ?? file.plain), 200, {
        'content-type': file.type,
        'cache-control': 'public, max-age=31536000, immutable',
        vary: 'accept-encoding',
        ...(packed ? { 'content-encoding': 'br' } : {}),
      })
    },
  }
}

/** Compressed the first time someone asks, so that starting stays quick. */
function brotliOnce(plain: Buffer): () => Buffer {
  let packed: Buffer | null = null
  return () => {
    packed ??= brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    return packed
  }
}
