import fc from 'fast-check'
import type { DeclaredRoute } from '../../src/platform/http/routes.ts'
import { newId } from '../../src/platform/ids.ts'
import type { RemoteVisitor } from '../support/remote-visitor.ts'
import type { KnownForm } from './forms.ts'
import { MARK, type People } from './people.ts'
import { addressOf } from './routes.ts'
import { BOUNDARY, MULTIPART, multipart, requestBytes, URLENCODED } from './wire.ts'
import { ODD, ODD_IDS } from './worst.ts'

/** What is odd about one request. Chosen from a seed, without anything in it that differs from run to run. */
const oddity = fc.record({
  method: often(
    'as declared',
    30,
    'GET',
    'POST',
    'HEAD',
    'OPTIONS',
    'PUT',
    'DELETE',
    'PATCH',
    'TRACE',
    'PROPFIND',
    'get',
    'G\u00cbT',
  ),
  who: fc.constantFrom(...(['nobody', 'owner', 'contributor', 'viewer', 'stranger'] as const)),
  ids: often('own', 10, 'completed', 'foreign', 'mixed', 'made up', 'odd'),
  oddId: fc.constantFrom(...ODD_IDS),
  oddPlace: fc.nat(5),
  query: seldom(
    3,
    fc.record({ name: fc.constantFrom(...QUERY_NAMES()), value: fc.constantFrom(...ODD), times: often(1, 5, 2, 2000) }),
  ),
  headers: fc.array(fc.constantFrom(...HEADERS().keys()), { maxLength: 2 }),
  cookies: often('as they are', 20, 'none', 'cut', 'wrongly signed', 'huge', 'doubled', 'garbage', 'names of prototypes'),
  token: often('right', 14, 'none', 'wrong', 'huge', 'somebody else’s'),
  changes: fc.array(
    fc.record({
      place: fc.nat(1000),
      how: often('odd', 6, 'a number too big', 'a number too big', 'missing', 'doubled', 'a file', 'many'),
      value: fc.constantFrom(...ODD),
    }),
    { maxLength: 4 },
  ),
  button: fc.nat(100),
  besides: often('nothing', 10, '10,000 fields', 'names of prototypes', 'long names', 'nested names'),
  body: often('as its form says', 4, 'url-encoded', 'multipart', 'odd multipart', 'odd multipart', 'JSON', 'text', 'none'),
  multipart: fc.constantFrom(...MULTIPARTS().keys()),
  chunked: often(false, 5, true),
  asScript: often(false, 2, true),
  cut: seldom(12, fc.double({ min: 0, max: 1, noNaN: true })),
})

export type Oddity = typeof oddity extends fc.Arbitrary<infer T> ? T : never

/** The same from the same seed, without end. */
export function* oddities(seed: number): Generator<Oddity> {
  for (let more = 0; ; more++) yield* fc.sample(oddity, { seed: seed + more, numRuns: 250 })
}

/** Null but for one in so many. */
function seldom<T>(oneIn: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })
}

/** The first far more often than the others. */
function often<const T, const O>(usual: T, weight: number, ...others: readonly O[]): fc.Arbitrary<T | O> {
  return fc.oneof(
    { weight, arbitrary: fc.constant(usual) },
    ...others.map((each) => ({ weight: 1, arbitrary: fc.constant(each) })),
  )
}

function QUERY_NAMES(): readonly string[] {
  return ['revision', 'next', 'removed', 'token', 'filter', 'page', 'show', '__proto__', 'a[b][c]', '']
}

