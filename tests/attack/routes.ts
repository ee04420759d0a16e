import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'
import type { DeclaredRoute } from '../../src/platform/http/routes.ts'

/** Every route the program declares, asked of the program itself: a new one is attacked without anybody naming it here. */
export async function declaredRoutes(): Promise<readonly DeclaredRoute[]> {
  // Node reads TypeScript, but pages are JSX.
  const hooks = registerHooks({
    load(url, context, next) {
      if (!url.endsWith('.tsx')) return next(url, context)
      const file = fileURLToPath(url)
      const { code } = transformSync(readFileSync(file, 'utf8'), {
        loader: 'tsx',
        jsx: 'automatic',
        jsxImportSource: '#jsx',
        sourcefile: file,
      })
      return { format: 'module', shortCircuit: true, source: code }
    },
  })
  try {
    const { createWorld } = await import('../support/world.ts')
    const world = await createWorld()
    const { declared } = world.app
    await world.end()
    return declared
  } finally {
    hooks.deregister()
  }
}

/** A route's address, with its ids. Ids go in as they are: what is wrong with them is the point. */
export function addressOf(pattern: string, ids: Readonly<Record<string, string>>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? name)
}

/** The declared pattern that an address belongs to; null when there is none. */
export function patternOf(routes: readonly DeclaredRoute[], method: DeclaredRoute['method'], address: string): string | null {
  const path = address.split(/[?#]/)[0] ?? ''
  const fits = routes.filter(
    (route) => route.method === method && new RegExp(`^${route.pattern.replace(/:\w+/g, '[^/]+')}$`).test(path),
  )
  // `/assessments/new` is no assessment.
  return [...fits].sort((a, b) => a.pattern.split(':').length - b.pattern.split(':').length)[0]?.pattern ?? null
}
