import type { Child } from '../jsx/jsx-runtime.ts'
import { type Common, classes, type Size } from './attributes.ts'

export interface LegendProps {
  readonly legend?: Child
  readonly legendSize?: Size | undefined
  readonly legendClass?: string | undefined
  readonly legendIsHeading?: boolean | undefined
}

interface FieldsetProps extends Common, LegendProps {
  readonly describedBy?: string | undefined
  readonly role?: string | undefined
  readonly children?: Child
}

export function Fieldset(props: FieldsetProps) {
  const legendClass = classes(
    'govuk-fieldset__legend',
    props.legendSize && `govuk-fieldset__legend--${props.legendSize}`,
    props.legendClass,
  )
  return (
    <fieldset
      class={classes('govuk-fieldset', props.class)}
      {...props.attributes}
      {...{ role: props.role }}
      aria-describedby={props.describedBy}
    >
      {props.legend && (
        <legend class={legendClass}>
          {props.legendIsHeading ? <h1 class="govuk-fieldset__heading">{props.legend}</h1> : props.legend}
        </legend>
      )}
      {props.children}
    </fieldset>
  )
}
