/** Drafts this person left on other pages: sent quietly, and listed while they can't be. */
import { announce } from '../announce.ts'
import { words } from '../content.ts'
import { element } from '../elements.ts'
import { type Draft, draftKey } from './draft.ts'
import type { Server } from './network.ts'
import type { SavingPage } from './page.ts'
import { createSaver, type Saver } from './saver.ts'
import { begin, type State, unsaved } from './state.ts'
import { showConflicts } from './status.ts'
import { claim, draftKeys, readDraft, writeDraft } from './storage.ts'
import type { Message, Tabs } from './tabs.ts'

const PATIENCE = 5_000

interface Other {
  readonly draft: Draft
  readonly saver: Saver
}

export interface OtherDrafts {
  /** Resolves when all are saved, or can't be for now, or after so many milliseconds. */
  readonly settle: (patience: number) => Promise<unknown>
  /** Keeps and sends nothing from now on. */
  readonly end: () => void
}

export function startOtherDrafts(person: string, page: SavingPage | null, server: Server, tabs: Tabs): OtherDrafts {
  const others = new Map<string, Other>()
  let ended = false

  async function sendAll(): Promise<void> {
    for (const key of draftKeys(person)) {
      if (ended) return
      if (key === page?.key || others.has(key)) continue
      // Not ours to send while the page it belongs to is open in another tab, or has not quite gone.
      const release = await claim(key)
      const draft = release && readDraft(key)
      if (draft) await send(key, draft, release)
      else release?.()
    }
  }

  async function send(key: string, draft: Draft, release: () => void): Promise<void> {
    const { action, page: written = action, title = words.untitled } = draft
    const saver = createSaver({
      state: begin({ fields: {}, revision: draft.basedOn, draft, now: Date.now() }),
      key,
      server,
      draft: { action, page: written, title },
      view(state) {
        if (unsaved(state).length > 0 || !others.delete(key)) return
        release()
        showConflicts(state.conflicts, false)
        list()
      },
      act(effect) {
        if (effect.do !== 'tell') return
        const subject = key.slice(draftKey(person).length).replace(/~.*$/, '')
        const message: Message = { type: 'saved', person, subject, ...effect.told }
        tabs.tell(message)
        page?.hear(message, true)
      },
    })
    others.set(key, { draft, saver })
    await saver.settle(PATIENCE)
    list()
  }

  let listed: HTMLElement | null = null
  function list(): void {
    const items = [...others].map(([key, { draft, saver }]) => element('li', {}, describe(key, draft, saver.state())))
    if (items.length > 0 && !listed) announce(words.unsentTitle)
    listed?.remove()
    listed = null
    if (items.length === 0) return
    listed = element('div', { class: 'govuk-inset-text', 'data-unsent': '' }, [
      element('h2', { class: 'govuk-heading-s' }, [words.unsentTitle]),
      element('ul', { class: 'govuk-list' }, items),
    ])
    document.querySelector('main')?.prepend(listed)
  }

  function describe(key: string, draft: Draft, { trouble, fields }: State): (Node | string)[] {
    const link = element('a', { class: 'govuk-link', href: draft.page ?? draft.action }, [draft.title ?? words.untitled])
    const refused = Object.values(fields).some((field) => field.refused !== null)
    if (trouble?.kind !== 'stopped') return [link, element('br'), refused ? words.unsentOpen : words.unsentWaiting]

    const forget = element('button', { class: 'govuk-button govuk-button--secondary', type: 'button' }, [words.unsentForget])
    forget.addEventListener('click', () => {
      writeDraft(key, null)
      others.delete(key)
      list()
    })
    const texts = Object.values(draft.fields).flat()
    return [
      link,
      element('br'),
      trouble.message ?? words.unsentRefused,
      element('details', { class: 'govuk-details' }, [
        element('summary', { class: 'govuk-details__summary' }, [words.unsentShow]),
        element('div', { class: 'govuk-details__text app-formatted' }, [
          ...texts.map((text) => element('p', { class: 'govuk-body' }, [text])),
          forget,
        ]),
      ]),
    ]
  }

  const wake = () => {
    // Tabs that were open may have gone since, and left words.
    void sendAll()
    for (const { saver } of others.values()) saver.happen({ type: 'wake', offline: !navigator.onLine })
  }
  addEventListener('online', wake)
  addEventListener('focus', wake)
  tabs.listen((message) => {
    if (message.type !== 'here' || message.person === person) return
    for (const { saver } of others.values()) saver.happen({ type: 'who', who: 'someone-else', chance: 0 })
  })

  const sending = sendAll()
  return {
    end() {
      ended = true
      for (const { saver } of others.values()) saver.end()
    },
    settle: (patience) =>
      Promise.race([
        sending.then(() => Promise.all([...others.values()].map(({ saver }) => saver.settle(patience)))),
        new Promise((resolve) => setTimeout(resolve, patience)),
      ]),
  }
}
