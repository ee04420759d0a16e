import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { crc32, deflateRawSync } from 'node:zlib'
import type { Lead } from '../../support/remote-visitor.ts'
import type { Installation } from '../installation.ts'
import { uploadRequest } from '../people.ts'
import { type Attack, atOnce, type Scene } from '../scene.ts'
import { send } from '../wire.ts'

const FILE_BYTES = 25_000_000
const TOGETHER = 20

export const uploads: Attack = {
  name: 'uploads',
  does: `${TOGETHER} files of 25 MB at once; archives that unpack to a thousand times their size; files cut at any byte; files that are not what they are called`,
  weight: 3,
  needsOwnServer: false,
  judged: 'everybody',
  async run(scene) {
    const { installation, people, journal, random } = scene
    const { browser, indicators } = people.owner
    // Twenty of them take a while to send.
    await bigFiles(scene, people.owner, scene.left() > 10_000 ? TOGETHER : 5)
    const odd = oddFiles()
    await atOnce(4, async () => {
      while (scene.more()) {
        const file = odd[Math.floor(random() * odd.length)] ?? { name: 'a', content: Buffer.alloc(0) }
        const bytes = uploadRequest(browser, installation.url, indicators[5] ?? '', [file])
        const cut = random() < 0.4 ? { cutAfter: Math.floor(random() * bytes.length) } : {}
        const label = `${file.name}${'cutAfter' in cut ? `, cut after ${cut.cutAfter} bytes` : ''}`
        const { status } = await send(journal, bytes, { port: installation.port, label, ...cut })
        if (status === null && !('cutAfter' in cut)) await installation.up()
      }
    })
    await leftOver(installation, scene)
  },
}

/** So many files of 25 MB at once, each with something of its own in it. @returns how many were taken */
export async function bigFiles(
  { installation, journal }: Pick<Scene, 'installation' | 'journal'>,
  { browser, indicators }: Lead,
  count: number,
): Promise<number> {
  let taken = 0
  await atOnce(count, async (hand) => {
    const content = Buffer.alloc(FILE_BYTES, `${hand} ${Math.random()} `)
    content.write('%PDF-1.7\n')
    const bytes = uploadRequest(browser, installation.url, indicators[4] ?? '', [{ name: `big ${hand}.pdf`, content }])
    const { status } = await send(journal, bytes, {
      port: installation.port,
      label: `a file of 25 MB, number ${hand}`,
      timeoutMs: 60_000,
    })
    if (status === 303) taken++
  })
  journal.notes.push(`${taken} of ${count} files of 25 MB were taken`)
  return taken
}

/** What was cut off is not kept. */
async function leftOver({ dataDir }: Installation, { journal }: Scene): Promise<void> {
  const incoming = join(dataDir, 'files', 'incoming')
  if (dataDir === '' || !existsSync(incoming)) return
  for (let tries = 0; tries < 20 && readdirSync(incoming).length > 0; tries++) await sleep(100)
  const left = readdirSync(incoming).length
  if (left > 0) journal.find('fault', `${left} parts of files that were cut off are still in files/incoming`)
}

function oddFiles(): readonly { readonly name: string; readonly content: Buffer }[] {
  const bomb = deflateRawSync(Buffer.alloc(200_000_000))
  const zip = (name: string) => archive([[name, bomb, 200_000_000]])
  const many = archive(Array.from({ length: 20_000 }, (_, n) => [`word/${n}.xml`, Buffer.from([3, 0]), 0] as const))
  return [
    { name: 'bomb.docx', content: zip('[Content_Types].xml') },
    { name: 'bomb.xlsx', content: zip('xl/workbook.xml') },
    { name: 'bomb.odt', content: zip('mimetype') },
    { name: 'bomb.zip', content: zip('a') },
    { name: 'many.docx', content: many },
    { name: 'half.docx', content: zip('[Content_Types].xml').subarray(0, 5000) },
    { name: 'lies.docx', content: lyingArchive() },
    { name: 'page.pdf', content: Buffer.from('<!doctype html><script>alert(1)</script>') },
    { name: 'picture.svg', content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>') },
    { name: 'program.pdf', content: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000)]) },
    { name: 'elf.txt', content: Buffer.concat([Buffer.from('\x7fELF', 'latin1'), Buffer.alloc(4000)]) },
    { name: 'nothing.pdf', content: Buffer.alloc(0) },
    { name: 'marks.txt', content: Buffer.from('\u0315\u0301'.repeat(500_000)) },
    { name: 'nought.txt', content: Buffer.alloc(1_000_000) },
    { name: 'picture.png', content: Buffer.concat([Buffer.from('89504e470d0a1a0a7fffffff49484452', 'hex'), Buffer.alloc(100)]) },
    { name: 'film.mp4', content: Buffer.concat([Buffer.from('000000186674797069736f6d', 'hex'), Buffer.alloc(2_000_000, 0xff)]) },
    { name: 'old.doc', content: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000_000, 0xff)]) },
    {
      name: 'song.mp3',
      content: Buffer.concat([Buffer.from('ID3\x04\x00\x00\x7f\x7f\x7f\x7f', 'latin1'), Buffer.alloc(100_000)]),
    },
    {
      name: 'list.xml',
      content: Buffer.from(`<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${'c'.repeat(1000)}">]><a>${'&b;'.repeat(1000)}</a>`),
    },
    { name: 'far.pdf', content: Buffer.concat([Buffer.alloc(900_000, ' '), Buffer.from('%PDF-1.7')]) },
    { name: `${'\u0315\u0301'.repeat(20_000)}.pdf`, content: Buffer.from('%PDF-1.7\n') },
  ]
}

type Entry = readonly [name: string, packed: Buffer, size: number]

/** A zip file, as small programs write it. */
function archive(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, packed, size] of entries) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(size === 0 ? crc32('') : 0, 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    local.copy(central, 6, 4, 30)
    central.writeUInt32LE(at, 42)
    parts.push(local, Buffer.from(name), packed)
    directory.push(central, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length % 65536, 8)
  end.writeUInt16LE(entries.length % 65536, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}

/** Says that its first part is four gigabytes. */
function lyingArchive(): Buffer {
  const bytes = archive([['[Content_Types].xml', Buffer.alloc(1000), 1000]])
  bytes.writeUInt32LE(0xfffffffe, 18)
  bytes.writeUInt32LE(0xfffffffe, 22)
  return bytes
}
