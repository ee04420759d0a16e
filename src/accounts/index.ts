export { mustAllow } from './allow.ts'
export { PERSON_USAGE, personCommand } from './cli.ts'
export { type ConfirmRequest, confirmAddress, confirmRequest, makeConfirmLink } from './confirming/actions.ts'
export { ConfirmBeforeFiles } from './confirming/note.tsx'
export {
  anyone,
  askWriterToSignIn,
  knownPerson,
  type MemberVisit,
  may,
  memberOfRequest,
  type OpenVisit,
  type PersonVisit,
  signedIn,
  takingFiles,
  whoAsks,
} from './guards.ts'
export { PASSPHRASE_COST, type PassphraseCost } from './hashing.ts'
export { type AccountsOptions, type Holdings, openHouse } from './house.ts'
export { LASTS as LINK_SECONDS } from './mailed-links.ts'
export { addMember, createOrganisation } from './organisation/actions.ts'
export { printedRegistration } from './organisation/content.ts'
export { marksHeld, organisationRecord } from './organisation/record.ts'
export type { OrganisationRecord } from './organisation/rules.ts'
export { paths } from './paths.ts'
export { type Permission, ROLES, type Role, roleMay } from './policy.ts'
export { createAccounts } from './routes.ts'
export { LONGEST_SECONDS, type Member, type Person, SESSION_SECONDS } from './session.ts'
export { KEPT_FIELD, readKept } from './sign-in/kept.ts'
export { signUp } from './sign-up/actions.ts'
export { membershipsOf, namesOf, SOMEONE_WHO_LEFT } from './store.ts'
export { createThrottle, LIMITS, perNetwork, type Throttle, waitInWords } from './throttle.ts'
export { type Tidied, tidyAccounts } from './tidy.ts'
