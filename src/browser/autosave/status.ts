/** Says on the page how saving goes: in `[data-save-status]`, aloud but not too often, and as a banner where there are two versions. */
import { announce } from '../announce.ts'
import { statusWords, words } from '../content.ts'
import type { Conflict } from '../contract.ts'
import { element } from '../elements.ts'
import { type State, type Status, statusOf } from './machine.ts'

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
  const signInAddress = region.dataset.signIn ?? '/sign-in'
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
      if (signIn) region.append(' ', signInLink(signInAddress))
      region.dataset.state = LOOKS[status.kind] ?? 'offline'
      speak(status.kind, text)
    }
    if (state.conflicts !== conflicts) {
      conflicts = state.conflicts
      showConflicts(conflicts)
    }
    const summary = document.querySelector('[data-save-summary]')
    if (summary && state.summary !== null && summary.textContent !== state.summary) summary.textContent = state.summary
  }
}

function signInLink(href: string): HTMLElement {
  return element('a', { class: 'govuk-link', href, target: '_blank', rel: 'noopener' }, [words.signIn])
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

export function showConflicts(conflicts: readonly Conflict[]): void {
  const titleId = 'two-versions-title'
  document.getElementById(titleId)?.closest('.govuk-notification-banner')?.remove()
  // The page may have come with a link to some of them.
  const linked = new Set([...document.links].map((link) => link.href))
  const fresh = conflicts.filter(({ href }) => !linked.has(new URL(href, location.href).href))
  if (fresh.length === 0) return
  const banner = element('div', { class: 'govuk-notification-banner', role: 'region', 'aria-labelledby': titleId }, [
    element('div', { class: 'govuk-notification-banner__header' }, [
      element('h2', { class: 'govuk-notification-banner__title', id: titleId }, [words.important]),
    ]),
    element(
      'div',
      { class: 'govuk-notification-banner__content' },
      fresh.flatMap(({ by, fieldLabel, href }) => [
        element('p', { class: 'govuk-body' }, [
          `${words.conflict(by, fieldLabel)} `,
          element('a', { class: 'govuk-notification-banner__link', href }, [words.twoVersions(fieldLabel)]),
        ]),
      ]),
    ),
  ])
  const region = statusRegion()
  if (region) region.before(banner)
  else document.querySelector('main')?.prepend(banner)
  announce(fresh.map(({ by, fieldLabel }) => words.conflict(by, fieldLabel)).join(' '))
}
