import type { Context as HonoContext } from 'hono'
import { type MemberVisit, may, namesOf, SOMEONE_WHO_LEFT } from '../../accounts/index.ts'
import type { Indicator } from '../../frameworks/index.ts'
import { CHOICE, type FormFields, found, isId, Problem, type Routes } from '../../platform/index.ts'
import { settleConflict } from '../actions/answer.ts'
import { BOUNDS } from '../answer.ts'
import { readCameFrom } from '../came-from.ts'
import { indicatorIn, isGoneThrough, type Opened, openAssessment } from '../open.ts'
import { paths } from '../paths.ts'
import { answerOf } from '../store/answers.ts'
import { findConflict, openConflicts, type StoredConflict } from '../store/conflicts.ts'
import { lastSavedBy } from '../store/history.ts'
import { canJoin, type VersionsModel, versionsPage } from './page.tsx'

export function versionsRoutes(routes: Routes): void {
  routes.get(paths.versions.pattern, may('answer-assessment'), async (visit, c) => {
    const { model, indicator } = await open(visit, c)
    return model ? visit.show(versionsPage(model)) : visit.go(indicator, SETTLED)
  })

  routes.post(paths.versions.pattern, may('answer-assessment'), VERSIONS_FIELDS, async (visit, form, c) => {
    const { model, conflict, stands, ...to } = await open(visit, c)
    const choice = form.get('choose')
    const joined = choice === 'joined' && canJoin(conflict.field) ? form.get('joined') : null
    if (!model) {
      // Sent twice; or settled by someone else, and then words that were joined here are not dropped.
      if (joined !== null && joined !== stands) throw new Problem('stale')
      return visit.go(to.indicator, SETTLED)
    }
    const again = (text: string, about: 'joined' | 'versions', status: 409 | 422) =>
      visit.show(versionsPage({ ...model, joined: joined ?? model.joined, error: { text, about } }), status)
    if (joined === null && choice !== 'kept' && choice !== 'stands')
      return again('Choose one of the two versions', 'versions', 422)
    // What is replaced has been seen by whoever replaces it.
    if (form.get('stands') !== stands) return again(CHANGED, 'versions', 409)
    if (joined !== null && canJoin(conflict.field) && joined.length > BOUNDS[conflict.field]) {
      const bound = BOUNDS[conflict.field].toLocaleString('en-GB')
      return again(`The joined words must be ${bound} characters or fewer`, 'joined', 422)
    }
    await settleConflict(visit, to.ids, conflict.id, stands, joined ?? (choice === 'kept' ? conflict.value : stands))
    const [next] = await openConflicts(visit.own, to.ids.assessmentId, to.ids.indicatorId)
    return visit.go(
      next ? paths.versions.to({ ...to.at, conflict: next.id }, { from: to.from }) : to.indicator,
      'Both versions stay in the history.',
    )
  })
}

/** What stands is one version; joined, both may stand one after the other. */
const VERSIONS_FIELDS: FormFields = { choose: CHOICE, stands: BOUNDS.evidence, joined: BOUNDS.evidence }

const SETTLED = 'These two versions have been settled already.'
const CHANGED = 'The version that is saved has changed since you opened this page. Look at both again, then choose'

/** The conflict an address names; `model` is null when it has been settled. @throws Problem `not-found` */
async function open(visit: MemberVisit, c: HonoContext) {
  const opened = await openAssessment(visit, c.req.param('assessment'))
  const indicator = indicatorIn(opened, c.req.param('indicator'))
  // Set aside, both versions with it.
  if (!isGoneThrough(opened, indicator)) throw new Problem('stale')
  const id = c.req.param('conflict') ?? ''
  const conflict = found(isId(id) ? await findConflict(visit.own, opened.assessment.id, indicator.id, id) : null)
  const { values } = await answerOf(visit.own, opened.assessment.id, indicator.id)
  const stands = values[conflict.field]
  const at = { organisation: visit.organisation.id, assessment: opened.assessment.id, indicator: indicator.id }
  const from = readCameFrom(c.req.query('from'))
  return {
    at,
    from,
    ids: { organisationId: at.organisation, assessmentId: at.assessment, indicatorId: at.indicator },
    indicator: paths.indicator.to(at, { from }),
    conflict,
    stands,
    model: conflict.settled ? null : { ...(await modelOf(visit, opened, indicator, conflict, stands)), from },
  }
}

async function modelOf(
  visit: MemberVisit,
  opened: Opened,
  indicator: Indicator,
  conflict: StoredConflict,
  stands: string,
): Promise<Omit<VersionsModel, 'from'>> {
  const standsBy = (await lastSavedBy(visit.own, opened.assessment.id, indicator.id, conflict.field))?.personId ?? null
  const names = await namesOf(visit.db.read, [conflict.personId, ...(standsBy ? [standsBy] : [])])
  const nameOf = (id: string | null) => (id === visit.person.id ? 'you' : ((id && names.get(id)) ?? SOMEONE_WHO_LEFT))
  return {
    organisationId: visit.organisation.id,
    assessmentId: opened.assessment.id,
    edition: opened.edition,
    indicator,
    conflict,
    by: nameOf(conflict.personId),
    stands,
    standsBy: nameOf(standsBy),
    joined: canJoin(conflict.field) ? `${stands}\n\n${conflict.value}` : '',
    error: null,
  }
}
