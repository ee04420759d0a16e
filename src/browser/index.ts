/** What capabilities may use of the browser's side: only the types of what is said to it. */
export type { Conflict, KeepDrafts, SaveProblem, SaveReply } from './contract.ts'
