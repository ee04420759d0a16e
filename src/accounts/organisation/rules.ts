import { AREAS, KINDS, labelOf, MENTORS, MODELS, YOUNG_PEOPLE } from './content.ts'

/** What an organisation says of itself. Lists hold ids of the options in content.ts, and anything else in its own words. */
export interface Description {
  readonly name: string
  readonly kind: string | null
  /** org-id identifiers: `GB-CHC-1123456`. */
  readonly registrations: readonly string[]
  readonly areas: readonly string[]
  readonly models: readonly string[]
  readonly mentorsPerYear: string | null
  readonly youngPeoplePerYear: string | null
  readonly marks: readonly string[]
}

/** The same in words, as it goes into an assessment's record (src/assessment/record.ts) and is sealed with it. */
export interface OrganisationRecord {
  readonly name: string
  readonly kind: string | null
  readonly registrations: readonly string[]
  readonly areas: readonly string[]
  readonly models: readonly string[]
  readonly mentorsPerYear: string | null
  readonly youngPeoplePerYear: string | null
  /** By name. Left out where none is held, as in records sealed before December 2026. */
  readonly marks?: readonly string[]
}

export function recordOf(description: Description): OrganisationRecord {
  const { name, kind, registrations, areas, models, mentorsPerYear, youngPeoplePerYear, marks } = description
  return {
    name,
    kind: kind && labelOf(KINDS, kind),
    registrations,
    areas: areas.map((area) => labelOf(AREAS, area)),
    models: models.map((model) => labelOf(MODELS, model)),
    mentorsPerYear: mentorsPerYear && labelOf(MENTORS, mentorsPerYear),
    youngPeoplePerYear: youngPeoplePerYear && labelOf(YOUNG_PEOPLE, youngPeoplePerYear),
    ...(marks.length > 0 ? { marks } : {}),
  }
}

/** True when nothing but the name has been said. */
export function isBare(description: Description): boolean {
  const { kind, registrations, areas, models, mentorsPerYear, youngPeoplePerYear, marks } = description
  return (
    [kind, mentorsPerYear, youngPeoplePerYear].every((each) => each === null) &&
    [registrations, areas, models, marks].every((list) => list.length === 0)
  )
}
