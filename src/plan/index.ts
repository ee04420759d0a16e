/** The Mentoring Development Plan. It never knows what it belongs to. */
import './tables.ts'

export {
  type ActionAt,
  type ActionChanged,
  type ActionsAdded,
  addAction,
  addActionsIn,
  completeAction,
  editAction,
  moveAction,
  removeAction,
  reopenAction,
  restoreAction,
  restoreActionIn,
  takeSuggestionIn,
} from './actions.ts'
export { ActionsInline, type IdeaShown, Priority, StateTag } from './components.tsx'
export { COLUMNS as planColumns, countsSentence, ERRORS as planErrors, HEADER, PLAN_TITLE, planNeeds } from './content.ts'
export {
  ACTION_FORM,
  type ActionErrors,
  type ActionRead,
  type ActionValues,
  actionSummary,
  actionValues,
  INLINE_PREFIX,
  ideaPrefix,
  type NewAction,
  readAction,
  readInlineAction,
  readPutBack,
  readSuggestions,
} from './forms.ts'
export type { FindHeader, PlanHeader } from './header.ts'
export { actionsNaming, countActions } from './held.ts'
export { paths as planPaths } from './paths.ts'
export { createPlan } from './routes.tsx'
export {
  type ActionState,
  type ActionWords,
  actionState,
  type DevelopmentAction,
  type PlanCounts,
  type PlanLine,
  planCounts,
} from './rules.ts'
export { actionsAbout, actionsOf, findAction, namesIn, overdueIn, planLines } from './store.ts'
