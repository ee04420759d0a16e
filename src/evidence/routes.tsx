import { Readable } from 'node:stream'
import { type MemberVisit, may } from '../accounts/index.ts'
import { found, isId, Problem, Routes } from '../platform/index.ts'
import { attachment, etagOf, noPreviewHeaders, previewHeaders, sameAsBefore } from './attachment.ts'
import { paths } from './paths.ts'
import type { Previews } from './preview/maker.ts'
import { PREVIEW_TYPE } from './preview/size.ts'
import type { Preview } from './rules.ts'
import { findEvidence } from './store.ts'

type OpenFile = { readonly bytes: number; readonly stream: Readable }

/** Evidence files and their previews, for members of their organisation. */
export function createEvidence({ previews }: { readonly previews: Previews }): Routes {
  const routes = new Routes()

  routes.get(paths.file.pattern, may('see-assessments'), async (visit, c) => {
    const item = await fileIn(visit, c.req.param('evidence') ?? '')
    const file = await visit.files.open(item.sha256)
    if (!file) throw new Problem('broken', { cause: new Error(`The file of evidence ${item.id} is not where files are kept.`) })
    return sent(file, attachment(item.fileName, item.fileType, file.bytes), c.req.method)
  })

  routes.get(paths.preview.pattern, may('see-assessments'), async (visit, c) => {
    const item = await fileIn(visit, c.req.param('evidence') ?? '')
    const { preview } = item
    if (preview === 'none') return noPicture()
    if (preview !== 'not-yet' && c.req.header('if-none-match') === etagOf(preview.sha256))
      return new Response(null, { status: 304, headers: sameAsBefore(preview.sha256) })
    const there = preview === 'not-yet' ? null : await opened(visit, preview)
    const made = there ?? (await opened(visit, await previews.of(visit, asks(visit), item)))
    return made ? sent(made.file, previewHeaders(PREVIEW_TYPE, made.sha256, made.file.bytes), c.req.method) : noPicture()
  })

  return routes
}

/** A file that is among the evidence now. @throws Problem `not-found` */
async function fileIn(visit: MemberVisit, id: string) {
  const item = found(isId(id) ? await findEvidence(visit.own, id) : null)
  if (item.kind !== 'file' || item.removed) throw new Problem('not-found')
  return item
}

const asks = ({ organisation, person }: MemberVisit) => ({ organisationId: organisation.id, personId: person.id })

async function opened({ files }: MemberVisit, preview: Preview | null): Promise<{ sha256: string; file: OpenFile } | null> {
  const file = preview && (await files.open(preview.sha256))
  return file && { sha256: preview.sha256, file }
}

function sent(file: OpenFile, headers: Record<string, string>, method: string): Response {
  if (method === 'HEAD') {
    // Nobody reads the body of such a reply, so nobody would close the file.
    file.stream.destroy()
    return new Response(null, { headers })
  }
  return new Response(Readable.toWeb(file.stream) as unknown as ReadableStream, { headers })
}

/** Where a page that was made before anybody knew asks for a preview that can't be: a drawing of a picture, and no broken one. */
function noPicture(): Response {
  return new Response(NO_PICTURE, { status: 404, headers: noPreviewHeaders('image/svg+xml; charset=utf-8') })
}

const NO_PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="320" height="240" fill="none" stroke="#59606a" stroke-width="0.6"><path d="M6 7h12v10H6zM6 15l3.5-3.5 3.5 3.5 2-2 3 2.5"/><circle cx="14.5" cy="10" r="1"/></svg>'
