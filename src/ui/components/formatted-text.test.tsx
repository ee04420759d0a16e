import { expect, test } from 'vitest'
import { FormattedText } from './formatted-text.tsx'

const html = (text: string) => String(<FormattedText text={text} />).replace(/^<div class="app-formatted">|<\/div>$/g, '')
const p = (inner: string) => `<p class="govuk-body" dir="auto">${inner}</p>`

test('paragraphs and line breaks are kept', () => {
  expect(html('One\ntwo\n\nThree')).toBe(p('One<br>two') + p('Three'))
  expect(html('One\r\n \r\n\r\nTwo\r\n')).toBe(p('One') + p('Two'))
})

test('it is text, whatever it looks like', () => {
  expect(html('<b>&')).toBe(p('&lt;b&gt;&amp;'))
})

test('nothing is nothing', () => {
  expect(html(' \n\n ')).toBe('')
})
