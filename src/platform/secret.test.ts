import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installationSecret } from './secret.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mentormark-secret-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = () => join(folder, 'secret')

test('is made once, kept for its owner alone, and the same ever after', () => {
  const made = installationSecret(folder, null)
  expect(made).toMatch(/^[\w-]{43}$/)
  expect(installationSecret(folder, null)).toBe(made)
  expect(statSync(file()).mode & 0o777).toBe(0o600)
  expect(installationSecret(folder, 'from the environment')).toBe('from the environment')
})

test('is never empty, even if the program was killed while it wrote it down', () => {
  writeFileSync(file(), '')
  const made = installationSecret(folder, null)
  expect(made).toMatch(/^[\w-]{43}$/)
  expect(readFileSync(file(), 'utf8').trim()).toBe(made)
})
