import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { node } from '../../scripts/prepare.mjs'

/** What a process of its own prints: the log goes to its standard output. */
function printed(code: string): string {
  const log = join(import.meta.dirname, 'log.ts')
  const text = `import { createLog } from ${JSON.stringify(log)}\nconst log = createLog('info')\n${code}`
  return spawnSync(node, ['--input-type=module', '-e', text], { encoding: 'utf8' }).stdout
}

test('an error is logged with its causes, and without the row it is about', () => {
  const said = printed(`
    const cause = Object.assign(new Error('duplicate key'), { code: '23505', detail: 'Key (email)=(ada@example.org) exists.' })
    log.error({ err: new Error('the save failed', { cause }) }, 'request failed')
    log.error({ err: cause }, 'request failed')`)
  expect(said).toContain('the save failed: duplicate key')
  expect(said).toContain('"code":"23505"')
  expect(said).not.toContain('ada@example.org')
})
