/** Saves what people write as they write it. "No acknowledged word is ever lost", and no other word without saying so. */
import { watchLeaving } from './leaving.ts'
import { createServer, personOf } from './network.ts'
import { startOtherDrafts } from './others.ts'
import { startSavingPage } from './page.ts'
import { removeLeftDrafts } from './storage.ts'
import { createTabs } from './tabs.ts'

export async function startAutosave(): Promise<void> {
  const person = personOf(document)
  if (!person) return removeLeftDrafts()
  const tabs = createTabs()
  tabs.tell({ type: 'here', person })
  const server = createServer(person)
  const form = document.querySelector<HTMLFormElement>('form[data-autosave]')
  const page = form && form.dataset.person === person ? await startSavingPage(form, person, server, tabs) : null
  watchLeaving(person, page, startOtherDrafts(person, page, server, tabs), tabs)
}
