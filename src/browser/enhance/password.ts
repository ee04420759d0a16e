import { words } from '../content.ts'
import { element } from '../elements.ts'

/** The button that shows a password, and hides it again before it is sent. HTML and words of govuk-frontend, unless the page has its own. */
export function enhancePasswords(): void {
  for (const root of document.querySelectorAll('[data-module=govuk-password-input]')) {
    const input = root.querySelector<HTMLInputElement>('.govuk-js-password-input-input')
    const button = root.querySelector<HTMLButtonElement>('.govuk-js-password-input-toggle')
    if (input && button) letShow(input, button, (name, otherwise) => root.getAttribute(`data-i18n.${name}`) ?? otherwise)
  }
}

function letShow(input: HTMLInputElement, button: HTMLButtonElement, say: (name: string, otherwise: string) => string): void {
  const status = element('div', { class: 'govuk-password-input__sr-status govuk-visually-hidden', 'aria-live': 'polite' })
  input.after(status)
  button.hidden = false

  function show(visible: boolean): void {
    if (visible === (input.type === 'text')) return
    input.type = visible ? 'text' : 'password'
    button.textContent = visible ? say('hide-password', words.hidePassword) : say('show-password', words.showPassword)
    button.setAttribute(
      'aria-label',
      visible
        ? say('hide-password-aria-label', words.hidePasswordLabel)
        : say('show-password-aria-label', words.showPasswordLabel),
    )
    status.textContent = visible
      ? say('password-shown-announcement', words.passwordShown)
      : say('password-hidden-announcement', words.passwordHidden)
  }
  button.addEventListener('click', () => show(input.type === 'password'))
  // A visible password would be kept by the browser as a remembered text, and by its memory of the page.
  input.form?.addEventListener('submit', () => show(false))
  addEventListener('pagehide', () => show(false))
}
