import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Child, Html } from '../jsx/jsx-runtime.ts'
import { trusted } from '../jsx/jsx-runtime.ts'

/**
 * govuk-frontend publishes every example of every component: the options, and the HTML they must give. Our components are
 * held to it. A test says how the published options read as our props; what we chose not to support is listed by name with
 * the reason, and what we write in another way with how it differs; either list fails when it has one too many.
 */
export interface Fixture {
  readonly name: string
  // biome-ignore lint/suspicious/noExplicitAny: options are whatever JSON each component publishes
  readonly options: any
  readonly html: string
}

/** Something that our HTML says in another way than the published one, and why. */
export interface Difference {
  readonly because: string
  /** The published HTML as we write it; the same where the difference has nothing to say. */
  readonly ours: (html: string) => string
}

export function publishedFixtures(component: string): readonly Fixture[] {
  const url = new URL(`../../../node_modules/govuk-frontend/dist/govuk/components/${component}/fixtures.json`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8')).fixtures
}

export function matchesPublishedFixtures(
  component: string,
  render: (options: Fixture['options']) => Html | null,
  unsupported: Readonly<Record<string, string>> = {},
  differences: readonly Difference[] = [],
): void {
  const fixtures = publishedFixtures(component)
  const expected = ({ html }: Fixture) => normalise(differences.reduce((so, { ours }) => ours(so), html))

  describe(`${component} gives the published HTML`, () => {
    for (const fixture of fixtures) {
      if (fixture.name in unsupported) continue
      test(fixture.name, () => expect(normalise(String(render(fixture.options) ?? ''))).toBe(expected(fixture)))
    }
  })

  for (const { because, ours } of differences) {
    test(`${component} still differs: ${because}`, () =>
      expect(fixtures.filter(({ html }) => ours(html) !== html)).not.toEqual([]))
  }

  const names = Object.keys(unsupported)
  if (names.length === 0) return
  test.each(names)(`${component} still does not support: %s`, (name) => {
    const fixture = fixtures.find((each) => each.name === name)
    expect(fixture, 'is not published any more').toBeDefined()
    expect(attempt(() => normalise(String(render(fixture?.options) ?? '')))).not.toBe(fixture ? expected(fixture) : '')
  })
}

function attempt(render: () => string): string {
  try {
    return render()
  } catch {
    return 'threw'
  }
}

/** The published `{ html }` or `{ text }` as our `Child`. */
export function content(part: { html?: string; text?: string | number } | undefined | null): Child {
  if (!part) return undefined
  return part.html ? trusted(part.html.trim()) : part.text
}

/** Published attributes are always written, even when true. */
export function attributes(given: Record<string, unknown> | undefined): Record<string, string> | undefined {
  return given && Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
}

export function common(given: { classes?: string; attributes?: Record<string, unknown> } | undefined) {
  return { class: given?.classes, attributes: attributes(given?.attributes) }
}

/** The published label options as our flat ones. */
export function label(given: Fixture['options']) {
  return { label: content(given?.label), labelClass: given?.label?.classes, labelIsHeading: given?.label?.isPageHeading }
}

/** Published options that every field with one control has. */
export function field(given: Fixture['options']) {
  return {
    ...common(given),
    ...label(given),
    name: given.name,
    id: given.id,
    hint: content(given.hint),
    error: given.errorMessage?.text,
    describedBy: given.describedBy,
    formGroup: given.formGroup && common(given.formGroup),
  }
}

/** Published options that every question with several controls has. */
export function group(given: Fixture['options']) {
  const legend = given.fieldset?.legend
  return {
    ...common(given),
    name: given.name,
    id: given.idPrefix,
    hint: content(given.hint),
    error: given.errorMessage?.text,
    describedBy: given.fieldset?.describedBy ?? given.describedBy,
    legend: content(legend),
    legendClass: legend?.classes,
    legendIsHeading: legend?.isPageHeading,
    fieldset: given.fieldset && common(given.fieldset),
    formGroup: given.formGroup && common(given.formGroup),
  }
}

/** Published radios and checkboxes. */
export function choice(item: Fixture['options']) {
  if (!item) return null
  if (item.divider) return { divider: item.divider }
  return {
    value: item.value,
    text: content(item),
    hint: content(item.hint),
    id: item.id,
    name: item.name,
    checked: item.checked ?? undefined,
    disabled: item.disabled,
    conditional: item.conditional?.html && trusted(item.conditional.html.trim()),
    label: item.label && common(item.label),
    exclusive: item.behaviour === 'exclusive',
    attributes: attributes(item.attributes),
  }
}

const BLOCK =
  /^(div|p|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|th|td|caption|fieldset|legend|label|form|nav|header|main|footer|details|summary|select|option|input|textarea|button|svg|path|g)$/

/** Elements written without an end; a path may be written either way. */
const VOID = /^(input|br|hr|img|path)$/

/**
 * Makes two texts that a browser shows alike the same: attributes and classes in one order, one way of quoting and
 * escaping, and no white space where it cannot be seen.
 */
export function normalise(html: string): string {
  let out = ''
  let text = ''
  const open: string[] = []
  /** Whether white space at this point can be seen. */
  let visible = false

  const flush = (visibleAfter: boolean) => {
    let words = decode(text).replace(/[ \n\r\t]+/g, ' ')
    if (!visible) words = words.replace(/^ /, '')
    if (!visibleAfter) words = words.replace(/ $/, '')
    out += words
    text = ''
  }

  for (const [token] of html.matchAll(/<textarea[^>]*>[\s\S]*?<\/textarea>|<[^>]+>|[^<]+/g)) {
    if (!token.startsWith('<')) {
      text += token
      continue
    }
    if (token.startsWith('<textarea')) {
      const [, tag = '', value = ''] = /^(<[^>]*>)([\s\S]*)<\/textarea>$/.exec(token) ?? []
      flush(false)
      out += `\n${sortedTag(tag)}${JSON.stringify(decode(value))}</textarea>`
      visible = false
      continue
    }
    const name = /^<\/?([a-z0-9]+)/i.exec(token)?.[1] ?? ''
    if (token === '</path>') continue
    const closing = token.startsWith('</')
    const tag = closing ? token : sortedTag(token)
    // Text for screen readers only runs on from what is before it, so a space inside it counts.
    const runsOn = closing ? open.pop() === 'runs-on' : tag.includes('govuk-visually-hidden')
    if (!closing && !VOID.test(name)) open.push(runsOn ? 'runs-on' : name)
    const block = BLOCK.test(name)
    flush(closing ? runsOn : !block)
    out += block && !closing ? `\n${tag}` : tag
    visible = closing ? !block : runsOn
  }
  flush(false)
  return out.trim()
}

function sortedTag(tag: string): string {
  const [, name = '', rest = ''] = /^<([a-z0-9]+)([\s\S]*?)\/?>$/i.exec(tag) ?? []
  const pairs = [...rest.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, key = '', value]) => {
    if (value === undefined) return key
    const words = decode(value).trim()
    return `${key}=${JSON.stringify(key === 'class' ? [...new Set(words.split(/\s+/))].sort().join(' ') : words)}`
  })
  return `<${[name, ...pairs.sort()].join(' ')}>`
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', ctdot: '⋯', nbsp: '\u00a0' }

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|([a-z]+));/g, (whole, code, name) =>
    code ? String.fromCodePoint(Number(code)) : (NAMED[name] ?? whole),
  )
}
