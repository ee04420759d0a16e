import { paths as accountPaths } from '../../src/accounts/paths.ts'
import { paths as assessmentPaths } from '../../src/assessment/paths.ts'
import { paths as planPaths } from '../../src/plan/paths.ts'
import { newId } from '../../src/platform/ids.ts'
import { ShownPage } from '../support/page.ts'
import { type Lead, newLead, newPerson, PASSPHRASE, type RemotePerson, type RemoteVisitor } from '../support/remote-visitor.ts'
import type { Installation } from './installation.ts'
import { MULTIPART, multipart, requestBytes, send } from './wire.ts'

/** A word that stands in everything the attacked organisation holds. Nobody else may ever see it. */
export const MARK = 'Quillfeather'

type Ids = Readonly<Record<string, string>>

/** Who is there, and what an address can name. */
export interface People {
  /** Of the organisation that is attacked. */
  readonly owner: Lead
  /** Null at somebody else's server, where nobody can be added. */
  readonly contributor: RemotePerson | null
  readonly viewer: RemotePerson | null
  /** Owns another organisation. */
  readonly stranger: Lead
  /** Goes about their work while others attack. */
  readonly bystander: Lead
  /** Ids of things in the attacked organisation's open assessment, and the same with a completed one. */
  readonly own: Ids
  readonly completed: Ids
  readonly foreign: Ids
}

let visitors = 0
/** An address of one's own, in a network of one's own. */
export const elsewhere = (): Readonly<Record<string, string>> => {
  visitors++
  return { 'x-forwarded-for': `198.${18 + ((visitors >> 16) % 2)}.${(visitors >> 8) % 256}.${visitors % 256}` }
}

export async function settle(installation: Installation): Promise<People> {
  const [owner, stranger, bystander] = await Promise.all([
    newLead(installation, `Ottoline ${MARK}`, elsewhere()),
    newLead(installation, 'Bob Lindqvist', elsewhere()),
    newLead(installation, 'Kezia Adeyemi', elsewhere()),
  ])
  const { organisation, assessment } = owner
  const contributor = await colleague(installation, owner, 'contributor')
  const viewer = await colleague(installation, owner, 'viewer')

  const first = owner.indicators[0] ?? ''
  await autosave(owner.browser, first, 0, { evidence: `What ${MARK} wrote first.` })
  const other = (await autosave(owner.browser, first, 0, { evidence: `What ${MARK} wrote elsewhere.` })) as {
    conflicts?: readonly { id: string }[]
  }
  const plan = { organisation, plan: assessment }
  const action = newId()
  await fillIn(owner.browser, planPaths.newAction.to(plan), planPaths.newAction.to(plan), {
    id: action,
    indicator: '1.2',
    action: `Ask ${MARK} what they need`,
  })
  await uploadTo(installation, owner.browser, first, [
    { name: 'theory of change.txt', content: Buffer.from(`What ${MARK} wants.`) },
  ])
  const evidence = /\/evidence\/([0-9a-f-]{36})"/.exec((await owner.browser.get(first)).body.toString())?.[1]
  const conflict = other.conflicts?.[0]?.id
  if (!evidence || !conflict) throw new Error('the attacked organisation is not complete')

  const done = await anotherAssessment(owner, 'core')
  await answerAll(owner.browser, await indicatorsOf(owner.browser, organisation, done), `${MARK} has a policy for it.`)
  await complete(owner.browser, { organisation, assessment: done })

  const ids = { organisation, assessment, plan: assessment, indicator: '1.1', standard: '1', conflict, evidence, action }
  return {
    owner,
    contributor,
    viewer,
    stranger,
    bystander,
    own: ids,
    completed: { ...ids, assessment: done, plan: done },
    foreign: { ...ids, organisation: stranger.organisation, assessment: stranger.assessment, plan: stranger.assessment },
  }
}

async function colleague(installation: Installation, owner: Lead, role: string): Promise<RemotePerson | null> {
  if (installation.dataDir === '') return null
  const person = await newPerson(installation, `Dev Achterberg, ${role}`, elsewhere())
  const add = () => installation.command('person', 'add', person.email, owner.organisation, role)
  if (!add().ok) {
    await confirmAddress(installation, person)
    const { ok, said } = add()
    if (!ok) throw new Error(`nobody could be added: ${said}`)
  }
  await person.browser.get(accountPaths.account.to())
  return person
}

