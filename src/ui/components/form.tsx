import { TOKEN_FIELD, TOKEN_PLACEHOLDER } from '../../platform/http/csrf.ts'
import type { Child } from '../jsx/jsx-runtime.ts'

interface FormProps {
  readonly action: string
  readonly id?: string
  /** True when the form has a file field. */
  readonly files?: boolean
  readonly class?: string
  /** Attributes for the scripts that enhance the form: `data-autosave`. */
  readonly data?: Readonly<Record<`data-${string}`, string | boolean | undefined>>
  readonly children?: Child
}

/** A form that changes something: always POST, always with the token that proves it came from one of our pages. */
export function Form({ action, id, files, class: className, data, children }: FormProps) {
  return (
    <form
      action={action}
      method="post"
      id={id}
      class={className}
      enctype={files ? 'multipart/form-data' : undefined}
      novalidate
      {...data}
    >
      <input type="hidden" name={TOKEN_FIELD} value={TOKEN_PLACEHOLDER} />
      {children}
    </form>
  )
}

/**
 * What pressing Enter in a text field does, in a form with several buttons: browsers press the first one, so this stands
 * before the others. Nobody sees it or tabs to it.
 */
export function EnterButton({ value, children }: { readonly value: string; readonly children: Child }) {
  return (
    <button type="submit" name="do" value={value} class="govuk-visually-hidden" tabindex={-1}>
      {children}
    </button>
  )
}
