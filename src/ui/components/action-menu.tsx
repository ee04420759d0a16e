import type { Child } from '../jsx/jsx-runtime.ts'
import { type ListOf, present } from './attributes.ts'
import { Form } from './form.tsx'

/** Going somewhere is a link; changing something is a form, sent with the fields it needs. */
export type MenuItem =
  | { readonly text: Child; readonly href: string }
  | { readonly text: Child; readonly action: string; readonly fields?: Readonly<Record<string, string>> | undefined }

interface ActionMenuProps {
  readonly label?: string | undefined
  /** Says what the actions are about, for people who hear the label on its own. */
  readonly hiddenText?: string | undefined
  readonly items: ListOf<MenuItem>
}

/** A few actions that would be noise if they were always open. */
export function ActionMenu({ label, hiddenText, items }: ActionMenuProps) {
  return (
    <details class="app-menu">
      <summary class="app-menu__button">
        {label ?? 'Actions'}
        {hiddenText && <span class="govuk-visually-hidden"> {hiddenText}</span>}
      </summary>
      <ul class="app-menu__list">
        {present(items).map((item) => (
          <li>{'href' in item ? <MenuLink item={item} /> : <MenuForm item={item} />}</li>
        ))}
      </ul>
    </details>
  )
}

function MenuLink({ item }: { item: Extract<MenuItem, { href: string }> }) {
  return (
    <a class="app-menu__item" href={item.href}>
      {item.text}
    </a>
  )
}

function MenuForm({ item }: { item: Extract<MenuItem, { action: string }> }) {
  return (
    <Form action={item.action}>
      {Object.entries(item.fields ?? {}).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <button type="submit" class="app-menu__item">
        {item.text}
      </button>
    </Form>
  )
}
