import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { withSecretFiles } from './secret-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'secret-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const secret = 'a secret of more than thirty-two characters'

describe('a secret in a file', () => {
  test('is read as if it stood in the environment, without the line break at its end', () => {
    const env = withSecretFiles({ PORT: '4000', SECRET_FILE: file('secret', `${secret}\n`) })
    expect(readConfig(env)).toMatchObject({ secret, port: 4000 })
  })

  test('may be each of the settings that hold one', () => {
    const env = withSecretFiles({
      DATABASE_URL_FILE: file('database', 'postgres://app:pass@localhost/mentormark'),
      SMTP_URL_FILE: file('smtp', 'smtp://user:pass@localhost:587'),
      METRICS_TOKEN_FILE: file('token', 'token-of-thirty-two-characters-or-more'),
    })
    expect(env).toMatchObject({
      DATABASE_URL: 'postgres://app:pass@localhost/mentormark',
      SMTP_URL: 'smtp://user:pass@localhost:587',
      METRICS_TOKEN: 'token-of-thirty-two-characters-or-more',
    })
  })

  test('is held to the same rules', () => {
    expect(() => readConfig(withSecretFiles({ SECRET_FILE: file('short', 'short') }))).toThrow('SECRET must be at least 32')
  })

  test('where there are none, nothing is changed', () => {
    expect(withSecretFiles({ PORT: '4000' })).toEqual({ PORT: '4000' })
    expect(withSecretFiles({ SECRET: secret, SECRET_FILE: '' })).toMatchObject({ SECRET: secret })
  })
})

describe('it can’t be used', () => {
  test.each([
    ['is not there', { SECRET_FILE: '/nowhere/secret' }, "SECRET_FILE names /nowhere/secret, which can't be read (ENOENT)"],
    ['is a folder', { SMTP_URL_FILE: folder }, "can't be read (EISDIR)"],
    ['is empty', { SECRET_FILE: file('empty', ' \n') }, 'which is empty'],
    ['is something else', { SECRET_FILE: file('long', 'x'.repeat(20_000)) }, 'longer than any such setting'],
  ])('because it %s', (_, env, message) => {
    expect(() => withSecretFiles(env)).toThrow(message)
  })

  test('beside the setting itself, because one of them is wrong; neither secret is said', () => {
    const both = () => withSecretFiles({ SECRET: secret, SECRET_FILE: file('other', `other ${secret}`) })
    expect(both).toThrow('SECRET_FILE and SECRET are both there')
    expect(both).not.toThrow(secret)
  })
})
