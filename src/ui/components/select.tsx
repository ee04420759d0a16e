import { type Attributes, classes, type ListOf, present } from './attributes.ts'
import { Field, type FieldProps, fieldDescribedBy, fieldId } from './field.tsx'

export interface SelectItem {
  readonly text: string
  /** The text itself, where none is given. */
  readonly value?: string | number | undefined
  /** Overrides the field's value. */
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

interface SelectProps extends FieldProps {
  readonly items: ListOf<SelectItem>
  readonly value?: string | number | null | undefined
  readonly disabled?: boolean | undefined
}

export function Select(props: SelectProps) {
  return (
    <Field field={props}>
      <select
        class={classes('govuk-select', props.class, props.error && 'govuk-select--error')}
        id={fieldId(props)}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={fieldDescribedBy(props)}
        {...props.attributes}
      >
        {present(props.items).map((item) => (
          <option
            value={item.value}
            selected={item.selected ?? (item.value ?? item.text) === props.value}
            disabled={item.disabled}
            {...item.attributes}
          >
            {item.text}
          </option>
        ))}
      </select>
    </Field>
  )
}
