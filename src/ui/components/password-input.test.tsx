import { field, matchesPublishedFixtures } from './fixtures.ts'
import { PasswordInput } from './password-input.tsx'

matchesPublishedFixtures(
  'password-input',
  (given) => <PasswordInput {...field(given)} autocomplete={given.autocomplete} value={given.value} disabled={given.disabled} />,
  { 'with translations': 'the interface is in English' },
)
