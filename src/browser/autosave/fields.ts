/** A form's fields, as values: reads them, shows others' values in them, and puts messages beside them. */
import { words } from '../content.ts'
import { element } from '../elements.ts'
import { same, type Value, type Values } from './draft.ts'

type Control = HTMLInputElement | HTMLTextAreaElement

export interface Fields {
  /** As they stand now. */
  readonly shown: () => Values
  /** As the server sent them, whatever has been typed since or put back by the browser. */
  readonly sent: () => Values
  /** The field a control belongs to, if it is one that is saved by itself. */
  readonly nameOf: (target: EventTarget | null) => string | undefined
  readonly value: (name: string) => Value
  readonly show: (name: string, value: Value) => void
  /** The message beside a field; null takes it away. */
  readonly showProblem: (name: string, message: string | null) => void
}

/** True for a control in which a choice is made at once, rather than typed. */
export const isChoice = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && (target.type === 'radio' || target.type === 'checkbox')

export function fieldsOf(form: HTMLFormElement): Fields {
  const problems = new Map<string, HTMLElement>()

  function nameOf(target: EventTarget | null): string | undefined {
    if (!isControl(target) || target.form !== form) return undefined
    return target.closest<HTMLElement>('[data-field]')?.dataset.field
  }

  function controls(name: string): readonly Control[] {
    return [...form.elements].filter((each): each is Control => nameOf(each) === name)
  }

  const names = () => new Set([...form.elements].map(nameOf).filter((name) => name !== undefined))
  const all = (read: (controls: readonly Control[]) => Value) =>
    Object.fromEntries([...names()].map((name) => [name, read(controls(name))]))

  return {
    nameOf,
    shown: () => all((each) => readValue(each, false)),
    sent: () => all((each) => readValue(each, true)),
    value: (name) => readValue(controls(name), false),

    show(name, value) {
      const changed = controls(name).filter((control) => setValue(control, value))
      // Whatever else depends on the field learns of it as if the person had changed it.
      for (const control of changed) control.dispatchEvent(new Event(isChoice(control) ? 'change' : 'input', { bubbles: true }))
    },

    showProblem(name, message) {
      const shown = problems.get(name)
      if ((shown?.dataset.message ?? null) === message) return
      const [first] = controls(name)
      const group = first?.closest('.govuk-form-group')
      shown?.remove()
      problems.delete(name)
      group?.classList.toggle('govuk-form-group--error', message !== null || group.querySelector('.govuk-error-message') !== null)
      if (!first) return
      const described = first.closest('fieldset') && isChoice(first) ? (first.closest('fieldset') as HTMLElement) : first
      const id = `${name}-not-saved`
      const others = (described.getAttribute('aria-describedby') ?? '').split(' ').filter((each) => each && each !== id)
      described.setAttribute('aria-describedby', [...others, ...(message === null ? [] : [id])].join(' '))
      if (message === null) return
      const paragraph = element('p', { class: 'govuk-error-message', id, 'data-message': message }, [
        element('span', { class: 'govuk-visually-hidden' }, [`${words.errorPrefix} `]),
        message,
      ])
      problems.set(name, paragraph)
      ;(first.closest('.govuk-radios, .govuk-checkboxes') ?? first).before(paragraph)
    },
  }
}

function isControl(target: unknown): target is Control {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && !['hidden', 'file', 'submit', 'button', 'reset'].includes(target.type))
  )
}

/** Checkboxes are a list; radios are the one chosen, or an empty list; everything else is its text. */
function readValue(controls: readonly Control[], asSent: boolean): Value {
  const [first] = controls
  if (!first) return []
  if (!isChoice(first)) return asSent ? first.defaultValue : first.value
  const boxes = controls as readonly HTMLInputElement[]
  const chosen = boxes.filter((box) => !box.disabled && (asSent ? box.defaultChecked : box.checked)).map((box) => box.value)
  return first.type === 'radio' ? (chosen[0] ?? []) : chosen
}

/** True when it made a difference. */
function setValue(control: Control, value: Value): boolean {
  if (control instanceof HTMLInputElement && isChoice(control)) {
    const checked = typeof value === 'string' ? control.value === value : value.includes(control.value)
    if (control.checked === checked) return false
    control.checked = checked
    return true
  }
  const text = String(value)
  if (same(control.value, text)) return false
  const cursor = control === document.activeElement ? control.selectionStart : null
  control.value = text
  if (cursor !== null) control.setSelectionRange(cursor, cursor)
  return true
}
