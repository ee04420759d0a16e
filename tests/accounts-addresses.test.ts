import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths, personCommand } from '../src/accounts/index.ts'
import { asSystem, newId } from '../src/platform/index.ts'
import { lettersTo } from './support/mail.ts'
import { PASSPHRASE, signIn, signUp } from './support/personas.ts'
import { createWorld, type World } from './support/world.ts'

/** E-mail addresses as people type and paste them, in every place that takes one. */

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

async function trySigningUp(email: string) {
  const visitor = world.visitor()
  await visitor.get(paths.signUp.to())
  return visitor.post(paths.signUp.to(), { id: newId(), name: 'Ann Ode', email, passphrase: PASSPHRASE })
}

async function addresses() {
  const rows = await world.services.db.read.selectFrom('person').select('email').execute()
  return rows.map(({ email }) => email).sort()
}

async function inTheTerminal(...args: string[]) {
  const said: string[] = []
  const terminal = { say: (text: string) => said.push(text), complain: (text: string) => said.push(text) }
  const code = await personCommand(args, terminal, (work) => work(asSystem(world.services, 'terminal')))
  return [code, said.join('\n')] as const
}

describe('what nobody sees in an address', () => {
  const UNSEEN = {
    'a zero-width space': '\u200b',
    'a soft hyphen': '\u00ad',
    'an embedding from a telephone’s contacts': '\u202a',
    'an override': '\u202e',
    'a word joiner': '\u2060',
    'an isolate': '\u2068',
    'a byte order mark': '\ufeff',
    'a mark of direction': '\u200e',
  }
  test.each(Object.entries(UNSEEN))(
    '%s is left out, wherever it stands: signing up, in, and asking for a link',
    async (_, unseen) => {
      const local = `ann-${unseen.codePointAt(0)}`
      const kept = `${local}@example.org`
      const typed = [`${unseen}${kept}`, `${local}${unseen}@example.org`, `${local}@exam${unseen}ple.org`, `${kept}${unseen}`]
      expect((await trySigningUp(typed[1] ?? '')).status).toBe(303)
      expect(await addresses()).toContain(kept)
      for (const each of typed) expect((await signIn(world.visitor(), each)).status).toBe(303)
      const forgotten = world.visitor()
      await forgotten.get(paths.forgotten.to())
      expect((await forgotten.post(paths.forgotten.to(), { email: typed[2] ?? '' })).status).toBe(303)
      await expect
        .poll(async () => (await lettersTo(world, kept)).map(({ subject }) => subject))
        .toContainEqual(expect.stringMatching(/new passphrase/))
      expect((await inTheTerminal('sign-out', typed[3] ?? ''))[0]).toBe(0)
    },
  )
})

describe('an address that a browser’s own field takes', () => {
  test.each([
    ['sam&jo@example.org', 'sam&jo@example.org'],
    ['a/b@example.org', 'a/b@example.org'],
    ['a=b@example.org', 'a=b@example.org'],
    ["o'brien+{mentoring}!#$%*?^_`|~@example.org", "o'brien+{mentoring}!#$%*?^_`|~@example.org"],
    ['a@example.xn--p1ai', 'a@example.xn--p1ai'],
    ['a@b.c', 'a@b.c'],
    ['.dots..everywhere.@example.org', '.dots..everywhere.@example.org'],
    ['Ann@MÜNCHEN.example', 'ann@xn--mnchen-3ya.example'],
    ['a@пример.рф', 'a@xn--e1afmkfd.xn--p1ai'],
  ])('%s: signs up, signs in, is written to, and known in the terminal', async (typed, kept) => {
    expect((await trySigningUp(typed)).status).toBe(303)
    expect(await addresses()).toContain(kept)
    expect((await signIn(world.visitor(), typed)).status).toBe(303)
    expect(
      (
        await signIn(
          world.visitor(),
          kept.toUpperCase().replace(/XN--.*/, (domain) => domain.toLowerCase()),
        )
      ).status,
    ).toBe(303)
    expect((await signIn(world.visitor(), kept, 'some other passphrase')).status).toBe(422)
    const forgotten = world.visitor()
    await forgotten.get(paths.forgotten.to())
    expect((await forgotten.post(paths.forgotten.to(), { email: typed })).status).toBe(303)
    await expect.poll(async () => (await lettersTo(world, kept)).length).toBeGreaterThan(0)
    expect((await inTheTerminal('sign-out', typed))[0]).toBe(0)
  })

  test.each([
    'ann',
    'ann@',
    '@example.org',
    'ann@example',
    'ann@localhost',
    'ann@example..org',
    'ann@-example.org',
    'ann@example.org.',
    'ann@exa mple.org',
    'ann smith@example.org',
    'ann@example.org, bob@example.org',
    'Ann <ann@example.org>',
    'änn@example.org',
    'ann@[127.0.0.1]',
    `ann@${'a'.repeat(64)}.org`,
    '\u200b\u2060',
  ])('and %s is none', async (typed) => {
    const before = await addresses()
    const reply = await trySigningUp(typed)
    expect(reply.status).toBe(422)
    expect(reply.page.errors.map(({ text }) => text)).toEqual([expect.stringMatching(/^Enter (an|your) e-mail address/)])
    expect(await addresses()).toEqual(before)
  })
})

test('nobody signs in to, or is written to as, somebody whose address only looks like theirs', async () => {
  await signUp(world, { name: 'Kim Ito', email: 'kim@example.org' })
  for (const other of ['\u212aim@example.org', 'k\u0131m@example.org', 'kim@ex\u0430mple.org']) {
    expect((await signIn(world.visitor(), other)).status).toBe(422)
    const before = (await lettersTo(world, 'kim@example.org')).length
    const visitor = world.visitor()
    await visitor.get(paths.forgotten.to())
    await visitor.post(paths.forgotten.to(), { email: other })
    await trySigningUp(other)
    expect(await lettersTo(world, 'kim@example.org')).toHaveLength(before)
  }
})
