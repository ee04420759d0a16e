import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLink, shownAddress } from './web-address.ts'

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
    ['example.org/my file.pdf', 'https://example.org/my%20file.pdf', 'example.org/my file.pdf'],
    ['https://docs.example.com/d/1a?usp=sharing#h', 'https://docs.example.com/d/1a?usp=sharing#h', 'docs.example.com/d/1a'],
    [
      'https://riverbank.sharepoint.com/sites/Team/Shared Documents/Policies/Safeguarding policy v2.1.docx',
      'https://riverbank.sharepoint.com/sites/Team/Shared%20Documents/Policies/Safeguarding%20policy%20v2.1.docx',
      'riverbank.sharepoint.com/sites/Team/Shared Documents/Policies/Safeguarding poli…',
    ],
    [
      'https://riverbank.sharepoint.com/:w:/r/sites/Team/Shared%20Documents/Plan.docx?d=w1&csf=1',
      'https://riverbank.sharepoint.com/:w:/r/sites/Team/Shared%20Documents/Plan.docx?d=w1&csf=1',
      'riverbank.sharepoint.com/:w:/r/sites/Team/Shared Documents/Plan.docx',
    ],
    ['ms-word:ofe|u|https://riverbank.example/Plan.docx', 'https://riverbank.example/Plan.docx', 'riverbank.example/Plan.docx'],
    ['Our plan: 2026 https://drive.example/d/1a', 'https://drive.example/d/1a', 'drive.example/d/1a'],
    ['https://münchen.example/straße', 'https://xn--mnchen-3ya.example/stra%C3%9Fe', 'münchen.example/straße'],
    ['MÜNCHEN.example', 'https://xn--mnchen-3ya.example/', 'münchen.example'],
    ['https://xn--mnchen-3ya.example/stra%C3%9Fe', 'https://xn--mnchen-3ya.example/stra%C3%9Fe', 'münchen.example/straße'],
    ['例え。テスト/方針', 'https://xn--r8jz45g.xn--zckzah/%E6%96%B9%E9%87%9D', '例え.テスト/方針'],
    ['https://exam\u200bple.org/po\u00adlicy\u2060', 'https://example.org/policy', 'example.org/policy'],
    ['\u202ahttps://example.org/policy\u202c', 'https://example.org/policy', 'example.org/policy'],
    ['\ufeffexample.org/\u2066policy\u2069', 'https://example.org/policy', 'example.org/policy'],
    ['https://example.org/policy%E2%80%8B', 'https://example.org/policy', 'example.org/policy'],
    [
      'https://example.org/می‌خواهم',
      'https://example.org/%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85',
      'example.org/می‌خواهم',
    ],
    ['https://example.org/a%2Fb%3Fc%20d%E9', 'https://example.org/a%2Fb%3Fc%20d%E9', 'example.org/a%2Fb%3Fc d%E9'],
    ['https://example.org/%E2%80%AEfdp', 'https://example.org/%E2%80%AEfdp', 'example.org/%E2%80%AEfdp'],
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
    ['/Users/sam/Documents/policy.docx', 'on-a-computer'],
    ['content://com.android.providers/document/12', 'on-a-computer'],
    ['\u202aC:\\Policies\\safeguarding.docx', 'on-a-computer'],
    ['see example.org', 'not-a-link'],
    ['sam@exam\u200bple.org', 'an-email-address'],
    ['java\u200bscript:alert(1)', 'not-http'],
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

describe('an address as a person writes it', () => {
  test.each([
    ['https://xn--mnchen-3ya.example/stra%C3%9Fe', 'https://münchen.example/straße'],
    [
      'https://example.org:8080/Shared%20Documents/a.docx?n=Zo%C3%AB&x=1#Te%C3%AD',
      'https://example.org:8080/Shared Documents/a.docx?n=Zoë&x=1#Teí',
    ],
    ['https://xn--e1afmkfd.xn--p1ai/', 'https://пример.рф/'],
    ['https://xn--fiqs8s.example/', 'https://中国.example/'],
    ['https://xn--mgba3a4f16a.example/', 'https://ایران.example/'],
    // What means something stays, and so does what nobody would see, what turns text around, and what is no UTF-8.
    ['https://example.org/a%2Fb%3F%23%25%26', 'https://example.org/a%2Fb%3F%23%25%26'],
    ['https://example.org/%E2%80%8B%E2%80%AE%00%0A%E9', 'https://example.org/%E2%80%8B%E2%80%AE%00%0A%E9'],
    ['not an address', 'not an address'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['https://sam:secret@example.org/', 'https://sam:secret@example.org/'],
  ])('%s', (href, shown) => expect(shownAddress(href)).toBe(shown))

  test.each([
    // Cyrillic and Latin letters in one word.
    'https://xn--pypal-4ve.example/',
    // All Cyrillic, and each of its letters like a Latin one: "apple".
    'https://xn--80ak6aa92e.example/',
    // Greek omicron among Latin letters: "gοοgle".
    'https://xn--ggle-0nda.example/',
    // A Latin letter of phonetics that looks like another.
    'https://xn--gogle-qmc.example/',
  ])('%s could be taken for another, and is shown as the internet has it', (href) => {
    expect(shownAddress(href)).toBe(href)
  })

  test('leads to the same place when it is read again', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.string({ unit: 'grapheme' }), (url, more) => {
        const read = readLink(`${url.split(/[?#]/)[0]}/${encodeURIComponent(more)}`)
        if (!read.ok) return
        const again = URL.parse(shownAddress(read.url))?.href
        expect(again && decodeURIComponent(new URL(again).pathname)).toBe(decodeURIComponent(new URL(read.url).pathname))
      }),
      { numRuns: 300 },
    )
  })
})
