import { expect, it } from 'vitest'
import { recordJson } from './json.ts'
import { completeRecord, inventedEdition } from './testing.ts'

const whole = async (...given: Parameters<typeof recordJson>) => {
  let text = ''
  for await (const part of recordJson(...given)) text += part
  return text
}

it('wraps the record, unchanged, in a note of where the file came from', async () => {
  const record = completeRecord(inventedEdition())
  const text = await whole(record, { generatedOn: '2026-03-14', sealDigest: 'ab12' })
  expect(JSON.parse(text)).toEqual({
    generated: { by: 'Mentormark', on: '2026-03-14', sealed: { algorithm: 'sha-256', digest: 'ab12' } },
    record,
  })
  expect(text).toMatch(/^\{\n {2}"generated": \{/)
  expect(text.endsWith('}\n')).toBe(true)
})

it('says that a record in progress is not sealed', async () => {
  const text = await whole(completeRecord(inventedEdition()), { generatedOn: '2026-03-14' })
  expect(JSON.parse(text).generated.sealed).toBeNull()
})
