import { ErrorSummary, PasswordInput } from '../ui/index.ts'
import type { Errors } from './forms.ts'

/** The field for a passphrase: what it is called here, for those who hear it as well. */
export function PassphraseInput(props: Omit<Parameters<typeof PasswordInput>[0], 'words'>) {
  return (
    <PasswordInput
      {...props}
      words={{
        showLabel: 'Show passphrase',
        hideLabel: 'Hide passphrase',
        shown: 'Your passphrase is visible',
        hidden: 'Your passphrase is hidden',
      }}
    />
  )
}

/**
 * Whose passphrase a form is about, for password managers: they look for a text field before the passphrase, and overlook a hidden
 * one. Nobody else meets it.
 */
export function Username({ email }: { readonly email: string }) {
  return <input type="text" class="app-for-password-managers" name="username" value={email} autocomplete="username" readonly />
}

interface FormErrorsProps<Field extends string> {
  readonly errors: Errors<Field>
}

/** What needs correcting, at the top of the page, each linked to its field. Nothing when there is nothing. */
export function FormErrors<Field extends string>({ errors }: FormErrorsProps<Field>) {
  const entries = Object.entries(errors) as [Field, string][]
  if (entries.length === 0) return null
  return <ErrorSummary errors={entries.map(([field, text]) => ({ text, href: `#${field}` }))} />
}

export function hasErrors(errors: Errors<string>): boolean {
  return Object.keys(errors).length > 0
}
