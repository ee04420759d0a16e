import { classes } from './attributes.ts'
import { fieldId, Group, type GroupProps } from './field.tsx'
import { Input } from './input.tsx'

export type DatePart = 'day' | 'month' | 'year'

interface DateInputProps extends GroupProps {
  /** The fields are called `{name}-day`, `{name}-month` and `{name}-year`; with an empty name, `day`, `month` and `year`. */
  readonly name: string
  readonly value?: Readonly<Partial<Record<DatePart, string | number>>> | undefined
  readonly parts?: readonly DatePart[] | undefined
  /** The parts the error is about; all of them, where none are given. */
  readonly errorIn?: readonly DatePart[] | undefined
  readonly labels?: Readonly<Partial<Record<DatePart, string>>> | undefined
  /** For a date of birth: fills in `bday-day` and so on. */
  readonly autocomplete?: 'bday' | undefined
}

const LABELS = { day: 'Day', month: 'Month', year: 'Year' }

export function DateInput(props: DateInputProps) {
  const id = fieldId(props)
  const parts = props.parts ?? ['day', 'month', 'year']
  const inError = props.errorIn ?? (props.error ? parts : [])
  return (
    // JAWS reads out what describes a fieldset of text inputs only when its role is written out.
    <Group group={props} role="group">
      <div class={classes('govuk-date-input', props.class)} {...props.attributes} id={id}>
        {parts.map((part) => (
          <div class="govuk-date-input__item">
            <Input
              name={props.name ? `${props.name}-${part}` : part}
              id={`${id}-${part}`}
              label={props.labels?.[part] ?? LABELS[part]}
              labelClass="govuk-date-input__label"
              class={classes('govuk-date-input__input', inError.includes(part) && 'govuk-input--error')}
              width={part === 'year' ? 4 : 2}
              value={props.value?.[part]}
              inputmode="numeric"
              autocomplete={props.autocomplete && `${props.autocomplete}-${part}`}
            />
          </div>
        ))}
      </div>
    </Group>
  )
}
