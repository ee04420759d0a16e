import { element } from '../elements.ts'

/** A button that copies a text of the page. Where browsers don't let pages do so, there is none: the text can be marked. */
export function enhanceCopy(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const { copy = '', copyLabel = '', copyDone = '' } = place.dataset
    const text = document.getElementById(copy)
    if (!text || !navigator.clipboard) continue
    const button = element('button', { type: 'button', class: 'govuk-button govuk-button--secondary' }, [copyLabel])
    const done = element('span', { class: 'govuk-body app-copied', role: 'status' })
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(text.textContent.trim()).then(
        () => {
          done.textContent = copyDone
        },
        () => getSelection()?.selectAllChildren(text),
      )
    })
    place.append(button, done)
  }
}
