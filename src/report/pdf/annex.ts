import type { AssessmentRecord, EvidenceRecord } from '../../assessment/index.ts'
import { fileSize } from '../../evidence/index.ts'
import { shownAddress } from '../../platform/index.ts'
import { fileOfSize } from '../content.ts'
import type { AnnexEntry, ItemModel } from './document.ts'
import { inline, webAddress } from './text.ts'

/** Gives each thing that is held as evidence its number. */
export interface EvidenceNumbers {
  itemModel(item: EvidenceRecord): ItemModel
}

/** Everything that the answers and the quality marks name, each once however often it is named, in the order of the answers. */
export function annexOf(record: AssessmentRecord): {
  readonly entries: readonly AnnexEntry[]
  readonly numbers: EvidenceNumbers
} {
  const found = new Map<string, { readonly item: EvidenceRecord; readonly number: string; readonly shownFor: string[] }>()
  const name = (item: EvidenceRecord, where: string) => {
    const key = keyOf(item)
    const entry = found.get(key) ?? { item, number: `E${found.size + 1}`, shownFor: [] }
    found.set(key, entry)
    if (!entry.shownFor.includes(where)) entry.shownFor.push(where)
  }
  const marks = new Map(record.exemptions.map((exemption) => [exemption.standard, exemption.certificate]))
  for (const { indicatorId, standard, items } of record.answers) {
    for (const item of marks.get(standard) ?? []) name(item, `standard ${standard}`)
    marks.delete(standard)
    for (const item of items) name(item, indicatorId)
  }
  return {
    entries: [...found.values()].map(({ item, number, shownFor }) => ({
      ...modelOf(item, number),
      where: whereOf(item),
      shownFor: shownFor.join(', '),
    })),
    numbers: { itemModel: (item) => modelOf(item, found.get(keyOf(item))?.number ?? '') },
  }
}

function keyOf(item: EvidenceRecord): string {
  switch (item.kind) {
    case 'link':
      return JSON.stringify([item.title, item.url])
    case 'place':
      return JSON.stringify([item.title, item.place])
    case 'file':
      return JSON.stringify([item.title, item.name, item.sha256])
  }
}

function modelOf(item: EvidenceRecord, number: string): ItemModel {
  return { title: inline(item.title), number, url: item.kind === 'link' ? webAddress(item.url) : null }
}

function whereOf(item: EvidenceRecord) {
  switch (item.kind) {
    case 'link':
      return inline(shownAddress(item.url))
    case 'place':
      return inline(item.place)
    case 'file': {
      // A title that nobody changed is the file's name, which need not be said twice.
      const isNamed = item.title === item.name || item.title === item.name.replace(/\.[^.]*$/, '')
      return inline(fileOfSize(isNamed ? '' : item.name, fileSize(item.bytes)))
    }
  }
}
