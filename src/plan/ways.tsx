import { WORDS } from './content.ts'
import { type PlanView, viewQuery, WHOLE_PLAN } from './forms.ts'
import type { Back, PlanHeader } from './header.ts'
import { anchorOf, paths } from './paths.ts'
import type { DevelopmentAction } from './rules.ts'

/** Carries the way the plan was looked at through a form, so that people come back to it. */
export function ViewFields({ view }: { view: PlanView }) {
  return (
    <>
      {Object.entries(viewQuery(view)).map(([name, value]) =>
        value === null ? null : <input type="hidden" name={`view-${name}`} value={String(value)} />,
      )}
    </>
  )
}

/** The plan's address, as it was looked at. */
export function backToPlan(organisationId: string, planId: string, view: PlanView = WHOLE_PLAN): Back {
  const query = viewQuery({ ...view, viaAction: false })
  return { href: paths.plan.to({ organisation: organisationId, plan: planId }, query), text: 'Back to the plan' }
}

interface Way {
  readonly organisationId: string
  readonly planId: string
  readonly header: PlanHeader
  readonly view: PlanView
}

/**
 * Where a page about an action leads back to: the indicator's page for somebody who came from there, and the plan as it was
 * looked at for everybody else; there, where the action stands.
 * @param action null for one that is not in the plan yet
 */
export function backFrom(way: Way, action: Pick<DevelopmentAction, 'id' | 'indicatorId'> | null): Back {
  const { organisationId, planId, header, view } = way
  const indicator = view.from === 'indicator' && action ? header.indicator(action.indicatorId) : null
  const place = action ? `#${anchorOf(action.id)}` : ''
  if (indicator && action) return { href: `${indicator}${place}`, text: WORDS.backTo(action.indicatorId) }
  const { href, text } = backToPlan(organisationId, planId, view)
  return { href: `${href}${place}`, text }
}
