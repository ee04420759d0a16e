import { isIP, isIPv6 } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { FileLimits } from './file-space.ts'
import { isLoopback } from './loopback.ts'
import { type Operator, operatorOf, operatorSettings } from './operator.ts'
import { readSender, type Sender } from './sender.ts'
import { readMailServer } from './smtp.ts'

/** Everything the environment decides, read once at start-up. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Absolute. */
  readonly dataDir: string
  /** An origin: no path, no trailing slash. */
  readonly baseUrl: string
  /** True when people reach this on the machine itself: cookies need no HTTPS, and the outbox page may be shown. */
  readonly loopback: boolean
  /** Null means the embedded database in the data folder. */
  readonly databaseUrl: string | null
  /** How long the start waits for PostgreSQL, in seconds. */
  readonly databaseWait: number
  /** True where PostgreSQL on another machine may be reached without encryption. */
  readonly databaseUnencrypted: boolean
  /** Null means mail goes to the outbox folder. */
  readonly smtpUrl: string | null
  /** True where mail may go to another machine without encryption. */
  readonly smtpUnencrypted: boolean
  readonly mailFrom: Sender
  /** Where evidence files are kept. Absolute. */
  readonly filesDir: string
  readonly fileLimits: FileLimits
  /** Signs sessions and form tokens; null means one is made and kept in the data folder. */
  readonly secret: string | null
  readonly logLevel: string
  /** How many proxies in front of this program may be believed about the visitor's address. */
  readonly trustedProxies: number
  /** Lets whoever has it read `/metrics`; null means nobody. */
  readonly metricsToken: string | null
  readonly operator: Operator
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
/** Allowed only by name, because it is readable by whoever is in between. */
const allow = z.literal('allow', 'must be “allow”, or not be there').optional()

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65535, 'must be a number from 1 to 65535')
    .default(3000),
  HOST: z
    .string()
    .transform((host) => host.replace(/^\[(.*)\]$/, '$1'))
    .refine((host) => isIP(host) !== 0 || HOST_NAME.test(host), 'must be an address or a host name, without a port')
    .default('localhost'),
  DATA_DIR: z.string().min(1, 'must be a folder').default('./data'),
  BASE_URL: url(['http:', 'https:'])
    .refine(
      (text) => !URL.canParse(text) || isOrigin(new URL(text)),
      'must end after the host and its port, such as https://mentormark.example',
    )
    .optional(),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  DATABASE_WAIT: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a number of seconds from 0 to 9999')
    .transform(Number)
    .default(60),
  DATABASE_UNENCRYPTED: allow,
  SMTP_URL: z
    .string()
    .refine((text) => readMailServer(text) !== null, 'must be like smtp://user:password@host:587, with nothing after the port')
    .optional(),
  SMTP_UNENCRYPTED: allow,
  MAIL_FROM: z
    .string()
    .refine(
      (text) => readSender(text) !== null,
      'must be one e-mail address, with or without a name: Mentormark <hello@example.org>',
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
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/-]{32,500}=*$/, 'must be at least 32 characters: letters, digits and - . _ ~ + /')
    .optional(),
  TRUSTED_PROXIES: z.string().regex(/^\d$/, 'must be a number from 0 to 9').transform(Number).default(0),
  ...operatorSettings,
})

const HOST_NAME = /^[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?$/i

/** A page may stand at any address, and every link and cookie goes by the origin alone. */
function isOrigin({ pathname, search, hash, username, password }: URL): boolean {
  return pathname === '/' && search === '' && hash === '' && username === '' && password === ''
}

/** True when the address people use leads to the machine they sit at. */
export function isOnlyThisMachine(baseUrl: string): boolean {
  return isLoopback(new URL(baseUrl).hostname)
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
  if (parsed.success && !isLoopback(parsed.data.HOST) && !parsed.data.BASE_URL) {
    faults.push(
      'BASE_URL is missing: when HOST is not this machine alone, say the address people will use, such as https://mentormark.example',
    )
  }
  if (!parsed.success || faults.length > 0)
    throw new ConfigError(`Mentormark can't start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)

  const {
    PORT,
    HOST,
    DATA_DIR,
    BASE_URL,
    DATABASE_URL,
    SMTP_URL,
    MAIL_FROM,
    FILES_DIR,
    FILES_LIMIT,
    FILES_PER_DAY,
    FILES_LEAVE_FREE,
    SECRET,
    LOG_LEVEL,
    METRICS_TOKEN,
    TRUSTED_PROXIES,
  } = parsed.data
  const baseUrl = new URL(BASE_URL ?? `http://${isIPv6(HOST) ? `[${HOST}]` : HOST}:${PORT}`).origin
  const dataDir = resolve(DATA_DIR)
  return {
    port: PORT,
    host: HOST,
    dataDir,
    baseUrl,
    loopback: isOnlyThisMachine(baseUrl),
    databaseUrl: DATABASE_URL ?? null,
    databaseWait: parsed.data.DATABASE_WAIT,
    databaseUnencrypted: parsed.data.DATABASE_UNENCRYPTED === 'allow',
    smtpUrl: SMTP_URL ?? null,
    smtpUnencrypted: parsed.data.SMTP_UNENCRYPTED === 'allow',
    mailFrom: (MAIL_FROM ? readSender(MAIL_FROM) : null) ?? { name: 'Mentormark', address: 'mentormark@localhost' },
    filesDir: FILES_DIR ? resolve(FILES_DIR) : resolve(dataDir, 'files'),
    fileLimits: { total: FILES_LIMIT ?? null, perDay: FILES_PER_DAY, leaveFree: FILES_LEAVE_FREE ?? null },
    secret: SECRET ?? null,
    logLevel: LOG_LEVEL,
    trustedProxies: TRUSTED_PROXIES,
    metricsToken: METRICS_TOKEN ?? null,
    operator: operatorOf(parsed.data),
  }
}
