import { Readable } from 'node:stream'
import { may } from '../accounts/index.ts'
import { found, isId, Problem, Routes } from '../platform/index.ts'
import { attachment } from './attachment.ts'
import { paths } from './paths.ts'
import { findEvidence } from './store.ts'

/** Evidence files, for members of their organisation. */
export function createEvidence(): Routes {
  return new Routes().get(paths.file.pattern, may('see-assessments'), async (visit, c) => {
    const id = c.req.param('evidence') ?? ''
    const item = found(isId(id) ? await findEvidence(visit.own, id) : null)
    if (item.kind !== 'file' || item.removed) throw new Problem('not-found')
    const file = await visit.files.open(item.sha256)
    if (!file) throw new Problem('broken', { cause: new Error(`The file of evidence ${id} is not where files are kept.`) })
    const headers = attachment(item.fileName, item.fileType, file.bytes)
    if (c.req.method === 'HEAD') {
      // Nobody reads the body of such a reply, so nobody would close the file.
      file.stream.destroy()
      return new Response(null, { headers })
    }
    return new Response(Readable.toWeb(file.stream) as unknown as ReadableStream, { headers })
  })
}
