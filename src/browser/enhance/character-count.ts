import { words } from '../content.ts'
import { element } from '../elements.ts'

/** A reader hears the count this long after the last key. */
const QUIET = 1_000

/** Says how much room is left in a field with a limit. HTML and sentences of govuk-frontend. */
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
  const hint = document.getElementById(`${field.id}-info`)
  const shown = element('div', {
    class: `${hint?.className ?? 'govuk-hint'} govuk-character-count__status`,
    'aria-hidden': 'true',
  })
  const heard = element('div', { class: 'govuk-character-count__sr-status govuk-visually-hidden', 'aria-live': 'polite' })
  ;(hint ?? field).after(shown, heard)
  hint?.classList.add('govuk-visually-hidden')
  field.removeAttribute('maxlength')
  const hasError = root.querySelector('.govuk-error-message') !== null
  let later = 0

  function update(): void {
    const used = unit === 'word' ? (field.value.match(/\S+/g) ?? []).length : field.value.length
    const over = used > limit
    const silent = used < (limit * Number(threshold ?? 0)) / 100
    shown.textContent = words.remaining(limit - used, unit)
    shown.classList.toggle('govuk-character-count__message--disabled', silent)
    shown.classList.toggle('govuk-error-message', over)
    shown.classList.toggle('govuk-hint', !over)
    if (!hasError) field.classList.toggle('govuk-textarea--error', over)
    clearTimeout(later)
    later = window.setTimeout(() => {
      heard.textContent = silent ? '' : shown.textContent
    }, QUIET)
  }
  field.addEventListener('input', update)
  addEventListener('pageshow', update)
  update()
}
