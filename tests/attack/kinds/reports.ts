import { paths as reportPaths } from '../../../src/report/paths.ts'
import { type Lead, newLead } from '../../support/remote-visitor.ts'
import type { Installation } from '../installation.ts'
import { answerAll, complete, correct, elsewhere } from '../people.ts'
import { type Attack, atOnce, type Scene } from '../scene.ts'
import { requestBytes, send } from '../wire.ts'
import { WORST } from '../worst.ts'

const BOUND = 20_000
const TEXTS = [
  'spaces between two letters',
  'one letter and its marks',
  'combining marks',
  'nested brackets',
  'line breaks',
  'a family of emoji',
  'one letter',
] as const
/** What one person may ask for at once, and does. */
const AT_ONCE = 3
const MOST_REVISIONS = 40

export const reports: Attack = {
  name: 'reports',
  does: 'Assessments in which every answer is as long as it may be, of the worst texts: their reports, plans, results and downloads, several at once; then one with forty revisions, downloaded whole',
  weight: 3,
  needsOwnServer: false,
  prepares: true,
  judged: 'everybody',
  async run(scene) {
    const { journal, installation } = scene
    const names = rotated(TEXTS, Math.floor(scene.random() * TEXTS.length))
    const [first = names[0] ?? ''] = names
    const prepared = await worstRecord(installation, first)
    scene.begin()
    const forTexts = scene.left() * 0.35
    let made = 0
    for (const text of names) {
      if (scene.left() < forTexts) break
      const writer = text === first ? prepared : await worstRecord(installation, text)
      await atOnce(AT_ONCE, () => askForAll(scene, writer, text))
      writer.browser.close()
      made++
    }
    const writer = await worstRecord(installation, 'long words')
    const revisions = await manyRevisions(writer, MOST_REVISIONS, scene.more)
    const { bytes, status } = await get(
      scene,
      writer,
      reportPaths.everything.to(writer),
      `${revisions} revisions, downloaded whole`,
    )
    journal.notes.push(
      `${made} kinds of text; ${revisions} revisions, downloaded: ${status}, ${(bytes / 1e6).toFixed(1)} MB packed`,
    )
    await get(scene, writer, reportPaths.results.to(writer), `the results of ${revisions} revisions`)
    await get(scene, writer, reportPaths.planCsv.to(writer), `the plan of ${revisions} revisions`)
    writer.browser.close()
  },
}

async function askForAll(scene: Scene, writer: Lead, text: string): Promise<void> {
  for (const [what, path] of Object.entries(reportPaths)) await get(scene, writer, path.to(writer), `${what} of ${text}`)
}

async function get({ installation, journal }: Scene, { browser }: Lead, address: string, label: string) {
  const headers = Object.entries({ ...browser.headers(), 'accept-encoding': 'gzip' })
  const answer = await send(journal, requestBytes('GET', address, headers), { port: installation.port, label, timeoutMs: 60_000 })
  if (answer.status === null) await installation.up()
  return answer
}

/** Somebody who answers every question with a text as long as it may be. */
export async function worstRecord(installation: Installation, text: string): Promise<Lead> {
  const writer = await newLead(installation, 'Wilhelmina', elsewhere())
  const words = (WORST[text] ?? String)(BOUND)
  await answerAll(writer.browser, writer.indicators, words, { notes: words })
  return writer
}

/** Completes and corrects an assessment again and again. @returns how many revisions were sealed */
export async function manyRevisions(writer: Lead, most: number, more: () => boolean): Promise<number> {
  await complete(writer.browser, writer)
  let revisions = 1
  while (revisions < most && more()) {
    await correct(writer.browser, writer, `Once more, ${revisions}`)
    await complete(writer.browser, writer)
    revisions++
  }
  return revisions
}

function rotated<T>(all: readonly T[], by: number): readonly T[] {
  return [...all.slice(by), ...all.slice(0, by)]
}
