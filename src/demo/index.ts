/** A believable sample, so that Mentormark can be tried out. Everything and everyone in it is invented. */
import { findEdition } from '../frameworks/index.ts'
import { type Services, today } from '../platform/index.ts'
import { Calendar } from './calendar.ts'
import { compassRow } from './stories/compass-row.ts'
import { quaggyBridge } from './stories/quaggy-bridge.ts'
import { tallowStreet } from './stories/tallow-street.ts'
import { tell } from './tell.ts'

export { beginMaking, finishMaking, isMade, NotADemoFolder } from './folder.ts'

const STORIES = [quaggyBridge, compassRow, tallowStreet]

/** Everybody's in the demo, and no secret: nothing in a demo is. */
export const DEMO_PASSPHRASE = 'kettle orchard ribbon seven'

/** Who can sign in, by organisation. */
export const DEMO_PEOPLE = STORIES.map(({ organisation, people }) => ({ organisation: organisation.name, people }))

/**
 * Fills an empty installation: three organisations, as they would stand today had they used it until yesterday.
 * @param options.secret the installation's
 * @throws Error when the content does not fit the framework, or an action refuses it
 */
export async function buildDemo(services: Services, options: { readonly secret: string }): Promise<void> {
  const edition = await findEdition(services.db.read, 'mentoring-quality-framework', '2022')
  if (!edition) throw new Error('The framework that the demo answers is missing.')
  const calendar = new Calendar(today(services.clock))
  for (const story of STORIES) await tell({ ...services, ...options, edition, calendar, passphrase: DEMO_PASSPHRASE }, story)
  await services.mail.deliver()
}
