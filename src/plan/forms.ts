import { z } from 'zod'
import type { Edition } from '../frameworks/index.ts'
import {
  CHOICE,
  type DateBoxes,
  type DatePart,
  type Day,
  dateBoxes,
  dateFields,
  type Form,
  type FormFields,
  idOrNew,
  isId,
  readDate,
  readWhole,
  tidied,
  typedDate,
} from '../platform/index.ts'
import { DATES, ERRORS } from './content.ts'
import { ORIGINS, type Origin } from './header.ts'
import {
  type ActionWords,
  type DevelopmentAction,
  LONGEST,
  type Move,
  NO_FILTER,
  ORDERS,
  type PlanFilter,
  type PlanOrder,
  personKey,
  SHOWS,
  type TakenSuggestion,
} from './rules.ts'

/** The fields of an action, as they were typed or are to be filled in. */
export interface ActionValues {
  readonly action: string
  readonly byWhom: string
  readonly byWhen: DateBoxes
  readonly priority: string
}

export interface DateError {
  readonly text: string
  readonly parts: readonly DatePart[]
}

export interface ActionErrors {
  readonly indicator?: string
  readonly action?: string
  readonly byWhom?: string
  readonly byWhen?: DateError
  readonly priority?: string
}

export type ActionRead<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: ActionErrors }

/** Before the beginning of every field's name beside an indicator, so that they do not meet other fields of the page. */
export const INLINE_PREFIX = 'new-'

const WORDS_FORM: FormFields = { action: LONGEST.action, byWhom: LONGEST.byWhom, ...dateFields('byWhen'), priority: CHOICE }

/** The same for a suggested action, by its place among the suggestions: `idea-0-byWhom`. */
export const ideaPrefix = (place: number) => `idea-${place}-`

/** The fields of actions beside an indicator: of one that is written, and of each that is suggested. */
export const ACTION_FORM: FormFields = {
  ...Object.fromEntries(
    Object.entries({ ...WORDS_FORM, id: CHOICE }).map(([name, longest]) => [`${INLINE_PREFIX}${name}`, longest]),
  ),
  'idea-*': LONGEST.byWhom,
}

/** Where a form leads back to: the plan as it was looked at, or another page that somebody came from. */
export const VIEW_FORM: FormFields = { 'view-*': CHOICE }
/** `move` says what is moved and where to: `top:<id>`, `after:<id>:<the other's id>`. */
export const ORDER_FORM: FormFields = { move: CHOICE, ...VIEW_FORM }
export const NEW_ACTION_FORM: FormFields = { id: CHOICE, indicator: CHOICE, ...WORDS_FORM, ...VIEW_FORM }
export const EDIT_FORM: FormFields = { revision: CHOICE, ...WORDS_FORM, ...VIEW_FORM }
export const COMPLETION_FORM: FormFields = {
  revision: CHOICE,
  ...dateFields('completedOn'),
  whatChanged: LONGEST.whatChanged,
  ...VIEW_FORM,
}

const text = (longest: number, tooLong: string) =>
  z
    .string()
    .overwrite((typed) => tidied(typed, longest))
    .max(longest, tooLong)
const words = z.object({
  action: text(LONGEST.action, ERRORS.actionTooLong).min(1, ERRORS.actionMissing),
  byWhom: text(LONGEST.byWhom, ERRORS.byWhomTooLong).transform((name) => name.replace(/\s+/g, ' ')),
})

/**
 * What an action says.
 * @param edition whose priorities may be chosen
 * @param prefix before each field's name
 */
export function readAction(form: Form, edition: Edition, today: Day, prefix = ''): ActionRead<ActionWords> {
  const errors: { -readonly [Field in keyof ActionErrors]: ActionErrors[Field] } = {}
  const read = words.safeParse({ action: form.get(`${prefix}action`), byWhom: form.get(`${prefix}byWhom`) })
  for (const issue of read.error?.issues ?? []) errors[issue.path[0] as 'action' | 'byWhom'] ??= issue.message
  const byWhen = readDate(form, `${prefix}byWhen`, { label: DATES.byWhen, today, lies: 'ahead' })
  if (!byWhen.ok) errors.byWhen = { text: byWhen.message, parts: byWhen.parts }
  const priority = form.get(`${prefix}priority`)
  if (priority !== '' && !edition.priorities.some(({ id }) => id === priority)) errors.priority = ERRORS.priorityUnknown

  if (!read.success || !byWhen.ok || errors.priority) return { ok: false, errors }
  return { ok: true, value: { ...read.data, byWhen: byWhen.day, priority: priority || null } }
}

