import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginMaking, finishMaking, isMade, NotADemoFolder } from './folder.ts'

let parent: string
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'mentormark-demo-'))
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

test('a folder that is not there, or is empty, may become the demo’s', () => {
  expect(isMade(join(parent, 'new'))).toBe(false)
  expect(isMade(parent)).toBe(false)
})

test('a finished demo is used again', () => {
  const folder = join(parent, 'demo')
  beginMaking(folder)
  writeFileSync(join(folder, 'mentormark.db'), 'a demo')
  finishMaking(folder)
  expect(isMade(folder)).toBe(true)
  expect(existsSync(join(folder, 'mentormark.db'))).toBe(true)
})

test('one that was interrupted is begun again', () => {
  beginMaking(parent)
  mkdirSync(join(parent, 'files'))
  writeFileSync(join(parent, 'mentormark.db'), 'half a demo')
  expect(isMade(parent)).toBe(false)
  expect(readdirSync(parent)).toHaveLength(1)
})

test('real work is refused in one sentence, and left as it is', () => {
  writeFileSync(join(parent, 'mentormark.db'), 'a year’s work')
  expect(() => isMade(parent)).toThrow(NotADemoFolder)
  expect(() => isMade(parent)).toThrow(/^The folder .* is left as it is\. Choose another with DEMO_DIR\.$/)
  expect(readdirSync(parent)).toEqual(['mentormark.db'])
})

test('a file is no folder', () => {
  writeFileSync(join(parent, 'file'), '')
  expect(() => isMade(join(parent, 'file'))).toThrow(/ENOTDIR/)
})
