import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { filesIn } from './files.ts'

/** Real processes that keep a file which never ends. */

let folder: string
let children: ChildProcess[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mentormark-lock-'))
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children = []
  rmSync(folder, { recursive: true, force: true })
})

const parts = () => (existsSync(join(folder, 'incoming')) ? readdirSync(join(folder, 'incoming')) : [])

async function keepWithoutEnd(): Promise<ChildProcess> {
  const files = pathToFileURL(join(import.meta.dirname, 'files.ts')).href
  const program = `import { filesIn } from '${files}'
    import { Readable } from 'node:stream'
    async function* endless() { for (;;) { yield Buffer.from('half'); await new Promise((resolve) => setTimeout(resolve, 20)) } }
    filesIn(${JSON.stringify(folder)}).keep(Readable.from(endless()), 1e9)`
  const before = parts().length
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' })
  children.push(child)
  await expect.poll(() => parts().length, { timeout: 10_000 }).toBe(before + 1)
  return child
}

test('parts of a process that was killed are cleared at once; those of one that lives, and one’s own, are left alone', async () => {
  const killed = await keepWithoutEnd()
  const [part] = parts()
  const living = await keepWithoutEnd()
  const mine = filesIn(folder)
  const upload = new Readable({ read() {} })
  upload.push('my half')
  const kept = mine.keep(upload, 1000)
  await expect.poll(() => parts().length).toBe(3)

  expect((await mine.clearUnfinished()).files).toBe(0)
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  // Any process may do it, also one that has kept nothing.
  const cleared = await filesIn(folder).clearUnfinished()
  expect(cleared.files).toBe(1)
  expect(cleared.bytes).toBeGreaterThan(0)
  expect(parts()).toHaveLength(2)
  expect(parts()).not.toContain(part)

  upload.push(null)
  expect((await kept).bytes).toBe(7)
  mine.close()
  living.kill('SIGKILL')
  await once(living, 'exit')
  expect((await mine.clearUnfinished()).files).toBe(1)
  expect(readdirSync(join(folder, 'running'))).toEqual([])
})

test('what says nothing of its process is left for the daily sweep, and other files are none of its business', async () => {
  for (const name of ['incoming', 'running']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, 'incoming', 'of-an-older-version'), 'half')
  writeFileSync(join(folder, 'running', 'notes.txt'), 'mine')
  expect((await filesIn(folder).clearUnfinished()).files).toBe(0)
  expect(parts()).toEqual(['of-an-older-version'])
  expect(readdirSync(join(folder, 'running'))).toEqual(['notes.txt'])
  expect((await filesIn(join(folder, 'nothing')).clearUnfinished()).files).toBe(0)
})