/** Headers that are odd in themselves. Functions, because some are long. */
function HEADERS(): ReadonlyMap<string, () => readonly (readonly [string, string])[]> {
  const one = (name: string, value: string) => () => [[name, value]] as const
  return new Map<string, () => readonly (readonly [string, string])[]>([
    ['two hosts', one('host', 'evil.example')],
    ['a host that is none', one('host', 'a b/c?d')],
    ['forwarded host', one('x-forwarded-host', 'evil.example')],
    ['from a mapped address', one('x-forwarded-for', '::ffff:203.0.113.7')],
    ['from a mapped address in hexadecimal', one('x-forwarded-for', '::ffff:cb00:7107')],
    ['from a zone', one('x-forwarded-for', 'fe80::1%eth0')],
    ['from nowhere', one('x-forwarded-for', ',,,')],
    ['from ten thousand places', () => [['x-forwarded-for', '203.0.113.7, '.repeat(700)]]],
    ['a header of 12 kB', () => [['x-long', 'a'.repeat(12_000)]]],
    ['a header of 100 kB', () => [['x-long', 'a'.repeat(100_000)]]],
    ['a thousand headers', () => Array.from({ length: 1000 }, (_, n) => [`x-${n}`, 'a'] as const)],
    ['a long list of encodings', () => [['accept-encoding', 'gzip;q=0.1, '.repeat(500)]]],
    ['an encoding that is none', one('accept-encoding', 'zstd, *;q=0, identity;q=0')],
    ['brotli', one('accept-encoding', 'br')],
    ['a body said to be packed', one('content-encoding', 'gzip')],
    ['a long list of types', () => [['accept', 'application/json;q=0.'.repeat(400)]]],
    ['a range', one('range', 'bytes=0-0,1-1,5-2,-1,99999999999999999999-')],
    ['known already', one('if-none-match', '*')],
    ['since never', one('if-modified-since', 'Thu, 01 Jan 1970 00:00:00 GMT')],
    ['another origin', one('origin', 'https://evil.example')],
    ['an origin that is none', one('origin', 'null')],
    ['from another site', one('sec-fetch-site', 'cross-site')],
    ['from an odd page', one('referer', 'http://127.0.0.1/%ff%00?\u202e')],
    [
      'an upgrade',
      () => [
        ['upgrade', 'websocket'],
        ['connection', 'upgrade'],
      ],
    ],
    [
      'HTTP/2',
      () => [
        ['upgrade', 'h2c'],
        ['http2-settings', 'AAMAAABkAAQAAP__'],
      ],
    ],
    ['asked first', one('expect', '100-continue')],
    ['an odd expectation', one('expect', 'something')],
    ['both lengths', one('transfer-encoding', 'chunked')],
    ['an odd coding', one('transfer-encoding', 'gzip, chunked')],
    ['a length below nought', one('content-length', '-1')],
    ['a length beyond all', one('content-length', '99999999999999999999')],
    ['a length too long', one('content-length', '100000')],
    ['a length too short', one('content-length', '3')],
    ['a bare agent', one('user-agent', '')],
    ['an agent of marks', () => [['user-agent', '\u0315\u0301'.repeat(3000)]]],
    ['a name with a blank', one('x header', 'a')],
    ['bytes beyond ASCII', one('x-bytes', 'caf\u00e9 \u{1f469}')],
    ['a line that goes on', one('x-folded', 'a\r\n b')],
    ['NUL', one('x-nul', 'a\0b')],
    ['a language that is none', one('accept-language', '*;q=\u0661')],
  ])
}

type Pairs = readonly (readonly [string, string])[]

