import { FileUpload } from './file-upload.tsx'
import { attributes, field, matchesPublishedFixtures } from './fixtures.ts'

matchesPublishedFixtures(
  'file-upload',
  (given) => (
    <FileUpload
      {...field(given)}
      multiple={given.multiple}
      disabled={given.disabled}
      dropZone={given.javascript}
      wrapper={{ class: given.wrapperClasses, attributes: attributes(given.wrapperAttributes) }}
    />
  ),
  { translated: 'the interface is in English' },
)
