import type { Context as HonoContext } from 'hono'
import { type MemberVisit, may, takingFiles } from '../../accounts/index.ts'
import { findOpen } from '../../assessment/index.ts'
import { type Files, type Form, found, NO_FIELDS, type Routes } from '../../platform/index.ts'
import { paths } from '../paths.ts'
import { removeLogo, setLogo, writeForeword } from './actions.ts'
import { ERRORS, LOGO_ERRORS, NOT_TAKEN, WORDS } from './content.ts'
import { FOREWORD_FORM, forewordValues, LOGO_FORM, readForeword } from './forms.ts'
import { LOGO_BYTES, type Logo, readLogo } from './logo.ts'
import { type FrontModel, frontPage } from './page.tsx'
import { findLogo, forewordOf, hasLogo } from './store.ts'

/** The front of a report: an organisation's logo, and a foreword of its own. */
export function addPresentation(routes: Routes): void {
  const guard = may('describe-organisation')

  routes.get(paths.front.pattern, guard, async (visit, c) => visit.show(frontPage(await modelOf(visit, await atOf(visit, c)))))

  routes.get(paths.logo.pattern, may('see-organisation'), async (visit, c) => {
    const { type, content } = found(await findLogo(visit.own))
    return c.body(new Uint8Array(content), 200, {
      'content-type': type,
      'content-length': String(content.length),
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
  })

  routes.post(paths.setLogo.pattern, takingFiles(guard), LOGO_FORM, async (visit, form, c) => {
    const at = await atOf(visit, c)
    const read = await uploadedLogo(form, visit.files)
    if (typeof read === 'string') return visit.show(frontPage({ ...(await modelOf(visit, at)), logoError: read }), 422)
    await setLogo(visit, at.organisation, read)
    return visit.go(paths.front.to(at), WORDS.logoSet)
  })

  routes.post(paths.removeLogo.pattern, guard, NO_FIELDS, async (visit, _form, c) => {
    const at = await atOf(visit, c)
    await removeLogo(visit, at.organisation)
    return visit.go(paths.front.to(at), WORDS.logoRemoved)
  })

  routes.post(paths.writeForeword.pattern, guard, FOREWORD_FORM, async (visit, form, c) => {
    const at = await atOf(visit, c)
    const read = readForeword(form)
    const { basedOn, ...typed } = forewordValues(form)
    const shown = { ...(await modelOf(visit, at)), foreword: typed, basedOn }
    if (!read.ok) return visit.show(frontPage({ ...shown, errors: read.errors }), 422)
    const saved = await writeForeword(visit, at.organisation, at.assessment, read.basedOn, read.value)
    if (saved.ok) return visit.go(paths.front.to(at), read.value.foreword === '' ? WORDS.forewordRemoved : WORDS.saved)
    const { revision, ...meanwhile } = saved.current
    return visit.show(frontPage({ ...shown, basedOn: String(revision), meanwhile }), 409)
  })
}

type At = FrontModel['at']

async function atOf(visit: MemberVisit, c: HonoContext): Promise<At> {
  const { id: assessment } = await findOpen(visit, c.req.param('assessment'))
  return { organisation: visit.organisation.id, assessment }
}

async function modelOf(visit: MemberVisit, at: At): Promise<FrontModel> {
  const { revision, ...foreword } = await forewordOf(visit.own, at.assessment)
  return { at, hasLogo: await hasLogo(visit.own), foreword, basedOn: String(revision), errors: {}, meanwhile: null }
}

/** The logo that came with a form, or what is wrong with it. What was kept of it while it came is cleared away by the daily sweep. */
async function uploadedLogo(form: Form, files: Files): Promise<Logo | string> {
  if (form.notTaken) return NOT_TAKEN[form.notTaken]
  if (form.tooLarge.includes('logo')) return ERRORS.logoTooLong
  const upload = form.uploads.find(({ field }) => field === 'logo')
  if (!upload) return ERRORS.logoMissing
  if (upload.bytes > LOGO_BYTES) return ERRORS.logoTooLong
  const content = await files.look(upload.sha256, (file) => file.read(0, LOGO_BYTES))
  if (!content) throw new Error(`The file ${upload.sha256} was kept a moment ago and is gone.`)
  const read = readLogo(Buffer.from(content))
  return read.ok ? read.logo : LOGO_ERRORS[read.because]
}