/** Bodies that are no good multipart, each from a good one's fields. */
function MULTIPARTS(): ReadonlyMap<string, (fields: Pairs) => { readonly type: string; readonly body: Buffer }> {
  const good = (fields: Pairs) => multipart(fields.map(([name, value]) => ({ name, value })))
  const raw =
    (body: string, type = MULTIPART) =>
    () => ({ type, body: Buffer.from(body, 'latin1') })
  const part = (head: string, body = 'abc', end = '') => raw(`--${BOUNDARY}\r\n${head}\r\n\r\n${body}${end}`)
  const disposition = 'Content-Disposition: form-data'
  const cutAt = (find: string, after: number) => (fields: Pairs) => {
    const body = good(fields)
    return { type: MULTIPART, body: body.subarray(0, Math.max(0, body.lastIndexOf(find) + after)) }
  }
  return new Map<string, (fields: Pairs) => { readonly type: string; readonly body: Buffer }>([
    ['nothing at all', raw('')],
    ['cut inside the first boundary', raw(`--${BOUNDARY.slice(0, 4)}`)],
    ['cut inside a part’s headers', part(`${disposition}; na`, '')],
    ['cut after a part’s headers', part(`${disposition}; name="evidence"`, '')],
    ['cut inside a field', part(`${disposition}; name="evidence"`)],
    [
      'cut inside a file',
      part(`${disposition}; name="evidenceFile"; filename="a.pdf"\r\nContent-Type: application/pdf`, '%PDF-1.7'),
    ],
    ['cut inside a file without a name', part(`${disposition}; filename="a.txt"`)],
    ['cut inside a file with an empty name', part(`${disposition}; name=""; filename="a.txt"`)],
    [
      'cut inside a file left empty',
      part(`${disposition}; name="evidenceFile"; filename=""\r\nContent-Type: application/octet-stream`, ''),
    ],
    ['cut inside a part without a name', part(disposition)],
    ['cut inside a part without a disposition', part('Content-Type: text/plain')],
    ['cut before the last boundary', cutAt(`--${BOUNDARY}`, 0)],
    ['cut inside the last boundary', cutAt(`--${BOUNDARY}`, 5)],
    ['cut after the last boundary', cutAt(`--${BOUNDARY}--`, BOUNDARY.length + 3)],
    ['a part without a name', part(disposition, 'abc', `\r\n--${BOUNDARY}--\r\n`)],
    ['a file without a name', part(`${disposition}; filename="a.txt"`, 'abc', `\r\n--${BOUNDARY}--\r\n`)],
    ['an unknown disposition', part('Content-Disposition: attachment; name="a"', 'abc', `\r\n--${BOUNDARY}--\r\n`)],
    ['two dispositions', part(`${disposition}; name="a"\r\n${disposition}; name="b"`, 'abc', `\r\n--${BOUNDARY}--\r\n`)],
    [
      'an unknown charset',
      part(`${disposition}; name="a"\r\nContent-Type: text/plain; charset=klingon`, '\xff', `\r\n--${BOUNDARY}--\r\n`),
    ],
    ['UTF-16', part(`${disposition}; name="a"\r\nContent-Type: text/plain; charset=utf-16le`, 'a\0b', `\r\n--${BOUNDARY}--\r\n`)],
    ['a name in an odd charset', part(`${disposition}; name*=klingon'en'%ff`, 'abc', `\r\n--${BOUNDARY}--\r\n`)],
    [
      'a file name of marks',
      part(
        `${disposition}; name="evidenceFile"; filename="${Buffer.from('\u0315\u0301'.repeat(3000)).toString('latin1')}.pdf"`,
        '%PDF-',
        `\r\n--${BOUNDARY}--\r\n`,
      ),
    ],
    [
      'part headers of 100 kB',
      part(`${disposition}; name="a"\r\nX-Long: ${'a'.repeat(100_000)}`, 'abc', `\r\n--${BOUNDARY}--\r\n`),
    ],
    ['a thousand part headers', part(`${disposition}; name="a"${'\r\nX: a'.repeat(1000)}`, 'abc', `\r\n--${BOUNDARY}--\r\n`)],
    [
      'nested multipart',
      part(
        `${disposition}; name="a"\r\nContent-Type: multipart/mixed; boundary=b`,
        '--b\r\n\r\nc\r\n--b--',
        `\r\n--${BOUNDARY}--\r\n`,
      ),
    ],
    [
      'line feeds alone',
      (fields) => ({ type: MULTIPART, body: Buffer.from(good(fields).toString('latin1').replaceAll('\r\n', '\n'), 'latin1') }),
    ],
    ['another boundary', (fields) => ({ type: 'multipart/form-data; boundary=other', body: good(fields) })],
    ['no boundary', (fields) => ({ type: 'multipart/form-data', body: good(fields) })],
    ['an empty boundary', (fields) => ({ type: 'multipart/form-data; boundary=""', body: good(fields) })],
    ['a boundary of 10 kB', (fields) => ({ type: `multipart/form-data; boundary=${'b'.repeat(10_000)}`, body: good(fields) })],
    ['said to be mixed', (fields) => ({ type: `multipart/mixed; boundary=${BOUNDARY}`, body: good(fields) })],
    [
      'a preamble of 100 kB',
      (fields) => ({ type: MULTIPART, body: Buffer.concat([Buffer.from(`${'-'.repeat(100_000)}\r\n`), good(fields)]) }),
    ],
    [
      '10,000 files',
      () => ({
        type: MULTIPART,
        body: multipart(Array.from({ length: 10_000 }, () => ({ name: 'evidenceFile', value: 'a', file: 'a.txt' }))),
      }),
    ],
    [
      '10,000 fields',
      () => ({ type: MULTIPART, body: multipart(Array.from({ length: 10_000 }, (_, n) => ({ name: `f${n}`, value: 'a' }))) }),
    ],
    ['only boundaries', raw(`--${BOUNDARY}\r\n`.repeat(10_000))],
  ])
}

