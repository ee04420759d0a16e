/** Everything the browser runs. Each part leaves a page that works without it. */
import { prepareToAnnounce } from './announce.ts'
import { startAutosave } from './autosave/index.ts'
import { enhanceButtons } from './enhance/button.ts'
import { enhanceCharacterCounts } from './enhance/character-count.ts'
import { enhanceChoices } from './enhance/choices.ts'
import { enhanceCopy } from './enhance/copy.ts'
import { enhanceFiles } from './enhance/files.ts'
import { enhanceFocus } from './enhance/focus.ts'
import { enhancePasswords } from './enhance/password.ts'
import { enhancePrint } from './enhance/print.ts'
import { enhanceUnsent } from './enhance/unsent.ts'
import { startShortcuts } from './shortcuts.ts'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
prepareToAnnounce()
for (const enhance of [
  enhanceButtons,
  enhanceChoices,
  enhanceCharacterCounts,
  enhancePasswords,
  enhanceCopy,
  enhanceFiles,
  enhanceFocus,
  enhancePrint,
  enhanceUnsent,
  startShortcuts,
  startAutosave,
]) {
  try {
    void enhance()
  } catch (error) {
    // One part that fails must not take the others with it, least of all the one that saves words.
    console.error(error)
  }
}
