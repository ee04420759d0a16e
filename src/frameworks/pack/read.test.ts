import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { canonicalJson } from '../../platform/canonical-json.ts'
import { exampleItems } from '../edition.ts'
import { editionFromJson } from './compiled.ts'
import { faultText } from './fault.ts'
import { compilePack, readPack } from './read.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}.yaml`, import.meta.url), 'utf8')
const minimal = fixture('minimal')
const everything = fixture('everything')

function editionOf(text: string) {
  const read = readPack(text, 'pack.yaml')
  if (!read.ok) throw new Error(read.faults.map(faultText).join('\n'))
  return read.edition
}

function faultsOf(text: string) {
  const read = readPack(text, 'pack.yaml')
  return read.ok ? [] : read.faults
}

describe('a pack that can be used', () => {
  test('what it leaves out is made explicit', () => {
    const edition = editionOf(minimal)
    expect(edition).toMatchObject({
      id: 'reading-friends',
      edition: 'published',
      language: 'en-GB',
      reviewEveryMonths: 6,
      publishedBy: 'A made-up library service',
      publishedDocument: null,
      about: { audience: null, purpose: null, filledInBy: null },
      support: null,
      provenance: null,
      licence: null,
      supersedes: null,
      errata: [],
      corrections: [],
      themes: [],
      workedExample: null,
      ratings: [
        { id: 'starting', label: 'Starting out', meaning: null, order: 0 },
        { id: 'steady', order: 1 },
        { id: 'thriving', order: 2 },
      ],
      exemptions: [{ standard: 4, heldMark: 'Good Library Badge', levels: ['Blue', 'Red'], record: ['date_awarded'] }],
    })
    expect(edition.indicators.map(({ id, standard, core }) => [id, standard, core])).toEqual([
      ['1.1', 1, true],
      ['1.2', 1, false],
      ['4.1', 4, true],
    ])
    expect(edition.indicators[0]).toBe(edition.standards[0]?.indicators[0])
    expect(edition.indicators[1]).toEqual({
      id: '1.2',
      standard: 1,
      core: false,
      page: null,
      shortTitle: 'Volunteers ask each child what they liked.',
      statement: 'Volunteers ask each child what they liked.',
      whyItMatters: null,
      examples: [],
      levels: {},
      suggestedActions: [],
    })
    expect(edition.standards[0]?.links).toEqual([{ title: 'Choosing together', publisher: 'A made-up charity', url: null }])
  })

  test('every example that can be ticked has a key: its place', () => {
    const [indicator] = editionOf(minimal).indicators
    expect(indicator && exampleItems(indicator).map(({ key, text }) => [key, text])).toEqual([
      ['1', 'Photograph of the shelves'],
      ['2.1', 'Picture books'],
      ['2.2', 'Books in home languages'],
      ['3', 'Borrowing figures'],
    ])
  })

  test('everything it says is kept, and text over several lines is one', () => {
    const edition = editionOf(everything)
    expect(edition).toMatchObject({
      edition: '2.0-draft',
      language: 'en',
      reviewEveryMonths: 24,
      publishedBy: 'a made-up library service with two made-up schools',
      publishedDocument: { title: 'Reading Friends', year: 2019, url: 'https://example.org/reading-friends.pdf' },
      about: {
        audience: 'For every library, large or small.',
        purpose: 'Not a test.',
        filledInBy: 'Librarians fill it in. Ask children, and do not send it to them.',
      },
      support: {
        email: 'friends@example.org',
        url: 'https://example.org/help',
        offers: 'Books by post.',
        note: 'As printed in 2019.',
      },
      provenance: {
        wording: 'original',
        note: 'Made up for tests, over two lines.',
        inShort: 'Made up here.',
        additions: ['why_it_matters', 'levels'],
      },
      corrections: [
        { date: '2026-03-02', where: '1.1', change: 'The shelves are said to be low.' },
        { date: '2026-03-01', where: '1.2', change: 'A comma.' },
      ],
      licence: 'MIT',
      supersedes: 'published',
      errata: [{ where: 'Page 1', source: 'Counts three standards.', decision: 'There are two.' }],
      priorities: [{ id: 'soon', label: 'Soon', meaning: 'This term.' }, { id: 'later' }],
      themes: [
        { id: 'book-list', title: 'Book list', lookFor: 'Books the children asked for.', indicatorIds: ['1.1', '4.1'] },
        { id: 'rota', lookFor: null },
      ],
      workedExample: {
        indicatorId: '4.1',
        action: 'Ask four children who they would like to read with',
        byWhom: 'Library lead',
        byWhen: 'The end of term',
        priority: 'soon',
      },
    })
    expect(edition.indicators[0]).toMatchObject({
      shortTitle: 'Choice',
      whyItMatters: 'A book somebody else picked stays in the bag.',
      levels: { starting: 'Adults hand out the books.', thriving: 'Children choose what the library buys.' },
      suggestedActions: ['Lower two shelves', 'Ask five children what is missing'],
    })
    expect(edition.standards[0]?.links[0]?.url).toBe('https://example.org/choosing?a=1')
    expect(edition.standards.map(({ page }) => page)).toEqual([3, null])
    expect(edition.indicators.map(({ page }) => page)).toEqual([4, null, null])
  })

  test('a long statement lends its first words where there is no short title', () => {
    const statement =
      'Volunteers ask each child what they liked (or did not like) about the last book they took home, and note it.'
    const edition = editionOf(minimal.replace('Volunteers ask each child what they liked.', statement))
    expect(edition.indicators[1]?.shortTitle).toBe('Volunteers ask each child what they liked (or did not like)…')
  })

  test('defaults are filled in where language and review are left out', () => {
    const edition = editionOf(minimal.replace(/language: .*\n/, '').replace(/review_every_months: .*\n/, ''))
    expect(edition).toMatchObject({ language: 'en-GB', reviewEveryMonths: 12 })
  })

  test('standards and indicators may have gaps in their numbers, and 1.10 comes after 1.9', () => {
    const more = minimal.replace('- id: "1.1"', '- id: "1.9"').replace('- id: "1.2"', '- id: "1.10"')
    expect(editionOf(more).indicators.map(({ id }) => id)).toEqual(['1.9', '1.10', '4.1'])
  })

  test('a byte order mark and Windows line ends make no difference', () => {
    expect(editionOf(`\ufeff${minimal.replaceAll('\n', '\r\n')}`).digest).toBe(editionOf(minimal).digest)
  })
})

