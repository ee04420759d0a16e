import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const read = (env: Record<string, string>) => readConfig(env)
function fault(env: Record<string, string>): string {
  try {
    read(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return 'none'
}

describe('BASE_URL', () => {
  test.each([
    ['HTTPS://Mentormark.Example', 'https://mentormark.example'],
    ['https://mentormark.example/', 'https://mentormark.example'],
    ['https://mentormark.example:443', 'https://mentormark.example'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('%s is %s', (given, origin) => {
    expect(read({ BASE_URL: given }).baseUrl).toBe(origin)
  })

  test.each([
    'https://x.example/app',
    'https://x.example//',
    'https://x.example/?a',
    'https://x.example/#a',
    'https://me@x.example',
  ])('%s is refused by name', (given) => {
    expect(fault({ BASE_URL: given })).toContain('BASE_URL must end after the host and its port')
  })
})

describe('HOST', () => {
  test.each([
    ['::1', '::1', 'http://[::1]:3000'],
    ['[::1]', '::1', 'http://[::1]:3000'],
    ['127.0.0.2', '127.0.0.2', 'http://127.0.0.2:3000'],
    ['localhost', 'localhost', 'http://localhost:3000'],
  ])('%s needs no BASE_URL', (given, host, baseUrl) => {
    expect(read({ HOST: given })).toMatchObject({ host, baseUrl, loopback: true })
  })

  test('every address of this machine, with a BASE_URL', () => {
    for (const host of ['::', '[::]', '0.0.0.0'])
      expect(read({ HOST: host, BASE_URL: 'https://x.example' })).toMatchObject({
        host: host.replace(/[[\]]/g, ''),
        baseUrl: 'https://x.example',
        loopback: false,
      })
    expect(fault({ HOST: '::' })).toContain('BASE_URL is missing')
  })

  test.each(['http://localhost', 'localhost:3000', 'a b', '::1]'])('%s is refused by name', (given) => {
    expect(fault({ HOST: given, BASE_URL: 'https://x.example' })).toContain('HOST must be an address or a host name')
  })
})

describe('MAIL_FROM', () => {
  test.each([
    ['x@y.example', { name: '', address: 'x@y.example' }],
    ['Mentoring (London) <x@y.example>', { name: 'Mentoring (London)', address: 'x@y.example' }],
    ['Bridge: Youth <x@y.example>', { name: 'Bridge: Youth', address: 'x@y.example' }],
    ['"Bridge, \\"Youth\\"" < x@y.example >', { name: 'Bridge, "Youth"', address: 'x@y.example' }],
    ['<x@y.example>', { name: '', address: 'x@y.example' }],
  ])('%s', (given, mailFrom) => {
    expect(read({ MAIL_FROM: given }).mailFrom).toEqual(mailFrom)
  })

  test.each([
    'x@y.example, z@y.example',
    'A <x@y.example>, B <z@y.example>',
    'Mentormark <x@y.example',
    'Mentormark x@y.example',
    'Mentormark <x@y.example>\nBcc: z@y.example',
    'nobody',
    `${'x'.repeat(400)} <x@y.example>`,
  ])('%s is refused by name', (given) => {
    expect(fault({ MAIL_FROM: given })).toContain('MAIL_FROM must be one e-mail address')
  })
})

test('what weakens something is allowed only by name', () => {
  expect(read({})).toMatchObject({ databaseUnencrypted: false, smtpUnencrypted: false, databaseWait: 60 })
  expect(read({ DATABASE_UNENCRYPTED: 'allow', SMTP_UNENCRYPTED: 'allow' })).toMatchObject({
    databaseUnencrypted: true,
    smtpUnencrypted: true,
  })
  for (const name of ['DATABASE_UNENCRYPTED', 'SMTP_UNENCRYPTED'])
    expect(fault({ [name]: 'yes' })).toContain(`${name} must be “allow”, or not be there`)
})

test('no fault says what a secret is', () => {
  const said = fault({
    DATABASE_URL: 'mysql://mentormark:hunter2hunter2@db.example',
    SMTP_URL: 'smtp://mentormark:hunter2hunter2@mail.example/inbox',
    SECRET: 'hunter2hunter2',
  })
  for (const name of ['DATABASE_URL', 'SMTP_URL', 'SECRET']) expect(said).toContain(name)
  expect(said).not.toContain('hunter2')
})
