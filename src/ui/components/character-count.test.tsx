import { describe, expect, test } from 'vitest'
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
  [
    {
      because: 'what to write is said before how much of it there may be',
      ours: (html) => html.replace(/aria-describedby="(\S+-info) ([^"]+)"/, 'aria-describedby="$2 $1"'),
    },
  ],
)

describe('a limit is said from the start only where people may well reach it', () => {
  const shown = (maxlength: number) => String(<CharacterCount name="a" label="A" hint="Few words" maxlength={maxlength} />)
  test.each([500, 1_000])('%i characters', (maxlength) => {
    expect(shown(maxlength)).toContain(`You can enter up to ${maxlength.toLocaleString('en-GB')} characters`)
    expect(shown(maxlength)).toContain('aria-describedby="a-hint a-info"')
  })
  test.each([2_000, 20_000])('but not %i, which a script counts all the same', (maxlength) => {
    expect(shown(maxlength)).not.toContain('You can enter up to')
    expect(shown(maxlength)).toContain('aria-describedby="a-hint"')
    expect(shown(maxlength)).toContain(`data-maxlength="${maxlength}"`)
  })
})
