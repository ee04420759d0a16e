import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { crowd, SPREAD } from '../../bench/crowd.ts'
import { postgresBinaries } from '../../scripts/postgres-server.mjs'
import { node, root } from '../../scripts/prepare.mjs'
import { ATTACKS } from '../attack/kinds/index.ts'
import { readOptions } from '../attack/options.ts'
import { attackOn } from '../attack/run.ts'

/** The same attacks each time. Others are what `npm run attack` is for, as are those that take longer. */
const SEED = '7'
/** Other tests run beside this one. What it looks for takes many seconds. */
const STALL = '4000'

async function attack(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const child = spawn(node, [join(root, 'tests/attack/index.ts'), '--seed', SEED, '--stall', STALL, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [code] = await once(child, 'close')
  return { code: code as number, said }
}

const only = (...names: readonly string[]) => names.flatMap((name) => ['--only', name])
const HELD = /\| held \|/g

/**
 * A server that stands still once, at a DELETE; of other requests that are neither GET nor POST, which nobody but the attack sends,
 * it answers the second with 500 and ends at the fourth.
 */
const BROKEN = `
import { Server } from 'node:http'
const emit = Server.prototype.emit
let [stood, odd] = [false, 0]
Server.prototype.emit = function (name, request, response) {
  if (name !== 'request' || ['GET', 'POST'].includes(request.method)) return emit.apply(this, arguments)
  if (request.method === 'DELETE') {
    for (const until = Date.now() + (stood ? 0 : 15_000); Date.now() < until; );
    stood = true
  } else odd++
  if (odd === 2) return response.writeHead(500).end()
  if (odd === 4) throw new Error('broken on purpose')
  return emit.apply(this, arguments)
}`
/** The first line of a request that is neither GET nor POST. */
const ODD_REQUEST = /^(?!GET |POST )\S+ \/\S* HTTP/m

// Beside each other: each has its own server, and none looks for anything that takes less than seconds. Tried again when the machine
// itself stood still: a fault of ours would be there each time.
describe.concurrent('a short attack', { retry: 1 }, () => {
  test('on SQLite, of every kind', { timeout: 300_000 }, async ({ expect }) => {
    const { code, said } = await attack('--seconds', '36')
    expect(code, said).toBe(0)
    const made = ATTACKS.filter(({ databases, skip }) => (databases ?? ['sqlite']).includes('sqlite') && !skip?.())
    expect(said.match(HELD)).toHaveLength(made.length)
  })

  test.skipIf(!hasPostgres())('on PostgreSQL, of what is different there', { timeout: 300_000 }, async ({ expect }) => {
    const names = ['requests', 'server-stops', 'database-kills', 'two-servers'] as const
    const { code, said } = await attack('--seconds', '16', '--database', 'postgres', ...only(...names))
    expect(code, said).toBe(0)
    expect(said.match(HELD)).toHaveLength(names.length)
  })

  test('a server that dies, fails and stands still is noticed, each with what to send', { timeout: 300_000 }, async ({
    expect,
  }) => {
    const folder = mkdtempSync(join(tmpdir(), 'mentormark-attack-test-'))
    const options = readOptions(
      ['--seconds', '26', '--seed', SEED, ...only('requests')],
      ATTACKS.map(({ name }) => name),
    )
    const [row] = await attackOn('sqlite', options, folder, [`--import=data:text/javascript,${encodeURIComponent(BROKEN)}`])
    if (!row || row.skipped !== null) throw new Error('nothing was attacked')
    const found = (kind: string) => row.journal.findings.filter((each) => each.kind === kind)
    expect(found('death').some(({ what, repeat }) => what.includes('broken on purpose') && ODD_REQUEST.test(repeat))).toBe(true)
    expect(found('status 500').some(({ repeat }) => ODD_REQUEST.test(repeat))).toBe(true)
    expect(found('stall').length).toBeGreaterThan(0)
    expect(row.slowest).toBeGreaterThan(12_000)
    expect(row.lost).toBe(0)
    rmSync(folder, { recursive: true })
  })
})

// Tried again when the machine itself stood still for a while; a fault of ours would be there each time.
test('two hundred connections on mixed pages are all answered, nobody much later than most', {
  timeout: 240_000,
  retry: 2,
}, async () => {
  const { median, p99 } = await crowd({ connections: 200, people: 5, seconds: 4 })
  expect(p99 / median).toBeLessThan(SPREAD)
})

function hasPostgres(): boolean {
  try {
    return postgresBinaries() !== ''
  } catch {
    return false
  }
}
