import { expect, test } from 'vitest'
import { fileSize, type NewEvidence, sameEvidence } from './rules.ts'

test('sizes as people read them', () => {
  expect([0, 1, 999, 1000, 1234, 9_940, 9_960, 999_499, 999_500, 1_200_000, 25 * 1024 * 1024].map(fileSize)).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1 KB',
    '1.2 KB',
    '9.9 KB',
    '10 KB',
    '999 KB',
    '1 MB',
    '1.2 MB',
    '26 MB',
  ])
})

test('the same evidence is that which says the same', () => {
  const link: NewEvidence = { kind: 'link', title: 'Policy', url: 'https://example.org/' }
  const place: NewEvidence = { kind: 'place', title: 'Policy', place: 'Cabinet' }
  const file: NewEvidence = { kind: 'file', title: 'a', fileName: 'a.pdf', fileType: 'application/pdf', bytes: 1, sha256: 'x' }
  expect(sameEvidence(link, { ...link })).toBe(true)
  expect(sameEvidence(link, { ...link, title: 'Other' })).toBe(false)
  expect(sameEvidence(place, { ...place, place: 'Drawer' })).toBe(false)
  expect(sameEvidence(file, { ...file, sha256: 'y' })).toBe(false)
  expect(sameEvidence(file, { ...file })).toBe(true)
  expect(sameEvidence(link, place)).toBe(false)
})
