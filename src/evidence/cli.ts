import type { Context, ExitCode, Tally, Terminal } from '../platform/index.ts'
import { plural } from '../ui/index.ts'
import { fileSize } from './rules.ts'
import { type EvidenceSwept, type Kept, sweepFiles } from './sweep.ts'

export const FILES_USAGE = `Usage:
  files sweep             clear away files that nothing refers to, and evidence removed long ago; the server does it every day by itself
  files sweep --dry-run   say what that would do, changing nothing`

/**
 * `files …` from a terminal.
 * @param args what follows the word `files`
 */
export async function filesCommand(
  args: readonly string[],
  terminal: Terminal,
  kept: Kept,
  withContext: (work: (context: Context) => Promise<ExitCode>) => Promise<ExitCode>,
): Promise<ExitCode> {
  const [verb, flag, ...more] = args
  const dryRun = flag === '--dry-run'
  if (verb !== 'sweep' || (flag !== undefined && !dryRun) || more.length > 0) {
    terminal.complain(FILES_USAGE)
    return 2
  }
  return withContext(async (context) => {
    terminal.say(account(await sweepFiles(context, { ...kept, dryRun }), dryRun))
    return 0
  })
}

function account({ forgotten, setAside, putBack, deleted, unfinished }: EvidenceSwept, dryRun: boolean): string {
  const lines = [
    `${plural(forgotten, 'item', 'items')} removed from evidence more than 30 days ago forgotten for good`,
    `${amount(setAside)} that nothing refers to set aside`,
    `${amount(deleted)} set aside more than a week ago deleted`,
    `${amount(putBack)} that something refers to again put back`,
    `${amount(unfinished)} of unfinished uploads deleted`,
  ]
  return [dryRun ? 'Nothing was changed. A sweep now would mean:' : 'Swept:', ...lines.map((line) => `  ${line}`)].join('\n')
}

function amount({ files, bytes }: Tally): string {
  return `${plural(files, 'file', 'files')} (${fileSize(bytes)})`
}