/** A new action with the id it was given when its form was shown, so that sending it twice adds it once. */
export interface NewAction extends ActionWords {
  readonly id: string
  readonly indicatorId: string
}

/** A new action from the plan's own page, where its indicator is chosen too. */
export function readNewAction(form: Form, edition: Edition, today: Day): ActionRead<NewAction> {
  const indicatorId = form.get('indicator')
  const read = readAction(form, edition, today)
  if (!edition.indicators.some(({ id }) => id === indicatorId)) {
    return { ok: false, errors: { indicator: ERRORS.indicatorUnknown, ...(read.ok ? {} : read.errors) } }
  }
  return read.ok ? { ok: true, value: { ...read.value, id: idIn(form, 'id'), indicatorId } } : read
}

/**
 * The action typed into `ActionsInline`. Read it whichever button was pressed, so that what someone typed before pressing
 * "Save" is not lost.
 * @returns null when nothing was typed and nobody asked to add an action
 */
export function readInlineAction(form: Form, edition: Edition, indicatorId: string, today: Day): ActionRead<NewAction> | null {
  const { byWhen, ...typed } = actionValues(form, INLINE_PREFIX)
  const anything = [...Object.values(typed), ...Object.values(byWhen)].some((value) => value.trim() !== '')
  if (!anything && form.get('do') !== 'add-action') return null
  const read = readAction(form, edition, today, INLINE_PREFIX)
  return read.ok ? { ok: true, value: { ...read.value, id: idIn(form, `${INLINE_PREFIX}id`), indicatorId } } : read
}

/** A suggested action that somebody takes, by its place among the suggestions. */
export type SuggestionRead = { readonly place: number } & ActionRead<TakenSuggestion>

/**
 * The suggested actions that are taken: where its button was pressed, and where something was typed beside it, whichever button
 * was pressed.
 */
export function readSuggestions(form: Form, suggestions: readonly string[], today: Day): readonly SuggestionRead[] {
  const [, pressed] = /^take-suggestion:(\d{1,4})$/.exec(form.get('do')) ?? []
  return suggestions.flatMap((suggestion, place): readonly SuggestionRead[] => {
    const prefix = ideaPrefix(place)
    const { byWhom, byWhen } = actionValues(form, prefix)
    const typed = [byWhom, ...Object.values(byWhen)].some((value) => value.trim() !== '')
    if (!typed && Number(pressed) !== place) return []
    const name = words.shape.byWhom.safeParse(byWhom)
    const day = readDate(form, `${prefix}byWhen`, { label: DATES.byWhen, today, lies: 'ahead' })
    if (name.success && day.ok) return [{ place, ok: true, value: { suggestion, byWhom: name.data, byWhen: day.day } }]
    const errors = {
      ...(name.success ? {} : { byWhom: ERRORS.byWhomTooLong }),
      ...(day.ok ? {} : { byWhen: { text: day.message, parts: day.parts } }),
    }
    return [{ place, ok: false, errors }]
  })
}

/** Which removed action is put back on an indicator's page; null for any other button. */
export function readPutBack(form: Form): string | null {
  const [, id = ''] = /^restore-action:(.{36})$/.exec(form.get('do')) ?? []
  return isId(id) ? id : null
}

/** What is moved, and where to; null for what no page sends. */
export function readMove(form: Form): { readonly actionId: string; readonly move: Move } | null {
  const [to, actionId = '', other = ''] = form.get('move').split(':')
  if (!isId(actionId)) return null
  if (to === 'top' || to === 'up' || to === 'down') return { actionId, move: { to } }
  if ((to === 'before' || to === 'after') && isId(other)) return { actionId, move: { to, other } }
  return null
}

