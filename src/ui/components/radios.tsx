import { classes, type ListOf } from './attributes.ts'
import { type Choice, ChoiceItem, choiceId, type Divider } from './choices.tsx'
import { fieldId, Group, type GroupProps } from './field.tsx'

interface RadiosProps extends GroupProps {
  readonly items: ListOf<Choice | Divider>
  readonly value?: string | number | null | undefined
  readonly small?: boolean | undefined
  readonly inline?: boolean | undefined
}

export function Radios(props: RadiosProps) {
  const id = fieldId(props)
  return (
    <Group group={props}>
      <div
        class={classes('govuk-radios', props.small && 'govuk-radios--small', props.inline && 'govuk-radios--inline', props.class)}
        {...props.attributes}
        data-module="govuk-radios"
      >
        {props.items.map((item, index) => {
          if (!item) return null
          if ('divider' in item) return <div class="govuk-radios__divider">{item.divider}</div>
          const checked = item.checked ?? (props.value !== undefined && item.value === props.value)
          return (
            <ChoiceItem
              block="govuk-radios"
              type="radio"
              item={item}
              id={choiceId(id, item, index)}
              name={props.name}
              checked={checked}
            />
          )
        })}
      </div>
    </Group>
  )
}
