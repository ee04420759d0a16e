import { z } from 'zod'

/** Who runs this installation, as the pages at the foot of every page say it. Null for what they have not said. */
export interface Operator {
  readonly name: string | null
  /** Where people can write to. */
  readonly email: string | null
  /** A postal address, on one line. */
  readonly address: string | null
  /** Where everything is kept, as it follows "kept": "by Example Ltd in the United Kingdom". */
  readonly hosting: string | null
  /** For how many days backups are kept. */
  readonly backupDays: number | null
  /** For how many days the log is kept. */
  readonly logDays: number | null
  /** What else they want people to know about their data. */
  readonly note: string | null
  /** Where the source code of what they run can be fetched. */
  readonly sourceUrl: string | null
}

export const NOBODY_SAID: Operator = {
  name: null,
  email: null,
  address: null,
  hosting: null,
  backupDays: null,
  logDays: null,
  note: null,
  sourceUrl: null,
}

const words = (most: number) =>
  z
    .string()
    .max(most, `must be at most ${most.toLocaleString('en-GB')} characters`)
    .refine((text) => text.trim() !== '' && !/\p{Cc}/u.test(text), 'must be words on one line')
    .transform((text) => text.trim())
    .optional()
const days = z
  .string()
  .regex(/^\d{1,4}$/, 'must be a number of days from 0 to 9999')
  .transform(Number)
  .optional()

/** The settings, one beside what it fills in. */
export const operatorSettings = {
  OPERATOR_NAME: words(200),
  OPERATOR_EMAIL: words(254).refine(
    (text) => text === undefined || /^[^\s@<>"?&]+@[^\s@<>"?&]+$/.test(text),
    'must be one e-mail address, such as hello@example.org',
  ),
  OPERATOR_ADDRESS: words(300),
  OPERATOR_HOSTING: words(300),
  OPERATOR_NOTE: words(2000),
  BACKUP_DAYS: days,
  LOG_DAYS: days,
  SOURCE_URL: words(500).refine(
    (text) => text === undefined || (/^https?:\/\//.test(text) && URL.canParse(text)),
    'must be a full address beginning with https://',
  ),
}

type Given = { readonly [Name in keyof typeof operatorSettings]?: z.infer<(typeof operatorSettings)[Name]> }

export function operatorOf(given: Given): Operator {
  return {
    name: given.OPERATOR_NAME ?? null,
    email: given.OPERATOR_EMAIL ?? null,
    address: given.OPERATOR_ADDRESS ?? null,
    hosting: given.OPERATOR_HOSTING ?? null,
    backupDays: given.BACKUP_DAYS ?? null,
    logDays: given.LOG_DAYS ?? null,
    note: given.OPERATOR_NOTE ?? null,
    sourceUrl: given.SOURCE_URL ?? null,
  }
}

/** Settings that whoever uses this from another machine is owed an answer by, and that are not there. */
export function leftUnsaid({ name, email, hosting, backupDays, logDays }: Operator): readonly string[] {
  const owed = {
    OPERATOR_NAME: name,
    OPERATOR_EMAIL: email,
    OPERATOR_HOSTING: hosting,
    BACKUP_DAYS: backupDays,
    LOG_DAYS: logDays,
  }
  return Object.entries(owed)
    .filter(([, said]) => said === null)
    .map(([setting]) => setting)
}
