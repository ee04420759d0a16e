import { announce } from '../announce.ts'
import { element } from '../elements.ts'
import { words } from './content.ts'

/**
 * Parts of the page that follow from what is asked for: `[data-part]`. The server makes them, whether a whole page is loaded or a
 * script asks; here each is put in the place of the one before.
 */

let latest: AbortController | null = null

/**
 * Asks for a page and shows its parts in place of those there are, so that whoever chose something stays where they are.
 * @returns true once they are shown; false when something else was asked for meanwhile, or nothing could be reached
 */
export async function showPartsOf(address: string, options: RequestInit = {}): Promise<boolean> {
  latest?.abort()
  const asked = new AbortController()
  latest = asked
  try {
    const reply = await fetch(address, { ...options, headers: { accept: 'text/html' }, signal: asked.signal })
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html')
    if (asked.signal.aborted) return false
    const fresh = partsIn(page)
    // A page that is none of ours, such as the one to sign in: it says itself what to do.
    if (!fresh.has('list')) {
      location.assign(options.method === 'POST' ? location.href : address)
      return false
    }
    for (const [name, part] of partsIn(document)) {
      const other = fresh.get(name)
      if (other) part.replaceWith(document.importNode(other, true))
    }
    history.replaceState(history.state, '', reply.url)
    sayFailed(false)
    return true
  } catch {
    if (!asked.signal.aborted) sayFailed(true)
    return false
  }
}

function partsIn(page: Document): ReadonlyMap<string, HTMLElement> {
  return new Map([...page.querySelectorAll<HTMLElement>('[data-part]')].map((part) => [part.dataset.part ?? '', part]))
}

/** In sight of those who look, and heard by those who listen. */
function sayFailed(failed: boolean): void {
  document.querySelector('[data-list-failed]')?.remove()
  if (!failed) return
  const list = document.querySelector('[data-part=list]')
  list?.before(element('p', { class: 'govuk-error-message', 'data-list-failed': '' }, [words.failed]))
  announce(words.failed)
}
