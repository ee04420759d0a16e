import { type MemberVisit, may } from '../../accounts/index.ts'
import { CHOICE, type FormFields, idOrNew, Problem, type Routes, readWhole } from '../../platform/index.ts'
import { goOnToAll } from '../actions/go-on.ts'
import { DESCRIPTION_FIELDS, readDescription } from '../describe/form.ts'
import { type Opened, openAssessment } from '../open.ts'
import { paths } from '../paths.ts'
import { canGoOn, indicatorsInScope } from '../rules.ts'
import { continuationsOf } from '../store/assessments.ts'
import { type GoOnModel, goOnPage } from './page.tsx'

export function goOnRoutes(routes: Routes): void {
  routes.get(paths.goOn.pattern, may('start-assessment'), async (visit, c) => {
    const opened = await openAssessment(visit, c.req.param('assessment'))
    const already = await openContinuation(visit, opened)
    if (already) return visit.go(already)
    const { programme, lead } = opened.assessment
    const model = modelOf(opened, c.req.query('id'))
    return visit.show(goOnPage({ ...model, values: { programme: programme ?? '', lead }, errors: {} }))
  })

  routes.post(paths.goOn.pattern, may('start-assessment'), GO_ON_FIELDS, async (visit, form, c) => {
    const opened = await openAssessment(visit, c.req.param('assessment'))
    const read = readDescription(form)
    if (!read.ok) return visit.show(goOnPage({ ...modelOf(opened, form.get('id')), ...read }), 422)
    const organisation = visit.organisation.id
    const assessment = await goOnToAll(visit, organisation, opened.assessment.id, {
      ...read.value,
      id: idOrNew(form.get('id')),
      revision: readWhole(form.get('revision')) ?? 0,
    })
    return visit.go(paths.taskList.to({ organisation, assessment }), 'The whole framework is here. Your core answers came along.')
  })
}

const GO_ON_FIELDS: FormFields = { id: CHOICE, revision: CHOICE, ...DESCRIPTION_FIELDS }

/** Where somebody has gone on already and has not completed it: that is where everybody goes on. */
async function openContinuation(visit: MemberVisit, { assessment }: Opened): Promise<string | null> {
  const open = (await continuationsOf(visit.own, assessment.id)).find(({ status }) => status === 'in-progress')
  return open ? paths.taskList.to({ organisation: visit.organisation.id, assessment: open.id }) : null
}

/** @throws Problem `stale` where there is nothing to go on from, or nothing to go on to */
function modelOf(opened: Opened, id: string | undefined): Omit<GoOnModel, 'values' | 'errors'> {
  const { assessment, edition, organisationId, exemptions, exempt } = opened
  const { completion } = assessment
  if (!canGoOn(edition, assessment) || !completion) throw new Problem('stale')
  const done = indicatorsInScope(edition, 'core').length
  return {
    organisationId,
    core: assessment,
    completion,
    id: idOrNew(id),
    done,
    rest: edition.indicators.length - done,
    marks: exemptions.filter(({ standard }) => exempt.has(standard)),
  }
}
