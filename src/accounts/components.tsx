import { ErrorSummary } from '../ui/index.ts'
import type { Errors } from './forms.ts'

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
