import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { printedRegistration, registrationWords } from './content.ts'
import { parseRegistration, REGISTERS, type Register, readRegistrations } from './registrations.ts'

/** What a box holds: identifiers, or what is wrong with a number. */
const read = (register: Register, typed: string) =>
  readRegistrations(register, typed).map((number) =>
    number.read.ok ? number.read.id : registrationWords({ typed: number.typed, read: number.read }),
  )

describe('written by people, kept as org-id identifiers', () => {
  test.each<[Register, string, ...string[]]>([
    // Charity Commission for England and Wales
    ['GB-CHC', '1123456', 'GB-CHC-1123456'],
    ['GB-CHC', '205111', 'GB-CHC-205111'],
    ['GB-CHC', ' 1 123 456 ', 'GB-CHC-1123456'],
    ['GB-CHC', '1.123.456', 'GB-CHC-1123456'],
    ['GB-CHC', 'Registered charity no. 1123456', 'GB-CHC-1123456'],
    ['GB-CHC', 'Charity number: 1123456', 'GB-CHC-1123456'],
    ['GB-CHC', 'REGISTERED CHARITY NO1123456', 'GB-CHC-1123456'],
    ['GB-CHC', 'A charity registered in England and Wales, no. 1123456', 'GB-CHC-1123456'],
    ['GB-CHC', 'Registered Charity in England & Wales (1123456)', 'GB-CHC-1123456'],
    ['GB-CHC', 'Riverbank Trust 1123456', 'GB-CHC-1123456'],
    ['GB-CHC', '#1123456', 'GB-CHC-1123456'],
    ['GB-CHC', 'gb-chc-1123456', 'GB-CHC-1123456'],
    ['GB-CHC', '1123456-0', 'GB-CHC-1123456'],
    ['GB-CHC', '1123456-12', 'GB-CHC-1123456-12'],
    ['GB-CHC', '1123456 – 2', 'GB-CHC-1123456-2'],
    ['GB-CHC', '１１２３４５６', 'GB-CHC-1123456'],
    ['GB-CHC', '\u200b1123\u00ad456\u2060', 'GB-CHC-1123456'],
    // Companies House
    ['GB-COH', '01234567', 'GB-COH-01234567'],
    ['GB-COH', '12345678', 'GB-COH-12345678'],
    ['GB-COH', '1234567', 'GB-COH-01234567'],
    ['GB-COH', '0123 4567', 'GB-COH-01234567'],
    ['GB-COH', 'Company No 01234567', 'GB-COH-01234567'],
    ['GB-COH', 'Company limited by guarantee, registered in England and Wales no. 01234567', 'GB-COH-01234567'],
    ['GB-COH', 'CIC 09876543', 'GB-COH-09876543'],
    ['GB-COH', 'sc123456', 'GB-COH-SC123456'],
    ['GB-COH', 'NI 012345', 'GB-COH-NI012345'],
    ['GB-COH', 'ni-012345', 'GB-COH-NI012345'],
    ['GB-COH', 'CE012345', 'GB-COH-CE012345'],
    ['GB-COH', 'CS001234', 'GB-COH-CS001234'],
    ['GB-COH', 'SO301234', 'GB-COH-SO301234'],
    ['GB-COH', 'NC001234', 'GB-COH-NC001234'],
    ['GB-COH', 'FC012345', 'GB-COH-FC012345'],
    ['GB-COH', 'SC12345', 'GB-COH-SC012345'],
    ['GB-COH', 'GB-COH-OC301234', 'GB-COH-OC301234'],
    ['GB-COH', '123456 (Scotland)', 'GB-COH-SC123456'],
    ['GB-COH', 'Registered in Northern Ireland, number 612345', 'GB-COH-NI612345'],
    // … from before there was a Northern Ireland, and societies
    ['GB-COH', 'R0000123', 'GB-COH-R0000123'],
    ['GB-COH', 'r 0000123', 'GB-COH-R0000123'],
    ['GB-COH', 'IP12345R', 'GB-COH-IP12345R'],
    ['GB-COH', 'ip 12345 r', 'GB-COH-IP12345R'],
    ['GB-COH', 'IP1234R', 'GB-COH-IP01234R'],
    ['GB-COH', 'RS00123C', 'GB-COH-RS00123C'],
    ['GB-COH', 'NP12345R', 'GB-COH-NP12345R'],
    ['GB-COH', 'SP1234RS', 'GB-COH-SP1234RS'],
    ['GB-COH', 'RS007CUS', 'GB-COH-RS007CUS'],
    ['GB-COH', 'SL12345A', 'GB-COH-SL12345A'],
    ['GB-COH', 'gb-coh-rs00123c', 'GB-COH-RS00123C'],
    // Office of the Scottish Charity Regulator
    ['GB-SC', 'SC012345', 'GB-SC-SC012345'],
    ['GB-SC', 'sc 012 345', 'GB-SC-SC012345'],
    ['GB-SC', 'SC-012345', 'GB-SC-SC012345'],
    ['GB-SC', 'SC‑012‑345', 'GB-SC-SC012345'],
    ['GB-SC', 'SC.012345', 'GB-SC-SC012345'],
    ['GB-SC', 'SCO12345', 'GB-SC-SC012345'],
    ['GB-SC', '012345', 'GB-SC-SC012345'],
    ['GB-SC', 'SC12345', 'GB-SC-SC012345'],
    ['GB-SC', 'SC012345 (Scotland)', 'GB-SC-SC012345'],
    ['GB-SC', 'Scottish charity no. SC012345', 'GB-SC-SC012345'],
    ['GB-SC', 'GB-SC-SC012345', 'GB-SC-SC012345'],
    // Charity Commission for Northern Ireland
    ['GB-NIC', 'NIC100123', 'GB-NIC-100123'],
    ['GB-NIC', 'nic 100 123', 'GB-NIC-100123'],
    ['GB-NIC', 'NIC-100123', 'GB-NIC-100123'],
    ['GB-NIC', '100123', 'GB-NIC-100123'],
    ['GB-NIC', '100123 (NI)', 'GB-NIC-100123'],
    ['GB-NIC', 'GB-NIC-100123', 'GB-NIC-100123'],
  ])('%s %j → %s', (register, typed, ...ids) => expect(read(register, typed)).toEqual(ids))
})

