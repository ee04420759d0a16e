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

/**
 * A form that changes something: always POST, always with the token that proves it came from one of our pages. In one with several
 * buttons, pressing Enter in a text field presses the first of them: that is one to save, in plain sight.
 */
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
