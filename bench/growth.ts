import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { startServer } from '../tests/support/server.ts'
import { type Figure, inTurns, milliseconds } from './figure.ts'
import { underLoad } from './load.ts'
import { manyOrganisations, moreYears } from './seed.ts'
import { pages, reader, type Site, saver } from './site.ts'

export const ORGANISATIONS = 10_000
export const YEARS = 10

/**
 * The same save and the same page in the same organisation, alone and among ten thousand, in its first year and in its tenth.
 * @param site stopped: its data folder is copied
 */
export async function growth({ dataDir, leads }: Site): Promise<readonly Figure[]> {
  const [lead] = leads
  if (!lead) throw new Error('nobody to read')
  const folders = { alone: copied(dataDir), among: copied(dataDir), tenth: copied(dataDir) }
  withDatabase(folders.among, (database) => manyOrganisations(database, lead, ORGANISATIONS))
  withDatabase(folders.tenth, (database) => moreYears(database, lead, YEARS))

  const open = async (folder: string) => {
    const server = await startServer({ dataDir: folder })
    // The address is another than the one these cookies were given by, which browsers and the program take no notice of.
    const saving = [saver(server, lead, 1)]
    const reading = [reader(lead, pages(lead).indicator)]
    const save = async (seconds: number) => (await underLoad({ port: server.port, clients: saving, seconds })).mean
    const read = async (seconds: number) => (await underLoad({ port: server.port, clients: reading, seconds })).mean
    await read(3)
    await save(2)
    return { save: () => save(1), read: () => read(1), stop: () => server.stop() }
  }
  const alone = await open(folders.alone)
  const among = await open(folders.among)
  const tenth = await open(folders.tenth)
  const found = await inTurns(5, {
    aloneSave: alone.save,
    amongSave: among.save,
    tenthSave: tenth.save,
    aloneRead: alone.read,
    amongRead: among.read,
    tenthRead: tenth.read,
  })
  for (const each of [alone, among, tenth]) await each.stop()
  for (const folder of Object.values(folders)) rmSync(folder, { recursive: true })

  const figure = (name: string, grown: number, small: number): Figure => ({
    name,
    measured: milliseconds(grown),
    limit: `${milliseconds(small)} with one organisation and one year`,
    ratio: grown / small,
    aim: 'at most 1.2×',
    met: grown <= 1.2 * small,
  })
  const many = ORGANISATIONS.toLocaleString('en-GB')
  return [
    figure(`Save among ${many} organisations`, found.amongSave, found.aloneSave),
    figure(`Indicator page among ${many} organisations`, found.amongRead, found.aloneRead),
    figure(`Save with ${YEARS} years behind it`, found.tenthSave, found.aloneSave),
    figure(`Indicator page with ${YEARS} years behind it`, found.tenthRead, found.aloneRead),
  ]
}

function copied(dataDir: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'mentormark-bench-'))
  for (const name of ['mentormark.db', 'secret']) cpSync(join(dataDir, name), join(folder, name))
  return folder
}

function withDatabase(folder: string, work: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(join(folder, 'mentormark.db'))
  database.exec('pragma synchronous = off; pragma cache_size = -200000')
  database.exec('begin')
  work(database)
  database.exec('commit; pragma wal_checkpoint(truncate)')
  database.close()
}
