import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileSize, type NewEvidence, readLink, sameEvidence } from './rules.ts'

describe('a link as people paste it', () => {
  test.each([
    ['https://example.org/policy', 'https://example.org/policy', 'example.org/policy'],
    ['http://example.org', 'http://example.org/', 'example.org'],
    ['HTTPS://Example.ORG/A', 'https://example.org/A', 'example.org/A'],
    ['example.org/policy', 'https://example.org/policy', 'example.org/policy'],
    ['  www.example.org/  ', 'https://www.example.org/', 'example.org'],
    ['//example.org/a', 'https://example.org/a', 'example.org/a'],
    ['<https://example.org/a>', 'https://example.org/a', 'example.org/a'],
    ['“example.org/a”', 'https://example.org/a', 'example.org/a'],
    ['example.org:8080/a', 'https://example.org:8080/a', 'example.org/a'],
    ['localhost:3000/a', 'https://localhost:3000/a', 'localhost/a'],
    ['192.168.1.10/shared', 'https://192.168.1.10/shared', '192.168.1.10/shared'],
    ['example.org/my file.pdf', 'https://example.org/my%20file.pdf', 'example.org/my%20file.pdf'],
    ['https://docs.example.com/d/1a?usp=sharing#h', 'https://docs.example.com/d/1a?usp=sharing#h', 'docs.example.com/d/1a'],
  ])('%s', (pasted, url, title) => {
    expect(readLink(pasted)).toEqual({ ok: true, url, title })
  })

  test.each([
    ['our policy', 'not-a-link'],
    ['policy', 'not-a-link'],
    ['1234', 'not-a-link'],
    ['https://', 'not-a-link'],
    ['C:\\Policies\\safeguarding.docx', 'on-a-computer'],
    ['\\\\server\\shared\\policy.docx', 'on-a-computer'],
    ['file:///home/sam/policy.docx', 'on-a-computer'],
    ['sam@example.org', 'an-email-address'],
    ['mailto:sam@example.org', 'an-email-address'],
    ['javascript:alert(1)', 'not-http'],
    ['JavaScript:alert(document.domain)//example.org', 'not-http'],
    ['data:text/html,<script>', 'not-http'],
    ['ftp://example.org/a', 'not-http'],
    ['tel:02079460000', 'not-http'],
    ['https://sam:secret@example.org/', 'holds-a-password'],
    ['https://sam@example.org/a', 'holds-a-password'],
  ])('%s is refused', (pasted, because) => {
    expect(readLink(pasted)).toEqual({ ok: false, because })
  })

  test('is http or https, whatever is typed', () => {
    const text = fc.oneof(fc.string(), fc.webUrl(), fc.stringMatching(/^[a-z:/.@\\ ]{0,20}$/))
    fc.assert(
      fc.property(text, (pasted) => {
        const read = readLink(pasted)
        if (read.ok) {
          expect(read.url).toMatch(/^https?:\/\/[^\s]+$/)
          expect(read.title.length).toBeLessThanOrEqual(80)
        }
      }),
      { numRuns: 500 },
    )
  })
})

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
