/** Within this time a second press is the same press. As in govuk-frontend. */
const ONE_PRESS = 1_000

/** Buttons that ask for it ignore a second press. */
export function enhanceButtons(): void {
  const pressed = new WeakMap<Element, number>()
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('[data-prevent-double-click=true]')
    if (!button) return
    const again = event.timeStamp - (pressed.get(button) ?? Number.NEGATIVE_INFINITY) < ONE_PRESS
    if (again) event.preventDefault()
    else pressed.set(button, event.timeStamp)
  })
}