const headerList = HEADERS()
const multiparts = MULTIPARTS()

export interface Made {
  readonly bytes: Buffer
  readonly label: string
  /** True when an answer must hold nothing of the attacked organisation's. */
  readonly outside: boolean
  readonly cutAfter?: number
}

/** Makes the request that an oddity says, from who and what is there now. */
export function makeRequest(
  odd: Oddity,
  route: DeclaredRoute,
  { people, form, origin }: { readonly people: People; readonly form: KnownForm | undefined; readonly origin: string },
): Made {
  const browser = browserOf(odd.who, people)
  const method = odd.method === 'as declared' ? route.method : odd.method
  const outside = odd.who === 'nobody' || odd.who === 'stranger'
  const target = `${addressOf(route.pattern, idsOf(odd, people, route))}${queryOf(odd)}`

  const headers: (readonly [string, string])[] = [
    ...cookieHeaders(odd, browser),
    ...(odd.asScript ? [['accept', 'application/json'] as const] : []),
    ...odd.headers.flatMap((name) => headerList.get(name)?.() ?? []),
  ]
  let body: Buffer | null = null
  let type = ''
  if (method === 'POST' || method === 'PUT' || method === 'PATCH') {
    headers.push(['origin', origin])
    const fields = fieldsOf(odd, form, tokenOf(odd, browser, people)).map(
      ([name, value]) => [name, outside ? value.replaceAll(MARK, 'Somebody') : value] as const,
    )
    ;({ body, type } = bodyOf(odd, fields, form?.files ?? false))
    if (type) headers.push(['content-type', type])
  }
  const bytes = requestBytes(method, target, headers, body, { chunked: odd.chunked === true })
  const what = [
    odd.ids === 'own' ? '' : odd.ids === 'odd' ? 'odd ids' : `${odd.ids} ids`,
    odd.query ? `?${odd.query.name}` : '',
    ...odd.headers,
    odd.cookies === 'as they are' ? '' : `cookies ${odd.cookies}`,
    odd.token === 'right' ? '' : `token ${odd.token}`,
    body ? odd.body : '',
    body && odd.body === 'odd multipart' ? odd.multipart : '',
    body && odd.besides !== 'nothing' ? odd.besides : '',
  ].filter((each) => each !== '')
  return {
    bytes,
    label: `${method} ${route.pattern} by ${odd.who}${what.length > 0 ? `: ${what.join(', ')}` : ''}`,
    outside,
    ...(odd.cut === null ? {} : { cutAfter: Math.floor(odd.cut * bytes.length) }),
  }
}

function browserOf(who: Oddity['who'], people: People): RemoteVisitor | null {
  if (who === 'nobody') return null
  return (people[who] ?? people.owner).browser
}

