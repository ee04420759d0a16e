import { classes } from './attributes.ts'
import { Button } from './button.tsx'
import { fieldId } from './field.tsx'
import { Input, type InputProps } from './input.tsx'

interface PasswordInputProps extends Omit<InputProps, 'type' | 'prefix' | 'suffix' | 'after' | 'wrapper'> {
  readonly autocomplete?: 'current-password' | 'new-password' | undefined
}

export function PasswordInput(props: PasswordInputProps) {
  const show = (
    <Button
      type="button"
      kind="secondary"
      class="govuk-password-input__toggle govuk-js-password-input-toggle"
      attributes={{ 'aria-controls': fieldId(props), 'aria-label': 'Show password', hidden: true }}
    >
      Show
    </Button>
  )
  return (
    <Input
      {...props}
      type="password"
      class={classes('govuk-password-input__input govuk-js-password-input-input', props.class)}
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete ?? 'current-password'}
      formGroup={{
        class: classes('govuk-password-input', props.formGroup?.class),
        attributes: { 'data-module': 'govuk-password-input', ...props.formGroup?.attributes },
      }}
      wrapper={{ class: 'govuk-password-input__wrapper' }}
      after={show}
    />
  )
}