describe('the digest', () => {
  test('is the SHA-256 of the content in canonical JSON', () => {
    expect(editionOf(minimal).digest).toBe(hash('sha256', canonicalJson(parse(minimal))))
  })

  test('does not depend on comments, quotes or the order of fields', () => {
    const lines = minimal.split('\n').filter((line) => !line.startsWith('#'))
    const [id, ...rest] = lines
    const reordered = [...rest, id].join('\n').replace('title: "Choosing books"', "title: 'Choosing books' # a comment")
    expect(editionOf(reordered).digest).toBe(editionOf(minimal).digest)
  })

  test('changes with any word', () => {
    expect(editionOf(minimal.replace('Rota', 'Rotas')).digest).not.toBe(editionOf(minimal).digest)
  })

  test('survives compiling', () => {
    for (const text of [minimal, everything]) expect(editionFromJson(compilePack(text, 'pack.yaml'))).toEqual(editionOf(text))
  })
})

test('a pack with faults is not compiled, and the error lists them', () => {
  expect(() => compilePack(minimal.replace('id: reading-friends', 'id: Reading Friends'), 'pack.yaml')).toThrow(
    /cannot be used\.\npack\.yaml:2:1: "id" may hold only lower-case letters/,
  )
})

/** A change to one of the two packs, the line the fault must name, and its reason. */
type Row = readonly [
  kind: string,
  pack: string,
  from: string | RegExp,
  to: string,
  line: number | string,
  path: string,
  reason: RegExp,
]

const long = 'x'.repeat(1201)

