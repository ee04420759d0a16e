import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/databases.ts'
import { asSystem, type Context, type Services } from '../platform/context.ts'
import { FRAMEWORK_USAGE, frameworkCommand } from './cli.ts'

const minimal = fileURLToPath(new URL('fixtures/minimal.yaml', import.meta.url))
const everything = fileURLToPath(new URL('fixtures/everything.yaml', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'mentormark-packs-'))
afterAll(() => rmSync(folder, { recursive: true }))

let context: Context
let discard: () => Promise<void>
beforeEach(async () => {
  const fresh = await freshDatabase()
  discard = fresh.discard
  const services = { db: fresh.db, clock: { now: () => new Date('2026-03-04T10:00:00.000Z') } } as Services
  context = asSystem(services, 'terminal')
})
afterEach(() => discard())

async function run(...args: readonly string[]) {
  const said: string[] = []
  const complained: string[] = []
  let opened = false
  const terminal = { say: (text: string) => said.push(text), complain: (text: string) => complained.push(text) }
  const code = await frameworkCommand(args, terminal, (work) => {
    opened = true
    return work(context)
  })
  return { code, said: said.join('\n'), complained: complained.join('\n'), opened }
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('check says what a good pack holds, without a database', async () => {
  const { code, said, opened } = await run('check', minimal)
  expect(code).toBe(0)
  expect(said).toMatch(
    /minimal\.yaml can be used\.\nReading Friends Standard, .*\n.*edition published: 2 standards, 3 indicators \(2 core\), 3 ratings\ndigest [0-9a-f]{64}$/,
  )
  expect(opened).toBe(false)
})

test('check names every fault with its line', async () => {
  const path = file('bad.yaml', 'id: x\nedition: 2022\n')
  const { code, complained } = await run('check', path)
  expect(code).toBe(1)
  expect(complained).toContain(`${path}:2:1: "edition" must be text, and not a number. Put it in quotes: "2022". (edition)`)
  expect(complained).toMatch(/5 things to put right in .*bad\.yaml\.$/)
})

test.each([
  ['a file that is not there', () => join(folder, 'nothing.yaml'), 'there is no such file'],
  ['a folder', () => folder, 'it is a folder'],
  ['a picture', () => file('picture.yaml', new Uint8Array([0x89, 0x50, 0xff, 0xfe])), 'it is not UTF-8 text'],
])('%s cannot be checked or loaded', async (_, path, reason) => {
  for (const verb of ['check', 'load']) {
    expect(await run(verb, path())).toMatchObject({ code: 2, complained: `${path()} cannot be read: ${reason}.` })
  }
})

test('a huge file is refused for its size, whatever letter the reading stopped in', async () => {
  const { code, complained } = await run('check', file('huge.yaml', `#${'€'.repeat(1_500_000)}`))
  expect(code).toBe(1)
  expect(complained).toContain('over 2 MB')
})

test('load, list and show', async () => {
  expect((await run('list')).said).toContain('no frameworks yet')
  expect((await run('load', minimal)).said).toMatch(/^Added\./)
  expect((await run('load', minimal)).said).toContain('Nothing was changed')
  expect((await run('list')).said).toMatch(
    /^reading-friends published\n {2}Reading Friends Standard, A made-up library service\n {2}loaded 2026-03-04, digest /,
  )

  const shown = await run('show', 'reading-friends')
  expect(shown.code).toBe(0)
  expect(shown.said).toContain('ratings, lowest first: Starting out, Steady, Thriving')
  expect(shown.said).toContain('4. Reading together\n  4.1 * A volunteer reads with each child.')

  await run('load', everything)
  expect(await run('show', 'reading-friends')).toMatchObject({
    code: 1,
    complained: expect.stringContaining('framework show reading-friends 2.0-draft'),
  })
  expect((await run('show', 'reading-friends', '2.0-draft')).said).toContain(
    'wording: original. Made up for tests, over two lines.',
  )
  expect(await run('show', 'reading-friends', '3')).toMatchObject({
    code: 1,
    complained: expect.stringContaining('has no edition "3"'),
  })
  expect(await run('show', 'nobody')).toMatchObject({ code: 1, complained: expect.stringContaining('framework list') })
})

test('a pack that would change what answers hang on is refused with the reason and the way out', async () => {
  await run('load', minimal)
  const changed = file('changed.yaml', (await import('node:fs')).readFileSync(minimal, 'utf8').replace('id: "4.1"', 'id: "4.2"'))
  const { code, complained } = await run('load', changed)
  expect(code).toBe(1)
  expect(complained).toMatch(/4\.1 would go; 4\.2 would be new\.\n.*another edition name/)
})

test.each([[[]], [['frobnicate']], [['check']], [['check', 'a', 'b']], [['list', 'x']], [['show']], [['show', 'a', 'b', 'c']]])(
  '%j shows how the command is used',
  async (args) => {
    expect(await run(...args)).toEqual({ code: 2, said: '', complained: FRAMEWORK_USAGE, opened: false })
  },
)
