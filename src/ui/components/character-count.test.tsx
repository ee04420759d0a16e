import { CharacterCount } from './character-count.tsx'
import { field, matchesPublishedFixtures } from './fixtures.ts'

matchesPublishedFixtures(
  'character-count',
  (given) => (
    <CharacterCount
      {...field(given)}
      value={given.value}
      rows={given.rows}
      spellcheck={given.spellcheck}
      maxlength={given.maxlength}
      maxwords={given.maxwords}
      countType={given.countType}
      threshold={given.threshold}
    />
  ),
  {
    'with custom textarea description': 'the interface is in English',
    'with translations': 'the interface is in English',
    'custom classes on countMessage': 'the message is plain',
    'with neither maxlength nor maxwords set': 'a limit is always known on the server',
  },
)
