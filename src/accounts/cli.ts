import { type Context, createSecurityLog, type ExitCode, Problem, type Terminal } from '../platform/index.ts'
import { signOutEveryone, signOutEverywhere } from './account/actions.ts'
import { closeAccount, erasedAmong } from './closing/actions.ts'
import { type Affected, affectedBy } from './closing/store.ts'
import { AddressNotConfirmed, makeConfirmLink, sendConfirmLink } from './confirming/actions.ts'
import { confirmUrl } from './mails.ts'
import { addMember, makeOwner } from './organisation/actions.ts'
import { roleOf } from './organisation/store.ts'
import { isRole, ROLES } from './policy.ts'
import { normaliseEmail } from './rules.ts'
import type { Person } from './session.ts'
import { personByEmail } from './store.ts'

const ROLES_IN_WORDS = `${ROLES.slice(0, -1).join(', ')} or ${ROLES.at(-1)}`

export const PERSON_USAGE = `Usage:
  person erase EMAIL                   say what closing this account would erase and keep, changing nothing
  person erase EMAIL --yes             close it, as its owner can on their account page; it can't be undone
  person add EMAIL ORGANISATION ROLE   make somebody who has signed up a member of an organisation, given by its id;
                                       the role is ${ROLES_IN_WORDS}
  person owner EMAIL ORGANISATION      make a member an owner of an organisation
  person confirm-link EMAIL            send somebody a link to confirm their address, which add and owner ask for;
                                       where no mail is set up, print it, to be handed over
  person sign-out EMAIL                end every session of one person: they sign in again wherever they are
  person sign-out --everyone           end every session there is`

/**
 * `person …` from a terminal, for whoever runs the installation.
 * @param args what follows the word `person`
 */
export async function personCommand(
  args: readonly string[],
  terminal: Terminal,
  withContext: (work: (context: Context) => Promise<ExitCode>) => Promise<ExitCode>,
): Promise<ExitCode> {
  const [, email] = args
  const deed = readDeed(args)
  if (!email || !deed) {
    terminal.complain(PERSON_USAGE)
    return 2
  }
  return withContext(async (ctx) => {
    const [verb] = args
    createSecurityLog(ctx).write('terminal.command', { command: `person ${verb}` })
    if (email === EVERYONE) return signOutEveryoneCommand(ctx, terminal)
    const person = await personByEmail(ctx.db.read, normaliseEmail(email))
    if (person) return deed(ctx, person, terminal)
    terminal.complain(`Nobody has an account with “${email}”.`)
    return 1
  })
}

/** Stands where an address would: `person sign-out` alone may be about everyone. */
const EVERYONE = '--everyone'

type Deed = (ctx: Context, person: Person, terminal: Terminal) => Promise<ExitCode>

/** What is asked for; null when it can't be understood. */
function readDeed([verb, whom, third, fourth, ...more]: readonly string[]): Deed | null {
  if (more.length > 0 || (whom === EVERYONE && verb !== 'sign-out')) return null
  if (verb === 'add' && third !== undefined && fourth !== undefined)
    return (ctx, person, terminal) => addToOrganisation(ctx, person, third, fourth, terminal)
  if (fourth !== undefined) return null
  if (verb === 'confirm-link' && third === undefined) return confirmLink
  if (verb === 'sign-out' && third === undefined) return signOutCommand
  if (verb === 'owner' && third !== undefined) return (ctx, person, terminal) => giveOwnership(ctx, person, third, terminal)
  if (verb === 'erase' && (third === undefined || third === '--yes'))
    return (ctx, person, terminal) => eraseCommand(ctx, person, third === '--yes', terminal)
  return null
}

async function signOutCommand(ctx: Context, person: Person, terminal: Terminal): Promise<ExitCode> {
  const ended = await signOutEverywhere(ctx, person)
  terminal.say(`${person.name} is signed out everywhere. Sessions ended: ${ended}.`)
  return 0
}

