import fc from 'fast-check'
import { expect, it } from 'vitest'
import { JsonText, jsonFile } from './json-stream.ts'

async function written(value: unknown): Promise<string> {
  let text = ''
  for await (const part of jsonFile(value)) text += part
  return text
}

async function* read<T>(list: readonly T[]) {
  yield* list
}

it('is what JSON.stringify writes, whatever the value', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      expect(await written(value)).toBe(`${JSON.stringify(value, null, 2)}\n`)
    }),
  )
})

it('leaves out what is undefined', async () => {
  expect(JSON.parse(await written({ a: undefined, b: 1 }))).toEqual({ b: 1 })
})

it('writes lists that are still being read, also inside each other, and text as it stands', async () => {
  const text = await written({
    list: read([{ inner: read([1, 2]) }, { sealed: new JsonText('{"b":1,"a":[]}') }]),
    none: read([]),
  })
  expect(JSON.parse(text)).toEqual({ list: [{ inner: [1, 2] }, { sealed: { b: 1, a: [] } }], none: [] })
  expect(text).toContain('"sealed": {"b":1,"a":[]}')
})
