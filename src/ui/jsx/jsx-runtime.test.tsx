import { expect, test } from 'vitest'
import { trusted } from './jsx-runtime.ts'

const hostile = `<script>alert("x")</script> & 'quotes'`
const escaped = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;quotes&#39;'

test('text and attribute values are escaped', () => {
  expect(String(<p title={hostile}>{hostile}</p>)).toBe(`<p title="${escaped}">${escaped}</p>`)
})

test('elements, lists, numbers and nothing are written as they are', () => {
  const list = ['a', <b>b</b>, 0, null, false, undefined, [hostile]]
  expect(String(<div>{list}</div>)).toBe(`<div>a<b>b</b>0${escaped}</div>`)
})

test('true is a bare attribute; false, null and undefined leave it out', () => {
  expect(String(<input disabled checked={false} value={undefined} required={true} />)).toBe('<input disabled required>')
})

test('only trusted text is left alone', () => {
  expect(String(<div>{trusted('<i>ours</i>')}</div>)).toBe('<div><i>ours</i></div>')
})

test('a component is a function of its props', () => {
  const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>
  expect(String(<Greeting name="<Ada>" />)).toBe('<p>Hello &lt;Ada&gt;</p>')
})

test('a fragment is what is in it', () => {
  const two = (
    <>
      <b>one</b>
      <i>two</i>
    </>
  )
  expect(String(two)).toBe('<b>one</b><i>two</i>')
})
