import { expect, test } from 'vitest'
import * as ui from './index.ts'
import { previews } from './previews.tsx'

/** Exported under a capital letter, but not a component with examples. */
const WITHOUT_PREVIEW: Readonly<Record<string, string>> = {
  Html: 'what components return',
  Layout: 'the page around the previews is one',
  Mark: 'the drawing inside RatingMark, which has one',
}

test('every component has a preview', () => {
  // Constants are written in capitals throughout.
  const components = Object.keys(ui).filter((name) => /^[A-Z][a-z]/.test(name) && !(name in WITHOUT_PREVIEW))
  expect(previews.map(({ component }) => component).sort()).toEqual(components.sort())
})

test('every preview has an example with a name', () => {
  for (const { component, examples } of previews) {
    expect(examples.length, component).toBeGreaterThan(0)
    for (const example of examples) expect(example.name, component).not.toBe('')
  }
})
