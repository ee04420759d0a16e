import { classes, type ListOf } from './attributes.ts'
import { type Choice, ChoiceItem, choiceId, type Divider } from './choices.tsx'
import { fieldId, Group, type GroupProps, groupDescribedBy } from './field.tsx'

interface CheckboxesProps extends GroupProps {
  readonly items: ListOf<Choice | Divider>
  readonly values?: readonly (string | number)[] | undefined
  readonly small?: boolean | undefined
}

export function Checkboxes(props: CheckboxesProps) {
  const id = fieldId(props)
  const hasFieldset = Boolean(props.legend || props.fieldset)
  return (
    <Group group={props}>
      <div
        class={classes('govuk-checkboxes', props.small && 'govuk-checkboxes--small', props.class)}
        {...props.attributes}
        data-module="govuk-checkboxes"
      >
        {props.items.map((item, index) => {
          if (!item) return null
          if ('divider' in item) return <div class="govuk-checkboxes__divider">{item.divider}</div>
          return (
            <ChoiceItem
              block="govuk-checkboxes"
              type="checkbox"
              item={item}
              id={choiceId(id, item, index)}
              name={props.name}
              checked={item.checked ?? props.values?.includes(item.value) ?? false}
              // Without a fieldset there is nothing else to carry the group's hint and error.
              describedBy={hasFieldset ? undefined : groupDescribedBy(props)}
            />
          )
        })}
      </div>
    </Group>
  )
}