function idsOf(odd: Oddity, { own, completed, foreign }: People, route: DeclaredRoute): Readonly<Record<string, string>> {
  if (odd.ids === 'completed') return completed
  if (odd.ids === 'foreign') return foreign
  // One organisation's things under another's address.
  if (odd.ids === 'mixed') return { ...own, organisation: foreign.organisation ?? '' }
  if (odd.ids === 'made up') return Object.fromEntries(Object.keys(own).map((name) => [name, newId()]))
  if (odd.ids === 'own') return own
  const names = [...route.pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const name = names[odd.oddPlace % Math.max(names.length, 1)] ?? ''
  return { ...own, [name]: odd.oddId }
}

function queryOf({ query }: Oddity): string {
  if (!query) return ''
  const pair = `${encode(query.name)}=${encode(query.value)}`
  return `?${Array.from({ length: Math.min(query.times, Math.ceil(12_000 / pair.length)) }, () => pair).join('&')}`
}

/** Halves of characters as well, which no browser sends. */
const encode = (text: string): string =>
  text.isWellFormed()
    ? encodeURIComponent(text)
    : [...text].map((each) => (each.isWellFormed() ? encodeURIComponent(each) : '%ED%A0%80')).join('')

function cookieHeaders(odd: Oddity, browser: RemoteVisitor | null): Pairs {
  const { cookie = '', ...others } = browser?.headers() ?? {}
  const rest = Object.entries(others)
  const changed: Readonly<Record<Oddity['cookies'], readonly string[]>> = {
    'as they are': cookie === '' ? [] : [cookie],
    none: [],
    cut: [cookie.slice(0, Math.floor(cookie.length * 0.6))],
    'wrongly signed': [cookie.replace(/\.[^;.]{20,}/, (each) => `.${[...each.slice(1)].reverse().join('')}`)],
    huge: [`${cookie}; mentormark.session_token=${'a'.repeat(11_000)}`],
    doubled: [cookie, cookie.replace(/=[^;]*/g, '=x')],
    garbage: ['=;;=%ff%zz;\u00ff; mm-form; mentormark.session_token=%00.%00'],
    'names of prototypes': [`__proto__=x; constructor=y; ${cookie}`],
  }
  return [...changed[odd.cookies].filter((each) => each !== '').map((each) => ['cookie', each] as const), ...rest]
}

function tokenOf(odd: Oddity, browser: RemoteVisitor | null, people: People): string | null {
  if (odd.token === 'none') return null
  if (odd.token === 'wrong') return 'A'.repeat(43)
  if (odd.token === 'huge') return 'A'.repeat(100_000)
  return (odd.token === 'right' ? browser : people.stranger.browser)?.token ?? ''
}

/** Beyond what a column, a bigint or a number holds. */
const BIG = ['2147483647', '2147483648', '4294967296', '9007199254740991', '9223372036854775808', '-2147483649']

function fieldsOf(odd: Oddity, form: KnownForm | undefined, token: string | null): Pairs {
  const known = form?.fields ?? []
  const names = [...new Set([...(form?.names ?? []), ...known.map(([name]) => name)])]
  const numeric = known.filter(([, value]) => /^\d+$/.test(value)).map(([name]) => name)
  let fields = [...known]
  for (const { place, how, value } of odd.changes) {
    const name = names[place % Math.max(names.length, 1)] ?? 'name'
    if (how === 'a number too big') {
      const [which, big] = [numeric[place % Math.max(numeric.length, 1)] ?? name, BIG[place % BIG.length] ?? '']
      fields = [...fields.filter(([each]) => each !== which), [which, big]]
    } else if (how === 'missing') fields = fields.filter(([each]) => each !== name)
    else if (how === 'doubled') fields.push([name, value], [name, value])
    else if (how === 'many') fields.push(...Array.from({ length: 300 }, () => [name, value] as const))
    else fields = [...fields.filter(([each]) => each !== name), [name, value]]
  }
  const button = form?.buttons[odd.button % Math.max(form.buttons.length, 1)]
  if (button) fields.push(button)
  if (odd.besides === '10,000 fields') fields.push(...Array.from({ length: 10_000 }, (_, n) => [`f${n}`, ''] as const))
  if (odd.besides === 'names of prototypes')
    fields.push(
      ...['__proto__', 'constructor', 'prototype', 'toString', '__proto__[x]', 'fields'].map(
        (name) => [name, 'toString'] as const,
      ),
    )
  if (odd.besides === 'long names') fields.push(['n'.repeat(100_000), 'x'], ['\u0315\u0301'.repeat(20_000), 'x'])
  if (odd.besides === 'nested names') fields.push([`a${'[b]'.repeat(5000)}`, 'x'])
  return token === null ? fields : [['token', token], ...fields]
}

function bodyOf(odd: Oddity, fields: Pairs, files: boolean): { readonly type: string; readonly body: Buffer | null } {
  const way = odd.body === 'as its form says' ? (files ? 'multipart' : 'url-encoded') : odd.body
  const fileNames = new Set(
    odd.changes.filter(({ how }) => how === 'a file').map(({ place }) => place % Math.max(fields.length, 1)),
  )
  switch (way) {
    case 'multipart':
      return {
        type: MULTIPART,
        body: multipart(
          fields.map(([name, value], place) => ({ name, value, ...(fileNames.has(place) ? { file: 'a.pdf' } : {}) })),
        ),
      }
    case 'odd multipart':
      return multiparts.get(odd.multipart)?.(fields) ?? { type: MULTIPART, body: null }
    case 'JSON':
      return { type: 'application/json', body: Buffer.from(JSON.stringify(Object.fromEntries(fields))) }
    case 'text':
      return { type: 'text/plain; charset=utf-7', body: Buffer.from(fields.map((pair) => pair.join('=')).join('\n')) }
    case 'none':
      return { type: URLENCODED, body: null }
    default:
      return { type: URLENCODED, body: Buffer.from(fields.map((pair) => pair.map(encode).join('=')).join('&')) }
  }
}
