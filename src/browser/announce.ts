import { element } from './elements.ts'

/** Long enough to be read out; old news is not left for people to come across. */
const STAYS = 10_000

/** There from the start, so that screen readers know of it. */
export function prepareToAnnounce(): void {
  document.body.append(element('div', { class: 'govuk-visually-hidden', role: 'log', 'data-announcer': '' }))
}

/** Says something to people who listen to the page, when they are next idle. */
export function announce(text: string): void {
  const line = element('p', {}, [text])
  // Looked up, because a module that only some pages have says things too.
  document.querySelector('[data-announcer]')?.append(line)
  setTimeout(() => line.remove(), STAYS)
}
