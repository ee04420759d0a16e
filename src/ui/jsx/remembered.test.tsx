import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('a part is rendered once for each thing and each of its states, and shows the one that was asked for', () => {
  let rendered = 0
  const part = remembered((thing: { readonly name: string }, state: 'open' | 'done') => {
    rendered++
    return (
      <p>
        {thing.name}: {state}
      </p>
    )
  })
  const [tea, toast] = [{ name: 'Tea & milk' }, { name: 'Toast' }]
  const all = () => [part(tea, 'open'), part(tea, 'done'), part(toast, 'open')].map(String)
  expect(all()).toEqual(['<p>Tea &amp; milk: open</p>', '<p>Tea &amp; milk: done</p>', '<p>Toast: open</p>'])
  expect(all()).toEqual(all())
  expect(rendered).toBe(3)
})
