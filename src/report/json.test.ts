import { expect, it } from 'vitest'
import { recordJson } from './json.ts'
import { completeRecord, inventedEdition } from './testing.ts'

it('wraps the record, unchanged, in a note of where the file came from', () => {
  const record = completeRecord(inventedEdition())
  const text = recordJson(record, { generatedOn: '2026-03-14', sealDigest: 'ab12' })
  expect(JSON.parse(text)).toEqual({
    generated: { by: 'Mentormark', on: '2026-03-14', sealed: { algorithm: 'sha-256', digest: 'ab12' } },
    record,
  })
  expect(text).toMatch(/^\{\n {2}"generated": \{/)
  expect(text.endsWith('}\n')).toBe(true)
})

it('says that a record in progress is not sealed', () => {
  const text = recordJson(completeRecord(inventedEdition()), { generatedOn: '2026-03-14' })
  expect(JSON.parse(text).generated.sealed).toBeNull()
})
