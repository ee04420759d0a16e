import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { browserName, localPath, normaliseEmail, normaliseName } from './rules.ts'

describe('where somebody may be sent after signing in', () => {
  test.each([
    ['/', '/'],
    ['/organisations/1?a=b#c', '/organisations/1?a=b#c'],
    ['/a/../b', '/b'],
    ['/%2F%2Felsewhere.example', '/%2F%2Felsewhere.example'],
  ])('%s leads to %s', (address, path) => expect(localPath(address)).toBe(path))

  test.each([
    '',
    'elsewhere.example',
    'https://elsewhere.example/',
    '//elsewhere.example',
    '///elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/..//elsewhere.example',
    '/.//elsewhere.example',
    '/a/..//elsewhere.example',
    'javascript:alert(1)',
    'data:text/html,x',
    `/${'a'.repeat(2001)}`,
    '/sign-in?next=/sign-in',
    '/sign-out',
  ])('%j leads nowhere', (address) => expect(localPath(address)).toBeNull())

  test('nothing leads to another site', () => {
    const pieces = fc.array(fc.constantFrom('/', '\\', '.', '..', 'evil.example', '@', ':', '%2f', '\t', '?', '#', 'a'), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(pieces, (parts) => {
        const path = localPath(parts.join(''))
        if (path !== null) expect(new URL(path, 'http://localhost:3000').origin).toBe('http://localhost:3000')
      }),
    )
  })
})

test('an e-mail address has one spelling', () => {
  expect(normaliseEmail('  Alice@Riverbank.Example ')).toBe('alice@riverbank.example')
  for (const unseen of ['\u200b', '\u00ad', '\u202a', '\u202e', '\u2060', '\u2066', '\u2069', '\ufeff', '\u200d'])
    expect(normaliseEmail(`${unseen}An${unseen}n@${unseen}example.org${unseen}`)).toBe('ann@example.org')
  expect(normaliseEmail('ann@MÜNCHEN.example')).toBe('ann@xn--mnchen-3ya.example')
  expect(normaliseEmail('ann@xn--MNCHEN-3ya.example')).toBe('ann@xn--mnchen-3ya.example')
})

test('two e-mail addresses that differ do not become one', () => {
  // The sign for Kelvin has k for its small letter, and ı and ſ have I and S for their capitals.
  for (const other of [
    '\u212aim@example.org',
    'k\u0131m@example.org',
    'k\u0456m@example.org',
    'kim@ex\u0430mple.org',
    'ｋim@example.org',
  ])
    expect(normaliseEmail(other)).not.toBe('kim@example.org')
  expect(normaliseEmail('no address')).toBe('no address')
  expect(normaliseEmail('ann@exa mple.örg')).toBe('ann@exa mple.örg')
})

test('a name has one spelling and one line', () => {
  expect(normaliseName('  Zoe\u0308\n  de \t Souza ')).toBe('Zo\u00eb de Souza')
  expect(normaliseName('River\u202ebank \u2067Mentoring\u2069')).toBe('Riverbank Mentoring')
  expect(normaliseName('נהר \u200fמנחה')).toBe('נהר \u200fמנחה')
})

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36',
    'Chrome on Windows',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/18.0 Safari/604.1',
    'Safari on an iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['curl/8', 'A browser'],
  [null, 'A browser'],
])('%s is %s', (userAgent, name) => expect(browserName(userAgent)).toBe(name))
