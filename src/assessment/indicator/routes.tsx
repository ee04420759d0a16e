import type { Context as HonoContext } from 'hono'
import { type MemberVisit, may, roleMay, takingFiles } from '../../accounts/index.ts'
import { editionsBeside, editionsInUse, neighbours } from '../../frameworks/index.ts'
import { type Form, found, type Routes, today } from '../../platform/index.ts'
import { saveAnswer, skipIndicator } from '../actions/answer.ts'
import { EMPTY, type FieldValues } from '../answer.ts'
import { type CameFrom, readCameFrom } from '../came-from.ts'
import { ASKED, markToAskAbout } from '../mark-question.ts'
import { indicatorIn, inOrder, isGoneThrough, type Opened, openAssessment } from '../open.ts'
import { paths } from '../paths.ts'
import { answerOf } from '../store/answers.ts'
import { openConflicts } from '../store/conflicts.ts'
import { type Beside, besideAnswer, noBeside, showBeside } from './beside.tsx'
import { type AnswerForm, INDICATOR_FIELDS, readAnswer } from './form.ts'
import { indicatorPage } from './page.tsx'
import { saveFields } from './save-fields.ts'
import { wayBack, wayOn } from './way-on.ts'

export function indicatorRoutes(routes: Routes): void {
  routes.get(paths.indicator.pattern, may('see-assessments'), async (visit, c) => {
    const opened = await openAssessment(visit, c.req.param('assessment'))
    const from = readCameFrom(c.req.query('from'))
    return showIndicator(visit, opened, c.req.param('indicator'), {
      from,
      removedId: c.req.query('removed') ?? null,
      askedAboutMark: c.req.query('mark') === ASKED,
    })
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
  const from = readCameFrom(c.req.query('from'))
  const ids = { organisationId: at.organisation, assessmentId: at.assessment, indicatorId: at.indicator }
  const answer = readAnswer(form, opened.edition, indicator)
  const beside = await besideAnswer(visit, form, { opened, indicator })
  const saved = await saveAnswer(visit, { ...ids, basedOn: answer.basedOn, values: answer.values }, beside.write)

  if (Object.keys(answer.errors).length > 0 || beside.errors.length > 0) {
    return showIndicator(visit, await openAssessment(visit, at.assessment), at.indicator, { from, answer, beside })
  }
  const [conflict] = saved.conflicts
  if (conflict) return visit.go(paths.versions.to({ ...at, conflict: conflict.id }, { from }))

  const pressed = form.get('do')
  if (pressed === 'skip') await skipIndicator(visit, ids)
  if (from && (pressed === 'list' || pressed === 'skip')) {
    const back = await wayBack(visit, from, { assessmentId: at.assessment, indicator, skipped: pressed === 'skip' })
    return visit.go(back.address, back.notice ?? undefined)
  }
  if (pressed === 'skip' || pressed === 'continue') {
    const on = await wayOn(visit, await openAssessment(visit, at.assessment), indicator)
    return visit.go(on.address, on.notice ?? undefined)
  }
  const here = paths.indicator.to(at, { removed: beside.removedId, from })
  return visit.go(`${here}${beside.anchor ? `#${beside.anchor}` : ''}`, beside.notice ?? 'Saved.')
}

/** Shows an indicator; with what was sent when some of it needs correcting. */
async function showIndicator(
  visit: MemberVisit,
  opened: Opened,
  id: string | undefined,
  again: {
    readonly from: CameFrom
    readonly answer?: AnswerForm
    readonly beside?: Beside
    readonly removedId?: string | null
    /** True for whoever has just been asked whether a mark covers the standard, and goes through it. */
    readonly askedAboutMark?: boolean
  },
): Promise<Response> {
  const indicator = indicatorIn(opened, id)
  const answer = await answerOf(visit.own, opened.assessment.id, indicator.id)
  const standard = found(opened.edition.standards.find((each) => each.number === indicator.standard))
  const mayAnswer =
    opened.assessment.status === 'in-progress' &&
    roleMay(visit.role, 'answer-assessment') &&
    isGoneThrough(opened, indicator) &&
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
      from: again.from,
      askAbout: mayAnswer && !again.askedAboutMark ? await markToAskAbout(visit, opened, indicator.standard) : null,
      beside: editionsBeside(opened.edition, editionsInUse(visit.db))[0] ?? null,
      personId: visit.person.id,
      mayAnswer,
      today: today(visit.clock),
      ...beside,
    }),
    failed ? 422 : 200,
  )
}
