// Writes frameworks/pack.schema.json anew after a change to format.ts: `node src/frameworks/pack/write-json-schema.ts`
import { writeFileSync } from 'node:fs'
import { packJsonSchema } from './json-schema.ts'

const file = new URL('../../../frameworks/pack.schema.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(packJsonSchema(), null, 2)}\n`)
