/** On paper a long answer is whole. Where the browser can't fit a field to its text by style, it is given the height for it. */
export function enhancePrint(): void {
  if (CSS.supports('field-sizing', 'content')) return
  const fields = document.querySelectorAll('textarea')
  addEventListener('beforeprint', () => {
    for (const field of fields) field.style.height = `${field.scrollHeight}px`
  })
  addEventListener('afterprint', () => {
    for (const field of fields) field.style.height = ''
  })
}
