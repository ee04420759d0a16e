import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tableIn } from './support/tables-in-docs.ts'

/** Everything that hashes, signs or makes secrets is in the inventory of docs/operating.md (ASVS 5.0, 11.1.2). */

const root = join(import.meta.dirname, '..')

/** Those that only make names nobody has to guess, or use what another file makes. */
const WITHOUT: Readonly<Record<string, string>> = {
  'src/platform/sweep.ts': 'a name for a file that is set aside',
  'src/platform/mail.ts': 'ids of messages',
  'src/platform/hmac.ts': 'what the others sign with',
  'src/platform/secret.ts': 'makes SECRET, which is in the table of secrets',
  'src/assessment/snapshot.ts': 'tells one moment from another in a form',
}

/** What only spreads waits, or tells a tab from another. */
const CHANCE: Readonly<Record<string, string>> = {
  'browser/autosave/page.ts': 'a name for what a second tab keeps',
  'browser/autosave/saver.ts': 'when to try again',
  'platform/database/postgres.ts': 'when to try again',
}

const USES =
  /\b(createHash|createHmac|createCipher\w*|createSign|createVerify|hmac|argon2|scrypt|pbkdf2|hkdf|sign|randomBytes|randomFill\w*|randomUUID|webcrypto|subtle)\(/

const uses = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|testing/.test(name))
  .map((name) => join('src', name))
  .filter((file) => {
    const code = readFileSync(join(root, file), 'utf8')
    return /node:crypto|hmac\.ts|\bhmac\b.*index\.ts|crypto\.subtle/.test(code) && USES.test(code)
  })

const inventory = tableIn('docs/operating.md', 'Cryptography').flatMap((row) =>
  [...(row.in ?? '').matchAll(/`([^`]+)`/g)].map(([, file = '']) => file),
)

test('every file that uses cryptography is in the inventory, or only makes names', () => {
  expect(uses.length).toBeGreaterThan(10)
  expect(uses.filter((file) => !inventory.includes(file) && !(file in WITHOUT))).toEqual([])
})

test('and every file of the inventory still does', () => {
  const TLS = ['src/platform/smtp.ts', 'src/platform/database/postgres-connection.ts']
  const rest = inventory.filter((file) => !TLS.includes(file))
  expect(rest.filter((file) => !uses.includes(file))).toEqual([])
  expect(Object.keys(WITHOUT).filter((file) => !uses.includes(file))).toEqual([])
})

test('no hash function is used that is broken, nor a generator that can be guessed', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|testing|^demo\//.test(name),
  )
  const code = files.map((name) => [name, readFileSync(join(root, 'src', name), 'utf8')] as const)
  expect(
    code.filter(([, text]) => /['"](md5|sha1|sha-1|rc4|des|3des|des-ede3[\w-]*)['"]/i.test(text)).map(([name]) => name),
  ).toEqual([])
  expect(
    code
      .filter(([, text]) => /Math\.random\(/.test(text))
      .map(([name]) => name)
      .sort(),
  ).toEqual(Object.keys(CHANCE))
})
