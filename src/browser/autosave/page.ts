/** The page's own form, if it saves itself: joins the form, the machine, the draft, the status and other tabs. */
import { draftKey, same } from './draft.ts'
import { fieldsOf, isChoice } from './fields.ts'
import type { Server } from './network.ts'
import { createSaver, type Saver } from './saver.ts'
import { begin, pageRevision, type State, unsaved } from './state.ts'
import { createStatusView } from './status.ts'
import { claim, readDraft } from './storage.ts'
import type { Message, Tabs } from './tabs.ts'

export interface SavingPage {
  /** Where its draft is kept. */
  readonly key: string
  readonly saver: Saver
  /** Tells the machine of anything that changed in the form without an event: a tool that types, a browser that fills in. */
  readonly collect: () => void
  /** `found`: the words were found in the browser by this page. */
  readonly hear: (message: Message, found: boolean) => void
}

export async function startSavingPage(
  form: HTMLFormElement,
  person: string,
  server: Server,
  tabs: Tabs,
): Promise<SavingPage | null> {
  const fields = fieldsOf(form)
  const subject = form.dataset.subject ?? ''
  const revision = Number(form.dataset.revision)
  const action = new URL(form.getAttribute('action') ?? '', location.href)
  if (!subject || !Number.isInteger(revision) || Object.keys(fields.sent()).length === 0) return null

  let key = draftKey(person, subject)
  let release = await claim(key)
  // Another tab has this same page open, with words of its own under this key.
  async function takeOwnKey(): Promise<void> {
    while (!release) {
      key = `${draftKey(person, subject)}~${Math.random().toString(36).slice(2)}`
      release = await claim(key)
    }
  }
  await takeOwnKey()

  const showStatus = createStatusView(form)
  const basedOn = form.querySelector<HTMLInputElement>('input[name=basedOn]')
  const first = begin({ fields: fields.sent(), shown: fields.shown(), revision, draft: readDraft(key), now: Date.now() })
  const saver = createSaver({
    state: first,
    key,
    server,
    draft: { action: action.pathname + action.search, page: location.pathname + location.search, title: pageTitle() },
    view(state) {
      if (basedOn) basedOn.value = String(pageRevision(state))
      for (const [name, { problem }] of Object.entries(state.fields)) fields.showProblem(name, problem)
      showStatus(state)
    },
    act(effect) {
      if (effect.do === 'show') fields.show(effect.name, effect.value)
      else tabs.tell({ type: 'saved', person, subject, ...effect.told })
    },
  })
  for (const [name, { value }] of Object.entries(first.fields)) fields.show(name, value)

  function edit(name: string | undefined, typing: boolean): void {
    if (name !== undefined) saver.happen({ type: 'edit', name, value: fields.value(name), typing })
  }
  function collect(): void {
    for (const [name, value] of Object.entries(fields.shown())) {
      if (!same(value, saver.state().fields[name]?.value ?? null)) edit(name, true)
    }
  }
  function flush(): void {
    collect()
    saver.happen({ type: 'flush' })
  }
  const wake = () => saver.happen({ type: 'wake', offline: !navigator.onLine })
  function hear(message: Message, found: boolean): void {
    if (message.type === 'here') {
      // Nobody's word but the server's that it is the same person again.
      if (message.person === person) wake()
      else saver.happen({ type: 'who', who: message.person === null ? 'nobody' : 'someone-else', chance: 0 })
    } else if (message.type === 'saved' && message.person === person && message.subject === subject) {
      saver.happen({ type: 'elsewhere', told: message, found })
    }
  }

  form.addEventListener('input', ({ target }) => edit(fields.nameOf(target), !isChoice(target)))
  form.addEventListener('change', ({ target }) => isChoice(target) && edit(fields.nameOf(target), false))
  form.addEventListener('focusout', ({ target }) => fields.nameOf(target) !== undefined && flush())
  document.addEventListener('visibilitychange', () => (document.hidden ? flush() : wake()))
  addEventListener('focus', wake)
  addEventListener('online', wake)
  addEventListener('offline', () => saver.happen({ type: 'offline' }))
  addEventListener('pagehide', () => {
    flush()
    release?.()
    release = null
  })
  addEventListener('pageshow', async ({ persisted }) => {
    if (!persisted) return
    // Back from the browser's memory: another tab may have taken up what this page had not saved.
    release = await claim(key)
    await takeOwnKey()
    saver.moveTo(key)
    wake()
  })
  addEventListener('beforeunload', (event) => {
    flush()
    // Only where leaving would really lose words.
    if (losesWords(saver.state())) event.preventDefault()
  })
  tabs.listen((message) => hear(message, false))

  wake()
  return { key, saver, collect, hear }
}

export const losesWords = (state: State): boolean => !state.kept && unsaved(state).length > 0

/** As in the browser's tab, without the product's name or the mark of an error. */
function pageTitle(): string {
  return document.title.replace(/^Error: /, '').replace(/ – Mentormark$/, '')
}
