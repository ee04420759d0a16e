import { mustAllow } from '../../accounts/index.ts'
import { findAssessment } from '../../assessment/index.ts'
import { actorId, audit, type Context, instant, ownedBy, Problem } from '../../platform/index.ts'
import type { Logo } from './logo.ts'
import { type Foreword, isSameForeword } from './rules.ts'
import { deleteLogo, forewordOf, hasLogo, putForeword, putLogo } from './store.ts'

/**
 * Puts a logo at the front of every report of an organisation, in place of the one there is.
 * @throws Problem `not-found`, `not-allowed`
 */
export async function setLogo(ctx: Context, organisationId: string, logo: Logo): Promise<void> {
  await ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    await mustAllow(own, ctx, 'describe-organisation')
    await putLogo(own, logo, { at: instant(ctx.clock), who: actorId(ctx.actor) })
    const { type, width, height, content } = logo
    await audit(tx, ctx, {
      organisationId,
      action: 'report-logo.set',
      subject: `organisation/${organisationId}/report-logo`,
      detail: { type, width, height, bytes: content.length },
    })
  })
}

/** Takes the logo away. Doing it again does nothing. @throws Problem `not-found`, `not-allowed` */
export async function removeLogo(ctx: Context, organisationId: string): Promise<void> {
  await ctx.db.write(async (tx) => {
    const own = ownedBy(tx, organisationId)
    await mustAllow(own, ctx, 'describe-organisation')
    if (!(await hasLogo(own))) return
    await deleteLogo(own)
    await audit(tx, ctx, { organisationId, action: 'report-logo.removed', subject: `organisation/${organisationId}/report-logo` })
  })
}

export type ForewordSaved =
  | { readonly ok: true }
  /** Somebody changed it since the form was shown; nothing was saved. */
  | { readonly ok: false; readonly current: Foreword & { readonly revision: number } }

/**
 * Writes the foreword of an assessment's report. It is no part of what is sealed, so it may change at any time. An empty one takes it
 * away.
 * @param basedOn revision of the foreword that the form was made from
 * @throws Problem `not-found`, `not-allowed`
 */
export async function writeForeword(
  ctx: Context,
  organisationId: string,
  assessmentId: string,
  basedOn: number,
  foreword: Foreword,
): Promise<ForewordSaved> {
  return ctx.db.write(async (tx): Promise<ForewordSaved> => {
    const own = ownedBy(tx, organisationId)
    await mustAllow(own, ctx, 'describe-organisation')
    if (!(await findAssessment(own, assessmentId))) throw new Problem('not-found')
    const current = await forewordOf(own, assessmentId)
    // The same words again are the same form sent twice.
    if (isSameForeword(current, foreword)) return { ok: true }
    if (current.revision !== basedOn) return { ok: false, current }
    const by = { at: instant(ctx.clock), who: actorId(ctx.actor) }
    await putForeword(own, assessmentId, { ...foreword, revision: current.revision + 1 }, by)
    await audit(tx, ctx, {
      organisationId,
      action: 'report-foreword.changed',
      subject: `assessment/${assessmentId}/foreword`,
      detail: { empty: foreword.foreword === '' },
    })
    return { ok: true }
  })
}
