/** Says on the page how saving goes: in `[data-save-status]`, aloud but not too often, and in a banner where there are two versions. */
import { announce } from '../announce.ts'
import { statusWords, words } from '../content.ts'
import type { Conflict } from '../contract.ts'
import { element } from '../elements.ts'
import { type State, type Status, statusOf } from './state.ts'

/** Someone who listens hears that words were saved at most this often. */
const QUIET = 10_000

/** For the dot beside the words. */
const LOOKS: Partial<Record<Status['kind'], string>> = { idle: 'idle', pending: 'idle', saving: 'saving', saved: 'saved' }

export const statusRegion = () => document.querySelector<HTMLElement>('[data-save-status]')

export function createStatusView(form: HTMLFormElement): (state: State) => void {
  const region = statusRegion() ?? element('p', { class: 'app-save-status', 'data-save-status': '' })
  if (!region.isConnected) form.prepend(region)
  // The announcer speaks instead, so that it can keep quiet.
  region.removeAttribute('role')
  region.setAttribute('aria-live', 'off')
  const speak = createSpeaker()
  const before = region.textContent
  let shown: string | null = null
  let conflicts: readonly Conflict[] = []

  return (state) => {
    const status = statusOf(state)
    const { text, signIn } = statusWords(status)
    // While words wait for their turn, what was said last still holds.
    if (status.kind === 'idle' ? shown !== null : text !== '' && text !== shown) {
      shown = status.kind === 'idle' ? null : text
      region.replaceChildren(shown ?? before)
      if (signIn) region.append(' ', signInLink(), '.')
      region.dataset.state = LOOKS[status.kind] ?? 'offline'
      speak(status.kind, signIn ? `${text} ${words.signIn}.` : text)
    }
    if (state.conflicts !== conflicts) {
      conflicts = state.conflicts
      showConflicts(conflicts, true)
    }
  }
}

function signInLink(): HTMLElement {
  return element('a', { class: 'govuk-link', href: '/sign-in', target: '_blank', rel: 'noopener' }, [words.signIn])
}

/** Trouble is said at once and once; "Saved" now and then, and soon after trouble is over; what passes by itself, once a page. */
function createSpeaker(): (kind: Status['kind'], text: string) => void {
  let warned = false
  let last: Status['kind'] = 'idle'
  let spokeAt = 0
  let later = 0
  return (kind, text) => {
    if (kind === 'saving' || (kind === last && kind !== 'saved')) return
    clearTimeout(later)
    if (kind === 'idle') return
    if (kind === 'pending') {
      if (!warned) announce(text)
      warned = true
      return
    }
    const wait = last === 'saved' && kind === 'saved' ? Math.max(0, spokeAt + QUIET - Date.now()) : 0
    const say = () => {
      last = kind
      spokeAt = Date.now()
      announce(text)
    }
    if (wait > 0) later = window.setTimeout(say, wait)
    else say()
  }
}

/** `besideFields`: the conflicts are of this page's form, so each is shown after its field, where the person is writing. */
export function showConflicts(conflicts: readonly Conflict[], besideFields: boolean): void {
  for (const { field, fieldLabel, by, href } of conflicts) {
    const id = `two-versions-${field}`
    const shown = document.getElementById(id)
    if (shown?.querySelector('a')?.getAttribute('href') === href) continue
    shown?.remove()
    // The page may have come with a link of its own.
    if ([...document.links].some((link) => link.getAttribute('href') === href)) continue
    const banner = element('div', { class: 'govuk-notification-banner', id, role: 'region', 'aria-labelledby': `${id}-title` }, [
      element('div', { class: 'govuk-notification-banner__header' }, [
        element('h2', { class: 'govuk-notification-banner__title', id: `${id}-title` }, [words.important]),
      ]),
      element('div', { class: 'govuk-notification-banner__content' }, [
        element('p', { class: 'govuk-body' }, [
          `${words.conflict(by, fieldLabel)} `,
          element('a', { class: 'govuk-notification-banner__link', href }, [words.twoVersions(fieldLabel)]),
        ]),
      ]),
    ])
    const control = besideFields && document.querySelector(`[data-field="${CSS.escape(field)}"]`)
    if (control) (control.closest('.govuk-form-group, fieldset') ?? control).after(banner)
    else document.querySelector('main')?.prepend(banner)
    announce(words.conflict(by, fieldLabel))
  }
}
