import type { MemberVisit } from '../../accounts/index.ts'
import type { Indicator } from '../../frameworks/index.ts'
import {
  type ActionErrors,
  ActionsInline,
  actionSummary,
  actionsAbout,
  actionValues,
  addActionsIn,
  INLINE_PREFIX,
  readInlineAction,
  readSuggestion,
  takeSuggestionIn,
} from '../../plan/index.ts'
import { type Form, newId, type OwnedTx, Problem, today } from '../../platform/index.ts'
import type { Child, SummaryError } from '../../ui/index.ts'
import type { Opened } from '../open.ts'

/** The development actions on an indicator's page: what was typed or taken there. */
export interface ActionsBeside {
  readonly form: Form
  readonly actionErrors: ActionErrors
  readonly errors: readonly SummaryError[]
  readonly write: (own: OwnedTx) => Promise<void>
  readonly anchor: string | null
  readonly notice: string | null
}

interface Where {
  readonly opened: Opened
  readonly indicator: Indicator
}

export async function actionsBeside(visit: MemberVisit, form: Form, { opened, indicator }: Where): Promise<ActionsBeside> {
  const typed = readInlineAction(form, opened.edition, indicator.id, today(visit.clock))
  const suggestion = readSuggestion(form, indicator.suggestedActions)
  const actionErrors = typed && !typed.ok ? typed.errors : {}
  const asked = suggestion !== null || form.get('do') === 'add-action'
  return {
    form,
    actionErrors,
    errors: actionSummary(actionErrors, INLINE_PREFIX),
    async write(own) {
      const planId = opened.assessment.id
      const added = [
        typed?.ok ? await addActionsIn(own, visit, planId, [typed.value]) : null,
        suggestion ? await takeSuggestionIn(own, visit, planId, indicator.id, suggestion) : null,
      ]
      // The plan is full: nothing is said to be added that is not, and what was written is shown back.
      if (added.some((each) => each?.ok === false)) throw new Problem('stale')
    },
    anchor: asked ? 'actions' : null,
    notice: asked ? 'Added to your development plan.' : null,
  }
}

export async function showActions(
  visit: MemberVisit,
  where: Where & { readonly mayAnswer: boolean },
  sent: ActionsBeside | null,
): Promise<Child | null> {
  const { opened, indicator, mayAnswer } = where
  const actions = await actionsAbout(visit.own, opened.assessment.id, indicator.id)
  if (!mayAnswer && actions.length === 0) return null
  const again = sent && sent.errors.length > 0
  return (
    <ActionsInline
      organisationId={visit.organisation.id}
      planId={opened.assessment.id}
      actions={actions}
      edition={opened.edition}
      suggestions={indicator.suggestedActions}
      newId={newId()}
      today={today(visit.clock)}
      values={again ? actionValues(sent.form, INLINE_PREFIX) : undefined}
      errors={again ? sent.actionErrors : undefined}
      canChange={mayAnswer}
    />
  )
}
