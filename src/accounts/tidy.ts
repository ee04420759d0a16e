import { instant, type Services } from '../platform/index.ts'
import { boundSessions, CLOCKS_DIFFER_SECONDS } from './session.ts'
import { tidySignUpLinks } from './sign-up/links.ts'
import './tables.ts'

export interface Tidied {
  readonly sessions: number
  readonly links: number
  readonly messages: number
}

/**
 * Clears away what has had its time: sessions and mailed links that have ended, and messages that went out long ago. They opened
 * nothing any more, and say where people were; nobody did this, so it has no audit line.
 * See docs/decisions/2026-11-22-kept-and-erased.md.
 */
export async function tidyAccounts({ db, clock, mail }: Services): Promise<Tidied> {
  const now = instant(clock)
  const fromTheFuture = new Date(clock.now().getTime() + CLOCKS_DIFFER_SECONDS * 1000).toISOString()
  const ended = await db.housekeep(async (tx) => {
    await boundSessions(tx, clock)
    return {
      sessions: await tx.deleteFrom('session').where('expires_at', '<=', now).executeTakeFirstOrThrow(),
      links: await tx
        .deleteFrom('mailed_link')
        .where((row) => row.or([row('expires_at', '<=', now), row('sent_at', '>', fromTheFuture)]))
        .executeTakeFirstOrThrow(),
      signUpLinks: await tidySignUpLinks(tx, clock),
    }
  })
  return {
    sessions: Number(ended.sessions.numDeletedRows),
    links: Number(ended.links.numDeletedRows) + ended.signUpLinks,
    messages: await mail.tidy(),
  }
}
