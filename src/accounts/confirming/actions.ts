import { audit, type Context, instant, isOnlyThisMachine, Problem, type Services, type Tx } from '../../platform/index.ts'
import { lineAbout, mustBeHere } from '../house.ts'
import { endLinks, lastSent, linkOwner, makeLink } from '../mailed-links.ts'
import { confirmMail } from '../mails.ts'
import type { Person } from '../session.ts'
import { personById, setConfirmed } from '../store.ts'
import { mayBeLetIn, mayLeaveFiles } from './rules.ts'

const PURPOSE = 'confirm-address'

/** Somebody can't be let into an organisation before they have confirmed their address. */
export class AddressNotConfirmed extends Problem {
  constructor() {
    super('not-allowed')
  }
}

/** Whose link this is; null when it was used, is too old, or never was. */
export function ownerOfConfirmLink({ db, clock }: Services, token: string): Promise<Person | null> {
  return linkOwner(db.read, clock, PURPOSE, token)
}

/**
 * Confirms the address a link was sent to. That whoever holds the link also holds the account is for the
 * caller to know: see docs/decisions/2026-11-28-confirmed-addresses.md.
 * @returns whose address it is; null when the link was used or grew too old meanwhile
 */
export async function confirmAddress(services: Services, token: string): Promise<Person | null> {
  return services.db.write(async (tx) => {
    const owner = await linkOwner(tx, services.clock, PURPOSE, token)
    if (!owner) return null
    await keepConfirmed(tx, { ...services, actor: { kind: 'person', ...owner } }, owner)
    return { ...owner, confirmed: true }
  })
}

/** Inside a transaction of whatever has shown that the address is theirs; ends its links. Nothing happens when it was known before. */
export async function keepConfirmed(tx: Tx, ctx: Pick<Context, 'actor' | 'clock'>, person: Person): Promise<void> {
  if (person.confirmed) return
  await setConfirmed(tx, person.id, instant(ctx.clock))
  await endLinks(tx, person.id, PURPOSE)
  await audit(tx, ctx, lineAbout(person, 'address.confirmed'))
}

/**
 * Queues another link for a person who has not confirmed their address yet.
 * @throws Problem `not-found` when the account has been closed meanwhile
 */
export async function sendConfirmLink(ctx: Context, person: Person): Promise<void> {
  await ctx.db.write(async (tx) => {
    await mustBeHere(tx, person.id)
    const token = await makeLink(tx, ctx.clock, PURPOSE, person.id)
    await ctx.mail.queue(tx, confirmMail(person.email, ctx.baseUrl, token))
    await audit(tx, ctx, lineAbout(person, 'address.link-sent'))
  })
}

/**
 * A link to hand over in some other way, for whoever runs an installation that sends no mail.
 * @returns its token
 */
export async function makeConfirmLink(ctx: Context, person: Pick<Person, 'id'>): Promise<string> {
  return ctx.db.write(async (tx) => {
    await mustBeHere(tx, person.id)
    const token = await makeLink(tx, ctx.clock, PURPOSE, person.id)
    await audit(tx, ctx, lineAbout(person, 'address.link-made'))
    return token
  })
}

/** For whatever lets somebody into an organisation. @throws AddressNotConfirmed; Problem `not-found` when there is no such person */
export async function mustBeConfirmed(tx: Tx, { mail, baseUrl }: Services, personId: string): Promise<void> {
  const person = await personById(tx, personId)
  if (!person) throw new Problem('not-found')
  const { confirmed } = person
  if (!mayBeLetIn({ confirmed, mailIsSetUp: mail.isSetUp, onlyThisMachine: isOnlyThisMachine(baseUrl) }))
    throw new AddressNotConfirmed()
}

/** What somebody is asked who has not confirmed their address. */
export interface ConfirmRequest {
  readonly email: string
  /** When the newest link that works was sent; null when there is none. */
  readonly sentAt: string | null
}

/** Null for those who need not confirm anything. */
export async function confirmRequest({ db, clock, mail }: Services, person: Person): Promise<ConfirmRequest | null> {
  if (mayLeaveFiles({ confirmed: person.confirmed, mailIsSetUp: mail.isSetUp })) return null
  return { email: person.email, sentAt: await lastSent(db.read, clock, PURPOSE, person.id) }
}
