import { resolve } from 'node:path'
import { z } from 'zod'
import type { FileLimits } from './file-space.ts'

/** Everything the environment decides, read once at start-up. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly dataDir: string
  /** No trailing slash. */
  readonly baseUrl: string
  /** True when people reach this on the machine itself: cookies need no HTTPS, and the outbox page may be shown. */
  readonly loopback: boolean
  /** Null means the embedded database in the data folder. */
  readonly databaseUrl: string | null
  /** Null means mail goes to the outbox folder. */
  readonly smtpUrl: string | null
  readonly mailFrom: string
  /** Where evidence files are kept. Absolute. */
  readonly filesDir: string
  readonly fileLimits: FileLimits
  /** Signs sessions and form tokens; null means one is made and kept in the data folder. */
  readonly secret: string | null
  readonly logLevel: string
  /** How many proxies in front of this program may be believed about the visitor's address. */
  readonly trustedProxies: number
}

/** The environment is wrong; the message names everything that is, one line each. */
export class ConfigError extends Error {}

const url = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be a full address beginning with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  })

const UNITS: Readonly<Record<string, number>> = { MB: 1e6, GB: 1e9, TB: 1e12 }
const amount = z
  .string()
  .regex(/^\d{1,6} ?(MB|GB|TB)$/, 'must be an amount such as 500MB, 20GB or 1TB')
  .transform((text) => Number.parseInt(text, 10) * (UNITS[text.slice(-2)] ?? 1))

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535, 'must be a number from 1 to 65535')
    .default(3000),
  HOST: z.string().min(1, 'must be an address or a host name').default('localhost'),
  DATA_DIR: z.string().min(1, 'must be a folder').default('./data'),
  BASE_URL: url(['http:', 'https:']).optional(),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^[^\r\n]{0,200}[^\s@]+@[^\s@]+$|^[^\r\n]{1,200}<[^\s@]+@[^\s@]+>$/,
      'must be an e-mail address, with or without a name',
    )
    .optional(),
  FILES_DIR: z.string().min(1, 'must be a folder').optional(),
  FILES_LIMIT: amount.optional(),
  FILES_PER_DAY: amount.default(20e9),
  FILES_LEAVE_FREE: amount.optional(),
  SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be one of fatal, error, warn, info, debug, trace, silent',
    )
    .default('info'),
  TRUSTED_PROXIES: z.string().regex(/^\d$/, 'must be a number from 0 to 9').transform(Number).default(0),
})

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1'])

/** True when the address people use leads to the machine they sit at. */
export function isOnlyThisMachine(baseUrl: string): boolean {
  return LOOPBACK.has(new URL(baseUrl).hostname)
}

/**
 * @throws ConfigError naming every wrong or missing value
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // An empty value is what a deployment file leaves behind when nothing was chosen.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  if (given.SMTP_URL && !given.MAIL_FROM) faults.push('MAIL_FROM is missing: with SMTP_URL, say which address mail comes from')
  if (parsed.success && !LOOPBACK.has(parsed.data.HOST) && !parsed.data.BASE_URL) {
    faults.push(
      'BASE_URL is missing: when HOST is not this machine alone, say the address people will use, such as https://mentormark.example',
    )
  }
  if (!parsed.success || faults.length > 0)
    throw new ConfigError(`Mentormark can't start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)

  const { PORT, HOST, DATA_DIR, BASE_URL, DATABASE_URL, SMTP_URL, MAIL_FROM, FILES_DIR, SECRET, LOG_LEVEL, TRUSTED_PROXIES } =
    parsed.data
  const { FILES_LIMIT, FILES_PER_DAY, FILES_LEAVE_FREE } = parsed.data
  const baseUrl = (BASE_URL ?? `http://${HOST}:${PORT}`).replace(/\/+$/, '')
  const dataDir = resolve(DATA_DIR)
  return {
    port: PORT,
    host: HOST,
    dataDir,
    baseUrl,
    loopback: isOnlyThisMachine(baseUrl),
    databaseUrl: DATABASE_URL ?? null,
    smtpUrl: SMTP_URL ?? null,
    mailFrom: MAIL_FROM ?? 'Mentormark <mentormark@localhost>',
    filesDir: FILES_DIR ? resolve(FILES_DIR) : resolve(dataDir, 'files'),
    fileLimits: { total: FILES_LIMIT ?? null, perDay: FILES_PER_DAY, leaveFree: FILES_LEAVE_FREE ?? null },
    secret: SECRET ?? null,
    logLevel: LOG_LEVEL,
    trustedProxies: TRUSTED_PROXIES,
  }
}
