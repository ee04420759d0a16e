import type { Context as HonoContext } from 'hono'
import { type MemberVisit, may, roleMay } from '../accounts/index.ts'
import { answersOf, buildRecord, eachSealed, fileNameOf, findWayOn, stageOf } from '../assessment/index.ts'
import { wordsInUse } from '../frameworks/index.ts'
import { planCounts, planLines } from '../plan/index.ts'
import { contentDisposition, JsonText, Problem, Routes, streamed } from '../platform/index.ts'
import { DOCUMENT_FILES } from './content.ts'
import { planCsv } from './csv.ts'
import { type Document, longestPlaces } from './effort.ts'
import { recordJson } from './json.ts'
import { keepPage } from './keep-page.tsx'
import { isCorrection, openReport, type Reported, withPlanOfToday } from './open.ts'
import { paths } from './paths.ts'
import { createDesk } from './pdf/desk.ts'
import type { PdfOptions } from './pdf/document.ts'
import { makingPage, tooLongPage } from './pdf/pages.tsx'
import type { ReportPress } from './pdf/press.ts'
import { PressProblem } from './pdf/press-problem.ts'
import { addPresentation, frontOf } from './presentation/index.ts'
import { resultsPage } from './results/page.tsx'
import { summaryPage } from './summary-page.tsx'

export interface ReportOptions {
  readonly press: ReportPress
  /** Address of the development plan's own page. */
  plan(at: { organisation: string; plan: string }): string
}

/** How long a browser waits for a document before it is shown that it is being made. */
const SOON_MS = 1000
/** How long it waits after that, with the page in view; then the page is shown anew. */
const LATER_MS = 20_000
/** For programs, which have no use for a page. */
const PROGRAMS_MS = 120_000

