import type { Context as HonoContext } from 'hono'
import { type MemberVisit, may } from '../accounts/index.ts'
import { answersOf } from '../assessment/index.ts'
import { planCounts, planLines } from '../plan/index.ts'
import { contentDisposition, Problem, packed, Routes } from '../platform/index.ts'
import { planCsv } from './csv.ts'
import { recordJson } from './json.ts'
import { openReport, type Reported, withPlanOfToday } from './open.ts'
import { paths } from './paths.ts'
import { PressProblem, type ReportPress } from './pdf/press.ts'
import type { Typeset } from './pdf/typesetter.ts'
import { resultsPage } from './results/page.tsx'

export interface ReportOptions {
  readonly press: ReportPress
  /** Address of the development plan's own page. */
  plan(at: { organisation: string; assessment: string }): string
}

/** What goes out: the results on screen, PDF, CSV and JSON. */
export function createReport({ press, plan }: ReportOptions): Routes {
  const routes = new Routes()
  const opened = (visit: MemberVisit, c: HonoContext) => openReport(visit, c.req.param('assessment'), c.req.query('revision'))

  routes.get(paths.results.pattern, may('see-assessments'), async (visit, c) => {
    const reported = await opened(visit, c)
    const at = { organisation: visit.organisation.id, assessment: reported.assessment.id }
    const planned = planCounts(await planLines(visit.own, at.assessment), reported.today)
    return visit.show(resultsPage({ ...reported, organisationId: at.organisation, planHref: plan(at), planned }))
  })

  routes.get(paths.report.pattern, may('see-assessments'), async (visit, c) => {
    const reported = await opened(visit, c)
    return pdf(c, fileName(visit, reported, 'report.pdf'), () =>
      press.fullReportPdf(reported.edition, reported.record, options(reported)),
    )
  })

  routes.get(paths.plan.pattern, may('see-assessments'), async (visit, c) => {
    const reported = await opened(visit, c)
    const record = await withPlanOfToday(visit, reported)
    return pdf(c, fileName(visit, reported, 'development plan.pdf'), () =>
      press.planPdf(reported.edition, record, options(reported)),
    )
  })

  routes.get(paths.planCsv.pattern, may('see-assessments'), async (visit, c) => {
    const reported = await opened(visit, c)
    const csv = planCsv(reported.edition, await withPlanOfToday(visit, reported))
    return attachment(c, fileName(visit, reported, 'development plan.csv'), 'text/csv; charset=utf-8', csv)
  })

  routes.get(paths.everything.pattern, may('see-assessments'), async (visit, c) => {
    const reported = await opened(visit, c)
    const notes = [...(await answersOf(visit.own, reported.assessment.id)).values()].filter(
      (answer) => answer.values.notes !== '',
    )
    const json = recordJson(reported.record, {
      ...options(reported),
      besides: {
        developmentPlanToday: (await withPlanOfToday(visit, reported)).actions,
        privateNotes: Object.fromEntries(notes.map((answer) => [answer.indicatorId, answer.values.notes])),
        sealedRevisions: reported.revisions.map(({ revision, sha256, sealedAt, content }) => ({
          revision,
          sha256,
          sealedAt,
          record: JSON.parse(content) as unknown,
        })),
      },
    })
    return attachment(c, fileName(visit, reported, 'everything.json'), 'application/json; charset=utf-8', json)
  })

  return routes
}

const options = ({ seal, today }: Reported) => ({ generatedOn: today, ...(seal ? { sealDigest: seal.sha256 } : {}) })

async function pdf(c: HonoContext, name: string, make: () => Promise<Typeset>): Promise<Response> {
  try {
    const { pdf: bytes } = await make()
    return attachment(c, name, 'application/pdf', new Uint8Array(bytes), 'inline')
  } catch (error) {
    if (error instanceof PressProblem && error.because === 'busy') throw new Problem('busy', { retryAfter: 60, cause: error })
    throw new Problem('broken', { cause: error })
  }
}

/** A file to keep, or one that browsers show. */
function attachment(
  c: HonoContext,
  name: string,
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
  disposition: 'attachment' | 'inline' = 'attachment',
): Response {
  return c.body(typeof body === 'string' ? packed(c, body) : body, 200, {
    'content-type': type,
    'content-disposition': contentDisposition(disposition, name),
    'cache-control': 'no-store',
  })
}

function fileName(visit: MemberVisit, { record }: Reported, what: string): string {
  const subject = record.programme ? `${visit.organisation.name} ${record.programme}` : visit.organisation.name
  return `${subject} ${record.completion?.completedOn.slice(0, 4) ?? 'draft'} ${what}`
}
