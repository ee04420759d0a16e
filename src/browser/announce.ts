import { element } from './elements.ts'

/** Long enough to be read out; old news is not left for people to come across. */
const STAYS = 10_000

let log: HTMLElement | null = null

/** There from the start, so that screen readers know of it. */
export function prepareToAnnounce(): void {
  log = element('div', { class: 'govuk-visually-hidden', role: 'log', 'data-announcer': '' })
  document.body.append(log)
}

/** Says something to people who listen to the page, when they are next idle. */
export function announce(text: string): void {
  const line = element('p', {}, [text])
  log?.append(line)
  setTimeout(() => line.remove(), STAYS)
}
