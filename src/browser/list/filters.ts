import { announce } from '../announce.ts'
import { showPartsOf } from './parts.ts'

/**
 * What is chosen in a form of filters shows at once. The form stays as it is, so that whoever goes through a choice with the
 * arrow keys keeps the focus (WCAG 3.2.2), and how many there are is said when they are there.
 */
export function filterAtOnce(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-at-once]')) {
    form.querySelector('button')?.remove()
    form.addEventListener('change', () => void show(form))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      void show(form)
    })
  }
}

async function show(form: HTMLFormElement): Promise<void> {
  // A field may be called `action`: the form's own property can't be trusted.
  const address = new URL(form.getAttribute('action') ?? '', location.href)
  for (const [name, value] of new FormData(form)) if (value !== '') address.searchParams.set(name, String(value))
  if (await showPartsOf(address.href)) announce(document.querySelector('[data-showing]')?.textContent?.trim() ?? '')
}
