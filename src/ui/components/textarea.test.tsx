import { expect, test } from 'vitest'
import { field, matchesPublishedFixtures } from './fixtures.ts'
import { Textarea } from './textarea.tsx'

matchesPublishedFixtures('textarea', (given) => (
  <Textarea
    {...field(given)}
    value={given.value}
    rows={given.rows}
    autocomplete={given.autocomplete}
    spellcheck={given.spellcheck}
    disabled={given.disabled}
  />
))

test('a text that starts with a line break keeps it', () => {
  expect(String(<Textarea name="a" label="A" value={'\nfirst'} />)).toContain('>\n\nfirst</textarea>')
})
