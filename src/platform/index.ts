/** What capabilities may use of the platform. */
export { type Actor, actorId } from './actor.ts'
export { audit, NO_ORGANISATION } from './audit.ts'
export { canonicalJson } from './canonical-json.ts'
export { type Clock, type Day, type Instant, inLondon, instant, today } from './clock.ts'
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
export type { AskToKeep, FileContent, Files, Refusal, StoredFile } from './files.ts'
export { hmac } from './hmac.ts'
export { FILE_BYTES, FORM_BYTES, type Form, form, isSecretField, MOST_FILES, type Upload } from './http/body.ts'
export { packed } from './http/compress.ts'
export { cookieName } from './http/cookie-name.ts'
export { type DateBoxes, type DatePart, type DateRead, type DateRules, dateBoxes, readDate, typedDate } from './http/dates.ts'
export { contentDisposition } from './http/disposition.ts'
export { isFromHere } from './http/nearby.ts'
export type { Page } from './http/page.ts'
export { type Path, path } from './http/path.ts'
export { found, Problem, type ProblemKind } from './http/problem.ts'
export { type DeclaredRoute, type Guard, Routes } from './http/routes.ts'
export { streamed } from './http/stream.ts'
export { type Visit, visitOf } from './http/visit.ts'
export { idOrNew, isId, newId } from './ids.ts'
export { JsonText, jsonFile } from './json-stream.ts'
export { type Schedule, schedule } from './schedule.ts'
export type { Swept, Tally } from './sweep.ts'
export type { ExitCode, Terminal } from './terminal.ts'
export { unturned } from './unturned.ts'
