/** What a statement does to the record: changes something, or writes the audit line of a change. */
export type Deed = 'change' | 'audit'

/** Null for statements that change nothing. Looks at the text once per prepared statement, not once per run. */
export function deedOf(sql: string): Deed | null {
  if (!/^\s*(insert|update|delete|replace)\b/i.test(sql)) return null
  return /^\s*insert\s+into\s+"?activity"?\b/i.test(sql) ? 'audit' : 'change'
}

export function unauditedWrite(): Error {
  return new Error('This transaction changed something and wrote no audit line: call audit() beside the change.')
}
