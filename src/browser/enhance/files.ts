import { words } from '../content.ts'
import { element } from '../elements.ts'

/** A chosen file looks as if it were there already: says that it is not. */
export function enhanceFiles(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[type=file]')) {
    const note = element('p', { class: 'govuk-hint', role: 'status', 'data-file-chosen': '' })
    input.after(note)
    const update = () => {
      const names = [...(input.files ?? [])].map((file) => file.name)
      note.textContent = names.length > 0 ? words.fileChosen(names.join(', ')) : ''
    }
    input.addEventListener('change', update)
    addEventListener('pageshow', update)
  }
}
