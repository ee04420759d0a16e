/** Within this time a second press is the same press. As in govuk-frontend. */
const ONE_PRESS = 1_000

/** Links that look like buttons work with the space bar; buttons that ask for it ignore a second press. */
export function enhanceButtons(): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== ' ' || !(event.target instanceof HTMLAnchorElement) || event.target.getAttribute('role') !== 'button')
      return
    event.preventDefault()
    event.target.click()
  })

  const pressed = new WeakMap<Element, number>()
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('[data-prevent-double-click=true]')
    if (!button) return
    const again = event.timeStamp - (pressed.get(button) ?? Number.NEGATIVE_INFINITY) < ONE_PRESS
    if (again) event.preventDefault()
    else pressed.set(button, event.timeStamp)
  })
}
