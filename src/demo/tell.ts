import { addMember, confirmAddress, createOrganisation, makeConfirmLink, openHouse, signUp } from '../accounts/index.ts'
import { newId } from '../platform/index.ts'
import { assess } from './assess.ts'
import { standingAt } from './calendar.ts'
import { type Cast, memberOf, type Telling } from './cast.ts'
import type { PersonStory, Story } from './story.ts'

/** Lives one organisation's story, from its first sign-up to yesterday, through the actions that the pages use. */
export async function tell(telling: Telling, story: Story): Promise<void> {
  const cast = await signEveryoneUp(telling, story)
  const organisationId = await setUp(telling, story, cast)
  const happenings = story.assessments.flatMap((assessment) => assess({ ...telling, organisationId, cast }, assessment))
  for (const { does } of happenings.sort((a, b) => a.at.getTime() - b.at.getTime())) await does()
}

async function signEveryoneUp(telling: Telling, { organisation, people }: Story): Promise<Cast> {
  const cast = await Promise.all(
    people.map(async ({ name, email }, place) => {
      const id = newId()
      const clock = standingAt(telling.calendar.at(organisation.setUp, place))
      const house = openHouse({ ...telling, clock, secure: false, loopback: true })
      await signUp(house, { id, name, email, passphrase: telling.passphrase })
      const actor = { kind: 'person', id, name, email } as const
      await confirmAddress(house, await makeConfirmLink({ ...house, actor }, { id }))
      return [email, actor] as const
    }),
  )
  return new Map(cast)
}

async function setUp(telling: Telling, { organisation, people }: Story, cast: Cast): Promise<string> {
  const { setUp: day, ...description } = organisation
  const [owner, ...others] = people as readonly [PersonStory, ...PersonStory[]]
  const by = { ...telling, actor: memberOf(cast, owner.email), clock: standingAt(telling.calendar.at(day, 10)) }
  const { id: organisationId } = await createOrganisation(by, newId(), description)
  for (const { email, role } of others) await addMember(by, organisationId, memberOf(cast, email).id, role)
  return organisationId
}
