/**
 * Single keys for people who go through many indicators. WCAG 2.1.4: off until the person turns them on, since a single key
 * is easily pressed by mistake, or by someone who speaks to their computer; remembered for this browser; never while typing.
 *
 * `[data-shortcuts]` is the block that lists them, hidden until this script shows it. `[data-shortcut="n"]` is what a key
 * uses: a link or button is pressed, a list is opened, anything else gets the focus. `[data-shortcut-rating="1"]` is a radio.
 * `?` opens the block.
 */
import { announce } from './announce.ts'
import { words } from './content.ts'
import { element, focusOn } from './elements.ts'

const KEY = 'mentormark:shortcuts'

export function startShortcuts(): void {
  const block = document.querySelector<HTMLElement>('[data-shortcuts]')
  if (!block) return
  block.hidden = false
  let on = readChoice()
  const box = block.querySelector<HTMLInputElement>('input[type=checkbox]') ?? addCheckbox(block)
  box.checked = on
  box.addEventListener('change', () => {
    on = box.checked
    keepChoice(on)
    announce(on ? words.shortcutsOn : words.shortcutsOff)
  })

  document.addEventListener('keydown', (event) => {
    if (!on || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
    if (isTyping(event.target) || document.querySelector('dialog[open]')) return
    if (use(event.key, block)) event.preventDefault()
  })
}

/** True when the key did something. */
function use(key: string, block: HTMLElement): boolean {
  const named = CSS.escape(key)
  const rating = document.querySelector<HTMLInputElement>(`[data-shortcut-rating="${named}"]:enabled`)
  if (rating) {
    rating.click()
    rating.focus()
    announce(words.rated(rating.labels?.[0]?.textContent?.trim() ?? key))
    return true
  }
  const jump = key === 'j' ? ', [data-shortcut-jump]' : ''
  const target = key === '?' ? block : document.querySelector<HTMLElement>(`[data-shortcut="${named}"]${jump}`)
  if (!target) return false
  if (target instanceof HTMLDetailsElement) {
    target.open = true
    target.querySelector('summary')?.focus()
  } else if (target instanceof HTMLAnchorElement || target instanceof HTMLButtonElement) {
    announce(target.textContent.trim())
    target.click()
  } else {
    target.scrollIntoView()
    focusOn(target)
  }
  return true
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button', 'submit', 'file'].includes(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}

function addCheckbox(block: HTMLElement): HTMLInputElement {
  const box = element('input', { class: 'govuk-checkboxes__input', type: 'checkbox', id: 'use-shortcuts' })
  const label = element('label', { class: 'govuk-label govuk-checkboxes__label', for: box.id }, [words.shortcutsUse])
  const item = element('div', { class: 'govuk-checkboxes__item' }, [box, label])
  const place = block.querySelector('.govuk-details__text') ?? block
  place.prepend(element('div', { class: 'govuk-checkboxes govuk-checkboxes--small' }, [item]))
  return box
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on'
  } catch {
    return false
  }
}

function keepChoice(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off')
  } catch {
    // Remembered until the page is left.
  }
}
