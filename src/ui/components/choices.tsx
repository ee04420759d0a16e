import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes, ids } from './attributes.ts'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

/** One radio or checkbox. */
export interface Choice extends Common {
  readonly value: string | number
  readonly text: Child
  readonly hint?: Child
  readonly id?: string | undefined
  readonly name?: string | undefined
  /** Overrides the group's value. */
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Shown below the choice while it is chosen (always, without scripts). */
  readonly conditional?: Child
  readonly label?: Common | undefined
  /** "None of these": choosing it clears the others. */
  readonly exclusive?: boolean | undefined
}

/** A short word between choices: "or". */
export interface Divider {
  readonly divider: string
}

interface ChoiceItemProps {
  readonly block: 'govuk-radios' | 'govuk-checkboxes'
  readonly type: 'radio' | 'checkbox'
  readonly item: Choice
  readonly id: string
  readonly name: string
  readonly checked: boolean
  readonly describedBy?: string | undefined
}

export function ChoiceItem({ block, type, item, id, name, checked, describedBy }: ChoiceItemProps) {
  const hintId = `${id}-item-hint`
  const conditionalId = `conditional-${id}`
  return (
    <>
      <div class={classes(`${block}__item`, item.class)}>
        <input
          class={`${block}__input`}
          id={id}
          name={item.name ?? name}
          type={type}
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? conditionalId : undefined}
          data-behaviour={item.exclusive ? 'exclusive' : undefined}
          aria-describedby={ids(describedBy, item.hint && hintId)}
          {...item.attributes}
        />
        <Label for={id} class={classes(`${block}__label`, item.label?.class)} attributes={item.label?.attributes}>
          {item.text}
        </Label>
        {item.hint && (
          <Hint id={hintId} class={`${block}__hint`}>
            {item.hint}
          </Hint>
        )}
      </div>
      {item.conditional && (
        <div class={classes(`${block}__conditional`, !checked && `${block}__conditional--hidden`)} id={conditionalId}>
          {item.conditional}
        </div>
      )}
    </>
  )
}

/** The first choice has the group's own id, so that the error summary can link to it. */
export function choiceId(groupId: string, item: Choice, index: number): string {
  return item.id ?? (index === 0 ? groupId : `${groupId}-${index + 1}`)
}
