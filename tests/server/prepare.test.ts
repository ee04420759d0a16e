import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { node, root } from '../../scripts/prepare.mjs'

/** A checkout with next to nothing in it, whose build tells when it begins and ends. */
let checkout: string
beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'mentormark-checkout-'))
  for (const folder of ['scripts', 'src', 'frameworks', 'node_modules/node/bin'])
    mkdirSync(join(checkout, folder), { recursive: true })
  writeFileSync(join(checkout, 'package-lock.json'), '{}')
  writeFileSync(
    join(checkout, 'node_modules/.mentormark-installed'),
    createHash('sha256').update('package-lock.json\0{}\0').digest('hex'),
  )
  symlinkSync(node, join(checkout, 'node_modules/node/bin/node'))
  copyFileSync(join(root, 'scripts/prepare.mjs'), join(checkout, 'scripts/prepare.mjs'))
  writeFileSync(
    join(checkout, 'scripts/build.mjs'),
    `import { appendFileSync, mkdirSync, rmSync } from 'node:fs'
     appendFileSync('told', 'begins ')
     rmSync('dist', { recursive: true, force: true })
     mkdirSync('dist')
     await new Promise((resolve) => setTimeout(resolve, 300))
     mkdirSync('dist/frameworks')
     appendFileSync('told', 'ends ')`,
  )
  writeFileSync(join(checkout, 'start.mjs'), `import { build, install } from './scripts/prepare.mjs'\ninstall()\nbuild()`)
})
afterEach(() => rmSync(checkout, { recursive: true, force: true }))

async function start(): Promise<unknown> {
  const [code] = await once(spawn(node, ['start.mjs'], { cwd: checkout, stdio: 'ignore' }), 'close')
  return code
}
const told = () => readFileSync(join(checkout, 'told'), 'utf8').trim()
const turn = () => join(checkout, '.preparing')

test('three that start at once build once, and all go on', async () => {
  expect(await Promise.all([start(), start(), start()])).toEqual([0, 0, 0])
  expect(told()).toBe('begins ends')
  expect(existsSync(turn())).toBe(false)
})

test('one that was killed while it built is not waited for', async () => {
  const dead = spawn(node, ['--version'], { stdio: 'ignore' })
  await once(dead, 'close')
  writeFileSync(turn(), String(dead.pid))
  expect(await start()).toBe(0)
  expect(told()).toBe('begins ends')
  expect(existsSync(turn())).toBe(false)
})
