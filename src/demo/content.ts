import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { examplesValue, type FieldValues, LESS_RELEVANT } from '../assessment/index.ts'
import { type NewEvidence, readNewEvidence } from '../evidence/index.ts'
import { type Edition, exampleItems, indicatorById } from '../frameworks/index.ts'
import type { NewAction } from '../plan/index.ts'
import { FILE_BYTES, type Files, form, type Upload } from '../platform/index.ts'
import { asWritten, type Calendar } from './calendar.ts'
import type { AnswerStory, Planned, Shown } from './story.ts'

// From the stories' words to what the actions take. What a story says that the edition does not know is an error: the demo
// must not drift from the framework.

export function valuesOf(
  edition: Edition,
  indicatorId: string,
  { rating, says, have, because, notes }: AnswerStory,
  moment: Date,
): FieldValues {
  const indicator = indicatorById(edition, indicatorId)
  if (!indicator) throw unknown('indicator', indicatorId)
  if (rating !== '' && rating !== LESS_RELEVANT && !edition.ratings.some(({ id }) => id === rating))
    throw unknown('rating', rating)
  const held = have?.split(' ') ?? []
  const known = exampleItems(indicator).map(({ key }) => key)
  for (const key of held) if (!known.includes(key)) throw unknown(`example of ${indicatorId}`, key)
  return {
    rating,
    evidence: asWritten(says, moment),
    examples: examplesValue(held),
    lessRelevantReason: asWritten(because ?? '', moment),
    notes: asWritten(notes ?? '', moment),
  }
}

export function actionOf(
  edition: Edition,
  calendar: Calendar,
  indicatorId: string,
  { id, what, who, by, priority }: Planned & { readonly id: string },
): NewAction {
  if (priority !== null && !edition.priorities.some((each) => each.id === priority)) throw unknown('priority', priority)
  return { id, indicatorId, action: what, byWhom: who, byWhen: by === null ? null : calendar.day(by), priority }
}

/** Evidence read as the indicator's form reads it, files looked into and kept. */
export async function evidenceOf(shown: readonly Shown[], files: Files): Promise<readonly NewEvidence[]> {
  const read = await Promise.all(shown.map(async (each) => readNewEvidence(await formOf(each, files), files)))
  return read.flatMap((each) => {
    if (!each.ok) throw new Error(`The demo’s content holds evidence that is refused: ${Object.values(each.errors).join(' ')}`)
    return each.items
  })
}

/** Beside this file, and beside the built program. */
const PICTURES = new URL('./pictures/', import.meta.url)

async function formOf(shown: Shown, files: Files) {
  if ('link' in shown)
    return form(
      [
        ['evidenceLink', shown.link],
        ['evidenceLinkTitle', shown.title],
      ],
      [],
      [],
    )
  if ('place' in shown)
    return form(
      [
        ['evidencePlace', shown.place],
        ['evidencePlaceTitle', shown.title],
      ],
      [],
      [],
    )
  const content = 'picture' in shown ? await readFile(new URL(shown.picture, PICTURES)) : Buffer.from(shown.holds)
  const stored = await files.keep(Readable.from([content]), FILE_BYTES)
  const upload: Upload = { ...stored, field: 'evidenceFile', name: shown.file, claimedType: '' }
  return form([], [upload], [])
}

function unknown(what: string, name: string): Error {
  return new Error(`The demo’s content names a ${what} that the framework does not have: ${name}.`)
}
