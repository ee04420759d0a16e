import { announce } from '../announce.ts'
import { words } from './content.ts'
import { dragIn } from './drag.ts'
import { showPartsOf } from './parts.ts'

/**
 * Moves an item of a list with its buttons, or by dragging it, without leaving the page. `form[data-order]` holds the list; a button
 * called `move` says what it moves and where to. Each item says its own id: `[data-action]`.
 */
export function orderAtOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (event.defaultPrevented || !isOrder(form) || !(event.submitter instanceof HTMLButtonElement)) return
    event.preventDefault()
    void move(form, event.submitter.value)
  })
  dragIn('form[data-order]', (form, value) => void move(form, value))
}

function isOrder(form: EventTarget | null): form is HTMLFormElement {
  return form instanceof HTMLFormElement && form.hasAttribute('data-order')
}

/** @param value as the button would send it: `up:<id>`, `after:<id>:<the other's id>` */
async function move(form: HTMLFormElement, value: string): Promise<void> {
  const [to = '', id = ''] = value.split(':')
  const body = new URLSearchParams()
  for (const [name, each] of new FormData(form)) body.append(name, String(each))
  body.set('move', value)
  if (!(await showPartsOf(form.getAttribute('action') ?? '', { method: 'POST', body }))) return

  const items = [...document.querySelectorAll<HTMLElement>('form[data-order] [data-action]')]
  const place = items.findIndex((item) => item.dataset.action === id)
  const item = items[place]
  if (!item) return
  // Where it went, with the same button under the finger; at an end there may be only the other one.
  const button =
    item.querySelector<HTMLElement>(`button[value^="${CSS.escape(to)}:"]`) ?? item.querySelector<HTMLElement>('button')
  button?.focus({ preventScroll: true })
  item.scrollIntoView({ block: 'nearest' })
  const { first = '1', total = '' } = item.closest<HTMLElement>('form[data-order]')?.dataset ?? {}
  const text = item.querySelector('p')?.textContent?.trim() ?? ''
  announce(words.moved(text, Number(first) + place, Number(total)))
}
