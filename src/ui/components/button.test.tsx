import { trusted } from '../jsx/jsx-runtime.ts'
import { Button } from './button.tsx'
import { attributes, content, type Difference, matchesPublishedFixtures } from './fixtures.ts'

/** GOV.UK gives links that look like buttons the role of one. */
const LINKS_ARE_LINKS: Difference = {
  because: 'what goes somewhere is announced as a link, opens in a new tab, and does not act on the space bar',
  ours: (html) => html.replace(/(<a [^>]*) role="button"/, '$1'),
}

matchesPublishedFixtures(
  'button',
  (given) => {
    // A start button with HTML wraps it, because the button is a flexbox.
    const text = given.html && given.isStartButton ? trusted(`<span>${given.html}</span>`) : content(given)
    return (
      <Button
        class={given.classes}
        id={given.id}
        href={given.href}
        type={given.type}
        name={given.name}
        value={given.value}
        start={given.isStartButton}
        disabled={given.disabled}
        preventDoubleClick={given.preventDoubleClick}
        attributes={attributes(given.attributes)}
      >
        {text}
      </Button>
    )
  },
  {},
  [LINKS_ARE_LINKS],
)

matchesPublishedFixtures(
  'button',
  (given) => {
    const kind = /govuk-button--(secondary|warning|inverse)/.exec(given.classes ?? '')?.[1] as 'secondary' | undefined
    return (
      <Button {...given} attributes={attributes(given.attributes)} start={given.isStartButton} kind={kind} class={given.classes}>
        {given.html && given.isStartButton ? trusted(`<span>${given.html}</span>`) : content(given)}
      </Button>
    )
  },
  {},
  [LINKS_ARE_LINKS],
)
