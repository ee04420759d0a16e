import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { newLead } from '../../support/remote-visitor.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { Ledger, openDatabase } from '../ledger.ts'
import { elsewhere, uploadRequest } from '../people.ts'
import { keepSaving } from '../saving.ts'
import { type Attack, atOnce, type Scene } from '../scene.ts'
import { send } from '../wire.ts'

/** Of the small disk, in megabytes: room for PostgreSQL's own files. */
const SIZE = { sqlite: 40, postgres: 220 } as const
const CLIENTS = 4
const BACK_WITHIN = 5000

export const fullDisk: Attack = {
  name: 'full-disk',
  does: `Database and files on a small disk of their own, which is filled to the last byte again and again while ${CLIENTS} people save and add files: nothing acknowledged is lost, and when there is room again everything goes on by itself`,
  weight: 2,
  needsOwnServer: true,
  prepares: true,
  judged: 'everybody',
  skip() {
    const folder = mkdtempSync(join(tmpdir(), 'mentormark-disk-'))
    const mounted = mount(folder, 1)
    if (mounted) spawnSync('umount', [folder])
    rmSync(folder, { recursive: true, force: true })
    return mounted ? null : 'a disk of a chosen size can only be made by root, on Linux'
  },
  async run(scene) {
    const folder = mkdtempSync(join(tmpdir(), 'mentormark-disk-'))
    if (!mount(folder, SIZE[scene.installation.database])) throw new Error('the small disk could not be made')
    let installation: Installation | null = null
    try {
      // PostgreSQL's own user must be able to reach its folder.
      spawnSync('chmod', ['755', folder])
      installation = await openInstallation({ database: scene.installation.database, journal: scene.journal, folder })
      await fillAgainAndAgain(scene, installation, folder)
    } finally {
      await installation?.discard()
      spawnSync('umount', ['-l', folder])
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

function mount(folder: string, megabytes: number): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status === 0
}

async function fillAgainAndAgain(scene: Scene, installation: Installation, folder: string): Promise<void> {
  const { journal, random } = scene
  // A ledger for each database: this one is looked into here.
  const ledger = new Ledger()
  const lead = await newLead(installation, 'Kezia Adeyemi', elsewhere())
  scene.begin()
  const options = { journal, ledger, port: () => installation.port, more: scene.more, length: 15_000 }
  const saving = Promise.all(
    lead.indicators.slice(0, CLIENTS).map((address, client) => keepSaving(lead, address, `Full disk, client ${client}`, options)),
  )
  const adding = atOnce(1, async () => {
    while (scene.more()) {
      const content = Buffer.alloc(1_000_000, `${random()} `)
      content.write('%PDF-1.7\n')
      const bytes = uploadRequest(lead.browser, installation.url, lead.indicators[6] ?? '', [{ name: 'a.pdf', content }])
      await send(journal, bytes, { port: installation.port, label: 'a file for a full disk' })
      await sleep(200)
    }
  })
  let full = 0
  const filler = join(folder, 'filler')
  mkdirSync(filler)
  while (scene.more()) {
    await sleep(300)
    fill(filler)
    full++
    await sleep(600 + random() * 900)
    rmSync(filler, { recursive: true, force: true })
    mkdirSync(filler)
    const before = ledger.size
    const began = performance.now()
    await installation.up()
    while (ledger.size === before && scene.more()) {
      if (performance.now() - began > BACK_WITHIN) {
        journal.find('fault', `there was room on the disk again for ${BACK_WITHIN} ms, and nothing was saved`)
        break
      }
      await sleep(20)
    }
    // What was filled by saving and adding files is not given back: the disk would be full for good.
    if (free(folder) < 6e6) break
  }
  while (scene.more() && free(folder) >= 6e6) await sleep(50)
  await Promise.all([saving, adding])
  await installation.up()
  const db = await openDatabase(installation)
  const checked = await ledger.check(db).finally(() => db.close())
  for (const each of [...checked.lost, ...checked.halfDone]) journal.find('loss', `on a full disk: ${each}`)
  journal.notes.push(`${full} times full; ${checked.acknowledged} saves acknowledged on it, ${checked.lost.length} lost`)
}

function fill(folder: string): void {
  // In ever smaller pieces, until not even the smallest fits.
  for (const size of [1_000_000, 100_000, 4096]) {
    for (let n = 0; ; n++) {
      try {
        writeFileSync(join(folder, `${size}-${n}`), Buffer.alloc(size))
      } catch {
        break
      }
    }
  }
}

const free = (folder: string) => {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize
}
