import type { Edition } from '../frameworks/index.ts'
import { plural, type StatusKind } from '../ui/index.ts'
import type { ActionState, GroupHeading, PlanCounts, PlanFilter, PlanOrder, Show } from './rules.ts'
import { DUE_SOON_DAYS, LONGEST, MOST_ACTIONS } from './rules.ts'

export const PLAN_TITLE = 'Mentoring Development Plan'

/** The plan's columns, in the framework's order and words (page 52): as documents have them. */
export const COLUMNS = {
  action: 'Development action',
  standard: 'Standard',
  indicator: 'Indicator',
  byWhom: 'By who?',
  byWhen: 'By when?',
  priority: 'Priority',
  completedOn: 'Completed on',
} as const

/** The two questions as screens ask them, each with the framework's own beside it, so that whoever knows that recognises it. */
export const ASKED = {
  byWhom: { label: 'Who will do it?', framework: COLUMNS.byWhom },
  byWhen: { label: 'Due date', framework: COLUMNS.byWhen },
} as const

/** "31 1 2027": a day well ahead, however old this is. @param year of today */
export const exampleDay = (year: string) => `31 1 ${Number(year) + 1}`

/** Each says the framework's own question, and that an answer can wait. @param year of today */
export const HINTS = {
  byWhom: `“${COLUMNS.byWhom}” in the framework. A name or a role, now or later.`,
  byWhen: (year: string) => `“${COLUMNS.byWhen}” in the framework. For example, ${exampleDay(year)}. Now or later.`,
} as const

/** What stands above the plan, in the framework's words (page 52). */
export const HEADER = {
  completedOn: 'This framework was completed on',
  completedBy: 'This framework was completed by',
  nextReviewOn: 'We will next review our framework on',
  reviewedBy: 'Our framework will be reviewed by',
} as const

/** Each state's word beside the tag that carries its colour and shape. */
export const STATE_TAGS: Readonly<Record<ActionState, { readonly kind: StatusKind; readonly word: string }>> = {
  completed: { kind: 'complete', word: 'Completed' },
  overdue: { kind: 'overdue', word: 'Overdue' },
  'due-soon': { kind: 'in-progress', word: 'Due soon' },
  'needs-owner-or-date': { kind: 'attention', word: 'Needs a person and a date' },
  open: { kind: 'not-started', word: 'Open' },
}

export function needsWord({ owner, date }: { readonly owner: boolean; readonly date: boolean }): string {
  if (owner && date) return 'Needs a person and a date'
  return owner ? 'Needs a person' : 'Needs a date'
}

export const SHOW_WORDS: Readonly<Record<Show, string>> = {
  'not-completed': 'Not completed yet',
  overdue: 'Overdue',
  'due-soon': `Due in the next ${DUE_SOON_DAYS} days`,
  'needs-owner-or-date': 'Needs a person or a date',
  completed: 'Completed',
}

export const ORDER_WORDS: Readonly<Record<PlanOrder, string>> = {
  pressing: 'Most pressing first',
  date: 'By due date',
  standard: 'By standard',
  plan: 'Our own order',
}

/** What stands above the actions of a group; '' above a list that needs nothing. */
export function headingWords(heading: GroupHeading, edition: Edition): string {
  switch (heading.kind) {
    case 'none':
      return ''
    case 'overdue':
      return SHOW_WORDS.overdue
    case 'due-soon':
      return SHOW_WORDS['due-soon']
    case 'later':
      return 'Later'
    case 'no-date':
      return 'No due date yet'
    case 'completed':
      return SHOW_WORDS.completed
    case 'priority': {
      const label = edition.priorities[heading.place ?? -1]?.label
      return label ? `${label} priority` : edition.priorities.length > 0 ? 'No priority yet' : 'To do'
    }
    case 'indicator': {
      const indicator = edition.indicators.find(({ id }) => id === heading.id)
      return indicator ? `${indicator.id} ${indicator.shortTitle}` : heading.id
    }
  }
}

