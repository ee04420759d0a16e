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

/** A limit beyond this, in characters, is one that hardly anybody meets: nothing is said of it before it is near. */
const SAID_UP_TO = 1_000

/**
 * A textarea with a limit. The server checks the limit too: the count is only a courtesy. With scripts it is said when it is near,
 * after the field's own hint; without them from the start, where people may well reach it.
 */
export function CharacterCount(props: CharacterCountProps) {
  const { maxlength, maxwords, threshold, formGroup, ...textarea } = props
  const infoId = `${fieldId(props)}-info`
  const countType = props.countType ?? (maxwords ? 'words' : undefined)
  const limit = maxwords ?? maxlength
  const said = (limit ?? 0) <= SAID_UP_TO
  return (
    <Textarea
      {...textarea}
      class={classes('govuk-js-character-count', props.class)}
      describedAfter={ids(props.describedAfter, said && infoId)}
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
        said && (
          <Hint id={infoId} class="govuk-character-count__message">
            {limit && `You can enter up to ${inThousands.format(limit)} ${countType === 'words' ? 'words' : 'characters'}`}
          </Hint>
        )
      }
    />
  )
}
