import { type MemberVisit, may, roleMay } from '../../accounts/index.ts'
import { type Edition, findEdition, listEditions } from '../../frameworks/index.ts'
import { found, idOrNew, type Routes } from '../../platform/index.ts'
import { startAssessment } from '../actions/start.ts'
import type { AssessmentLinks } from '../links.ts'
import { withProgress } from '../open.ts'
import { paths } from '../paths.ts'
import { listAssessments } from '../store/assessments.ts'
import { aboutFrameworks } from './about.tsx'
import { readStart, START_FIELDS } from './form.ts'
import { type ListModel, listPage } from './list-page.tsx'
import { startPage } from './page.tsx'

const keyOf = (edition: { id: string; edition: string }) => `${edition.id}/${edition.edition}`

export function startRoutes(routes: Routes, links: AssessmentLinks): void {
  routes.get(paths.list.pattern, may('see-assessments'), async (visit) =>
    visit.show(listPage({ ...(await listModel(visit)), links, planFrom: 'assessments' })),
  )

  routes.get(paths.start.pattern, may('start-assessment'), async (visit, c) => {
    const editions = await choices(visit)
    const id = idOrNew(c.req.query('id'))
    const values = { id, edition: editions[0]?.key ?? '', scope: '', programme: '', lead: visit.person.name }
    return visit.show(
      startPage({ organisationId: visit.organisation.id, editions, about: aboutFrameworks(visit.db), values, errors: {} }),
    )
  })

  routes.post(paths.start.pattern, may('start-assessment'), START_FIELDS, async (visit, form) => {
    const editions = await choices(visit)
    const read = readStart(
      form,
      editions.map((edition) => edition.key),
    )
    if (!read.ok)
      return visit.show(
        startPage({ organisationId: visit.organisation.id, editions, about: aboutFrameworks(visit.db), ...read }),
        422,
      )
    const [id = '', label = ''] = read.value.edition.split('/')
    const organisation = visit.organisation.id
    const edition = found(await findEdition(visit.db.read, id, label))
    const assessment = await startAssessment(visit, organisation, edition, read.value)
    return visit.go(paths.taskList.to({ organisation, assessment }))
  })
}

async function choices(visit: MemberVisit) {
  const listed = await listEditions(visit.db.read)
  const editions = (await Promise.all(listed.map((each) => findEdition(visit.db.read, each.id, each.edition)))).filter(
    (edition): edition is Edition => edition !== null,
  )
  return editions.map((edition) => ({
    key: keyOf(edition),
    label: `${edition.title} (${edition.edition})`,
    indicators: edition.indicators.length,
    core: edition.indicators.filter((indicator) => indicator.core).length,
  }))
}

/** How many assessments the list shows. */
const LISTED = 100

/** What the list shows: each assessment with how far it has come. */
export async function listModel(visit: MemberVisit): Promise<Omit<ListModel, 'links' | 'planFrom'>> {
  const assessments = await listAssessments(visit.own)
  const listed = assessments.slice(0, LISTED)
  return {
    organisationId: visit.organisation.id,
    mayStart: roleMay(visit.role, 'start-assessment'),
    mayAnswer: roleMay(visit.role, 'answer-assessment'),
    mayComplete: roleMay(visit.role, 'complete-assessment'),
    mayCorrect: roleMay(visit.role, 'correct-assessment'),
    assessments: await withProgress(visit, listed),
    more: assessments.length - listed.length,
    // Said only before the first one.
    core: assessments.length > 0 ? null : ((await choices(visit))[0]?.core ?? null),
  }
}