describe('several in one box', () => {
  test.each<[Register, string, readonly string[]]>([
    ['GB-CHC', '1123456, 205111; 1123457 and 1123458\n1123459 & ', ['1123456', '205111', '1123457', '1123458', '1123459']],
    ['GB-CHC', '1123456 205111', ['1123456', '205111']],
    ['GB-CHC', '1 123 456 / 205 111', ['1123456', '205111']],
    ['GB-CHC', '1123456-2 and 1123457-3', ['1123456-2', '1123457-3']],
    ['GB-CHC', '1123456 (England and Wales), 205111 (England and Wales)', ['1123456', '205111']],
  ])('%s %j', (register, typed, numbers) =>
    expect(read(register, typed)).toEqual(numbers.map((number) => `${register}-${number}`)),
  )

  test.each(['', '  ', ',', ' ; and '])('%j is none', (typed) => expect(read('GB-CHC', typed)).toEqual([]))
})

describe('of another register than the box is for', () => {
  test.each<[Register, string, readonly string[]]>([
    ['GB-CHC', 'SC012345', ['GB-SC-SC012345']],
    ['GB-CHC', '1123456 (England and Wales) and SC012345 (Scotland)', ['GB-CHC-1123456', 'GB-SC-SC012345']],
    [
      'GB-CHC',
      'Registered charity in England and Wales (1123456) and in Scotland (SC012345)',
      ['GB-CHC-1123456', 'GB-SC-SC012345'],
    ],
    ['GB-CHC', 'Registered charity no. 1123456 Company no. 01234567', ['GB-CHC-1123456', 'GB-COH-01234567']],
    ['GB-CHC', 'Charity 1123456 | Company 7654321', ['GB-CHC-1123456', 'GB-COH-07654321']],
    ['GB-CHC', '012345 (Scotland)', ['GB-SC-SC012345']],
    ['GB-CHC', 'NIC100123', ['GB-NIC-100123']],
    ['GB-CHC', 'CE012345', ['GB-COH-CE012345']],
    ['GB-CHC', '01234567', ['GB-COH-01234567']],
    ['GB-COH', 'NIC100123', ['GB-NIC-100123']],
    ['GB-COH', 'Charity number 1123456', ['GB-CHC-1123456']],
    ['GB-COH', 'Scottish charity SC012345', ['GB-SC-SC012345']],
    ['GB-SC', 'Company number SC123456', ['GB-COH-SC123456']],
    ['GB-SC', 'Charity number 1123456 (England and Wales)', ['GB-CHC-1123456']],
    ['GB-NIC', 'gb-sc-sc012345', ['GB-SC-SC012345']],
  ])('%s %j', (box, typed, ids) => expect(read(box, typed)).toEqual(ids))
})

