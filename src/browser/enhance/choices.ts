/** Radios and checkboxes that show more when chosen, and "none of these", which clears the others. HTML of govuk-frontend. */
export function enhanceChoices(): void {
  for (const input of document.querySelectorAll('input[data-aria-controls]')) {
    const target = input.getAttribute('data-aria-controls') ?? ''
    if (!document.getElementById(target)) continue
    input.setAttribute('aria-controls', target)
    input.removeAttribute('data-aria-controls')
  }
  const syncAll = () => document.querySelectorAll<HTMLInputElement>('input[aria-controls]').forEach(sync)
  // Browsers put answers back after scripts have run.
  addEventListener('pageshow', syncAll)
  syncAll()

  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || (target.type !== 'radio' && target.type !== 'checkbox')) return
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=${target.type}]`)].filter(
      (input) => input.name === target.name && input.form === target.form,
    )
    if (target.type === 'checkbox' && target.checked) {
      const exclusive = isExclusive(target)
      for (const input of group) if (input !== target && (exclusive || isExclusive(input))) input.checked = false
    }
    group.forEach(sync)
  })
}

const isExclusive = (input: HTMLInputElement) => input.dataset.behaviour === 'exclusive'

function sync(input: HTMLInputElement): void {
  const target = document.getElementById(input.getAttribute('aria-controls') ?? '')
  const block = ['govuk-radios', 'govuk-checkboxes'].find((each) => target?.classList.contains(`${each}__conditional`))
  if (!target || !block) return
  // ARIA allows this on a checkbox and not on a radio; what a radio reveals comes next in the page anyway.
  if (input.type === 'checkbox') input.setAttribute('aria-expanded', String(input.checked))
  target.classList.toggle(`${block}__conditional--hidden`, !input.checked)
}
