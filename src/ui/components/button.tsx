import type { Child } from '../jsx/jsx-runtime.ts'
import { type Attributes, type Common, classes } from './attributes.ts'

export interface ButtonProps extends Common {
  readonly children?: Child
  readonly id?: string | undefined
  readonly kind?: 'primary' | 'secondary' | 'warning' | 'inverse' | undefined
  /** Makes a link that looks like a button: for going somewhere, never for changing something. It is announced as the link it is. */
  readonly href?: string | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** An arrow, for the button that begins something. */
  readonly start?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
}

export function Button(props: ButtonProps) {
  const kind = props.kind && props.kind !== 'primary' && `govuk-button--${props.kind}`
  const common = {
    class: classes('govuk-button', kind, props.class, props.start && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...props.attributes,
    id: props.id,
  }
  if (props.href) {
    const link: Attributes = { draggable: 'false', ...common }
    return (
      <a href={props.href} {...link}>
        {props.children}
        {props.start && <StartIcon />}
      </a>
    )
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value || undefined}
      name={props.name || undefined}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick)}
      {...common}
    >
      {props.children}
      {props.start && <StartIcon />}
    </button>
  )
}

function StartIcon() {
  return (
    <svg
      class="govuk-button__start-icon"
      xmlns="http://www.w3.org/2000/svg"
      width="17.5"
      height="19"
      viewBox="0 0 33 40"
      aria-hidden="true"
      focusable="false"
    >
      <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
    </svg>
  )
}
