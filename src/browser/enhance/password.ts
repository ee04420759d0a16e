import { words } from '../content.ts'
import { element } from '../elements.ts'

/** The button that shows a password, and hides it again before it is sent. HTML and words of govuk-frontend. */
export function enhancePasswords(): void {
  for (const root of document.querySelectorAll('[data-module=govuk-password-input]')) {
    const input = root.querySelector<HTMLInputElement>('.govuk-js-password-input-input')
    const button = root.querySelector<HTMLButtonElement>('.govuk-js-password-input-toggle')
    if (input && button) letShow(input, button)
  }
}

function letShow(input: HTMLInputElement, button: HTMLButtonElement): void {
  const status = element('div', { class: 'govuk-password-input__sr-status govuk-visually-hidden', 'aria-live': 'polite' })
  input.after(status)
  button.hidden = false

  function show(visible: boolean): void {
    if (visible === (input.type === 'text')) return
    input.type = visible ? 'text' : 'password'
    button.textContent = visible ? words.hidePassword : words.showPassword
    button.setAttribute('aria-label', visible ? words.hidePasswordLabel : words.showPasswordLabel)
    status.textContent = visible ? words.passwordShown : words.passwordHidden
  }
  button.addEventListener('click', () => show(input.type === 'password'))
  // A visible password would be kept by the browser as a remembered text, and by its memory of the page.
  input.form?.addEventListener('submit', () => show(false))
  addEventListener('pagehide', () => show(false))
}
