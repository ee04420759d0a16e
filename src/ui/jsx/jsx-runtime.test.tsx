import { expect, test } from 'vitest'
import { bytesOf, inOnePiece, trusted } from './jsx-runtime.ts'

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

test.each([
  ['nothing', ''],
  ['plain letters', 'We have a handbook.'],
  ['curly quotes, other scripts and emoji', '“mentee’s voice” — ملاحظة 👋🏽 ﷽ café'],
  ['half of an emoji', 'a\ud83db'],
  ['a long text', '‘long’ 👋🏽 '.repeat(20_000)],
])('%s is sent as the bytes that Node would write', (_name, text) => {
  const page = (
    <p title={text} class={text}>
      {text}
    </p>
  )
  const expected = Buffer.from(`<p title="${text}" class="${text}">${text}</p>`)
  expect(bytesOf(page).equals(expected)).toBe(true)
  expect(bytesOf(inOnePiece(page)).equals(expected)).toBe(true)
  expect(bytesOf(trusted(expected.toString())).equals(expected)).toBe(true)
  expect(String(page)).toBe(expected.toString())
})

test('a text is written the same however often, and after more texts than are kept', () => {
  const once = String(<p class="’1">’1 &amp; {hostile}</p>)
  for (let n = 0; n < 5000; n++) String(<p class={`’${n}`}>{`’${n}`}</p>)
  expect(String(<p class="’1">’1 &amp; {hostile}</p>)).toBe(once)
  expect(once).toBe(`<p class="’1">’1 &amp; ${escaped}</p>`)
})
