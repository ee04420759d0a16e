import { type Common, classes } from './attributes.ts'
import { Field, type FieldProps, fieldDescribedBy, fieldId } from './field.tsx'

interface FileUploadProps extends FieldProps {
  readonly multiple?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** What the browser offers first, for example `.pdf,image/*`. The server decides. */
  readonly accept?: string | undefined
  /** With scripts, a place to drop files on. */
  readonly dropZone?: boolean | undefined
  readonly wrapper?: Common | undefined
}

export function FileUpload(props: FileUploadProps) {
  const input = (
    <input
      class={classes('govuk-file-upload', props.class, props.error && 'govuk-file-upload--error')}
      id={fieldId(props)}
      name={props.name}
      type="file"
      accept={props.accept}
      disabled={props.disabled}
      multiple={props.multiple}
      aria-describedby={fieldDescribedBy(props)}
      {...props.attributes}
    />
  )
  return (
    <Field field={props}>
      {props.dropZone ? (
        <div
          class={classes('govuk-file-upload-wrapper', props.wrapper?.class)}
          data-module="govuk-file-upload"
          {...props.wrapper?.attributes}
        >
          {input}
        </div>
      ) : (
        input
      )}
    </Field>
  )
}
