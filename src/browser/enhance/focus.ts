import { element, focusOn } from '../elements.ts'

/** Puts people where they need to be: at what went wrong, at what was just done, past the header. Ways of govuk-frontend. */
export function enhanceFocus(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-module=govuk-skip-link]')) {
    link.addEventListener('click', () => {
      const target = document.getElementById(link.hash.slice(1))
      if (!target) return
      target.classList.add('govuk-skip-link-focused-element')
      target.addEventListener('blur', () => target.classList.remove('govuk-skip-link-focused-element'), { once: true })
      focusOn(target)
    })
  }
  for (const banner of document.querySelectorAll<HTMLElement>('[data-module=govuk-notification-banner][role=alert]')) {
    bringToPlace(banner)
    if (takesFocus(banner)) whenInPlace(() => focusOn(banner))
  }
  for (const summary of document.querySelectorAll<HTMLElement>('[data-module=govuk-error-summary]')) {
    if (takesFocus(summary)) focusOn(summary)
    summary.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a')
      const input = link && document.getElementById(link.hash.slice(1))
      const heading = input && questionOf(input)
      if (!input || !heading) return
      event.preventDefault()
      // The question first, so that nobody arrives at a field without knowing what it asks.
      heading.scrollIntoView()
      input.focus({ preventScroll: true })
    })
  }
}

/** Where a page opens at the part that was worked on, what was done there is said there, and not above the screen. */
function bringToPlace(banner: HTMLElement): void {
  const target = location.hash && document.getElementById(location.hash.slice(1))
  if (!target) return
  const fold = target.closest('details')
  if (fold) fold.open = true
  const heading = /^H\d$/.test(target.tagName) ? target : target.querySelector(':scope > :is(h2, h3)')
  if (heading) heading.after(banner)
  else if (target instanceof HTMLLIElement) target.before(element('li', { class: 'app-item-notice' }, [banner]))
  else if (target.tagName === 'ARTICLE') target.prepend(banner)
  else target.before(banner)
}

/** A browser that opens a page at a part of it takes the focus away once everything has arrived; nobody else's is taken. */
function whenInPlace(then: () => void): void {
  then()
  const again = () => document.activeElement === document.body && then()
  if (location.hash) addEventListener('load', () => setTimeout(again), { once: true })
}

const takesFocus = (element: HTMLElement) => element.dataset.disableAutoFocus !== 'true'

/** The legend, where it is on the same screen as the input or the only question there is; else the label. */
function questionOf(input: HTMLElement): Element | null {
  const legend = input.closest('fieldset')?.querySelector('legend')
  if (legend) {
    const choice = input instanceof HTMLInputElement && (input.type === 'checkbox' || input.type === 'radio')
    const { bottom, height } = input.getBoundingClientRect()
    if (choice || (height > 0 && bottom - legend.getBoundingClientRect().top < innerHeight / 2)) return legend
  }
  return document.querySelector(`label[for="${CSS.escape(input.id)}"]`) ?? input.closest('label')
}
