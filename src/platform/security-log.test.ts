import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createSecurityLog, SECURITY_EVENTS } from './security-log.ts'

function captured() {
  const lines: Record<string, unknown>[] = []
  const log = pino({ level: 'info', base: null }, { write: (text: string) => void lines.push(JSON.parse(text)) })
  let now = new Date('2026-03-04T10:00:00.000Z')
  const clock = { now: () => now }
  const advance = (milliseconds: number) => {
    now = new Date(now.getTime() + milliseconds)
  }
  return { lines, advance, security: createSecurityLog({ log, clock, secret: 'a secret for tests' }) }
}

afterEach(() => {
  vi.useRealTimers()
})

test('the table in the docs is the catalogue', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/security-log.md'), 'utf8')
  const rows = [...page.matchAll(/^\| `([\w.-]+)`\s*\| (info|warn)\s*\| \S/gm)].map(([, event, level]) => [event, level])
  expect(rows).toEqual(Object.entries(SECURITY_EVENTS))
})

describe('a line', () => {
  test('says who, from where and at which route', () => {
    const { lines, security } = captured()
    security.write('passphrase.refused', { person: 'p1', from: '::ffff:203.0.113.7', route: '/account/passphrase' })
    expect(lines).toEqual([
      {
        level: 40,
        time: expect.anything(),
        event: 'passphrase.refused',
        person: 'p1',
        from: '203.0.113.7',
        route: '/account/passphrase',
        msg: 'security',
      },
    ])
  })

  test('has a digest of an address that nobody has: the same for the same, and only with the secret', () => {
    const { lines, security } = captured()
    for (const email of ['a@example.org', 'a@example.org', 'b@example.org'])
      security.write('sign-in.refused', { email, from: '203.0.113.7' })
    const [first, second, third] = lines.map((line) => line.account)
    expect(first).toMatch(/^[\w-]{22}$/)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
    expect(JSON.stringify(lines)).not.toContain('example.org')
    const other = captured()
    createSecurityLog({
      log: pino({ base: null }, { write: (text: string) => void other.lines.push(JSON.parse(text)) }),
      secret: 'another',
    }).write('sign-in.refused', { email: 'a@example.org' })
    expect(other.lines[0]?.account).not.toBe(first)
  })

  test('is no longer than it must be, whatever was sent as an address', () => {
    const { lines, security } = captured()
    security.write('throttled', { from: 'x'.repeat(100_000) })
    expect(lines[0]).toMatchObject({ from: 'unknown' })
  })
})

describe('however much somebody sends', () => {
  test('one network has twenty lines a minute of a kind, and a line says how many were left out', () => {
    const { lines, advance, security } = captured()
    for (let i = 0; i < 1000; i++) security.write('form.forged', { from: `2001:db8:1:2::${i.toString(16)}` })
    security.write('form.forged', { from: '203.0.113.7' })
    security.write('throttled', { from: '2001:db8:1:2::1' })
    expect(lines).toHaveLength(22)
    advance(60_000)
    security.write('form.forged', { from: '2001:db8:1:2::1' })
    expect(lines.slice(22)).toMatchObject([
      { event: 'form.forged', leftOut: 980, level: 40 },
      { event: 'form.forged', from: '2001:db8:1:2::1' },
    ])
  })

  test('everybody together has three hundred, and nothing is kept for each of them', () => {
    const { lines, security } = captured()
    for (let i = 0; i < 5000; i++)
      security.write('sign-in.refused', { from: `10.1.${i >> 8}.${i & 255}`, email: `${i}@example.org` })
    expect(lines).toHaveLength(300)
  })

  test('what was left out is said also when nothing follows', () => {
    vi.useFakeTimers()
    const { lines, security } = captured()
    for (let i = 0; i < 30; i++) security.write('form.forged', { from: '203.0.113.7' })
    expect(lines).toHaveLength(20)
    vi.advanceTimersByTime(60_000)
    expect(lines.at(-1)).toMatchObject({ event: 'form.forged', leftOut: 10 })
  })
})