/** What goes out: the results on screen, PDF, CSV and JSON. */
export function createReport({ press, plan }: ReportOptions): Routes {
  const routes = new Routes()
  const desk = createDesk(press)
  const opened = (visit: MemberVisit, c: HonoContext) => openReport(visit, c.req.param('assessment'), c.req.query('revision'))

  routes.get(paths.results.pattern, may('see-assessments'), async (visit, c) => {
    const reported = await opened(visit, c)
    const { assessment, edition } = reported
    const organisationId = visit.organisation.id
    const model = {
      ...reported,
      organisationId,
      framework: wordsInUse(visit.db, edition),
      planHref: plan({ organisation: organisationId, plan: assessment.planId }),
      planned: planCounts(await planLines(visit.own, assessment.planId), reported.today),
      unprintable: press.unprintable(reported.record),
      mayDescribe: roleMay(visit.role, 'describe-organisation'),
      wayOn: await findWayOn(visit, assessment, edition),
      mayAnswer: roleMay(visit.role, 'answer-assessment'),
      mayComplete: roleMay(visit.role, 'complete-assessment'),
      mayCorrect: roleMay(visit.role, 'correct-assessment'),
    }
    return visit.show(resultsPage(model))
  })

  routes.get(paths.report.pattern, may('see-assessments'), async (visit, c) => {
    const reported = await opened(visit, c)
    return pdf(visit, c, 'report', reported, await frontOf(visit.own, reported.assessment.id))
  })

  routes.get(paths.summary.pattern, may('see-assessments'), async (visit, c) => {
    const reported = await opened(visit, c)
    const today = { ...reported, record: await withPlanOfToday(visit, reported) }
    const { logo } = await frontOf(visit.own, reported.assessment.id)
    return pdf(visit, c, 'summary', today, { logo, foreword: '', signedBy: '' })
  })

  routes.get(paths.summaryPage.pattern, may('see-assessments'), async (visit, c) => {
    const reported = await opened(visit, c)
    const record = await withPlanOfToday(visit, reported)
    return visit.show(summaryPage({ ...reported, record, organisationId: visit.organisation.id }))
  })

  routes.get(paths.plan.pattern, may('see-assessments'), async (visit, c) => {
    const reported = await opened(visit, c)
    return pdf(visit, c, 'plan', { ...reported, record: await withPlanOfToday(visit, reported) })
  })

  routes.get(paths.planCsv.pattern, may('see-assessments'), async (visit, c) => {
    const reported = await opened(visit, c)
    const rows = planCsv(reported.edition, await withPlanOfToday(visit, reported))
    return streamed(
      c,
      rows,
      attachment(fileName(visit, reported, 'development plan.csv'), 'text/csv; charset=utf-8'),
      visit.log,
      visit.person.id,
    )
  })

  routes.get(paths.keep.pattern, may('see-assessments'), async (visit, c) => {
    const { assessment } = await opened(visit, c)
    return visit.show(keepPage({ organisation: visit.organisation.id, assessment: assessment.id }))
  })

  routes.get(paths.everything.pattern, may('see-assessments'), async (visit, c) =>
    everything(visit, c, await opened(visit, c), {}, 'everything.json'),
  )

  routes.get(paths.everythingWithNotes.pattern, may('see-assessments'), async (visit, c) => {
    const reported = await opened(visit, c)
    const answers = [...(await answersOf(visit.own, reported.assessment.id)).values()]
    const noted = answers.filter(({ values }) => values.notes !== '')
    const notes = { privateNotes: Object.fromEntries(noted.map(({ indicatorId, values }) => [indicatorId, values.notes])) }
    return everything(visit, c, reported, notes, 'everything with private notes.json')
  })

  /** The whole record, as it was sealed or as it stands. @param besides what goes along that is in no report */
  async function everything(
    visit: MemberVisit,
    c: HonoContext,
    reported: Reported,
    besides: Readonly<Record<string, unknown>>,
    name: string,
  ): Promise<Response> {
    const { assessment, record, seal, revisions, today } = reported
    const json = recordJson(seal ? new JsonText(seal.content) : record, {
      ...options(today, seal),
      besides: {
        developmentPlanToday: (await withPlanOfToday(visit, reported)).actions,
        ...besides,
        sealedRevisions: readAsText(eachSealed(visit.own, assessment.id, revisions)),
        ...(await correctionIn(visit, reported)),
      },
    })
    const headers = attachment(fileName(visit, reported, name), 'application/json; charset=utf-8')
    return streamed(c, json, headers, visit.log, visit.person.id)
  }

  /** The document when it is soon ready, and otherwise a page that goes on to it by itself. */
  async function pdf(
    visit: MemberVisit,
    c: HonoContext,
    document: Document,
    reported: Reported,
    front?: PdfOptions['front'],
  ): Promise<Response> {
    const name = fileName(visit, reported, `${DOCUMENT_FILES[document]}.pdf`)
    const headers = attachment(name, 'application/pdf', 'inline')
    // Nobody reads the body of a reply to HEAD, so nothing is made.
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    const at = { organisation: visit.organisation.id, assessment: reported.assessment.id }
    const { edition, record, seal, today } = reported
    const showsPages = c.req.header('accept')?.includes('text/html') ?? false
    const patience = !showsPages ? PROGRAMS_MS : c.req.query('waiting') ? LATER_MS : SOON_MS
    try {
      const order = { template: document, edition, record, options: { ...options(today, seal), ...(front ? { front } : {}) } }
      const waited = await desk.ask(order, [at.organisation, visit.person.id], patience, c.req.raw.signal)
      if (waited.done) return c.body(new Uint8Array(waited.typeset.pdf), 200, headers)
      const href = paths[document].to(at, { ...reported.query, waiting: 'yes' })
      // Works without scripts. The page stays in view while the browser waits for what comes next.
      c.header('refresh', `1; url=${href}`)
      return await visit.show(makingPage({ ...waited, document, at, href }))
    } catch (error) {
      if (!(error instanceof PressProblem)) throw error
      if (error.because === 'busy') throw new Problem('busy', { retryAfter: 60, cause: error })
      if (!error.isAboutTheWords) throw new Problem('broken', { cause: error })
      visit.log.warn({ path: c.req.path, because: error.because, said: error.message }, 'a document was not made')
      const places = longestPlaces(document, record)
      return await visit.show(
        tooLongPage({ document, at, places, planHref: plan({ ...at, plan: reported.assessment.planId }), edition, seal }),
        422,
      )
    }
  }

  addPresentation(routes)
  return routes
}

const options = (today: string, seal: Reported['seal']) => ({
  generatedOn: today,
  ...(seal ? { sealDigest: seal.sha256 } : {}),
})

async function* readAsText(sealed: ReturnType<typeof eachSealed>) {
  for await (const { revision, sha256, sealedAt, content } of sealed)
    yield { revision, sha256, sealedAt, record: new JsonText(content) }
}

/** Headers of a file to keep, or one that browsers show. */
function attachment(name: string, type: string, disposition: 'attachment' | 'inline' = 'attachment'): Record<string, string> {
  return {
    'content-type': type,
    'content-disposition': contentDisposition(disposition, name),
    'cache-control': 'no-store',
  }
}

/** "Riverbank Friday club 2026 revision 2 report.pdf". */
function fileName(visit: MemberVisit, { assessment, record, seal }: Reported, what: string): string {
  // What was sealed is named as it was then.
  const named = { ...assessment, programme: record.programme }
  return `${visit.organisation.name} ${fileNameOf(named, seal?.revision ?? null)} ${what}`
}

/** A correction that is open, as it stands, beside what is sealed. */
async function correctionIn(visit: MemberVisit, reported: Reported): Promise<{ readonly openCorrection?: unknown }> {
  const { assessment, edition, today } = reported
  if (stageOf(assessment) !== 'correcting' || isCorrection(reported)) return {}
  return { openCorrection: await buildRecord(visit.db.read, visit.own, assessment, edition, today, null) }
}
