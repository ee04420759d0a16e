import { vi } from 'vitest'
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
