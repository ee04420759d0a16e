import { describe, expect, test } from 'vitest'
import { normalisePassphrase, weaknessOf } from './passphrase.ts'

const about = ['Alice Okafor', 'alice.okafor@riverbank.example']

describe('may be used', () => {
  test.each([
    'kettle horse battery orchard',
    'kettle-orchard-nine',
    '  spaces count, at both ends  ',
    'tall ships at dusk',
    'שלום עולם שלום',
    '🐢🐙🌵🚲🍉🪁🎻🧭🦔🌋🧦🫖',
    'all lower case without a number',
    'alice likes purple otters',
    `${'otter bicycle lantern plum '.repeat(7)}ends`,
  ])('%s', async (passphrase) => expect(await weaknessOf(passphrase, about, 'test')).toBeNull())
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
    // In lists of passwords that were published, or known to everybody, whatever stands between the words.
    ['correcthorsebatterystaple', { because: 'guessable', hint: 'common' }],
    ['Correct Horse Battery Staple!', { because: 'guessable', hint: 'common' }],
    ['CoRrEcT-hOrSe_BaTtErY.sTaPlE', { because: 'guessable', hint: 'common' }],
    ['thisismypassword', { because: 'guessable', hint: 'common' }],
    ['thisismypassword1', { because: 'guessable' }],
    ['ｔｈｉｓ is my password', { because: 'guessable', hint: 'common' }],
    ['welcometothejungle', { because: 'guessable', hint: 'common' }],
    ['ytpfdbcbvjcnm', { because: 'guessable', hint: 'common' }],
    ['perasperaadastra', { because: 'guessable', hint: 'common' }],
    ['RiKiTiKiTaVi', { because: 'guessable', hint: 'common' }],
    ['tHeEaRlYbIrDcAtChEsThEwOrM', { because: 'guessable', hint: 'common' }],
    ['W3lcomeToTheJungl3', { because: 'guessable' }],
    ['this is my passphrase 1', { because: 'guessable' }],
    ['in the beginning God created the heaven and the earth', { because: 'guessable', hint: 'common' }],
    ['mentormark2026', { because: 'guessable', hint: 'personal' }],
    ['mentoring mentee', { because: 'guessable', hint: 'personal' }],
    ['Alice Okafor 2026', { because: 'guessable', hint: 'personal' }],
    ['Alice Mentoring 2024', { because: 'guessable', hint: 'personal' }],
    ['okafor-at-riverbank!1999', { because: 'guessable', hint: 'personal' }],
    ['riverbank.example', { because: 'guessable', hint: 'personal' }],
    ['iloveyou iloveyou', { because: 'guessable', hint: 'repeated' }],
    ['aaaaaaaaaaaaaaa', { because: 'guessable', hint: 'repeated' }],
    ['ＭＥＮＴＯＲＭＥＮＴＯＲ', { because: 'guessable', hint: 'personal' }],
  ])('%.40s', async (passphrase, weakness) => expect(await weaknessOf(passphrase, about, 'test')).toMatchObject(weakness))
})

test('what looks the same is the same', () => {
  expect(normalisePassphrase('cafe\u0301 ﬁne ｏｎｅ')).toBe('caf\u00e9 fine one')
})
