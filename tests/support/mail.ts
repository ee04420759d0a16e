import { vi } from 'vitest'
import type { Reply, Visitor } from './visitor.ts'
import type { World } from './world.ts'

/** A message in the outbox. Mail goes out after the reply, so it may take a moment to be there. */
export async function mailTo(world: World, to: string, subject: RegExp): Promise<string> {
  return vi.waitFor(
    async () => {
      const found = (await outbox(world)).filter((message) => message.to === to && subject.test(message.subject))
      if (found.length === 0) throw new Error(`no message to ${to} about ${subject}`)
      return found.map((message) => message.text).join('\n')
    },
    { timeout: 10_000, interval: 20 },
  )
}

/** What somebody has been sent, once all that wait have gone. */
export async function lettersTo(world: World, to: string) {
  await world.services.mail.deliver()
  return (await outbox(world)).filter((message) => message.to === to)
}

/** How many messages somebody has been sent, once all that wait have gone. */
export async function countMailTo(world: World, to: string): Promise<number> {
  return (await lettersTo(world, to)).length
}

async function outbox(world: World) {
  return (await world.services.mail.outbox()) ?? []
}

/**
 * The newest message to somebody that waits to be sent, as all do where the mail server takes nothing. It is queued after the reply,
 * so it may take a moment to be there.
 */
export async function queuedTo(world: World, to: string, subject: RegExp): Promise<string> {
  return vi.waitFor(
    async () => {
      const rows = await world.services.db.read
        .selectFrom('mail')
        .select(['subject', 'body'])
        .where('recipient', '=', to)
        .orderBy('queued_at', 'desc')
        .execute()
      const found = rows.find((message) => subject.test(message.subject))
      if (!found) throw new Error(`no message to ${to} about ${subject}`)
      return found.body
    },
    { timeout: 10_000, interval: 5 },
  )
}

/** A mailed link to a page in a message: its path and what follows. @throws when there is none */
export function linkIn(text: string, path: string): string {
  const links = [...text.matchAll(/https?:\/\/[\w.:-]+(\/[\w/-]+\?token=[\w-]+)/g)].map(([, link = '']) => link)
  const found = links.find((each) => each.startsWith(`${path}?`))
  if (!found) throw new Error(`no link to ${path} in: ${text}`)
  return found
}

/** Opens a mailed link as a browser does: its token is taken out of the address, and the page shown. */
export async function openLink(visitor: Visitor, link: string): Promise<Reply> {
  const reply = await visitor.get(link)
  return reply.location ? visitor.get(reply.location) : reply
}
