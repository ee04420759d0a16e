import { existsSync, globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { packJsonSchema } from './json-schema.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const published = JSON.parse(readFileSync(`${root}frameworks/pack.schema.json`, 'utf8'))

test('the published schema is the one the checker uses (if not: node src/frameworks/pack/write-json-schema.ts)', () => {
  expect(published).toEqual(packJsonSchema())
})

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(published)
const reference = `${root}../shared/reference/mqf-published-wording.yaml`
const packs = [
  ...globSync(`${root}frameworks/*/*.yaml`),
  ...globSync(`${root}src/frameworks/fixtures/*.yaml`),
  ...(existsSync(reference) ? [reference] : []),
]

test.each(packs)('%s fits the schema', (file) => {
  validate(parse(readFileSync(file, 'utf8')))
  expect(validate.errors).toBeNull()
})

test('the schema refuses what the checker refuses about single fields', () => {
  const pack = parse(readFileSync(`${root}src/frameworks/fixtures/everything.yaml`, 'utf8'))
  for (const broken of [
    { ...pack, colour: 'red' },
    { ...pack, edition: 2022 },
    { ...pack, ratings: [] },
    { ...pack, title: ' ' },
    { ...pack, title: 'x'.repeat(201) },
    { ...pack, publisher: undefined },
    { ...pack, standards: [{ ...pack.standards[0], useful_links: [{ title: 'a', publisher: 'b', url: 'http://example.org' }] }] },
  ]) {
    expect(validate(JSON.parse(JSON.stringify(broken)))).toBe(false)
  }
})