const rows: readonly Row[] = [
  // YAML itself
  ['an open quotation mark', minimal, '"Rota"', '"Rota', '"Rota', '', /quotation mark is opened and not closed/],
  ['a tab', minimal, '  - number: 4', '\t- number: 4', '- number: 4', '', /spaces.*tabs/],
  ['a colon in bare text', minimal, '"Every child finds', 'Note: Every child finds', 'Note: Every', '', /must be in quotes/],
  [
    'wrong indentation',
    everything,
    '    title: Reading together',
    '   title: Reading together',
    'title: Reading together',
    '',
    /indent/,
  ],
  ['two documents', minimal, 'standards:', '---\nstandards:', '---', '', /single document/],
  [
    'a repeated key',
    minimal,
    'language: en-GB',
    'title: Another',
    'title: Another',
    'title',
    /"title" is already given on line 4/,
  ],
  ['an open bracket', minimal, 'label: Later }', 'label: Later', 'exemptions', '', /A bracket is opened and not closed/],
  ['quotes inside quotes', minimal, '"Rota"', '"A "good" rota"', '"A "good"', '', /goes on after the closing quotation mark/],
  [
    'a list indented less than its other items',
    minimal,
    '      - id: "1.2"',
    '     - id: "1.2"',
    '- id: "1.2"',
    '',
    /not indented like/,
  ],
  ['a field without its space', minimal, 'language: en-GB', 'language:en-GB', 'language', '', /a name, a colon and a space/],
  ['an alias', minimal, '"Rota"', '*rota', '*rota', 'standards[1].indicators[0].example_evidence[0]', /alias/],
  ['a tag', minimal, '"Rota"', '!secret "Rota"', '!secret', '', /tag/],
  ['a YAML date tag', minimal, '"Rota"', '!!timestamp 2022-01-01', '!!timestamp', '', /tag/],
  [
    'infinity',
    minimal,
    'review_every_months: 6',
    'review_every_months: .inf',
    'review',
    'review_every_months',
    /neither text, a number/,
  ],
  ['a field without a plain name', minimal, 'language: en-GB', '[a, b]: c', '[a, b]', '', /plain word/],
  [
    'a control character',
    minimal,
    '"Rota"',
    '"Ro\\u0007ta"',
    '"Ro',
    'standards[1].indicators[0].example_evidence[0]',
    /cannot be printed/,
  ],

  // One field at a time
  [
    'an unknown field, near a known one',
    everything,
    'why_it_matters:',
    'why_it_maters:',
    'why_it_maters',
    'standards[0].indicators[0].why_it_maters',
    /An indicator has no field "why_it_maters"\. Did you mean "why_it_matters"\?/,
  ],
  [
    'an unknown field, in other letters',
    everything,
    'short_title: Choice',
    'shortTitle: Choice',
    'shortTitle',
    'standards[0].indicators[0].shortTitle',
    /Did you mean "short_title"\?/,
  ],
  [
    'an unknown field, in part of a name',
    minimal,
    'useful_links:',
    'links:',
    'links:',
    'standards[0].links',
    /Did you mean "useful_links"\?/,
  ],
  [
    'an unknown field, near nothing',
    minimal,
    'language: en-GB',
    'colour: red',
    'colour',
    'colour',
    /A pack has no field "colour"\. It may hold id, edition,/,
  ],
  [
    'a misspelt field that must be there',
    minimal,
    'aim: "Nobody',
    'aims: "Nobody',
    'aims:',
    'standards[1].aims',
    /Did you mean "aim"/,
  ],
  [
    'a missing field of the pack',
    minimal,
    'publisher: A made-up library service\n',
    '',
    2,
    'publisher',
    /A pack needs the field "publisher"/,
  ],
  [
    'a missing field of an indicator',
    minimal,
    / {8}core: false\n/,
    '',
    '- id: "1.2"',
    'standards[0].indicators[1].core',
    /An indicator needs the field "core"/,
  ],
  [
    'a missing field of a rating',
    minimal,
    ', label: Steady',
    '',
    'id: steady',
    'ratings[1].label',
    /A rating needs the field "label"/,
  ],
  [
    'a missing choice',
    everything,
    '  wording: original\n',
    '',
    'provenance:',
    'provenance.wording',
    /Provenance needs the field "wording"/,
  ],
  [
    'a number where text is due',
    minimal,
    'id: "1.2"',
    'id: 1.20',
    'id: 1.20',
    'standards[0].indicators[1].id',
    /"id" must be text, and not a number\. Put it in quotes: "1\.20"\./,
  ],
  ['a year without quotes', minimal, 'edition: "published"', 'edition: 2022', 'edition', 'edition', /Put it in quotes: "2022"/],
  [
    'yes where true is due',
    minimal,
    'core: false',
    'core: no',
    'core: no',
    'standards[0].indicators[1].core',
    /must be true or false, and not text\. Write false, without quotes/,
  ],
  [
    'text where a number is due',
    minimal,
    'number: 4',
    'number: "4"',
    'number: "4"',
    'standards[1].number',
    /a number, and not text\. Write 4 without quotes/,
  ],
  [
    'a fraction of a month',
    minimal,
    'review_every_months: 6',
    'review_every_months: 6.5',
    'review',
    'review_every_months',
    /must be a whole number/,
  ],
  [
    'text where a list is due',
    minimal,
    'levels: [Blue, Red]',
    'levels: Blue',
    'levels',
    'exemptions[0].levels',
    /must be a list, and not text/,
  ],
  [
    'an empty field',
    minimal,
    'language: en-GB',
    'language:',
    'language',
    'language',
    /must be text, and not empty\. Fill it in, or leave the field out/,
  ],
  ['blank text', minimal, '"Rota"', '"  "', '"  "', 'standards[1].indicators[0].example_evidence[0]', /is empty/],
  [
    'an example of no kind',
    minimal,
    '"Rota"',
    '7',
    '- 7',
    'standards[1].indicators[0].example_evidence[0]',
    /text, or a heading with a list of items, and not a number/,
  ],
  [
    'an example with a colon',
    minimal,
    '"Rota"',
    'Rota: weekly',
    '- Rota',
    'standards[1].indicators[0].example_evidence[0]',
    /"heading" and "items"\. Text with a colon .* must be in quotes/,
  ],
  [
    'an action with a colon',
    everything,
    '[Lower two shelves,',
    '[Shelves: lower two,',
    'suggested',
    'standards[0].indicators[0].suggested_actions[0]',
    /must be text, and not a set of fields\. Text with a colon/,
  ],
  [
    'a heading without its list',
    minimal,
    / {12}items:\n.*\n.*\n/,
    '',
    'heading:',
    'standards[0].indicators[0].example_evidence[1].items',
    /A heading with examples needs the field "items"/,
  ],
  [
    'text that is too long',
    minimal,
    'Volunteers ask each child what they liked.',
    long,
    'statement: "xxx',
    'standards[0].indicators[1].statement',
    /too long: 1,201 characters, and the most is 1,200/,
  ],
  [
    'a list that is too long',
    everything,
    '[Lower two shelves,',
    `[${'a, '.repeat(10)}`,
    'suggested',
    'standards[0].indicators[0].suggested_actions',
    /too many items: 11, and the most is 10/,
  ],
  ['an id with capitals', minimal, 'id: steady', 'id: Steady', 'id: Steady', 'ratings[1].id', /lower-case letters/],
  [
    'an edition with spaces',
    minimal,
    '"published"',
    '"the published one"',
    'edition',
    'edition',
    /letters, digits, dots and hyphens/,
  ],
  ['an indicator id of another form', minimal, '"1.2"', '"1.2a"', '1.2a', 'standards[0].indicators[1].id', /a dot and a place/],
  ['a language that is none', minimal, 'en-GB', 'English please', 'language', 'language', /language tag/],
  [
    'a wording that is none',
    everything,
    'wording: original',
    'wording: mine',
    'wording',
    'provenance.wording',
    /"original", "adapted" or "published"/,
  ],
  [
    'a link that is not https',
    everything,
    'https://example.org/choosing',
    'http://example.org/choosing',
    'http://',
    'standards[0].useful_links[0].url',
    /begins with https:\/\//,
  ],
  [
    'a link that would run a script',
    everything,
    'https://example.org/choosing?a=1',
    'javascript:alert(1)',
    'javascript',
    'standards[0].useful_links[0].url',
    /begins with https:\/\//,
  ],
  [
    'a link that is no address',
    everything,
    'https://example.org/choosing',
    'https://exa[mple/choosing',
    'https://exa[mple',
    'standards[0].useful_links[0].url',
    /not a complete web address/,
  ],
  [
    'a link with a password',
    everything,
    'https://example.org/choosing',
    'https://me:secret@example.org/choosing',
    'https://me',
    'standards[0].useful_links[0].url',
    /not a complete web address/,
  ],
  [
    'no ratings',
    minimal,
    /ratings: # .*\n( {2}- .*\n)+/,
    'ratings: []\n',
    'ratings: []',
    'ratings',
    /"ratings" is empty: list at least 2/,
  ],
  ['one rating', minimal, / {2}- \{ id: steady.*\n.*\n/, '', 'ratings:', 'ratings', /needs at least 2/],
  ['no ratings at all', minimal, /ratings: # .*\n( {2}- .*\n)+/, '', 2, 'ratings', /A pack needs the field "ratings"/],

  // Between fields
  [
    'a repeated rating',
    minimal,
    'id: steady',
    'id: starting',
    'label: Steady',
    'ratings[1].id',
    /Rating "starting" is given twice/,
  ],
  ['a repeated priority', minimal, 'id: later', 'id: soon', 'label: Later', 'priorities[1].id', /Priority "soon" is given twice/],
  [
    'a repeated theme',
    everything,
    'id: rota',
    'id: book-list',
    'title: Rota',
    'evidence_themes[1].id',
    /Theme "book-list" is given twice/,
  ],
  [
    'a repeated indicator',
    minimal,
    'id: "1.2"',
    'id: "1.1"',
    26 + 9,
    'standards[0].indicators[1].id',
    /Indicator "1\.1" is given twice/,
  ],
  [
    'a repeated standard',
    everything.replace('"4.1"\n', '"1.3"\n'),
    'number: 4',
    'number: 1',
    'number: 1\n    title: Reading',
    'standards[1].number',
    /Standard "1" is given twice/,
  ],
  [
    'standards out of order',
    everything,
    'number: 1\n',
    'number: 5\n',
    'number: 4',
    'standards[1].number',
    /Standard "4" is out of order: it comes after "5"/,
  ],
  [
    'indicators out of order',
    minimal,
    '"1.1"',
    '"1.12"',
    '"1.2"',
    'standards[0].indicators[1].id',
    /Indicator "1\.2" is out of order: it comes after "1\.12"/,
  ],
  [
    'an indicator of another standard',
    minimal,
    'id: "1.2"',
    'id: "11.2"',
    '"11.2"',
    'standards[0].indicators[1].id',
    /in standard 1, so its id must begin with "1\."/,
  ],
  [
    'a level of an unknown rating',
    everything,
    'steady: Children',
    'stedy: Children',
    'stedy',
    'standards[0].indicators[0].levels.stedy',
    /There is no rating "stedy"\. Did you mean "steady"\?/,
  ],
  [
    'a theme of an unknown indicator',
    everything,
    '["1.1", "4.1"]',
    '["1.1", "4.7"]',
    '4.7',
    'evidence_themes[0].indicators[1]',
    /There is no indicator "4\.7"/,
  ],
  [
    'a theme that names one twice',
    everything,
    '["1.1", "4.1"]',
    '["1.1", "1.1"]',
    '"1.1", "1.1"',
    'evidence_themes[0].indicators[1]',
    /named twice/,
  ],
  [
    'an exemption of an unknown standard',
    minimal,
    'standard: 4',
    'standard: 3',
    'standard: 3',
    'exemptions[0].standard',
    /There is no standard 3/,
  ],
  [
    'a worked example of an unknown indicator',
    everything,
    'worked_example:\n  indicator: "4.1"',
    'worked_example:\n  indicator: "4.7"',
    '4.7',
    'worked_example.indicator',
    /There is no indicator "4\.7"/,
  ],
  [
    'a worked example of an unknown priority',
    everything,
    'priority: soon',
    'priority: soom',
    'soom',
    'worked_example.priority',
    /There is no priority "soom"\. Did you mean "soon"\?/,
  ],
  [
    'a misspelt field of the worked example',
    everything,
    'by_whom: Library lead',
    'by_who: Library lead',
    'by_who',
    'worked_example.by_who',
    /A worked example has no field "by_who"\. Did you mean "by_whom"\?/,
  ],
  [
    'a document at a guessed address',
    everything,
    'https://example.org/reading-friends.pdf',
    'http://example.org/reading-friends.pdf',
    'http://',
    'published_document.url',
    /must be an address that begins with https/,
  ],
  [
    'an address of support that is none',
    everything,
    'friends@example.org',
    'friends at example.org',
    'friends at',
    'support.email',
    /must be one e-mail address/,
  ],
  [
    'support that would send to two addresses',
    everything,
    'email: friends@example.org',
    'email: "friends@example.org?bcc=a@example.org"',
    'bcc=a',
    'support.email',
    /must be one e-mail address/,
  ],
  [
    'support that nobody can reach',
    everything,
    'email: friends@example.org, url: "https://example.org/help", ',
    '',
    'support:',
    'support',
    /needs the field "email" or "url"/,
  ],
  [
    'support with a password in its link',
    everything,
    'https://example.org/help',
    'https://me:you@example.org/help',
    'me:you',
    'support.url',
    /not a complete web address/,
  ],
  [
    'a misspelt field about the framework',
    everything,
    'filled_in_by:',
    'filled_by:',
    'filled_by',
    'about.filled_by',
    /"about" has no field "filled_by"\. Did you mean "filled_in_by"/,
  ],
  [
    'a correction without its day',
    everything,
    'date: 2026-03-01, ',
    '',
    '{ where: "1.2"',
    'corrections[1].date',
    /A correction needs the field "date"/,
  ],
  [
    'a correction on a day that never was',
    everything,
    '2026-03-01',
    '2026-02-30',
    '2026-02-30',
    'corrections[1].date',
    /There is no day "2026-02-30"/,
  ],
  ['a day written otherwise', everything, '2026-03-01', '1 March', '1 March', 'corrections[1].date', /must be a day, such as/],
  [
    'corrections with the oldest first',
    everything,
    '2026-03-01',
    '2026-03-03',
    '2026-03-03',
    'corrections[1].date',
    /newest first, and 2026-03-03 comes after 2026-03-02/,
  ],
  [
    'a page that goes back',
    everything,
    'page: 4',
    'page: 2',
    'page: 2',
    'standards[0].indicators[0].page',
    /Page 2 comes after page 3/,
  ],
  [
    'a page of no document',
    everything,
    /published_document:.*\n/,
    '',
    'page: 3',
    'standards[0].page',
    /say which with the field "published_document"/,
  ],
  [
    'an edition that replaces itself',
    everything,
    'supersedes: "published"',
    'supersedes: "2.0-draft"',
    'supersedes',
    'supersedes',
    /cannot replace itself/,
  ],
]

test.each(rows)('%s', (_, pack, from, to, where, path, reason) => {
  const text = pack.replace(from, () => to)
  expect(text).not.toBe(pack)
  const line = typeof where === 'number' ? where : text.slice(0, text.indexOf(where)).split('\n').length
  const expected = { file: 'pack.yaml', line, column: expect.any(Number), path, reason: expect.stringMatching(reason) }
  expect(faultsOf(text)).toContainEqual(expected)
})

/** Mistakes that rightly lead to a second fault elsewhere. */
const LEADS_TO_MORE =
  /^(an open|a list ind|a field without its|a tab|a colon|wrong ind|two doc|a repeated key|a field without|a language that|no ratings|one rating|an unknown field, near nothing|standards out|a repeated standard)/

test.each(rows.filter(([kind]) => !LEADS_TO_MORE.test(kind)))('%s is one fault, not several', (_, pack, from, to) => {
  expect(faultsOf(pack.replace(from, () => to)).map(faultText)).toHaveLength(1)
})

test('one run reports every fault, in the order of the lines', () => {
  const broken = everything
    .replace('licence: MIT', 'license: MIT')
    .replace('core: true', 'core: yes')
    .replace('"4.1"]', '"9.9"]')
    .replace('starting: Adults', 'beginning: Adults')
    .replace('publisher: A made-up library service\n', '')
  expect(faultsOf(broken).map((fault) => fault.path)).toEqual([
    'publisher',
    'license',
    'evidence_themes[0].indicators[1]',
    'standards[0].indicators[0].core',
    'standards[0].indicators[0].levels.beginning',
  ])
})

test('a list that is too long does not hide what is wrong with its items', () => {
  const many = `[Lower two shelves, ${'a, '.repeat(8)}"", b, c]`
  expect(faultsOf(everything.replace(/\[Lower two shelves,.*/, many)).map((fault) => fault.path)).toEqual([
    'standards[0].indicators[0].suggested_actions',
    'standards[0].indicators[0].suggested_actions[9]',
  ])
})

test('after a mistake in the YAML, only what stands before it is judged', () => {
  const broken = minimal.replace('id: steady', 'id: Steady').replace('"Rota"', '"Rota').replace('core: false', 'core: no')
  expect(faultsOf(broken).map((fault) => fault.path)).toEqual(['ratings[1].id', 'standards[0].indicators[1].core', ''])
})

describe('what comes from outside is bounded', () => {
  test.each([
    ['nothing', '', 'The file is empty.'],
    ['only a comment', '# later\n', 'The file is empty.'],
    ['over 2 MB', `${minimal}#${'x'.repeat(2 * 1024 * 1024)}`, 'The file is over 2 MB, the most a pack may be.'],
    [
      'over 2 MB once written as bytes',
      `${minimal}#${'€'.repeat(1024 * 1024)}`,
      'The file is over 2 MB, the most a pack may be.',
    ],
    ['two million brackets', ']'.repeat(2_000_000), 'The file holds far more separate pieces of YAML than a pack needs.'],
    ['a list and not a set of fields', '- a\n- b\n', 'A pack must be a set of fields, and not a list.'],
    ['a word', 'hello', 'A pack must be a set of fields, and not text.'],
  ])('%s', (_, text, reason) => {
    expect(faultsOf(text)).toEqual([expect.objectContaining({ line: 1, path: '', reason })])
  })

  test('text that multiplies itself by aliases is refused and not expanded', () => {
    const layers = Array.from({ length: 30 }, (_, i) => `x${i + 1}: &x${i + 1} [*x${i}, *x${i}, *x${i}]`)
    const faults = faultsOf(`x0: &x0 lol\n${layers.join('\n')}\n${minimal}`)
    expect(faults.filter(({ reason }) => /alias/.test(reason))).toHaveLength(90)
  })

  test.each([
    ['deep nesting', '['.repeat(20_000)],
    ['very deep nesting', '{a: '.repeat(60_000)],
    ['many unknown fields', Array.from({ length: 20_000 }, (_, i) => `key${i}: 1`).join('\n')],
    ['many keys', Array.from({ length: 60_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['many faults', `ratings:\n${'  - {}\n'.repeat(20_000)}`],
  ])(
    '%s is answered quickly',
    (_, text) => {
      const began = performance.now()
      const faults = faultsOf(text)
      expect(faults.length).toBeGreaterThan(0)
      expect(faults.length).toBeLessThanOrEqual(501)
      // Well above what a busy machine needs, well below what work that grows with the square would take.
      expect(performance.now() - began).toBeLessThan(20_000)
    },
    60_000,
  )
})

describe('whatever is given, there is an answer', () => {
  const sound = (text: string) => {
    const read = readPack(text, 'pack.yaml')
    const lines = text.split(/\r\n|\r|\n/).length
    if (read.ok) expect(hash('sha256', read.content)).toBe(read.edition.digest)
    else {
      expect(read.faults.length).toBeGreaterThan(0)
      for (const { line, reason } of read.faults) {
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(lines)
        expect(reason).not.toMatch(/undefined|\[object/)
      }
    }
  }

  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), sound))
  })

  test('fields named like the parts of a JavaScript object', () => {
    for (const name of ['toString', 'valueOf', 'constructor', 'hasOwnProperty', '__proto__', 'length']) {
      for (const place of ['id: "1.2"', 'number: 4', 'id: steady', 'standard: 4']) {
        sound(minimal.replace(place, `${place.split(':')[0]}: { ${name}: { ${name}: 1 } }`))
        sound(minimal.replace(place, `${name}: 1`))
      }
    }
  })

  test('any JSON written as YAML', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => sound(stringify(value))))
  })

  test('a pack with any of its values replaced', () => {
    const content = parse(everything)
    const paths = allPaths(content)
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 3 }), (path, value) =>
        sound(stringify(replaced(content, path, value))),
      ),
    )
  })

  test('a pack with any stretch of its text cut out or replaced', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 10 }),
      fc.constantFrom('"', '- ', ': ', '\n', '\t', '&a ', '*a', '!!set ', '{', ']', '|\n', '%YAML 1.1\n---\n'),
    )
    fc.assert(
      fc.property(fc.nat(everything.length), fc.nat(60), piece, (from, length, text) =>
        sound(everything.slice(0, from) + text + everything.slice(from + length)),
      ),
    )
  })
})

function allPaths(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  const steps = Array.isArray(value) ? [...value.keys()] : Object.keys(value)
  return [path, ...steps.flatMap((step) => allPaths((value as Record<string | number, unknown>)[step], [...path, step]))]
}

function replaced(value: unknown, [step, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (step === undefined) return by
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>
  copy[step] = replaced(copy[step], rest, by)
  return copy
}
