import type { Context as HonoContext } from 'hono'
import { type MemberVisit, may, roleMay, takingFiles } from '../../accounts/index.ts'
import { editionsBeside, editionsInUse, neighbours } from '../../frameworks/index.ts'
import { type Form, found, type Routes, today } from '../../platform/index.ts'
import { saveAnswer, skipIndicator } from '../actions/answer.ts'
import { EMPTY, type FieldValues } from '../answer.ts'
import { indicatorIn, inOrder, type Opened, openAssessment } from '../open.ts'
import { paths } from '../paths.ts'
import { isAnswered } from '../rules.ts'
import { answerOf } from '../store/answers.ts'
import { openConflicts } from '../store/conflicts.ts'
import { type Beside, besideAnswer, noBeside, showBeside } from './beside.tsx'
import { type AnswerForm, INDICATOR_FIELDS, readAnswer } from './form.ts'
import { indicatorPage } from './page.tsx'
import { saveFields } from './save-fields.ts'

export function indicatorRoutes(routes: Routes): void {
  routes.get(paths.indicator.pattern, may('see-assessments'), async (visit, c) => {
    const opened = await openAssessment(visit, c.req.param('assessment'))
    return showIndicator(visit, opened, c.req.param('indicator'), { removedId: c.req.query('removed') ?? null })
  })

  routes.post(paths.indicator.pattern, takingFiles(may('answer-assessment')), INDICATOR_FIELDS, (visit, form, c) =>
    wantsJson(c) ? saveFields(visit, form, c) : saveWholePage(visit, form, c),
  )
}

const wantsJson = (c: HonoContext) => c.req.header('accept')?.startsWith('application/json') ?? false

/** A button was pressed: everything on the page is saved, each part on its own, so that a fault in one loses nothing of another. */
async function saveWholePage(visit: MemberVisit, form: Form, c: HonoContext): Promise<Response> {
  const opened = await openAssessment(visit, c.req.param('assessment'))
  const indicator = indicatorIn(opened, c.req.param('indicator'))
  const at = { organisation: visit.organisation.id, assessment: opened.assessment.id, indicator: indicator.id }
  const ids = { organisationId: at.organisation, assessmentId: at.assessment, indicatorId: at.indicator }
  const answer = readAnswer(form, opened.edition, indicator)
  const beside = await besideAnswer(visit, form, { opened, indicator })
  const saved = await saveAnswer(visit, { ...ids, basedOn: answer.basedOn, values: answer.values }, beside.write)

  if (Object.keys(answer.errors).length > 0 || beside.errors.length > 0) {
    return showIndicator(visit, await openAssessment(visit, at.assessment), at.indicator, { answer, beside })
  }
  const [conflict] = saved.conflicts
  if (conflict) return visit.go(paths.versions.to({ ...at, conflict: conflict.id }))

  const here = paths.indicator.to(at)
  const pressed = form.get('do')
  if (pressed === 'skip') await skipIndicator(visit, ids)
  if (pressed === 'skip' || pressed === 'continue') {
    const next = wayOn(opened, indicator.id)
    return visit.go(next ? paths.indicator.to({ ...at, indicator: next }) : paths.lookOver.to(at))
  }
  const removed = beside.removedId ? `?removed=${beside.removedId}` : ''
  return visit.go(`${here}${removed}${beside.anchor ? `#${beside.anchor}` : ''}`, beside.notice ?? 'Saved.')
}

/**
 * Where going on leads: to the next that has no answer, as long as one follows; then through what is answered, one by one. Nothing
 * is asked where a quality mark stands in.
 */
function wayOn(opened: Opened, id: string): string | null {
  const asked = opened.standards.flatMap((each) => each.indicators).filter((each) => each.state !== 'exempt')
  const following = asked.slice(asked.findIndex((each) => each.indicator.id === id) + 1)
  const next = following.find((each) => !isAnswered(each.state)) ?? following[0]
  return next?.indicator.id ?? null
}

/** Shows an indicator; with what was sent when some of it needs correcting. */
async function showIndicator(
  visit: MemberVisit,
  opened: Opened,
  id: string | undefined,
  again: { readonly answer?: AnswerForm; readonly beside?: Beside; readonly removedId?: string | null },
): Promise<Response> {
  const indicator = indicatorIn(opened, id)
  const answer = await answerOf(visit.own, opened.assessment.id, indicator.id)
  const standard = found(opened.edition.standards.find((each) => each.number === indicator.standard))
  const mayAnswer =
    opened.assessment.status === 'in-progress' &&
    roleMay(visit.role, 'answer-assessment') &&
    !opened.exempt.has(indicator.standard)
  const conflicts = await openConflicts(visit.own, opened.assessment.id, indicator.id)
  const shown: FieldValues = { ...EMPTY, ...answer.values, ...again.answer?.sent }
  const beside = await showBeside(
    visit,
    { opened, indicator, mayAnswer },
    again.beside ?? { ...noBeside, removedId: again.removedId ?? null },
  )
  const failed = again.answer !== undefined || again.beside !== undefined
  return visit.show(
    indicatorPage({
      opened,
      standard,
      indicator,
      answer,
      values: shown,
      errors: again.answer?.errors ?? {},
      otherErrors: again.beside?.errors ?? [],
      conflicts,
      neighbours: neighbours(
        opened.edition,
        inOrder(opened).map((each) => each.id),
        indicator.id,
      ),
      beside: editionsBeside(opened.edition, editionsInUse(visit.db))[0] ?? null,
      personId: visit.person.id,
      mayAnswer,
      today: today(visit.clock),
      ...beside,
    }),
    failed ? 422 : 200,
  )
}
