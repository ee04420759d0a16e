import { classes } from './attributes.ts'
import { Button } from './button.tsx'
import { fieldId } from './field.tsx'
import { Input, type InputProps } from './input.tsx'

interface PasswordInputProps extends Omit<InputProps, 'type' | 'prefix' | 'suffix' | 'after' | 'wrapper'> {
  readonly autocomplete?: 'current-password' | 'new-password' | undefined
  /** Where the button and what it says aloud should not speak of a password. */
  readonly words?: PasswordInputWords | undefined
}

/** The script that shows what was typed finds these on the page. */
export interface PasswordInputWords {
  readonly show?: string | undefined
  readonly hide?: string | undefined
  readonly showLabel?: string | undefined
  readonly hideLabel?: string | undefined
  readonly shown?: string | undefined
  readonly hidden?: string | undefined
}

export function PasswordInput({ words, ...props }: PasswordInputProps) {
  const show = (
    <Button
      type="button"
      kind="secondary"
      class="govuk-password-input__toggle govuk-js-password-input-toggle"
      attributes={{ 'aria-controls': fieldId(props), 'aria-label': words?.showLabel ?? 'Show password', hidden: true }}
    >
      {words?.show ?? 'Show'}
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
        attributes: {
          'data-module': 'govuk-password-input',
          'data-i18n.show-password': words?.show,
          'data-i18n.hide-password': words?.hide,
          'data-i18n.show-password-aria-label': words?.showLabel,
          'data-i18n.hide-password-aria-label': words?.hideLabel,
          'data-i18n.password-shown-announcement': words?.shown,
          'data-i18n.password-hidden-announcement': words?.hidden,
          ...props.formGroup?.attributes,
        },
      }}
      wrapper={{ class: 'govuk-password-input__wrapper' }}
      after={show}
    />
  )
}
