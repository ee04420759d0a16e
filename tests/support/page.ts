import { unescaped } from './html.ts'

/** Reads our own pages as a browser would: enough of HTML for what our components write, where every value stands in quotes. */

export interface PageElement {
  readonly tag: string
  readonly attributes: ReadonlyMap<string, string>
  /** What stands between its tags, as HTML. */
  readonly inner: string
  /** Where in the page it begins. */
  readonly at: number
  readonly end: number
}

export interface PageForm {
  readonly action: string
  readonly files: boolean
  /** What a browser would send if the form were submitted as it stands, by no button. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly buttons: readonly { readonly name: string; readonly value: string; readonly text: string }[]
}

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])
const TAG = /<(\/?)([a-z][\w-]*)((?:\s+[^\s=>/"]+(?:="[^"]*")?)*)\s*(\/?)>/gi

export class ShownPage {
  readonly html: string
  readonly #elements: readonly PageElement[]
  readonly #byId: ReadonlyMap<string, PageElement>

  constructor(html: string) {
    this.html = html
    this.#elements = elementsOf(html)
    this.#byId = new Map(
      this.#elements.flatMap((element) => {
        const id = element.attributes.get('id')
        return id === undefined ? [] : [[id, element] as const]
      }),
    )
  }

  get title(): string {
    return this.#text(this.all('title')[0])
  }

  get heading(): string {
    return this.#text(this.all('h1')[0])
  }

  /** The words of the main part, on one line. */
  get words(): string {
    return this.#text(this.all('main')[0])
  }

  /** The error summary: what it says, and where each line leads. */
  get errors(): readonly { readonly text: string; readonly href: string | null }[] {
    const [summary] = this.all('ul').filter((list) => list.attributes.get('class')?.includes('govuk-error-summary__list'))
    if (!summary) return []
    return this.#within(summary, 'li').map((item) => ({
      text: this.#text(item),
      href: this.#within(item, 'a')[0]?.attributes.get('href') ?? null,
    }))
  }

  /** Ids that stand in the page more than once. */
  get repeatedIds(): readonly string[] {
    const ids = this.#elements.flatMap((element) => element.attributes.get('id') ?? [])
    return ids.filter((id, place) => ids.indexOf(id) !== place)
  }

  get links(): readonly { readonly text: string; readonly href: string }[] {
    return this.all('a').map((link) => ({ text: this.#text(link), href: link.attributes.get('href') ?? '' }))
  }

  all(tag: string): readonly PageElement[] {
    return this.#elements.filter((element) => element.tag === tag)
  }

  byId(id: string): PageElement | null {
    return this.#byId.get(id) ?? null
  }

  /** The words in the element of that id; null when there is none. */
  textOf(id: string): string | null {
    const element = this.byId(id)
    return element && this.#text(element)
  }

  /** Everything that describes the element, by `aria-describedby` of it and of the group it is in, as it is read out. */
  descriptionOf(id: string): string {
    const element = this.byId(id)
    if (!element) return ''
    const groups = this.all('fieldset').filter((group) => group.at < element.at && element.end <= group.end)
    const described = [element, ...groups].flatMap((each) => each.attributes.get('aria-describedby')?.split(' ') ?? [])
    return described.map((each) => this.textOf(each) ?? `(nothing is called ${each})`).join(' ')
  }

  /** What stands in a text field, text area or list of choices; null when there is none of that name. */
  valueOf(name: string): string | null {
    const control = this.#controls().find((each) => each.attributes.get('name') === name && !isChoice(each))
    return control ? contentOf(control) : null
  }

  /** The form that is sent to an address. @throws when there is none */
  form(action: string): PageForm {
    const element = this.all('form').find((each) => each.attributes.get('action') === action)
    if (!element) {
      const there = this.all('form').map((each) => each.attributes.get('action'))
      throw new Error(`no form leads to ${action}; there are: ${there.join(', ')}`)
    }
    const disabled = this.#within(element, 'fieldset').filter((group) => group.attributes.has('disabled'))
    const enabled = (each: PageElement) =>
      !each.attributes.has('disabled') && !disabled.some((group) => group.at < each.at && each.end <= group.end)
    return {
      action,
      files: element.attributes.get('enctype') === 'multipart/form-data',
      fields: this.#controls()
        .filter((each) => element.at < each.at && each.end <= element.end && enabled(each) && isSent(each))
        .map((each) => [each.attributes.get('name') ?? '', contentOf(each)] as const),
      buttons: this.#within(element, 'button')
        .filter(enabled)
        .map((button) => ({
          name: button.attributes.get('name') ?? '',
          value: button.attributes.get('value') ?? '',
          text: this.#text(button),
        })),
    }
  }

  #controls(): readonly PageElement[] {
    return this.#elements.filter(({ tag }) => tag === 'input' || tag === 'textarea' || tag === 'select')
  }

  #within(outer: PageElement, tag: string): readonly PageElement[] {
    return this.#elements.filter((each) => each.tag === tag && outer.at < each.at && each.end <= outer.end)
  }

  #text(element: PageElement | undefined): string {
    return unescaped((element?.inner ?? '').replace(/<[^>]*>/g, ' '))
      .replace(/\s+/g, ' ')
      .trim()
  }
}

function elementsOf(html: string): readonly PageElement[] {
  const elements: PageElement[] = []
  const open: { tag: string; attributes: ReadonlyMap<string, string>; at: number; inside: number }[] = []
  for (const match of html.matchAll(TAG)) {
    const [whole, closing, name = '', attributes = '', selfClosing] = match
    const tag = name.toLowerCase()
    const after = match.index + whole.length
    if (closing) {
      const place = open.findLastIndex((each) => each.tag === tag)
      const begun = place < 0 ? undefined : open.splice(place)[0]
      if (begun) elements.push({ ...begun, inner: html.slice(begun.inside, match.index), end: after })
    } else if (VOID.has(tag) || selfClosing) {
      elements.push({ tag, attributes: attributesOf(attributes), inner: '', at: match.index, end: after })
    } else open.push({ tag, attributes: attributesOf(attributes), at: match.index, inside: after })
  }
  return elements.sort((a, b) => a.at - b.at)
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/\s+([^\s=>/"]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      unescaped(value),
    ]),
  )
}

function isChoice({ attributes }: PageElement): boolean {
  return ['radio', 'checkbox', 'file'].includes(attributes.get('type') ?? 'text')
}

function isSent({ attributes }: PageElement): boolean {
  const type = attributes.get('type')
  if (!attributes.has('name') || type === 'file' || type === 'submit') return false
  return type === 'radio' || type === 'checkbox' ? attributes.has('checked') : true
}

function contentOf(control: PageElement): string {
  const { tag, attributes, inner } = control
  // The first line break of a text area is the page's, not the person's.
  if (tag === 'textarea') return unescaped(inner).replace(/^\n/, '')
  if (tag !== 'select') return attributes.get('value') ?? (isChoice(control) ? 'on' : '')
  const options = [...inner.matchAll(/<option((?:\s+[^\s=>/"]+(?:="[^"]*")?)*)\s*>([^<]*)/g)].map(([, text = '', words = '']) => {
    const each = attributesOf(text)
    return { value: each.get('value') ?? unescaped(words), selected: each.has('selected') }
  })
  return (options.find((each) => each.selected) ?? options[0])?.value ?? ''
}
