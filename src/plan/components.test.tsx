import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { editionFromJson } from '../frameworks/index.ts'
import { compilePack } from '../frameworks/pack/read.ts'
import { ActionsInline, type IdeaShown } from './components.tsx'
import type { ActionErrors, ActionValues } from './forms.ts'
import type { DevelopmentAction } from './rules.ts'

const pack = new URL('../../frameworks/mentoring-quality-framework/2022.yaml', import.meta.url).pathname
const edition = editionFromJson(compilePack(readFileSync(pack, 'utf8'), '2022.yaml'))
const action: DevelopmentAction = {
  id: 'a1',
  planId: 'p1',
  indicatorId: '6.3',
  action: 'Ask <mentees>',
  byWhom: 'Sam Obi',
  byWhen: '2026-12-01',
  priority: 'highest',
  position: 1,
  completedOn: null,
  whatChanged: '',
  revision: 1,
}
const inline = (
  changes: {
    actions?: DevelopmentAction[]
    canChange?: boolean
    values?: ActionValues
    errors?: ActionErrors
    ideas?: ReadonlyMap<number, IdeaShown>
    removed?: DevelopmentAction
  } = {},
) =>
  String(
    <ActionsInline
      organisationId="o1"
      planId="p1"
      actions={[action]}
      edition={edition}
      suggestions={['Listen', 'Ask <mentees>']}
      names={['Sam Obi', 'Priya <Nair>']}
      newId="n1"
      today="2026-03-04"
      canChange
      {...changes}
    />,
  )

test('an indicator’s actions are listed, each with a way to change it', () => {
  const html = inline()
  for (const words of [
    'Ask &lt;mentees&gt;',
    'Sam Obi',
    'by 1 December 2026',
    'Highest',
    'Open',
    // Changing it leads back here.
    'href="/organisations/o1/plans/p1/actions/a1?from=indicator"',
    'id="action-a1"',
  ]) {
    expect(html).toContain(words)
  }
  expect(inline({ actions: [{ ...action, completedOn: '2026-03-01' }] })).toContain('completed on 1 March 2026')
  expect(inline({ actions: [{ ...action, byWhom: '', byWhen: null, priority: null }] })).toContain('Needs a person and a date')
})

test('of very many the latest stand here, and a link leads to all of them', () => {
  const many = Array.from({ length: 1250 }, (_, n) => ({ ...action, id: `a${n}`, action: `Ask ${n}` }))
  const html = inline({ actions: many })
  expect(html.match(/app-actions__item/g)).toHaveLength(30)
  expect(html).toContain('Ask 1249')
  expect(html).toContain('href="/organisations/o1/plans/p1?standard=6&amp;order=standard">All 1,250 actions, in the plan</a>')
  expect(inline({ actions: many.slice(0, 30) })).not.toContain('in the plan</a>')
})

test('suggestions are offered until they are taken', () => {
  const html = inline()
  expect(html).toContain('value="take-suggestion:0"')
  expect(html).not.toContain('value="take-suggestion:1"')
  expect(inline({ actions: [] })).toMatch(/<details class="govuk-details" open>.*Ideas for actions/)
})

test('who and when stand beside each suggestion, with the names there are', () => {
  const html = inline()
  for (const part of [
    'name="idea-0-byWhom"',
    'name="idea-0-byWhen-day"',
    'Who will do it?',
    '“By who?”',
    'Due date',
    '“By when?”',
  ])
    expect(html).toContain(part)
  expect(html).not.toContain('name="idea-1-byWhom"')
  // One list of names for all of them.
  expect(html.match(/<datalist/g)).toHaveLength(1)
  expect(html).toContain('<datalist id="new-names"><option value="Sam Obi"></option><option value="Priya &lt;Nair&gt;">')
  expect(html.match(/list="new-names"/g)).toHaveLength(2)
})

test('what was typed beside a suggestion is shown again, with what is wrong', () => {
  const idea: IdeaShown = {
    values: { byWhom: 'Priya', byWhen: { day: '31', month: '2', year: '2027' } },
    errors: { byWhen: { text: 'Not real', parts: ['day'] } },
  }
  const html = inline({ ideas: new Map([[0, idea]]) })
  expect(html).toMatch(/<details class="app-idea" open><summary[^>]*>Listen/)
  for (const part of ['value="Priya"', 'Not real', 'id="idea-0-byWhen-day"']) expect(html).toContain(part)
  // The next page has none of it.
  expect(inline()).not.toContain('value="Priya"')
})

test('an action that was just removed is offered back', () => {
  const html = inline({ actions: [], removed: action })
  expect(html).toContain('You removed “Ask &lt;mentees&gt;”.')
  expect(html).toContain('value="restore-action:a1" name="do"')
  expect(inline({ removed: action, canChange: false })).not.toContain('You removed')
})

test('fields to add one stand inside the page’s own form, under names of their own', () => {
  const html = inline()
  expect(html).not.toContain('<form')
  for (const name of ['new-id', 'new-action', 'new-byWhom', 'new-byWhen-day', 'new-priority'])
    expect(html).toContain(`name="${name}"`)
  expect(html).toContain('value="n1"')
  expect(html).toContain('value="add-action"')
})

test('what was typed is shown again, with what is wrong', () => {
  const values = { action: '', byWhom: 'Priya', byWhen: { day: '31', month: '2', year: '2027' }, priority: 'low' }
  const html = inline({ values, errors: { action: 'Enter what you will do', byWhen: { text: 'Not real', parts: ['day'] } } })
  expect(html).toMatch(/<details class="govuk-details" open><summary[^>]*><span[^>]*>Write an action/)
  expect(html).toContain('value="Priya"')
  expect(html).toContain('Enter what you will do')
  expect(html.match(/govuk-date-input__input govuk-input--error/g)).toHaveLength(1)
})

test('someone who may not change the plan only reads', () => {
  const html = inline({ canChange: false })
  expect(html).toContain('Ask &lt;mentees&gt;')
  for (const part of ['<a ', '<button', '<input', '<details']) expect(html).not.toContain(part)
})
