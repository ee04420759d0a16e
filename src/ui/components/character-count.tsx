import { classes, ids } from './attributes.ts'
import { fieldId } from './field.tsx'
import { Hint } from './hint.tsx'
import { Textarea, type TextareaProps } from './textarea.tsx'

interface CharacterCountProps extends Omit<TextareaProps, 'after'> {
  readonly maxlength?: number | undefined
  readonly maxwords?: number | undefined
  readonly countType?: 'length' | 'characters' | 'words' | undefined
  /** Percentage of the limit at which the count appears. */
  readonly threshold?: number | undefined
}

/** Made once: making one takes longer than the whole field. */
const inThousands = new Intl.NumberFormat('en-GB')

/** A textarea with a limit. The server checks the limit too: the count is only a courtesy. */
export function CharacterCount(props: CharacterCountProps) {
  const { maxlength, maxwords, threshold, formGroup, ...textarea } = props
  const infoId = `${fieldId(props)}-info`
  const countType = props.countType ?? (maxwords ? 'words' : undefined)
  const limit = maxwords ?? maxlength
  return (
    <Textarea
      {...textarea}
      class={classes('govuk-js-character-count', props.class)}
      describedBy={ids(infoId, props.describedBy)}
      formGroup={{
        class: classes('govuk-character-count', formGroup?.class),
        attributes: {
          'data-module': 'govuk-character-count',
          'data-maxlength': maxlength,
          'data-maxwords': maxwords,
          'data-threshold': threshold,
          'data-count-type': countType,
          ...formGroup?.attributes,
        },
      }}
      after={
        <Hint id={infoId} class="govuk-character-count__message">
          {limit && `You can enter up to ${inThousands.format(limit)} ${countType === 'words' ? 'words' : 'characters'}`}
        </Hint>
      }
    />
  )
}
