import { element } from './elements.ts'

let region: HTMLElement | null = null

/** Says something to people who listen to the page, when they are next idle. There from the start, so that readers know of it. */
export function prepareToAnnounce(): void {
  region = element('div', { class: 'govuk-visually-hidden', role: 'status', 'data-announcer': '' })
  document.body.append(region)
}

export function announce(text: string): void {
  if (!region) return
  // The same words twice are only heard twice if they went away in between.
  region.textContent = ''
  setTimeout(() => region?.replaceChildren(text), 50)
}
