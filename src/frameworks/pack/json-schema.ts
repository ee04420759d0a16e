import { z } from 'zod'
import { packFormat } from './format.ts'

/**
 * The pack's shape as JSON Schema, for editors and for other people's programs. It says less than the checker does: that ids
 * differ and that names are given is in `agreement.ts` alone.
 */
export function packJsonSchema(): Record<string, unknown> {
  return {
    title: 'Mentormark framework pack',
    description: 'One edition of a quality framework. The format is described in docs/pack-format.md.',
    ...z.toJSONSchema(packFormat, { target: 'draft-2020-12', io: 'input' }),
  }
}
