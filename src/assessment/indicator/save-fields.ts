import type { Context as HonoContext } from 'hono'
import { type MemberVisit, namesOf } from '../../accounts/index.ts'
import type { Conflict, SaveProblem, SaveReply } from '../../browser/index.ts'
import { indicatorById } from '../../frameworks/index.ts'
import { type Form, found, isId, type Owned, Problem } from '../../platform/index.ts'
import { formatTime } from '../../ui/index.ts'
import { type Saved, saveAnswer } from '../actions/answer.ts'
import { editionOf } from '../actions/start.ts'
import { type CameFrom, readCameFrom } from '../came-from.ts'
import { FIELD_LABELS } from '../content.ts'
import { paths } from '../paths.ts'
import { findAssessment } from '../store/assessments.ts'
import { lastSavedBy } from '../store/history.ts'
import { readAnswer } from './form.ts'

/**
 * A script saves the fields that changed, as the person types; the reply is JSON. It reads only what one answer needs: this is
 * what people wait for most often. `src/browser/contract.ts` has what both sides say.
 */
export async function saveFields(visit: MemberVisit, form: Form, c: HonoContext): Promise<Response> {
  // Words kept in a browser belong to whoever wrote them, and are never saved as somebody else's.
  if (form.has('person') && form.get('person') !== visit.person.id) throw new Problem('not-allowed')
  const id = c.req.param('assessment') ?? ''
  const assessment = found(isId(id) ? await findAssessment(visit.own, id) : null)
  const edition = await editionOf(visit.db.read, assessment)
  const indicator = found(indicatorById(edition, c.req.param('indicator') ?? ''))

  const read = readAnswer(form, edition, indicator)
  const at = { organisation: visit.organisation.id, assessment: assessment.id, indicator: indicator.id }
  const from = readCameFrom(c.req.query('from'))
  const saved = await saveAnswer(visit, {
    organisationId: at.organisation,
    assessmentId: at.assessment,
    indicatorId: at.indicator,
    basedOn: read.basedOn,
    values: read.values,
  })
  const state = { revision: saved.revision, savedAt: formatTime(saved.at), changed: saved.changed }
  // What was in order is saved; the rest stays in the browser, with its message.
  if (Object.keys(read.errors).length > 0) return c.json({ problem: 'invalid', errors: read.errors } satisfies SaveProblem, 422)
  if (saved.conflicts.length === 0) return c.json({ state: 'saved', ...state } satisfies SaveReply)
  const conflicts = await describe(visit, visit.own, { ...at, from }, saved.conflicts)
  return c.json({ state: 'conflict', ...state, conflicts } satisfies SaveReply)
}

async function describe(
  visit: MemberVisit,
  own: Owned,
  at: { organisation: string; assessment: string; indicator: string; from: CameFrom },
  conflicts: Saved['conflicts'],
): Promise<readonly Conflict[]> {
  const writers = await Promise.all(conflicts.map((conflict) => lastSavedBy(own, at.assessment, at.indicator, conflict.field)))
  const names = await namesOf(
    visit.db.read,
    writers.flatMap((writer) => (writer ? [writer.personId] : [])),
  )
  return conflicts.map((conflict, index) => {
    const writer = writers[index]
    return {
      id: conflict.id,
      field: conflict.field,
      fieldLabel: FIELD_LABELS[conflict.field],
      by:
        writer?.personId === visit.person.id
          ? 'You, in another window,'
          : (writer && names.get(writer.personId)) || 'Someone else',
      href: paths.versions.to({ ...at, conflict: conflict.id }, { from: at.from }),
    }
  })
}
