/** What capabilities may use of the platform. */
export { type Actor, actorId } from './actor.ts'
export { audit, NO_ORGANISATION } from './audit.ts'
export { canonicalJson } from './canonical-json.ts'
export { type Clock, type Day, type Instant, inLondon, instant, today } from './clock.ts'
export { isOnlyThisMachine } from './config.ts'
export { asSystem, type Context, type Services } from './context.ts'
export {
  autocommit,
  Conflict,
  type Database,
  eachRow,
  eraseOwned,
  type Owned,
  type OwnedTx,
  ofEveryone,
  ownedBy,
  prepared,
  type Reader,
  type ReaderOrTx,
  type Tx,
} from './database/index.ts'
export { createFairQueue, type FairQueue, QueueFull } from './fair-queue.ts'
export { type AskToKeep, type FileContent, type Files, NotTaken, type Refusal, type StoredFile } from './files.ts'
export { hmac } from './hmac.ts'
export {
  FILE_BYTES,
  FORM_BYTES,
  type Form,
  form,
  isSecretField,
  MOST_FIELDS,
  MOST_FILES,
  mostBytesOfAFile,
  type Upload,
} from './http/body.ts'
export { packed } from './http/compress.ts'
export { cookieName } from './http/cookie-name.ts'
export { TOKEN_FIELD } from './http/csrf.ts'
export {
  type DateBoxes,
  type DatePart,
  type DateRead,
  type DateRules,
  dateBoxes,
  dateExample,
  dateFields,
  readDate,
  typedDate,
} from './http/dates.ts'
export { contentDisposition } from './http/disposition.ts'
export { CHOICE, type FormFields, NO_FIELDS } from './http/fields.ts'
export { isFromHere } from './http/nearby.ts'
export { canonicalAddress, networkOf, networksOf } from './http/network.ts'
export type { Page } from './http/page.ts'
export { type Path, path } from './http/path.ts'
export { found, Problem, type ProblemKind } from './http/problem.ts'
export { type DeclaredRoute, type Guard, Routes } from './http/routes.ts'
export { bytesInPage, FORM_TEXT } from './http/shown-back.ts'
export { streamed } from './http/stream.ts'
export { type Visit, visitOf } from './http/visit.ts'
export { idOrNew, isId, newId } from './ids.ts'
export { JsonText, jsonFile } from './json-stream.ts'
export { type Metrics, metrics } from './metrics.ts'
export { type Schedule, schedule } from './schedule.ts'
export { createSecurityLog, type SecurityDetail, type SecurityEvent, type SecurityLog } from './security-log.ts'
export type { Swept, Tally } from './sweep.ts'
export type { ExitCode, Terminal } from './terminal.ts'
export { LONGEST_NORMALISED, normalised, readWhole, saysNothing, tidied, withoutUnseen } from './text.ts'
export { underWay } from './under-way.ts'
export { unturned } from './unturned.ts'
export { domainInAscii, type LinkRead, readLink, shownAddress } from './web-address.ts'
export { WorkFailed, type WorkProcess, workProcess } from './work-process.ts'
