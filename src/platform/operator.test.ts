import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'
import { leftUnsaid, NOBODY_SAID } from './operator.ts'

const whole = {
  OPERATOR_NAME: 'Riverside Youth Trust',
  OPERATOR_EMAIL: 'hello@riverside.example',
  OPERATOR_HOSTING: 'by Example Ltd in the United Kingdom',
  BACKUP_DAYS: '30',
  LOG_DAYS: '90',
}

function fault(env: Record<string, string>): string {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  return 'none'
}

describe('who runs it', () => {
  test('is unsaid until it is set, an empty setting included', () => {
    expect(readConfig({ OPERATOR_NAME: '' }).operator).toEqual(NOBODY_SAID)
    expect(leftUnsaid(NOBODY_SAID)).toEqual(Object.keys(whole))
  })

  test('is read, with what may be left out', () => {
    const { operator } = readConfig(whole)
    expect(operator).toEqual({
      ...NOBODY_SAID,
      name: 'Riverside Youth Trust',
      email: 'hello@riverside.example',
      hosting: 'by Example Ltd in the United Kingdom',
      backupDays: 30,
      logDays: 90,
    })
    expect(leftUnsaid(operator)).toEqual([])
  })

  test('backups that are kept for no day at all are said to be', () => {
    expect(leftUnsaid({ ...NOBODY_SAID, backupDays: 0 })).not.toContain('BACKUP_DAYS')
  })

  test.each([
    ['OPERATOR_EMAIL', 'hello', 'must be one e-mail address'],
    ['OPERATOR_EMAIL', 'a@b.example?bcc=c@d.example', 'must be one e-mail address'],
    ['OPERATOR_NAME', '   ', 'must be words on one line'],
    ['OPERATOR_NAME', 'One\nTwo', 'must be words on one line'],
    ['OPERATOR_NAME', 'x'.repeat(201), 'must be at most 200 characters'],
    ['OPERATOR_NOTE', 'x'.repeat(2001), 'must be at most 2,000 characters'],
    ['BACKUP_DAYS', 'a month', 'must be a number of days'],
    ['LOG_DAYS', '-1', 'must be a number of days'],
    ['SOURCE_URL', 'javascript:alert(1)', 'must be a full address'],
  ])('%s “%s” is refused by name', (name, value, reason) => {
    expect(fault({ [name]: value })).toContain(`${name} ${reason}`)
  })
})
