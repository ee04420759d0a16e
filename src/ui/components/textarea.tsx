import type { Child } from '../jsx/jsx-runtime.ts'
import { type Attributes, classes } from './attributes.ts'
import { Field, type FieldProps, fieldDescribedBy, fieldId } from './field.tsx'

export interface TextareaProps extends FieldProps {
  readonly value?: string | null | undefined
  readonly rows?: number | undefined
  readonly autocomplete?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Follows the textarea inside its form group. */
  readonly after?: Child
}

export function Textarea(props: TextareaProps) {
  const spellcheck: Attributes = { spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck) }
  const value = props.value ?? ''
  return (
    <Field field={props}>
      <textarea
        class={classes('govuk-textarea', props.error && 'govuk-textarea--error', props.class)}
        id={fieldId(props)}
        name={props.name}
        rows={props.rows ?? 5}
        disabled={props.disabled}
        aria-describedby={fieldDescribedBy(props)}
        autocomplete={props.autocomplete}
        {...spellcheck}
        {...props.attributes}
      >
        {/* Browsers drop a line break straight after the tag, so a text that starts with one needs another. */}
        {value.startsWith('\n') && '\n'}
        {value}
      </textarea>
      {props.after}
    </Field>
  )
}
