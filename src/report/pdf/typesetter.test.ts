import { execFileSync } from 'node:child_process'
import { inflateSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { aPng } from '../presentation/testing.ts'
import { completeRecord, draftRecord, everywhere, inventedEdition, withExemption } from '../testing.ts'
import type { PdfModel } from './document.ts'
import { fullReportModel, planOnlyModel } from './model.ts'
import { pressFromSource } from './source.ts'
import { summaryModel } from './summary.ts'
import { openTypesetter } from './typesetter.ts'

const { templates, fonts } = pressFromSource()
const { typeset, forget } = openTypesetter({ templates, fonts })
afterEach(forget)
const edition = inventedEdition()
const options = { generatedOn: '2026-03-14', sealDigest: '5ea1'.repeat(16) }
const report = (record = completeRecord(edition), of = edition) => typeset('report', fullReportModel(of, record, options))
const plan = (record = completeRecord(edition), of = edition) => typeset('plan', planOnlyModel(of, record, options))
const summary = (record = completeRecord(edition), of = edition) => typeset('summary', summaryModel(of, record, options))

const canReadPdf = available('pdftotext')

describe.each([
  ['report', report, 'Our self-assessment'],
  ['plan', plan, 'Mentoring Development Plan'],
  ['summary', summary, 'Our self-assessment on one page'],
])('the %s', (document, make, name) => {
  const { pdf, missing } = make()
  const inside = opened(pdf)

  it('says it is PDF/UA-1, tagged, titled and in a language', () => {
    expect(inside).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(inside).toContain('/MarkInfo')
    expect(inside).toContain('/Marked true')
    expect(inside).toContain('/StructTreeRoot')
    expect(inside).toContain('/Lang (en-GB)')
    expect(inside).toContain('/DisplayDocTitle true')
    expect(inside).toContain(`Brightwater Lane Mentors – ${name} – Invented Mentoring Framework`)
    if (document !== 'summary') expect(inside).toContain('/S /TH')
    expect(missing).toEqual([])
  })

  it('is the same file every time', () => {
    expect(Buffer.compare(pdf, make().pdf)).toBe(0)
  })

  it.runIf(fonts.length > 0)('is set in Atkinson Hyperlegible Next', () => {
    expect(inside).toContain('AtkinsonHyperlegibleNext-Regular')
  })
})

it('a report has bookmarks, and words for its chart', () => {
  const inside = opened(report().pdf)
  expect(inside).toContain('/Outlines')
  expect(inside).toContain('/S /Figure')
  expect(inside).toContain('/Alt (Circles, one for each indicator')
})

describe('an edition of any shape', () => {
  it.each([
    { standards: 1, indicatorsEach: 1, ratings: 1, priorities: 0 },
    { standards: 3, indicatorsEach: 2, ratings: 2, priorities: 1 },
    { standards: 12, indicatorsEach: 11, ratings: 7, priorities: 6 },
    { standards: 40, indicatorsEach: 1, ratings: 3, priorities: 4 },
  ])('%j', (shape) => {
    const other = inventedEdition(shape)
    expect(report(withExemption(other, draftRecord(other)), other).missing).toEqual([])
    expect(plan(completeRecord(other), other).missing).toEqual([])
    expect(pagesOf(summary(completeRecord(other), other).pdf)).toBe(1)
  })
})

describe('what people type is data', () => {
  const small = inventedEdition({ standards: 2, indicatorsEach: 3 })
  const awkward = [
    '#panic("no")',
    '#include "/etc/passwd"',
    '#eval("1")',
    '*bold* _under_ `code` ~tilde',
    '$ x^2 $',
    '@ref <label> = heading',
    '- item\n+ item\n/ term: words',
    'https://example.org // comment /* and */ more',
    '\\ \\u{41} \\#',
    '"quoted" {"json": true}',
    '👩🏽‍🏫 🎉 ☂️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'السلام عليكم، كيف حالك؟',
    'שלום עולם',
    'safeguarding.lead@a-very-long-organisation-name.example.org',
    'Привет, Ωμέγα, łódź',
    ...(fonts.length > 0 ? ['Nguyễn Thị Đặng', 'Ṣọlá Adébáyọ̀'] : []),
    'a\u202eb\u2066c\u2069',
    '   ',
    'x'.repeat(3000),
  ]

  it.each(awkward)('%j', (text) => {
    for (const { pdf, missing } of [report(everywhere(small, text), small), plan(everywhere(small, text), small)]) {
      const printed = Array.from(text, (character) => (missing.includes(character) ? numbered(character) : character)).join('')
      if (canReadPdf) expect(lost(printed, readText(pdf))).toBe('')
    }
  })

  it.runIf(canReadPdf)(
    'ten thousand lines are all there',
    () => {
      const lines = Array.from({ length: 10_000 }, (_, line) => `Line ${line} of what somebody pasted`)
      const record = completeRecord(edition)
      const answers = record.answers.map((answer, place) => (place === 0 ? { ...answer, evidence: lines.join('\n') } : answer))
      const text = readText(report({ ...record, answers }).pdf)
      expect(lines.filter((line) => !text.includes(line))).toEqual([])
    },
    20_000,
  )

  it('a character no font has is printed by its number, and said so', () => {
    const unassigned = '\u0378'
    const { pdf, missing } = report(everywhere(small, `Before ${unassigned} after`), small)
    expect(missing).toEqual([unassigned])
    if (canReadPdf) expect(readText(pdf)).toMatch(/Before \[U\+0378\] after[\s\S]*Some characters/)
  })
})

describe.runIf(canReadPdf)('read as text', () => {
  it('a draft is marked on every page, a completed report on none', () => {
    const pages = readText(report(draftRecord(edition)).pdf)
      .trimEnd()
      .split('\f')
    expect(pages.filter((page) => !page.includes('Draft, not yet completed'))).toEqual([])
    expect(readText(report().pdf)).not.toContain('Draft')
  })

  it('every statement, evidence text, example and action is printed', () => {
    const record = completeRecord(edition)
    const text = readText(report(record).pdf)
    const expected = [
      ...record.answers.flatMap((answer) => [
        answer.statement,
        ...answer.evidence.split('\n'),
        ...answer.items.map((item) => item.title),
      ]),
      ...record.actions.flatMap((action) => [action.action, action.whatChanged, action.byWhom]),
    ]
    expect(expected.filter((words) => lost(words, text) !== '')).toEqual([])
  })

  it('a covered standard takes one line, whatever it has, and says which mark covers it', () => {
    for (const indicatorsEach of [1, 5, 7]) {
      const of = inventedEdition({ standards: 3, indicatorsEach })
      const text = readText(report(withExemption(of, draftRecord(of, { actions: [] })), of).pdf)
      expect(text).toContain(indicatorsEach === 1 ? '3.1: Exempt' : `3.1 to 3.${indicatorsEach}: Exempt`)
      expect(text).toContain('Covered by Invented Youth Mark, Second. Awarded 19 June 2025, until 18 June 2028.')
      if (indicatorsEach > 1) expect(text.match(/^3\.\d (?!to).*Exempt/gm)).toBeNull()
    }
  })

  it('the plan stands before the answers, then the evidence, and last what the document is', () => {
    const record = completeRecord(edition)
    for (const pdf of [report(record).pdf, report(draftRecord(edition)).pdf]) {
      const pages = readText(pdf).trimEnd().split('\f')
      const page = (heading: RegExp) => pages.findLastIndex((text) => heading.test(text))
      const order = [
        /^Where we are$/m,
        /^Every indicator$/m,
        /^Mentoring Development Plan$/m,
        /^Our answers$/m,
        /^List of evidence$/m,
        /^About this document$/m,
      ].map(page)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      expect(order.at(-1)).toBe(pages.length - 1)
    }
  })

  it.each([0, 3, 11, 17, 25])('its last page is well filled, with %i things in the list before it', (things) => {
    const record = completeRecord(edition)
    const items = Array.from({ length: things }, (_, place) => ({
      kind: 'place' as const,
      title: `Folder ${place}`,
      place: 'Our office',
    }))
    const answers = record.answers.map((answer, place) => ({ ...answer, items: place === 0 ? items : [] }))
    const { pdf } = report({ ...record, answers })
    expect(lowestWord(pdf, pagesOf(pdf))).toBeGreaterThan(380)
  })

  it('a foreword and a logo come first, and a report without them has neither', () => {
    const front = {
      logo: { type: 'image/png', base64: aPng().toString('base64'), width: 40, height: 20 },
      foreword: 'Why we did this.',
      signedBy: 'Our chair',
    } as const
    const model = fullReportModel(edition, completeRecord(edition), { ...options, front })
    const { pdf } = typeset('report', model, { 'logo.png': aPng() })
    expect(readText(pdf).split('\f')[1]).toMatch(/^Foreword\nWhy we did this\.\nOur chair\n/)
    expect(opened(pdf).split('/Subtype /Image').length).toBe(opened(report().pdf).split('/Subtype /Image').length + 1)
    expect(readText(report().pdf)).not.toContain('Foreword')
  })

  it.each([
    'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch',
    'x'.repeat(300),
    'https://riverbank.example/'.repeat(9),
  ])('stays on the page, broken where it must be: %s', (text) => {
    for (const make of [report, plan]) {
      const html = boxesOf(make(everywhere(inventedEdition({ standards: 1 }), text)).pdf)
      for (const [, width = '', words = ''] of html.matchAll(/<page width="([\d.]+)"[^>]*>([\s\S]*?)<\/page>/g)) {
        const ends = [...words.matchAll(/xMax="([\d.]+)"/g)].map(([, end]) => Number(end))
        expect(Math.max(...ends)).toBeLessThan(Number(width) - 40)
      }
    }
  })

  it('one page stays one page, whatever was written', () => {
    const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch '.repeat(9)
    for (const text of [long.slice(0, 200), 'x'.repeat(200), '\n'.repeat(200)]) {
      const { pdf } = summary(everywhere(edition, text))
      expect(pagesOf(pdf)).toBe(1)
      expect(readText(pdf)).toContain('for reflection and for planning')
    }
  })

  it('names what shows a mark, and whose words the framework is in', () => {
    const record = withExemption(edition, completeRecord(edition))
    const certificate = [{ kind: 'place' as const, title: 'Our certificate', place: 'Framed in the hall' }]
    const of = { ...edition, provenance: { wording: 'adapted' as const, note: 'Reworded by us.', inShort: null, additions: [] } }
    const shown = { ...record, exemptions: record.exemptions.map((exemption) => ({ ...exemption, certificate })) }
    expect(readText(report(shown, of).pdf)).toMatch(
      /Shown by Our certificate \(E\d+\)[\s\S]*Our certificate Framed in the hall standard 8[\s\S]*Reworded by us\./,
    )
    expect(readText(plan(shown, of).pdf)).toContain('Reworded by us.')
  })

  it('only the plan inside a completed report says it stays as it was', () => {
    const sentence = 'As planned when this was completed.'
    expect(readText(report().pdf)).toContain(sentence)
    expect(readText(report(draftRecord(edition)).pdf)).not.toContain(sentence)
    expect(readText(plan().pdf)).not.toContain(sentence)
  })

  it('an open action without a person or a date says so', () => {
    const [action] = completeRecord(edition).actions
    if (!action) throw new Error('No action to leave open')
    const notSet = (changes: Partial<typeof action>) =>
      readText(plan(completeRecord(edition, { actions: [{ ...action, byWhom: '', byWhen: null, ...changes }] })).pdf).match(
        /Not set yet/g,
      )
    expect(notSet({})).toHaveLength(2)
    expect(notSet({ completedOn: '2026-05-08' })).toBeNull()
  })

  it('a plan without actions has rows to write in', () => {
    const text = readText(plan(draftRecord(edition, { actions: [] })).pdf)
    expect(text).toContain('The rows below are for writing in')
    expect(text).toContain('By who?')
  })
})

it('a template that fails says why', () => {
  const broken = { ...planOnlyModel(edition, completeRecord(edition), options), plan: null } as unknown as PdfModel
  expect(() => typeset('plan', broken)).toThrow(/type none has no|cannot access fields/i)
})

describe.runIf(canReadPdf && fonts.length > 0)('what is copied is what was typed', () => {
  const small = inventedEdition({ standards: 1, indicatorsEach: 1 })
  const copied = (text: string) => readText(report(everywhere(small, text), small).pdf, [])

  it.each([
    ['an address', 'https://riverbank.example/policies/safeguarding-and-child-protection-policy-2026.pdf?from=report&page=12'],
    ['an e-mail address', 'youngpeoplesmentoring.coordinator@riverbank-community.org.uk'],
    ['a word', 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch'],
    ['Arabic', 'نحن نستمع إلى الشباب'],
    ['Arabic with lam and alif', 'لا إله إلا الله والأولاد والآن'],
    ['Urdu', 'ہم نوجوانوں کی بات سنتے ہیں'],
    ['Kurdish', 'ئێمە گوێ لە گەنجان دەگرین'],
    ['Hebrew', 'אנחנו מקשיבים לצעירים'],
    ['Bengali', 'আমরা তরুণদের কথা শুনি এবং প্রতিবছর লিখে রাখি।'],
    ['Tamil', 'நாங்கள் இளைஞர்களைக் கேட்கிறோம்.'],
    ['Punjabi', 'ਅਸੀਂ ਨੌਜਵਾਨਾਂ ਨੂੰ ਸੁਣਦੇ ਹਾਂ।'],
    ['Gujarati', 'અમે યુવાનોને સાંભળીએ છીએ.'],
    ['Hindi', 'हम युवाओं की सुनते हैं।'],
    ['Sinhala', 'අපි තරුණයන්ට සවන් දෙමු.'],
    ['Malayalam', 'ഞങ്ങൾ യുവാക്കളെ കേൾക്കുന്നു'],
    ['Amharic', 'ወጣቶችን እንሰማለን።'],
    ['Tigrinya', 'ንመንእሰያት ንሰምዖም።'],
    ['Korean', '우리는 청소년의 말을 듣습니다.'],
    ['Thai', 'เราฟังเยาวชน ตั้งแต่วันนี้ ที่ผู้ใหญ่'],
    ['Chinese', '我们倾听年轻人的声音。我們傾聽年輕人的聲音。'],
    ['Japanese', '私たちは若者の声を聞きます。'],
    ['Greek', 'Ακούμε τους νέους.'],
    ['Ukrainian', 'Ми чуємо молодь, її голос'],
    ['Georgian', 'ჩვენ ვუსმენთ ახალგაზრდებს.'],
    ['Armenian', 'Մենք լսում ենք երիտասարդներին։'],
    ['Yoruba', 'Ṣọlá Adébáyọ̀'],
    ['Vietnamese', 'Nguyễn Thị Đặng'],
  ])('%s', (_, text) => {
    const read = copied(text)
    expect(squeezed(read).split(squeezed(text)).length).toBeGreaterThan(8)
    expect(read).not.toContain('\u200B')
  })
})

/** The file with its compressed parts opened, for looking at its structure. */
function opened(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  const parts = [bytes.toString('utf8')]
  for (let start = bytes.indexOf('stream\n'); start !== -1; start = bytes.indexOf('stream\n', start + 7)) {
    try {
      parts.push(inflateSync(bytes.subarray(start + 7)).toString('utf8'))
    } catch {
      // Not every stream is compressed.
    }
  }
  return parts.join('\n')
}

function pagesOf(pdf: Uint8Array): number {
  return Number(/\/Type \/Pages\b[\s\S]*?\/Count (\d+)/.exec(opened(pdf))?.[1])
}

function readText(pdf: Uint8Array, options: readonly string[] = ['-raw']): string {
  return execFileSync('pdftotext', [...options, '-', '-'], {
    input: pdf,
    maxBuffer: 1e8,
    stdio: ['pipe', 'pipe', 'ignore'],
  }).toString('utf8')
}

/** Where each word stands. */
function boxesOf(pdf: Uint8Array, options: readonly string[] = []): string {
  return execFileSync('pdftotext', [...options, '-bbox', '-', '-'], {
    input: pdf,
    maxBuffer: 1e8,
    stdio: ['pipe', 'pipe', 'ignore'],
  }).toString('utf8')
}

/** How far down a page, from 1, its words reach, in points of an A4's 842; what every page has at its foot left out. */
function lowestWord(pdf: Uint8Array, page: number): number {
  const html = boxesOf(pdf, ['-f', String(page), '-l', String(page)])
  const ends = [...html.matchAll(/yMax="([\d.]+)"/g)].map(([, end]) => Number(end))
  return Math.max(...ends.filter((end) => end < 780))
}

/** What of the text is nowhere in the document. A reader may turn right-to-left text about, so there each letter is looked for. */
function lost(text: string, within: string): string {
  const printed = squeezed(within)
  if (printed.includes(squeezed(text))) return ''
  const turned = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text)
  return turned
    ? Array.from(squeezed(text))
        .filter((letter) => !printed.includes(letter))
        .join('')
    : text
}

/** Compared without what typesetting may change: spaces, line breaks, directions and the form of accents. */
function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '')
}

function numbered(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
}

function available(program: string): boolean {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