/** Follows the link that says whose address it is. */
async function confirmAddress(installation: Installation, { browser, email }: RemotePerson): Promise<void> {
  const { said } = installation.command('person', 'confirm-link', email)
  const link = /https?:\/\/[^/\s]+(\/\S+)/.exec(said)?.[1]
  if (!link) throw new Error(`there is no link to confirm an address: ${said}`)
  const opened = await browser.get(link)
  const there = opened.headers.get('location') ?? link
  const page = new ShownPage((there === link ? opened : await browser.get(there)).body.toString())
  for (const { attributes } of page.all('form')) {
    const action = attributes.get('action') ?? ''
    const names = page.all('input').map((each) => each.attributes.get('name'))
    if (!names.includes('passphrase') && !action.includes('confirm')) continue
    const fields = Object.fromEntries(page.form(action).fields)
    await browser.post(action, { ...fields, passphrase: PASSPHRASE })
  }
}

/** Saves as a page's script does. @throws Error unless it was taken */
export async function autosave(
  browser: RemoteVisitor,
  indicator: string,
  basedOn: number,
  fields: Readonly<Record<string, string>>,
): Promise<{ readonly revision: number; readonly state: string }> {
  const sent = { basedOn: String(basedOn), fields: Object.keys(fields), ...fields }
  const reply = await browser.post(indicator, sent, { accept: 'application/json' })
  if (reply.status !== 200) throw new Error(`${indicator} was not saved: ${reply.status} ${reply.body.toString().slice(0, 300)}`)
  return JSON.parse(reply.body.toString()) as { revision: number; state: string }
}

/** Fills in a page's form and sends it. @throws Error unless it leads on */
export async function fillIn(
  browser: RemoteVisitor,
  page: string,
  action: string,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  const shown = new ShownPage((await browser.get(page)).body.toString())
  const all: Record<string, string[]> = {}
  for (const [name, value] of shown.form(action).fields) if (!(name in fields)) all[name] = [...(all[name] ?? []), value]
  const reply = await browser.post(action, { ...all, ...fields })
  if (reply.status !== 303)
    throw new Error(`${action} was not taken: ${reply.status} ${new ShownPage(reply.body.toString()).words.slice(0, 300)}`)
}

export async function anotherAssessment({ browser, organisation }: Lead, scope: 'core' | 'all'): Promise<string> {
  const start = assessmentPaths.start.to({ organisation })
  const page = (await browser.get(start)).body.toString()
  const edition = /name="edition" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const id = newId()
  const reply = await browser.post(start, { id, edition, scope, programme: 'Wednesday club', lead: 'Ottoline' })
  if (reply.status !== 303) throw new Error(`no assessment was started: ${reply.status}`)
  return id
}

export async function indicatorsOf(browser: RemoteVisitor, organisation: string, assessment: string): Promise<readonly string[]> {
  const page = (await browser.get(assessmentPaths.lookOver.to({ organisation, assessment }))).body.toString()
  return [...new Set([...page.matchAll(/href="([^"?]+\/indicators\/[^"?]+)/g)].map(([, href = '']) => href))].filter((href) =>
    href.includes(assessment),
  )
}

/** @param revision of every answer now */
export async function answerAll(
  browser: RemoteVisitor,
  indicators: readonly string[],
  evidence: string,
  { revision = 0, notes = '' }: { readonly revision?: number; readonly notes?: string } = {},
): Promise<void> {
  for (const indicator of indicators)
    await autosave(browser, indicator, revision, { rating: 'good', evidence, ...(notes === '' ? {} : { notes }) })
}

type At = { readonly organisation: string; readonly assessment: string }

export async function complete(browser: RemoteVisitor, at: At): Promise<void> {
  const address = assessmentPaths.complete.to(at)
  await fillIn(browser, address, address, { completedByRole: 'Programme manager', honest: 'yes' })
}

export async function correct(browser: RemoteVisitor, at: At, reason: string): Promise<void> {
  const address = assessmentPaths.correct.to(at)
  await fillIn(browser, address, address, { reason })
}

/** The request of somebody adding files on an indicator's page, for whoever sends it. */
export function uploadRequest(
  browser: RemoteVisitor,
  origin: string,
  address: string,
  files: readonly { readonly name: string; readonly content: Buffer; readonly type?: string }[],
): Buffer {
  const fields = { token: browser.token, whole: 'yes', basedOn: '0', do: 'add-evidence:file' }
  const body = multipart([
    ...Object.entries(fields).map(([name, value]) => ({ name, value })),
    ...files.map(({ name, content, type = 'application/pdf' }) => ({ name: 'evidenceFile', value: content, file: name, type })),
  ])
  const headers = Object.entries({ ...browser.headers(), origin, 'content-type': MULTIPART })
  return requestBytes('POST', address, headers, body)
}

async function uploadTo(
  installation: Installation,
  browser: RemoteVisitor,
  address: string,
  files: Parameters<typeof uploadRequest>[3],
): Promise<void> {
  const { status } = await send(installation.journal, uploadRequest(browser, installation.url, address, files), {
    port: installation.port,
    label: 'an upload',
  })
  if (status !== 303) throw new Error(`the file was not taken: ${status}`)
}
