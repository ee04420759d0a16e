import { content, field, matchesPublishedFixtures } from './fixtures.ts'
import { Input } from './input.tsx'

matchesPublishedFixtures(
  'input',
  (given) => (
    <Input
      {...field(given)}
      type={given.type}
      value={given.value}
      inputmode={given.inputmode}
      autocomplete={given.autocomplete}
      autocapitalize={given.autocapitalize}
      pattern={given.pattern}
      spellcheck={given.spellcheck}
      disabled={given.disabled}
      prefix={content(given.prefix)}
      suffix={content(given.suffix)}
      wrapper={given.inputWrapper && { class: given.inputWrapper.classes, attributes: given.inputWrapper.attributes }}
    />
  ),
  {
    'with prefix with classes': 'a prefix is plain',
    'with prefix with attributes': 'a prefix is plain',
    'with suffix with classes': 'a suffix is plain',
    'with suffix with attributes': 'a suffix is plain',
  },
)
