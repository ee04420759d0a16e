/** Asks before anybody leaves words behind that nothing keeps: those that are not saved as they are written. */
export function enhanceUnsent(): void {
  const written = new WeakSet<HTMLFormElement>()
  let sent: EventTarget | null = null

  const note = ({ target }: Event) => {
    if (isWriting(target) && target.form) written.add(target.form)
  }
  document.addEventListener('input', note)
  document.addEventListener('change', note)
  // After everyone who may hold a form back.
  addEventListener('submit', (event) => {
    if (!event.defaultPrevented) sent = event.target
  })
  addEventListener('pageshow', () => {
    sent = null
  })
  addEventListener('beforeunload', (event) => {
    const left = [...document.forms].some((form) => form !== sent && leavesWords(form, written.has(form)))
    if (left) event.preventDefault()
  })
}

type Writing = HTMLInputElement | HTMLTextAreaElement

/** Where a person writes, or chooses a file; not what saves itself, nor a word to sign in or to search with. */
function isWriting(target: unknown): target is Writing {
  const writing =
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && ['text', 'url', 'file'].includes(target.type))
  return writing && target.closest('[data-field]') === null && hasRoom(target.form)
}

/** Forms with room to write; one line is soon written again. */
function hasRoom(form: HTMLFormElement | null): boolean {
  return form?.getAttribute('method') === 'post' && form.querySelector('textarea') !== null
}

/** A form that was sent back holds its words nowhere else either, though nobody has typed in it yet. */
function leavesWords(form: HTMLFormElement, written: boolean): boolean {
  const sentBack = document.querySelector('.govuk-error-summary') !== null
  if (!written && !sentBack) return false
  return [...form.elements].some(
    (each) => isWriting(each) && each.value.trim() !== '' && (sentBack || each.value !== each.defaultValue),
  )
}
