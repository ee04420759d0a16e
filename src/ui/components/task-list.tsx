import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes, type ListOf } from './attributes.ts'

export interface Task {
  readonly title: Child
  readonly href?: string | undefined
  readonly hint?: Child
  /** Words, or a `Tag`. */
  readonly status: Child
  readonly cannotStartYet?: boolean | undefined
  readonly class?: string | undefined
}

interface TaskListProps extends Common {
  readonly items: ListOf<Task>
  /** Needed where a page has more than one list. */
  readonly idPrefix?: string | undefined
}

export function TaskList(props: TaskListProps) {
  const prefix = props.idPrefix ?? 'task-list'
  return (
    <ul class={classes('govuk-task-list', props.class)} {...props.attributes}>
      {props.items.map((task, index) => task && <Item task={task} id={`${prefix}-${index + 1}`} />)}
    </ul>
  )
}

function Item({ task, id }: { task: Task; id: string }) {
  const hintId = `${id}-hint`
  const statusId = `${id}-status`
  return (
    <li class={classes('govuk-task-list__item', task.href && 'govuk-task-list__item--with-link', task.class)}>
      <div class="govuk-task-list__name-and-hint">
        {task.href ? (
          <a class="govuk-link govuk-task-list__link" href={task.href} aria-describedby={classes(task.hint && hintId, statusId)}>
            {task.title}
          </a>
        ) : (
          <div>{task.title}</div>
        )}
        {task.hint && (
          <div id={hintId} class="govuk-task-list__hint">
            {task.hint}
          </div>
        )}
      </div>
      <div
        class={classes('govuk-task-list__status', task.cannotStartYet && 'govuk-task-list__status--cannot-start-yet')}
        id={statusId}
      >
        {task.status}
      </div>
    </li>
  )
}
