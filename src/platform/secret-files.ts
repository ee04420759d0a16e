import { readFileSync } from 'node:fs'
import { ConfigError } from './config.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Settings that hold a secret. */
const SECRETS = ['DATABASE_URL', 'SMTP_URL', 'SECRET', 'METRICS_TOKEN'] as const

/** Far longer than any of them. */
const LONGEST = 10_000

/**
 * The environment with each secret that stands in a file of its own, named by `SECRET_FILE` and the like. That is how key vaults,
 * systemd and containers hand secrets over, so that they are in no process's environment and no service's definition.
 * @throws ConfigError naming the setting, and never what is in the file
 */
export function withSecretFiles(env: Environment): Environment {
  const read: Record<string, string> = {}
  const faults: string[] = []
  for (const name of SECRETS) {
    const setting = `${name}_FILE`
    const file = env[setting]
    if (!file) continue
    if (env[name]) {
      faults.push(`${setting} and ${name} are both there: leave one of them out`)
      continue
    }
    const secret = contentOf(file)
    if (typeof secret === 'string') read[name] = secret
    else faults.push(`${setting} names ${file}, ${secret.because}`)
  }
  if (faults.length > 0) throw new ConfigError(`Mentormark can't start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
  return { ...env, ...read }
}

/** Without the line break that editors leave at the end. */
function contentOf(file: string): string | { readonly because: string } {
  try {
    const content = readFileSync(file, 'utf8').trim()
    if (content === '') return { because: 'which is empty' }
    return content.length > LONGEST ? { because: 'which is longer than any such setting' } : content
  } catch (error) {
    return { because: `which can't be read (${(error as NodeJS.ErrnoException).code})` }
  }
}