/** What was typed, to show it again. */
export function actionValues(form: Pick<Form, 'get'>, prefix = ''): ActionValues {
  return {
    action: form.get(`${prefix}action`),
    byWhom: form.get(`${prefix}byWhom`),
    byWhen: typedDate(form, `${prefix}byWhen`),
    priority: form.get(`${prefix}priority`),
  }
}

/** What an action says now, to be changed. */
export function valuesOf(action: ActionWords): ActionValues {
  return { action: action.action, byWhom: action.byWhom, byWhen: dateBoxes(action.byWhen), priority: action.priority ?? '' }
}

/** The errors for an `ErrorSummary`, in the order of the fields. */
export function actionSummary(errors: ActionErrors, prefix = ''): readonly { readonly text: string; readonly href: string }[] {
  return (['indicator', 'action', 'byWhom', 'byWhen', 'priority'] as const).flatMap((field) => {
    const error = errors[field]
    if (!error) return []
    if (typeof error === 'string') return [{ text: error, href: `#${prefix}${field}` }]
    return [{ text: error.text, href: `#${prefix}${field}-${error.parts[0] ?? 'day'}` }]
  })
}

export type Completion = Pick<DevelopmentAction, 'whatChanged'> & { readonly completedOn: Day }

export interface CompletionErrors {
  readonly completedOn?: DateError
  readonly whatChanged?: string
}

/** When an action was completed, today where nothing is said, and what came of it. */
export function readCompletion(
  form: Form,
  today: Day,
): { readonly ok: true; readonly value: Completion } | { readonly ok: false; readonly errors: CompletionErrors } {
  const on = readDate(form, 'completedOn', { label: DATES.completedOn, today, lies: 'past', notAfter: today })
  const changed = text(LONGEST.whatChanged, ERRORS.whatChangedTooLong).safeParse(form.get('whatChanged'))
  if (on.ok && changed.success) return { ok: true, value: { completedOn: on.day ?? today, whatChanged: changed.data } }
  return {
    ok: false,
    errors: {
      ...(on.ok ? {} : { completedOn: { text: on.message, parts: on.parts } }),
      ...(changed.success ? {} : { whatChanged: ERRORS.whatChangedTooLong }),
    },
  }
}

/** Which version of an action a form was made from; -1 for what is no number, which fits none. */
export function readRevision(form: Form): number {
  return readWhole(form.get('revision')) ?? -1
}

/** How a plan is looked at: part of its address, so that it can be kept and sent. */
export interface PlanView {
  readonly filter: PlanFilter
  readonly order: PlanOrder
  /** From 1. */
  readonly page: number
  /** The page of another capability that somebody came from; null for the plan itself, and for nowhere in particular. */
  readonly from: Origin | null
  /** True on the page of a completion that somebody came to from the page of its action, which it leads back to. */
  readonly viaAction: boolean
}

export const WHOLE_PLAN: PlanView = { filter: NO_FILTER, order: 'pressing', page: 1, from: null, viaAction: false }

/** The view an address or a form asks for. What it can't mean is left out. */
export function readView(get: (name: string) => string | undefined, edition: Edition): PlanView {
  const standard = edition.standards.find(({ number }) => String(number) === get('standard'))?.number ?? null
  const priority = edition.priorities.find(({ id }) => id === get('priority'))?.id ?? null
  const person = personKey((get('person') ?? '').slice(0, LONGEST.byWhom)) || null
  const show = SHOWS.find((each) => each === get('show')) ?? null
  const order = ORDERS.find((each) => each === get('order')) ?? WHOLE_PLAN.order
  const page = /^[1-9]\d{0,5}$/.test(get('page') ?? '') ? Number(get('page')) : 1
  const from = ORIGINS.find((each) => each === get('from')) ?? null
  return { filter: { standard, person, priority, show }, order, page, from, viaAction: get('via') === 'action' }
}

/** A view as an address says it. */
export function viewQuery({ filter, order, page, from, viaAction }: PlanView): Readonly<Record<string, string | number | null>> {
  return {
    ...filter,
    order: order === WHOLE_PLAN.order ? null : order,
    page: page === 1 ? null : page,
    from,
    via: viaAction ? 'action' : null,
  }
}

function idIn(form: Form, field: string): string {
  return idOrNew(form.get(field))
}
