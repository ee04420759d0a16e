import { words } from '../content.ts'
import { element } from '../elements.ts'

/** A reader hears the count this long after the last key. */
const QUIET = 1_000

const SILENT = 'govuk-character-count__message--disabled'
/** A limit is near from this percentage of it, where the page says nothing else. */
const NEAR = 75

/** Says how much room is left in a field with a limit, once that is near. HTML and sentences of govuk-frontend. */
export function enhanceCharacterCounts(): void {
  for (const root of document.querySelectorAll<HTMLElement>('[data-module=govuk-character-count]')) {
    const field = root.querySelector<HTMLTextAreaElement>('.govuk-js-character-count')
    const limit = Number(root.dataset.maxwords ?? root.dataset.maxlength)
    if (field && limit > 0) countIn(root, field, limit)
  }
}

function countIn(root: HTMLElement, field: HTMLTextAreaElement, limit: number): void {
  const { maxwords, countType, threshold } = root.dataset
  const unit = maxwords !== undefined || countType === 'words' ? 'word' : 'character'
  const said = `${field.id}-info`
  const limitFromTheStart = document.getElementById(said)
  const shown = element('div', {
    class: 'govuk-hint govuk-character-count__message govuk-character-count__status',
    'aria-hidden': 'true',
  })
  // It describes the field as well: whoever comes back to one that is nearly full hears so. Until then it says nothing.
  const heard = element('div', {
    class: 'govuk-character-count__sr-status govuk-visually-hidden',
    'aria-live': 'polite',
    id: said,
  })
  limitFromTheStart?.remove()
  const described = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '' && id !== said)
  field.setAttribute('aria-describedby', [...described, said].join(' '))
  field.removeAttribute('maxlength')
  const hasError = root.querySelector('.govuk-error-message') !== null
  let later = 0

  function update(): void {
    const used = unit === 'word' ? (field.value.match(/\S+/g) ?? []).length : field.value.length
    const over = used > limit
    const silent = used < (limit * Number(threshold ?? NEAR)) / 100
    shown.textContent = words.remaining(limit - used, unit)
    shown.classList.toggle(SILENT, silent)
    shown.classList.toggle('govuk-error-message', over)
    shown.classList.toggle('govuk-hint', !over)
    if (!hasError) field.classList.toggle('govuk-textarea--error', over)
    clearTimeout(later)
    later = window.setTimeout(() => say(silent), QUIET)
  }
  function say(silent: boolean): void {
    heard.textContent = silent ? '' : shown.textContent
  }
  field.addEventListener('input', update)
  addEventListener('pageshow', update)
  update()
  // What is near already is no news: it is not read out when the page opens.
  say(shown.classList.contains(SILENT))
  field.after(shown, heard)
}
