import type { MemberVisit } from '../../accounts/index.ts'
import type { Indicator } from '../../frameworks/index.ts'
import {
  type ActionErrors,
  ActionsInline,
  actionSummary,
  actionsAbout,
  actionValues,
  addActionsIn,
  findAction,
  type IdeaShown,
  INLINE_PREFIX,
  ideaPrefix,
  namesIn,
  readInlineAction,
  readPutBack,
  readSuggestions,
  restoreActionIn,
  takeSuggestionIn,
} from '../../plan/index.ts'
import { type Form, isId, newId, type OwnedTx, Problem, today } from '../../platform/index.ts'
import type { Child, SummaryError } from '../../ui/index.ts'
import type { Opened } from '../open.ts'

/** The development actions on an indicator's page: what was typed or taken there. */
export interface ActionsBeside {
  readonly form: Form
  readonly actionErrors: ActionErrors
  /** What is wrong beside suggested actions, by their place. */
  readonly ideas: ReadonlyMap<number, IdeaShown>
  readonly errors: readonly SummaryError[]
  readonly write: (own: OwnedTx) => Promise<void>
  readonly anchor: string | null
  readonly notice: string | null
}

interface Where {
  readonly opened: Opened
  readonly indicator: Indicator
}

const planOf = ({ opened }: Where) => opened.assessment.planId

export async function actionsBeside(visit: MemberVisit, form: Form, where: Where): Promise<ActionsBeside> {
  const { opened, indicator } = where
  const typed = readInlineAction(form, opened.edition, indicator.id, today(visit.clock))
  const suggestions = readSuggestions(form, indicator.suggestedActions, today(visit.clock))
  const taken = suggestions.flatMap((each) => (each.ok ? [each.value] : []))
  const wrong = suggestions.flatMap((each) => (each.ok ? [] : [each]))
  const putBack = readPutBack(form)
  const actionErrors = typed && !typed.ok ? typed.errors : {}
  const added = taken.length > 0 || typed?.ok === true
  return {
    form,
    actionErrors,
    ideas: new Map(wrong.map(({ place, errors }) => [place, { errors, values: actionValues(form, ideaPrefix(place)) }] as const)),
    errors: [
      ...wrong.flatMap(({ place, errors }) => actionSummary(errors, ideaPrefix(place))),
      ...actionSummary(actionErrors, INLINE_PREFIX),
    ],
    async write(own) {
      const planId = planOf(where)
      const results = typed?.ok ? [await addActionsIn(own, visit, planId, [typed.value])] : []
      for (const suggestion of taken) results.push(await takeSuggestionIn(own, visit, planId, indicator.id, suggestion))
      // The plan is full: nothing is said to be added that is not, and what was written is shown back.
      if (results.some((each) => !each.ok)) throw new Problem('stale')
      if (putBack) await restoreActionIn(own, visit, planId, putBack)
    },
    anchor: added || putBack ? 'actions' : null,
    notice: putBack ? 'The action is back in your development plan.' : added ? 'Added to your development plan.' : null,
  }
}

/** @param removedId from the address: an action that was just removed, if it is one */
export async function showActions(
  visit: MemberVisit,
  where: Where & { readonly mayAnswer: boolean },
  sent: ActionsBeside | null,
  removedId: string | null,
): Promise<Child | null> {
  const { opened, indicator, mayAnswer } = where
  const planId = planOf(where)
  const actions = await actionsAbout(visit.own, planId, indicator.id)
  if (!mayAnswer && actions.length === 0) return null
  const again = sent && Object.keys(sent.actionErrors).length > 0
  const removed = removedId && isId(removedId) ? await findAction(visit.own, planId, removedId) : null
  return (
    <ActionsInline
      organisationId={visit.organisation.id}
      planId={planId}
      actions={actions}
      edition={opened.edition}
      suggestions={indicator.suggestedActions}
      names={mayAnswer ? await namesIn(visit.own, planId) : []}
      newId={newId()}
      today={today(visit.clock)}
      values={again ? actionValues(sent.form, INLINE_PREFIX) : undefined}
      errors={again ? sent.actionErrors : undefined}
      ideas={sent?.ideas}
      removed={removed?.removed && removed.indicatorId === indicator.id ? removed : null}
      canChange={mayAnswer}
    />
  )
}
