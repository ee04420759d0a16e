/** How near an edge of the window a pointer scrolls it, and how far at a time, in pixels. */
const EDGE = 60
const STEP = 14

/**
 * Lets people drag an item by its grip, with a mouse, a pen or a finger. The item goes along as it is dragged, Escape puts it back,
 * and where it is let go is told once. Buttons do the same for whoever doesn't drag (WCAG 2.5.7), so the grip is for pointers alone.
 * Grips are shown as they come: the list may be replaced at any time.
 * @param forms selector of what holds a list
 * @param onDrop gets what a button would send: `before:<id>:<the other's id>`
 */
export function dragIn(forms: string, onDrop: (form: HTMLFormElement, move: string) => void): void {
  // The style sheet shows the grips: those of lists that come later, too.
  document.body.classList.add('app-can-drag')
  document.addEventListener('pointerdown', (event) => {
    const grip = (event.target as Element).closest<HTMLElement>('[data-grip]')
    const item = grip?.closest<HTMLElement>('[data-action]')
    const form = item?.closest<HTMLFormElement>(forms)
    if (!grip || !item || !form || event.button !== 0) return
    event.preventDefault()
    drag(item, grip, event, (move) => onDrop(form, move))
  })
}

function drag(item: HTMLElement, grip: HTMLElement, down: PointerEvent, onDrop: (move: string) => void): void {
  const [above, below] = [siblings(item, 'previousElementSibling').reverse(), siblings(item, 'nextElementSibling')]
  const following = item.nextElementSibling
  const ended = new AbortController()
  const { signal } = ended
  let at = down.clientY
  item.classList.add('app-dragged')
  grip.setPointerCapture(down.pointerId)

  // The others make way, one by one: an item that is taken out of the page, if only for a moment, loses the pointer.
  function follow(): void {
    const [previous, next] = [item.previousElementSibling, item.nextElementSibling]
    if (next && at > middleOf(next)) item.before(next)
    else if (previous && at < middleOf(previous)) item.after(previous)
    if (at < EDGE) scrollBy(0, -STEP)
    else if (at > innerHeight - EDGE) scrollBy(0, STEP)
  }
  const timer = setInterval(follow, 40)

  function end(keep: boolean): void {
    ended.abort()
    clearInterval(timer)
    item.classList.remove('app-dragged')
    if (!keep) {
      item.before(...above)
      item.after(...below)
    } else if (item.nextElementSibling !== following) onDrop(moveOf(item))
  }

  const moved = ({ clientY }: PointerEvent) => {
    at = clientY
    follow()
  }
  grip.addEventListener('pointermove', moved, { signal })
  grip.addEventListener('pointerup', () => end(true), { signal })
  grip.addEventListener('pointercancel', () => end(false), { signal })
  addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal })
}

function siblings(item: Element, side: 'previousElementSibling' | 'nextElementSibling'): Element[] {
  const all: Element[] = []
  for (let each = item[side]; each; each = each[side]) all.push(each)
  return all
}

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect()
  return top + height / 2
}

/** Before what follows it; after what stands before it, where it is the last. */
function moveOf(item: HTMLElement): string {
  const next = item.nextElementSibling as HTMLElement | null
  const previous = item.previousElementSibling as HTMLElement | null
  return next
    ? `before:${item.dataset.action}:${next.dataset.action}`
    : `after:${item.dataset.action}:${previous?.dataset.action}`
}
