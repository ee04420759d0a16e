import { describe, expect, test } from 'vitest'
import { printedRegistration, registrationWords } from './content.ts'
import { parseRegistration, type Register, readRegistration, splitRegistrations } from './registrations.ts'

describe('written by people, kept as org-id identifiers', () => {
  test.each<[Register, string, string]>([
    // Charity Commission for England and Wales
    ['GB-CHC', '1123456', 'GB-CHC-1123456'],
    ['GB-CHC', '205111', 'GB-CHC-205111'],
    ['GB-CHC', ' 1 123 456 ', 'GB-CHC-1123456'],
    ['GB-CHC', 'Registered charity no. 1123456', 'GB-CHC-1123456'],
    ['GB-CHC', 'Charity number: 1123456', 'GB-CHC-1123456'],
    ['GB-CHC', '#1123456', 'GB-CHC-1123456'],
    ['GB-CHC', 'gb-chc-1123456', 'GB-CHC-1123456'],
    ['GB-CHC', '1123456-0', 'GB-CHC-1123456'],
    ['GB-CHC', '1123456-12', 'GB-CHC-1123456-12'],
    ['GB-CHC', '1123456 – 2', 'GB-CHC-1123456-2'],
    ['GB-CHC', '１１２３４５６', 'GB-CHC-1123456'],
    // Companies House
    ['GB-COH', '01234567', 'GB-COH-01234567'],
    ['GB-COH', '12345678', 'GB-COH-12345678'],
    ['GB-COH', '1234567', 'GB-COH-01234567'],
    ['GB-COH', '0123 4567', 'GB-COH-01234567'],
    ['GB-COH', 'Company No 01234567', 'GB-COH-01234567'],
    ['GB-COH', 'CIC 09876543', 'GB-COH-09876543'],
    ['GB-COH', 'sc123456', 'GB-COH-SC123456'],
    ['GB-COH', 'NI 012345', 'GB-COH-NI012345'],
    ['GB-COH', 'CE012345', 'GB-COH-CE012345'],
    ['GB-COH', 'SC12345', 'GB-COH-SC012345'],
    ['GB-COH', 'GB-COH-OC301234', 'GB-COH-OC301234'],
    // Office of the Scottish Charity Regulator
    ['GB-SC', 'SC012345', 'GB-SC-SC012345'],
    ['GB-SC', 'sc 012 345', 'GB-SC-SC012345'],
    ['GB-SC', 'SCO12345', 'GB-SC-SC012345'],
    ['GB-SC', '012345', 'GB-SC-SC012345'],
    ['GB-SC', 'SC12345', 'GB-SC-SC012345'],
    ['GB-SC', 'Scottish charity no. SC012345', 'GB-SC-SC012345'],
    ['GB-SC', 'GB-SC-SC012345', 'GB-SC-SC012345'],
    // Charity Commission for Northern Ireland
    ['GB-NIC', 'NIC100123', 'GB-NIC-100123'],
    ['GB-NIC', 'nic 100 123', 'GB-NIC-100123'],
    ['GB-NIC', '100123', 'GB-NIC-100123'],
    ['GB-NIC', 'GB-NIC-100123', 'GB-NIC-100123'],
  ])('%s %j → %s', (register, typed, id) => expect(readRegistration(register, typed)).toEqual({ ok: true, id }))
})

describe('not such a number', () => {
  test.each<[Register, string, string]>([
    ['GB-CHC', '12345', '“12345” has 5 digits. Charity numbers in England and Wales are 6 or 7 digits, like 1123456'],
    ['GB-CHC', '12345678', '“12345678” has 8 digits. Charity numbers in England and Wales are 6 or 7 digits, like 1123456'],
    ['GB-CHC', '0123456', '“0123456” has 7 digits. Charity numbers in England and Wales are 6 or 7 digits, like 1123456'],
    [
      'GB-CHC',
      'one million',
      '“one million” is not in the form we expect. Charity numbers in England and Wales are 6 or 7 digits, like 1123456',
    ],
    [
      'GB-CHC',
      '1123456-1234',
      '“1123456-1234” is not in the form we expect. Charity numbers in England and Wales are 6 or 7 digits, like 1123456',
    ],
    ['GB-CHC', 'SC012345', '“SC012345” looks like a number for “Charity number, Scotland”. Move it there, or check it'],
    ['GB-CHC', 'NIC100123', '“NIC100123” looks like a number for “Charity number, Northern Ireland”. Move it there, or check it'],
    ['GB-CHC', 'CE012345', '“CE012345” looks like a number for “Company number, including CICs”. Move it there, or check it'],
    ['GB-COH', '12345', '“12345” has 5 digits. Company numbers are 8 digits, or 2 letters and 6 digits, like 01234567'],
    ['GB-COH', '123456789', '“123456789” has 9 digits. Company numbers are 8 digits, or 2 letters and 6 digits, like 01234567'],
    ['GB-COH', 'SC1234567', '“SC1234567” looks like a number for “Charity number, Scotland”. Move it there, or check it'],
    ['GB-COH', '00000000', '“00000000” has 8 digits. Company numbers are 8 digits, or 2 letters and 6 digits, like 01234567'],
    ['GB-SC', 'SC1', '“SC1” is not in the form we expect. Scottish charity numbers are SC and 6 digits, like SC012345'],
    ['GB-SC', '1', '“1” has 1 digit. Scottish charity numbers are SC and 6 digits, like SC012345'],
    ['GB-NIC', '10012', '“10012” has 5 digits. Northern Ireland charity numbers are NIC and 6 digits, like NIC100123'],
    [
      'GB-NIC',
      '<script>alert(1)</script>',
      '“<script>alert(1)</script>” is not in the form we expect. Northern Ireland charity numbers are NIC and 6 digits, like NIC100123',
    ],
    [
      'GB-NIC',
      'x'.repeat(100),
      `“${'x'.repeat(30)}…” is not in the form we expect. Northern Ireland charity numbers are NIC and 6 digits, like NIC100123`,
    ],
  ])('%s %.30j', (register, typed, words) => {
    const read = readRegistration(register, typed)
    expect(read.ok).toBe(false)
    if (!read.ok) expect(registrationWords(register, typed, read)).toBe(words)
  })
})

test('a field may hold several', () => {
  expect(splitRegistrations('1123456, 205111; 1123457 and 1123458\n1123459 & ')).toEqual([
    '1123456',
    '205111',
    '1123457',
    '1123458',
    '1123459',
  ])
  expect(splitRegistrations('  ')).toEqual([])
})

test('an identifier can be read back', () => {
  expect(parseRegistration('GB-SC-SC012345')).toEqual({ register: 'GB-SC', number: 'SC012345' })
  expect(parseRegistration('GB-CHC-1123456-2')).toEqual({ register: 'GB-CHC', number: '1123456-2' })
  expect(parseRegistration('US-EIN-1')).toBeNull()
})

test.each([
  ['GB-CHC-1123456', 'Charity number 1123456 (England and Wales)'],
  ['GB-COH-01234567', 'Company number 01234567'],
  ['GB-SC-SC012345', 'Charity number SC012345 (Scotland)'],
  ['GB-NIC-100123', 'Charity number NIC100123 (Northern Ireland)'],
  ['US-EIN-1', 'US-EIN-1'],
])('%s is said as %s', (id, words) => expect(printedRegistration(id)).toBe(words))