async function signOutEveryoneCommand(ctx: Context, terminal: Terminal): Promise<ExitCode> {
  const ended = await signOutEveryone(ctx)
  terminal.say(`Everyone is signed out. Sessions ended: ${ended}.`)
  return 0
}

async function eraseCommand(ctx: Context, person: Person, really: boolean, terminal: Terminal): Promise<ExitCode> {
  const affected = await affectedBy(ctx.db.read, person.id)
  if (!affected.some(({ fate }) => fate === 'needs-an-owner') && really) {
    const closed = await closeAccount(ctx, person, erasedAmong(affected))
    terminal.say(
      closed.ok ? 'Closed. Their name, address and passphrase are erased.' : 'Something changed meanwhile: nothing was done.',
    )
    return closed.ok ? 0 : 1
  }
  terminal.say([`${person.name}, ${person.email}`, ...affected.map(lineOf)].join('\n'))
  if (affected.some(({ fate }) => fate === 'needs-an-owner')) {
    terminal.complain('Make somebody else an owner first: person owner EMAIL ORGANISATION')
    return 1
  }
  terminal.say('Nothing was changed. To close the account, add --yes. It can’t be undone.')
  return 0
}

const FATES: Readonly<Record<Affected['fate'], string>> = {
  erased: 'nobody else is in it: erased, with everything in it',
  'goes-on': 'goes on, with what they wrote',
  'needs-an-owner': 'they are its only owner, and others are in it',
}

function lineOf({ organisation, fate }: Affected): string {
  return `  ${organisation.name} (${organisation.id}): ${FATES[fate]}`
}

async function giveOwnership(ctx: Context, person: Person, organisationId: string, terminal: Terminal): Promise<ExitCode> {
  try {
    if (await makeOwner(ctx, organisationId, person.id)) {
      terminal.say(`${person.name} is an owner.`)
      return 0
    }
  } catch (error) {
    return explain(error, person, terminal)
  }
  terminal.complain(`${person.name} is not in an organisation with the id “${organisationId}”.`)
  return 1
}

async function addToOrganisation(
  ctx: Context,
  person: Person,
  organisationId: string,
  role: string,
  terminal: Terminal,
): Promise<ExitCode> {
  if (!isRole(role)) {
    terminal.complain(`There is no role “${role}”: it is ${ROLES_IN_WORDS}.`)
    return 1
  }
  try {
    await addMember(ctx, organisationId, person.id, role)
  } catch (error) {
    if (error instanceof AddressNotConfirmed) return explain(error, person, terminal)
    if (!(error instanceof Problem)) throw error
    const present = await roleOf(ctx.db.read, organisationId, person.id)
    terminal.complain(
      present === null
        ? `There is no organisation with the id “${organisationId}”.`
        : `${person.name} is in it already, as ${present}.`,
    )
    return 1
  }
  terminal.say(`${person.name} is in the organisation, as ${role}.`)
  return 0
}

/** Says why somebody was not let in. @throws anything that is not about their address */
function explain(error: unknown, { email }: Person, terminal: Terminal): ExitCode {
  if (!(error instanceof AddressNotConfirmed)) throw error
  terminal.complain(
    `Nothing was done: nobody has confirmed the address ${email}. Anybody can sign up with any address, so whoever did may not be who you think.
They confirm it with a link. To send or make one: person confirm-link ${email}`,
  )
  return 1
}

async function confirmLink(ctx: Context, person: Person, terminal: Terminal): Promise<ExitCode> {
  if (person.confirmed) {
    terminal.say(`${person.email} is confirmed already.`)
    return 0
  }
  if (ctx.mail.isSetUp) {
    await sendConfirmLink(ctx, person)
    // The server sends it: this command may end before a mail server has answered.
    terminal.say(`A link for ${person.email} goes out within a minute, as long as Mentormark runs. It works for seven days.`)
    return 0
  }
  const link = confirmUrl(ctx.baseUrl, await makeConfirmLink(ctx, person))
  terminal.say(`No mail is set up here. Hand this link to the person you know as ${person.email}, and to nobody else.
It works once, for seven days, and asks for their passphrase:
${link}`)
  return 0
}