describe('not such a number', () => {
  const CHARITY = 'Charity numbers in England and Wales are 6 or 7 digits, without a zero before them, like 1123456'
  const COMPANY = 'Company numbers are 8 characters, digits alone or with letters, like 01234567, SC123456, R0000123 or IP12345R'
  const SCOTTISH = 'Scottish charity numbers are SC and 6 digits, like SC012345'
  const NORTHERN = 'Northern Ireland charity numbers are NIC and 6 digits, like NIC100123'
  test.each<[Register, string, string]>([
    ['GB-CHC', '12345', `“12345” has 5 digits. ${CHARITY}`],
    ['GB-CHC', 'Charity no. 12345', `“Charity no. 12345” has 5 digits. ${CHARITY}`],
    ['GB-CHC', '0123456', `“0123456” is not in the form we expect. ${CHARITY}`],
    ['GB-CHC', '12345678', '“12345678” looks like a number for “Company number, including CICs”. Move it there, or check it'],
    ['GB-CHC', 'one million', `“one million” is not in the form we expect. ${CHARITY}`],
    ['GB-CHC', 'XR12345', `“XR12345” is not in the form we expect. ${CHARITY}`],
    ['GB-CHC', '1123456-1234', `“1123456-1234” is not in the form we expect. ${CHARITY}`],
    ['GB-CHC', 'Charity number, Scotland', `“Charity number” is not in the form we expect. ${CHARITY}`],
    ['GB-COH', '12345', `“12345” has 5 digits. ${COMPANY}`],
    ['GB-COH', '123456789', `“123456789” has 9 digits. ${COMPANY}`],
    ['GB-COH', 'SC1234567', `“SC1234567” is not in the form we expect. ${COMPANY}`],
    ['GB-COH', 'XX123456', `“XX123456” is not in the form we expect. ${COMPANY}`],
    ['GB-COH', '1234567R', `“1234567R” is not in the form we expect. ${COMPANY}`],
    ['GB-COH', '00000000', `“00000000” is not in the form we expect. ${COMPANY}`],
    ['GB-SC', 'SC1', `“SC1” is not in the form we expect. ${SCOTTISH}`],
    ['GB-SC', '1', `“1” has 1 digit. ${SCOTTISH}`],
    ['GB-SC', '1123456', '“1123456” looks like a number for “Charity number, England and Wales”. Move it there, or check it'],
    ['GB-NIC', '10012', `“10012” has 5 digits. ${NORTHERN}`],
    ['GB-NIC', '<b>alert(1)', `“<b>alert(1)” is not in the form we expect. ${NORTHERN}`],
    ['GB-NIC', 'x'.repeat(100), `“${'x'.repeat(30)}…” is not in the form we expect. ${NORTHERN}`],
    ['GB-NIC', `1${' 1'.repeat(1000)}`, `“1${' 1'.repeat(14)} …” is not in the form we expect. ${NORTHERN}`],
  ])('%s %.30j', (register, typed, words) => expect(read(register, typed)[0]).toBe(words))
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

describe('whatever we print', () => {
  const digits = (least: number, most = least) =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most }).map((each) => each.join(''))
  const startingWith1To9 = (least: number, most: number) =>
    fc.tuple(fc.integer({ min: 1, max: 9 }), digits(least - 1, most - 1)).map(([first, rest]) => `${first}${rest}`)
  const letters = fc.constantFrom(...'SC NI OC SO NC FC CE CS AC IP SP RS NP LP SL GE ZC OE NL NO PC'.split(' '))
  const society = fc.constantFrom('IP', 'SP', 'RS', 'NP', 'SL')
  const not0 = (number: string) => Number(/\d+/.exec(number)?.[0]) > 0
  const NUMBERS: Readonly<Record<Register, fc.Arbitrary<string>>> = {
    'GB-CHC': fc.oneof(
      startingWith1To9(6, 7),
      fc.tuple(startingWith1To9(6, 7), fc.integer({ min: 1, max: 999 })).map((both) => both.join('-')),
    ),
    'GB-COH': fc
      .oneof(
        digits(8),
        fc.tuple(letters, digits(6)).map((both) => both.join('')),
        digits(7).map((number) => `R${number}`),
        fc.tuple(society, digits(5), fc.constantFrom('A', 'C', 'R')).map((parts) => parts.join('')),
      )
      .filter(not0),
    'GB-SC': digits(6).map((number) => `SC${number}`),
    'GB-NIC': digits(6),
  }
  const anyId = fc.constantFrom(...REGISTERS).chain((register) => NUMBERS[register].map((number) => `${register}-${number}`))

  test('reads back as the same, in whatever box it is put', () => {
    fc.assert(
      fc.property(anyId, fc.constantFrom(...REGISTERS), (id, box) => {
        expect(read(box, printedRegistration(id))).toEqual([id])
        expect(read(box, id)).toEqual([id])
      }),
    )
  })

  test('and so does a list of them, as it stands on a report', () => {
    fc.assert(
      fc.property(fc.array(anyId, { minLength: 1, maxLength: 5 }), fc.constantFrom(...REGISTERS), (ids, box) => {
        for (const between of [', ', ' ', '\n', ' and '])
          expect(read(box, ids.map(printedRegistration).join(between))).toEqual(ids)
      }),
    )
  })

  test('and what the form is filled with, in its own box', () => {
    fc.assert(
      fc.property(anyId, (id) => {
        const { register, number } = parseRegistration(id) ?? { register: 'GB-CHC' as const, number: '' }
        expect(read(register, number)).toEqual([id])
        expect(read(register, number.toLowerCase())).toEqual([id])
      }),
    )
  })
})

test('a box that is filled to the brim is read at once', () => {
  const worst = ['1 '.repeat(5000), 'SC'.repeat(5000), 'A1'.repeat(5000), '1-'.repeat(5000), 'and '.repeat(2500)]
  const began = performance.now()
  for (const typed of worst) for (const box of REGISTERS) readRegistrations(box, typed.slice(0, 10_000))
  // Some milliseconds; a reading that grew with the square would take seconds.
  expect(performance.now() - began).toBeLessThan(1000)
})
