import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrations } from '../src/migrations/index.ts'

/**
 * Each step as it was first used, by the SHA-256 of its text. A database that has taken a step never takes it again: one that is
 * changed afterwards makes new databases that differ from old ones, and pages that fail on the old. Mend it with another step.
 */
const FROZEN: Readonly<Record<string, string>> = {
  '0001-first': '10555682b528b5c0b23ff4f1856b0f727fdea85fc02f229b0b26cd5bf7992e2f',
  '0002-mailed-links': '5c043552203429dcc45a02df58cfee50d8afc3ded5dd5ec1f23c12f1a3f203f3',
  '0003-file-space': '44c9fc16880eabf63357072572272df964c847a4aa73ee80579fe0d362996ab4',
}

const folder = join(import.meta.dirname, '../src/migrations')
const steps = readdirSync(folder).filter((file) => /^\d{4}-/.test(file))

test('every step is in the list, in the order of its number', () => {
  expect(migrations.map(({ name }) => `${name}.ts`)).toEqual(steps.sort())
})

test.each(steps)('%s is as it was', (file) => {
  const text = readFileSync(`${folder}/${file}`, 'utf8')
  const digest = createHash('sha256').update(text).digest('hex')
  expect(digest, 'Take the change back and add a step. A new step’s digest belongs in FROZEN').toBe(
    FROZEN[file.replace('.ts', '')],
  )
})