export const WORDS = {
  notSet: 'Not set yet',
  overdueAdvice: 'Plans change. If a date no longer fits, give the action a new one.',
  needsAdvice: 'A name and a date help things get done.',
  notCompleted:
    'This assessment is not completed yet. When it is, you will see here when that was, who completed it, and when the next review is.',
  empty: 'Your plan starts with one action',
  emptyText:
    'A development action is one thing you will do to learn or grow. Say what, who will do it and by when. You can add actions here or beside each indicator.',
  example: 'Example',
  exampleText: 'The framework’s own example, in our words. It is not in your plan.',
  ideas: 'Open one to say who will do it and when it is due. You can change its words once it is in your plan.',
  backToAction: 'Back to the action',
  backTo: (indicatorId: string) => `Back to ${indicatorId}`,
  allInPlan: (all: number) => `All ${all.toLocaleString('en-GB')} actions, in the plan`,
  youRemoved: (action: string) => `You removed “${action}”.`,
  noneMatch: 'No actions match what you chose.',
  added: 'The action is added.',
  saved: 'The action is saved.',
  completed: 'Recorded as completed.',
  removed: 'Removed actions',
  continued: ' (continued)',
  otherIndicators: 'Other indicators',
  putBackWhich: (many: boolean) => `You can put these back, each in its old place.${many ? ' They are the latest.' : ''}`,
  putBack: 'Put it back',
  reopened: 'The action is open again.',
  restored: 'The action is back in the plan.',
} as const

/** What is looked at, for the fold of the filters: "Overdue, standard 4, Sam Obi". */
export function viewWords({ standard, priority, show }: PlanFilter, person: string | null, edition: Edition): string {
  const label = edition.priorities.find(({ id }) => id === priority)?.label
  const parts = [
    show ? SHOW_WORDS[show] : 'All actions',
    standard !== null && `standard ${standard}`,
    person,
    label && `priority ${label.toLowerCase()}`,
  ]
  return parts.filter(Boolean).join(', ')
}

/** "8 actions: 2 completed, 1 overdue." Parts that are none are left out. */
export function countsSentence({ total, completed, overdue, dueSoon }: PlanCounts): string {
  const parts = [
    completed > 0 && `${completed} completed`,
    overdue > 0 && `${overdue} overdue`,
    dueSoon > 0 && `${dueSoon} due in the next ${DUE_SOON_DAYS} days`,
  ].filter((part) => part !== false)
  return `${plural(total, 'action', 'actions')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`
}

/** "6 of 7 actions need a person or a date."; empty where none does. */
export function planNeeds({ total, needsOwnerOrDate }: Pick<PlanCounts, 'total' | 'needsOwnerOrDate'>): string {
  if (needsOwnerOrDate === 0) return ''
  const which =
    needsOwnerOrDate < total ? `${needsOwnerOrDate} of ${total} actions` : total === 1 ? '1 action' : `All ${total} actions`
  return `${which} ${need(needsOwnerOrDate)} a person or a date.`
}

const need = (count: number) => (count === 1 ? 'needs' : 'need')

export const ERRORS = {
  actionMissing: 'Enter what you will do',
  actionTooLong: `What you will do must be ${LONGEST.action} characters or fewer`,
  byWhomTooLong: `Who will do it must be ${LONGEST.byWhom} characters or fewer`,
  priorityUnknown: 'Choose a priority from the list',
  indicatorUnknown: 'Choose the indicator it is about',
  whatChangedTooLong: `What changed must be ${LONGEST.whatChanged} characters or fewer`,
  full: `This plan has ${MOST_ACTIONS.toLocaleString('en-GB')} actions, which is the most there can be. Remove some you no longer need.`,
} as const

/** What the dates are, as the beginning of a sentence about what is wrong with one. */
export const DATES = { byWhen: 'The due date', completedOn: 'The date it was completed' } as const
