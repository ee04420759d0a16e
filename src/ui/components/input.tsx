import type { Child } from '../jsx/jsx-runtime.ts'
import { type Attributes, type Common, classes } from './attributes.ts'
import { Field, type FieldProps, fieldDescribedBy, fieldId } from './field.tsx'

export interface InputProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'number' | 'password' | 'search' | undefined
  readonly value?: string | number | null | undefined
  /** In characters. A width tells people how long an answer is expected. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  readonly inputmode?: 'numeric' | 'decimal' | 'text' | 'email' | 'tel' | 'url' | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: 'none' | 'sentences' | 'words' | undefined
  readonly pattern?: string | undefined
  readonly maxlength?: number | undefined
  readonly spellcheck?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly prefix?: Child
  readonly suffix?: Child
  /** A control that belongs to the input, after it. */
  readonly after?: Child
  readonly wrapper?: Common | undefined
}

export function Input(props: InputProps) {
  const input = <Control {...props} />
  const wrapped = props.prefix || props.suffix || props.after
  return (
    <Field field={props}>
      {wrapped ? (
        <div class={classes('govuk-input__wrapper', props.wrapper?.class)} {...props.wrapper?.attributes}>
          {props.prefix && <Affix kind="prefix">{props.prefix}</Affix>}
          {input}
          {props.suffix && <Affix kind="suffix">{props.suffix}</Affix>}
          {props.after}
        </div>
      ) : (
        input
      )}
    </Field>
  )
}

function Control(props: InputProps) {
  // `false` must be written out: an attribute that is left out means "decide for yourself".
  const spellcheck: Attributes = { spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck) }
  return (
    <input
      class={classes(
        'govuk-input',
        props.width && `govuk-input--width-${props.width}`,
        props.class,
        props.error && 'govuk-input--error',
      )}
      id={fieldId(props)}
      name={props.name}
      type={props.type ?? 'text'}
      value={props.value ?? undefined}
      disabled={props.disabled}
      aria-describedby={fieldDescribedBy(props)}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      maxlength={props.maxlength}
      {...spellcheck}
      {...props.attributes}
    />
  )
}

function Affix({ kind, children }: { kind: 'prefix' | 'suffix'; children: Child }) {
  return (
    <div class={`govuk-input__${kind}`} aria-hidden="true">
      {children}
    </div>
  )
}
