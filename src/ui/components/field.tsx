import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes, ids, type Size } from './attributes.ts'
import { ErrorMessage } from './error-message.tsx'
import { Fieldset, type LegendProps } from './fieldset.tsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

/** What every field with one control takes: `<Input name="email" label="Email address" error={errors.email} />`. */
export interface FieldProps extends Common {
  readonly name: string
  /** The name, where none is given. Error summaries link to it. */
  readonly id?: string | undefined
  readonly label: Child
  readonly labelSize?: Size | undefined
  readonly labelClass?: string | undefined
  readonly labelIsHeading?: boolean | undefined
  readonly hint?: Child
  readonly error?: string | undefined
  /** Ids of other elements that describe the field. */
  readonly describedBy?: string | undefined
  /** The same, of what is said after the field's own hint and error. */
  readonly describedAfter?: string | undefined
  readonly formGroup?: Common | undefined
}

export function fieldId(field: { name: string; id?: string | undefined }): string {
  return field.id || field.name
}

export function fieldDescribedBy(field: FieldProps): string | undefined {
  const id = fieldId(field)
  return ids(field.describedBy, field.hint && `${id}-hint`, field.error && `${id}-error`, field.describedAfter)
}

interface FormGroupProps extends Common {
  readonly error?: string | undefined
  readonly children?: Child
}

export function FormGroup(props: FormGroupProps) {
  return (
    <div class={classes('govuk-form-group', props.error && 'govuk-form-group--error', props.class)} {...props.attributes}>
      {props.children}
    </div>
  )
}

/** Label, hint and error in the one order that screen readers and error summaries rely on, then the control. */
export function Field({ field, children }: { field: FieldProps; children: Child }) {
  const id = fieldId(field)
  return (
    <FormGroup error={field.error} {...field.formGroup}>
      <Label for={id} size={field.labelSize} class={field.labelClass} isPageHeading={field.labelIsHeading}>
        {field.label}
      </Label>
      {field.hint && <Hint id={`${id}-hint`}>{field.hint}</Hint>}
      {field.error && <ErrorMessage id={`${id}-error`}>{field.error}</ErrorMessage>}
      {children}
    </FormGroup>
  )
}

/** What every question with several controls takes. With a legend the controls are wrapped in a fieldset. */
export interface GroupProps extends Common, LegendProps {
  readonly name: string
  /** The name, where none is given. The first control has this id, so that error summaries can link to it. */
  readonly id?: string | undefined
  readonly hint?: Child
  readonly error?: string | undefined
  readonly describedBy?: string | undefined
  readonly formGroup?: Common | undefined
  readonly fieldset?: Common | undefined
}

export function groupDescribedBy(group: GroupProps): string | undefined {
  const id = fieldId(group)
  return ids(group.describedBy, group.hint && `${id}-hint`, group.error && `${id}-error`)
}

export function Group({ group, role, children }: { group: GroupProps; role?: string | undefined; children: Child }) {
  const id = fieldId(group)
  const inner = (
    <>
      {group.hint && <Hint id={`${id}-hint`}>{group.hint}</Hint>}
      {group.error && <ErrorMessage id={`${id}-error`}>{group.error}</ErrorMessage>}
      {children}
    </>
  )
  if (!group.legend && !group.fieldset) {
    return (
      <FormGroup error={group.error} {...group.formGroup}>
        {inner}
      </FormGroup>
    )
  }
  return (
    <FormGroup error={group.error} {...group.formGroup}>
      <Fieldset
        legend={group.legend}
        legendSize={group.legendSize}
        legendClass={group.legendClass}
        legendIsHeading={group.legendIsHeading}
        describedBy={groupDescribedBy(group)}
        role={role}
        {...group.fieldset}
      >
        {inner}
      </Fieldset>
    </FormGroup>
  )
}
