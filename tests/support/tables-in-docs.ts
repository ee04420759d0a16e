import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Row = Readonly<Record<string, string>>

const root = join(import.meta.dirname, '../..')

/** The rows of the first table under a heading of a document, by column name. */
export function tableIn(document: string, heading: string): readonly Row[] {
  const page = readFileSync(join(root, document), 'utf8')
  const section = page.split(/^#+ /m).find((each) => each.startsWith(`${heading}\n`)) ?? ''
  const table = section.split(/\n\s*\n/).find((block) => block.startsWith('|')) ?? ''
  const [head = '', , ...rows] = table.split('\n').filter((line) => line.startsWith('|'))
  const names = cells(head)
  return rows.map((row) => Object.fromEntries(cells(row).map((cell, index) => [names[index] ?? '', cell])))
}

function cells(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}
