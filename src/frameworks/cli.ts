import { createReadStream } from 'node:fs'
import type { Context } from '../platform/context.ts'
import type { ExitCode, Terminal } from '../platform/terminal.ts'
import { loadPack, refusalText } from './actions.ts'
import type { Edition } from './edition.ts'
import { type Fault, faultText } from './pack/fault.ts'
import { coreIndicators } from './rules.ts'
import { findEdition, listEditions } from './store.ts'

export const FRAMEWORK_USAGE = `Usage:
  framework check FILE          say everything that is wrong with a pack, changing nothing
  framework list                the editions that can be assessed against
  framework load FILE           add a pack, or put its new words in the place of the old
  framework show ID [EDITION]   what an edition holds`

/**
 * `framework …` from a terminal.
 * @param args what follows the word `framework`
 * @param withContext opens the database for as long as a command needs it; `check` never does
 */
export async function frameworkCommand(
  args: readonly string[],
  terminal: Terminal,
  withContext: (work: (context: Context) => Promise<ExitCode>) => Promise<ExitCode>,
): Promise<ExitCode> {
  const [verb, first, second, ...more] = args
  const given = [first, second, ...more].filter((word) => word !== undefined).length
  if (verb === 'check' && first && given === 1) return checkCommand(first, terminal)
  if (verb === 'list' && given === 0) return withContext((context) => listCommand(context, terminal))
  if (verb === 'load' && first && given === 1) return withContext((context) => loadCommand(context, first, terminal))
  if (verb === 'show' && first && given <= 2)
    return withContext((context) => showCommand(context, first, second ?? null, terminal))
  terminal.complain(FRAMEWORK_USAGE)
  return 2
}

export async function checkCommand(file: string, terminal: Terminal): Promise<ExitCode> {
  const text = await readText(file, terminal)
  if (text === null) return 2
  const { readPack } = await import('./pack/read.ts')
  const read = readPack(text, file)
  if (!read.ok) return tellFaults(read.faults, file, terminal)
  terminal.say(`${file} can be used.\n${summary(read.edition)}`)
  return 0
}

export async function listCommand({ db }: Context, terminal: Terminal): Promise<ExitCode> {
  const editions = await listEditions(db.read)
  if (editions.length === 0) terminal.say('There are no frameworks yet. Add one with: framework load FILE')
  for (const { id, edition, title, publisher, loadedAt, digest } of editions) {
    terminal.say(`${id} ${edition}\n  ${title}, ${publisher}\n  loaded ${loadedAt.slice(0, 10)}, digest ${digest}`)
  }
  return 0
}

export async function loadCommand(context: Context, file: string, terminal: Terminal): Promise<ExitCode> {
  const text = await readText(file, terminal)
  if (text === null) return 2
  const loaded = await loadPack(context, text, file)
  if (loaded.ok) {
    terminal.say(`${OUTCOMES[loaded.outcome]}\n${summary(loaded.edition)}`)
    if (loaded.outcome === 'reworded') terminal.say(underWay(loaded.moved))
    return 0
  }
  if (loaded.because === 'faults') return tellFaults(loaded.faults, file, terminal)
  terminal.complain(refusalText(loaded.edition, loaded.changes))
  return 1
}

/** What new words mean for assessments that are not completed. */
function underWay(moved: readonly string[]): string {
  if (moved.length === 0)
    return 'Assessments under way keep the words they began with, until their lead takes the new ones: each is offered them within a minute.'
  return [
    'Assessments under way keep the words they began with, because the same names now mean something else:',
    ...moved.map((reason) => `  - ${reason}`),
  ].join('\n')
}

const OUTCOMES = {
  added: 'Added. A server that is running shows it within a minute.',
  reworded: 'Its new words are in place. Assessments already completed keep the words they were sealed with.',
  unchanged: 'This pack is already here, word for word. Nothing was changed.',
} as const

export async function showCommand({ db }: Context, id: string, label: string | null, terminal: Terminal): Promise<ExitCode> {
  const editions = (await listEditions(db.read)).filter((listed) => listed.id === id)
  const wanted = label ?? (editions.length === 1 ? editions[0]?.edition : null)
  const edition = wanted ? await findEdition(db.read, id, wanted) : null
  if (edition) {
    terminal.say(description(edition))
    return 0
  }
  const choices = editions.map((listed) => `  framework show ${listed.id} ${listed.edition}`).join('\n')
  if (editions.length === 0) terminal.complain(`There is no framework "${id}". See them all with: framework list`)
  else if (label) terminal.complain(`"${id}" has no edition "${label}". It has:\n${choices}`)
  else terminal.complain(`"${id}" has several editions. Say which:\n${choices}`)
  return 1
}

function tellFaults(faults: readonly Fault[], file: string, terminal: Terminal): ExitCode {
  for (const fault of faults) terminal.complain(faultText(fault))
  const count = faults.length === 1 ? 'One thing' : `${faults.length} things`
  terminal.complain(`${count} to put right in ${file}.`)
  return 1
}

function summary(edition: Edition): string {
  const { id, title, publisher, standards, indicators, ratings, digest } = edition
  const counts = [
    number(standards.length, 'standard'),
    `${number(indicators.length, 'indicator')} (${coreIndicators(edition).length} core)`,
    number(ratings.length, 'rating'),
  ]
  return `${title}, ${publisher}\n${id}, edition ${edition.edition}: ${counts.join(', ')}\ndigest ${digest}`
}

function description(edition: Edition): string {
  const { provenance, licence, ratings, priorities, exemptions, standards, publishedDocument, support, corrections } = edition
  const lines = [
    summary(edition),
    `published by ${edition.publishedBy}`,
    publishedDocument &&
      `published as: ${[publishedDocument.title, publishedDocument.year, publishedDocument.url].filter((part) => part !== null).join(', ')}`,
    support && `ask: ${[support.email, support.url].filter(Boolean).join(', ')}`,
    ...corrections.map(({ date, where, change }) => `corrected ${date}, ${where}: ${change}`),
    `reviewed every ${number(edition.reviewEveryMonths, 'month')}`,
    provenance && `wording: ${provenance.wording}. ${provenance.note}`,
    licence && `licence: ${licence}`,
    `ratings, lowest first: ${ratings.map(({ label }) => label).join(', ')}`,
    priorities.length > 0 && `priorities, most pressing first: ${priorities.map(({ label }) => label).join(', ')}`,
    ...exemptions.map(({ standard, heldMark }) => `${heldMark} stands in for standard ${standard}`),
    ...standards.map(({ number, title, indicators }) =>
      [
        `\n${number}. ${title}`,
        ...indicators.map(({ id, core, shortTitle }) => `  ${id}${core ? ' *' : '  '} ${shortTitle}`),
      ].join('\n'),
    ),
    '\n* core indicator',
  ]
  return lines.filter(Boolean).join('\n')
}

function number(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** More than a pack may be, so that the checker says so; never a whole disk. */
const MOST_READ = 3 * 1024 * 1024

async function readText(file: string, terminal: Terminal): Promise<string | null> {
  try {
    const chunks: Buffer[] = []
    for await (const chunk of createReadStream(file, { end: MOST_READ - 1 })) chunks.push(chunk as Buffer)
    const bytes = Buffer.concat(chunks)
    // Where reading stopped early, it may have stopped in the middle of a letter.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: bytes.length === MOST_READ })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    terminal.complain(`${file} cannot be read: ${REASONS[code ?? ''] ?? message}.`)
    return null
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not open it',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8 text',
}
