/** Pressing a button that leaves the page: what was typed is saved first. Signing out: says plainly what would be lost. */
import { words } from '../content.ts'
import type { KeepDrafts } from '../contract.ts'
import { element, focusOn } from '../elements.ts'
import type { OtherDrafts } from './others.ts'
import { losesWords, type SavingPage } from './page.ts'
import { type State, unsaved } from './state.ts'
import { statusRegion } from './status.ts'
import { draftKeys, leaveDrafts, readDraft } from './storage.ts'
import type { Tabs } from './tabs.ts'

const PATIENCE = 4_000
/** Someone who presses again this soon after being held back means it. */
const INSISTS = 60_000
const KEEP_DRAFTS: KeepDrafts = 'keepDrafts'

export function watchLeaving(person: string, page: SavingPage | null, others: OtherDrafts, tabs: Tabs): void {
  const passing = new WeakSet<EventTarget>()
  let saving = false
  let heldAt = Number.NEGATIVE_INFINITY

  function goOn(form: HTMLFormElement, submitter: HTMLElement | null): void {
    if (form.hasAttribute('data-sign-out')) tabs.tell({ type: 'here', person: null })
    if (leaves(form)) {
      // The reply has the browser forget every draft. What is still on this page must not be kept again while it goes.
      page?.saver.end()
      others.end()
      if (leaveDrafts(person)) form.append(element('input', { type: 'hidden', name: KEEP_DRAFTS, value: 'yes' }))
    }
    passing.add(form)
    // Fields may be called `requestSubmit` or `action`: the form's own properties can't be trusted.
    HTMLFormElement.prototype.requestSubmit.call(form, submitter)
    passing.delete(form)
  }

  document.addEventListener('submit', async (event) => {
    const form = event.target as HTMLFormElement
    if (event.defaultPrevented || passing.has(form) || form.getAttribute('method')?.toLowerCase() !== 'post') return
    const signOut = leaves(form)
    page?.collect()
    const before = page?.saver.state()
    const waiting = before !== undefined && (unsaved(before).length > 0 || before.trouble !== null)
    if (!waiting && !signOut) return

    event.preventDefault()
    if (saving) return
    saving = true
    const [state] = await Promise.all([waiting && page?.saver.settle(PATIENCE), signOut && others.settle(PATIENCE)])
    // Where there was nothing to wait for, this event is still under way, and browsers ignore a form sent again during it.
    await new Promise((resolve) => setTimeout(resolve))
    saving = false

    if (signOut) {
      const lost = Boolean(state && losesWords(state))
      const titles = draftKeys(person).map((key) => readDraft(key)?.title ?? words.untitled)
      if (lost) titles.push(words.signOutThisPage)
      if (titles.length > 0) askBeforeLeaving(form, titles, () => goOn(form, event.submitter))
      else goOn(form, event.submitter)
    } else if (state && mustStay(state, Date.now() - heldAt < INSISTS)) {
      heldAt = Date.now()
      const region = statusRegion()
      if (region) focusOn(region)
    } else {
      goOn(form, event.submitter)
    }
  })
}

/** Signing out, or closing the account: afterwards this browser holds nothing of the person's. */
const leaves = (form: HTMLFormElement) => form.hasAttribute('data-sign-out') || form.hasAttribute('data-closes-account')

/**
 * Going on would show a page that can't be reached, or send one person's words as another's. The status says which.
 * What the server has answered for itself (a message beside a field, an assessment completed meanwhile) its own page explains.
 */
function mustStay({ trouble, sendingSince, offline }: State, insists: boolean): boolean {
  if (trouble?.kind === 'someone-else') return true
  if (trouble?.kind === 'unreachable' || sendingSince !== null) return offline || !insists
  return trouble?.kind === 'signed-out' && !insists
}

function askBeforeLeaving(form: HTMLFormElement, titles: readonly string[], go: () => void): void {
  const say = form.hasAttribute('data-sign-out') ? words.signOut : words.close
  const stay = element('button', { class: 'govuk-button', type: 'button' }, [say.stay])
  const leave = element('button', { class: 'govuk-button govuk-button--secondary', type: 'button' }, [say.go])
  const titleId = 'sign-out-title'
  const items = titles.map((title) => element('li', {}, [title]))
  const dialog = element('dialog', { class: 'app-dialog', 'aria-labelledby': titleId }, [
    element('h2', { class: 'govuk-heading-m', id: titleId }, [words.signOutTitle]),
    element('ul', { class: 'govuk-list govuk-list--bullet' }, items),
    element('p', { class: 'govuk-body' }, [say.lost]),
    element('div', { class: 'govuk-button-group' }, [stay, leave]),
  ])
  stay.addEventListener('click', () => dialog.close())
  leave.addEventListener('click', () => {
    dialog.close()
    go()
  })
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}
