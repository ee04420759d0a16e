import { describe, expect, test } from 'vitest'
import { normalisePassphrase, weaknessOf } from './passphrase.ts'

const about = ['Alice Okafor', 'alice.okafor@riverbank.example']

describe('may be used', () => {
  test.each([
    'correct horse battery staple',
    'kettle-orchard-nine',
    '  spaces count, at both ends  ',
    'tall ships at dusk',
    'שלום עולם שלום',
    '🐢🐙🌵🚲🍉🪁🎻🧭🦔🌋🧦🫖',
    'all lower case without a number',
    `${'otter bicycle lantern plum '.repeat(7)}ends`,
  ])('%s', async (passphrase) => expect(await weaknessOf(passphrase, about)).toBeNull())
})

describe('may not be used', () => {
  test.each([
    ['', { because: 'empty' }],
    ['otter plum', { because: 'short', characters: 10 }],
    ['🐢🐙🌵🚲🍉🪁🎻🧭🦔🌋🧦', { because: 'short', characters: 11 }],
    ['x'.repeat(201), { because: 'long' }],
    ['x'.repeat(4_000_000), { because: 'long' }],
    // Eighteen letters once normalised.
    ['ﷺ'.repeat(30), { because: 'long' }],
    ['password1234', { because: 'guessable', hint: 'common' }],
    ['P@ssw0rd2026!', { because: 'guessable' }],
    ['qwertyuiop12', { because: 'guessable' }],
    ['mentormark2026', { because: 'guessable', hint: 'personal' }],
    ['mentoring mentee', { because: 'guessable', hint: 'personal' }],
    ['Alice Okafor 2026', { because: 'guessable', hint: 'personal' }],
    ['riverbank.example', { because: 'guessable', hint: 'personal' }],
    ['iloveyou iloveyou', { because: 'guessable', hint: 'repeated' }],
    ['aaaaaaaaaaaaaaa', { because: 'guessable', hint: 'repeated' }],
    ['ＭＥＮＴＯＲＭＥＮＴＯＲ', { because: 'guessable', hint: 'personal' }],
  ])('%.40s', async (passphrase, weakness) => expect(await weaknessOf(passphrase, about)).toMatchObject(weakness))
})

test('what looks the same is the same', () => {
  expect(normalisePassphrase('cafe\u0301 ﬁne ｏｎｅ')).toBe('caf\u00e9 fine one')
})
