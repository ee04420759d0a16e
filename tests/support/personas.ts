import { addMember, paths, type Role } from '../../src/accounts/index.ts'
import { asSystem, newId } from '../../src/platform/index.ts'
import { linkIn, openLink, queuedTo } from './mail.ts'
import type { Reply, Visitor } from './visitor.ts'
import type { World } from './world.ts'

/** A passphrase that is good enough, and everyone's. */
export const PASSPHRASE = 'otter bicycle lantern plum'

/** Somebody with an account and a browser in which they have signed in. */
export interface Persona {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly browser: Visitor
}

/** Somebody who is a member of an organisation. */
export interface MemberPersona extends Persona {
  readonly organisation: string
}

/** Signs up through the pages, as people do: by a mailed link where mail is set up, and else at once. They are in then. */
export async function signUp(world: World, who: { readonly name: string; readonly email: string }): Promise<Persona> {
  const browser = world.visitor()
  const { name, email } = who
  const reply = world.services.mail.isSetUp
    ? await browser.fillIn(await openSignUpLink(world, browser, email), paths.finishSignUp.to(), { name, passphrase: PASSPHRASE })
    : await browser.fillIn(paths.signUp.to(), paths.signUp.to(), { ...who, passphrase: PASSPHRASE })
  if (reply.status !== 303) throw new Error(`${name} could not sign up: ${reply.status}`)
  const person = await world.services.db.read
    .selectFrom('person')
    .select('id')
    .where('email', '=', who.email)
    .executeTakeFirstOrThrow()
  return { id: person.id, ...who, browser }
}

/** Asks for a link to sign up, and opens it in the same browser. */
async function openSignUpLink(world: World, browser: Visitor, email: string): Promise<Reply> {
  await browser.fillIn(paths.signUp.to(), paths.signUp.to(), { email })
  return openLink(browser, linkIn(await queuedTo(world, email, /Finish signing up/), paths.finishSignUp.to()))
}

export function signIn(browser: Visitor, email: string, passphrase = PASSPHRASE): Promise<Reply> {
  return browser.post(paths.signIn.to(), { email, passphrase })
}

/** Signs up and sets up an organisation, which they own. */
export async function signUpOwner(
  world: World,
  who: { name: string; email: string },
  organisationName: string,
): Promise<MemberPersona> {
  const persona = await signUp(world, who)
  const organisation = newId()
  await persona.browser.get(paths.newOrganisation.to())
  await persona.browser.submit(paths.newOrganisation.to(), { id: organisation, name: organisationName })
  return { ...persona, organisation }
}

/** Signs up, and is added to an organisation. */
export async function signUpMember(
  world: World,
  who: { name: string; email: string },
  organisation: string,
  role: Role,
): Promise<MemberPersona> {
  const persona = await signUp(world, who)
  await addMember(asSystem(world.services, 'test'), organisation, persona.id, role)
  return { ...persona, organisation }
}

/** Alice owns Riverbank Mentoring. */
export const alice = (world: World) =>
  signUpOwner(world, { name: 'Alice Okafor', email: 'alice@riverbank.example' }, 'Riverbank Mentoring')

/** Bob owns another organisation, and must never see anything of Riverbank's. */
export const bob = (world: World) =>
  signUpOwner(world, { name: 'Bob Lindqvist', email: 'bob@harbour.example' }, 'Harbour Street Youth')

/** Chelsea reads Riverbank's, and changes nothing. */
export const chelsea = (world: World, organisation: string) =>
  signUpMember(world, { name: 'Chelsea Nair', email: 'chelsea@riverbank.example' }, organisation, 'viewer')

/** Dev leads at Riverbank. */
export const dev = (world: World, organisation: string) =>
  signUpMember(world, { name: 'Dev Achterberg', email: 'dev@riverbank.example' }, organisation, 'lead')

/** Esi contributes to Riverbank's answers. */
export const esi = (world: World, organisation: string) =>
  signUpMember(world, { name: 'Esi Mensah', email: 'esi@riverbank.example' }, organisation, 'contributor')
