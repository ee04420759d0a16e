import { field, matchesPublishedFixtures } from './fixtures.ts'
import { PasswordInput } from './password-input.tsx'

matchesPublishedFixtures('password-input', (given) => (
  <PasswordInput
    {...field(given)}
    autocomplete={given.autocomplete}
    value={given.value}
    disabled={given.disabled}
    words={{
      show: given.showPasswordText,
      hide: given.hidePasswordText,
      showLabel: given.showPasswordAriaLabelText,
      hideLabel: given.hidePasswordAriaLabelText,
      shown: given.passwordShownAnnouncementText,
      hidden: given.passwordHiddenAnnouncementText,
    }}
  />
))
