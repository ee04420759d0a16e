import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csv, planCsv } from './csv.ts'
import { completeRecord, inventedEdition } from './testing.ts'

describe('the plan as a spreadsheet', () => {
  const edition = inventedEdition({ standards: 1, indicatorsEach: 2 })
  const record = completeRecord(edition)

  it('has the framework plan’s columns, a byte-order mark and CRLF', () => {
    const text = [...planCsv(edition, record)].join('')
    expect(
      text.startsWith('\uFEFFDevelopment action,Standard,Indicator,By who?,By when?,Priority,Completed on,What changed\r\n'),
    ).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    expect(text).toContain(`1 Planning the programme,1.2 ${edition.indicators[1]?.shortTitle},Amara`)
    expect(text).toContain(',Amara Okonjo-Reid,2026-06-30,Highest,,\r\n')
  })

  it('is only its heading when nothing is planned', () => {
    expect([...planCsv(edition, { ...record, actions: [] })].join('').trimEnd().split('\r\n')).toHaveLength(1)
  })
})

describe('csv', () => {
  it.each([
    ['plain', 'plain'],
    ['with, comma', '"with, comma"'],
    ['with "quotes"', '"with ""quotes"""'],
    ['two\r\nlines', '"two\nlines"'],
    ['', ''],
    ['=SUM(A1:A9)', "'=SUM(A1:A9)"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['+44 20 7946 0000', "'+44 20 7946 0000"],
    ['-1', "'-1"],
    ['@here', "'@here"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\n=1"'],
    ['＝1', "'＝1"],
    ['2026-03-13', '2026-03-13'],
  ])('writes %j as %j', (typed, written) => {
    expect(csv([[typed]])).toBe(`${written}\r\n`)
  })

  it('can be read back, whatever is in the cells', () => {
    const table = fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 1, maxLength: 4 }))
    // An apostrophe may have been typed or may be the guard: a reader cannot tell, so neither does the test.
    const meant = (cell: string) => cell.replace(/\r\n?/g, '\n').replace(/^'(?=[=+\-@\t\n＝＋－＠])/, '')
    fc.assert(
      fc.property(table, (rows) => {
        expect(read(csv(rows)).map((row) => row.map(meant))).toEqual(rows.map((row) => row.map(meant)))
      }),
    )
  })
})

/** RFC 4180, written the other way round. */
function read(text: string): string[][] {
  const rows: string[][] = []
  const row: string[] = []
  let rest = text
  while (rest !== '') {
    const cell = /^(?:"((?:[^"]|"")*)"|([^",\n]*?))(,|\r\n)/.exec(rest)
    if (!cell) throw new Error(`Not CSV: ${JSON.stringify(rest)}`)
    row.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '')
    if (cell[3] === '\r\n') rows.push(row.splice(0))
    rest = rest.slice(cell[0].length)
  }
  return rows
}
