import { parseArgs } from 'node:util'

export type DatabaseName = 'sqlite' | 'postgres'

export interface Options {
  /** For all attacks on one database together, once its server and the people there are ready. */
  readonly seconds: number
  readonly seed: number
  /** Names of attacks; empty for all. */
  readonly only: readonly string[]
  readonly databases: readonly DatabaseName[]
  /** A server that runs already; null to start one. */
  readonly url: URL | null
  /** How long another visitor may wait, in milliseconds, beside ten times what they wait without an attack. */
  readonly stall: number
  readonly write: boolean
}

export const USAGE = `Usage: npm run attack -- [--seconds N] [--seed S] [--only NAME] [--database sqlite|postgres|both] [--stall MS]
                         [--url http://127.0.0.1:PORT] [--write]

  --seconds N    for all attacks on one database together; 180 when left out
  --seed S       makes the same attacks again
  --only NAME    one attack; may be given several times
  --database D   sqlite when left out
  --stall MS     how long another visitor may wait at most; 1,000 when left out
  --url U        attacks a server that runs already on this machine, with what needs no kill; it will be full of rubbish afterwards
  --write        writes the table to docs/attacks.md`

export class WrongOptions extends Error {}

const DATABASES: Readonly<Record<string, readonly DatabaseName[]>> = {
  sqlite: ['sqlite'],
  postgres: ['postgres'],
  both: ['sqlite', 'postgres'],
}

/** @param names of the attacks there are. @throws WrongOptions with a sentence */
export function readOptions(args: readonly string[], names: readonly string[]): Options {
  const given = values(args)
  if (given.help) throw new WrongOptions(`The attacks are ${names.join(', ')}.`)
  const seconds = number('seconds', given.seconds ?? '180', 1, 24 * 3600)
  const seed = number('seed', given.seed ?? String(Math.floor(Math.random() * 2 ** 31)), 0, 2 ** 31 - 1)
  const stall = number('stall', given.stall ?? '1000', 1, 600_000)
  const only = given.only ?? []
  const unknown = only.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new WrongOptions(`There is no attack “${unknown}”: it is one of ${names.join(', ')}.`)
  const databases = DATABASES[given.database ?? 'sqlite']
  if (!databases) throw new WrongOptions('The database is sqlite, postgres or both.')
  return { seconds, seed, only, databases, url: loopback(given.url), stall, write: given.write ?? false }
}

function values(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        seconds: { type: 'string' },
        seed: { type: 'string' },
        only: { type: 'string', multiple: true },
        database: { type: 'string' },
        stall: { type: 'string' },
        url: { type: 'string' },
        write: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new WrongOptions((error as Error).message)
  }
}

function number(name: string, text: string, least: number, most: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value < least || value > most)
    throw new WrongOptions(`--${name} is a whole number from ${least} to ${most}.`)
  return value
}

/** Nobody else's server is attacked: only an address of this machine, as it stands, without asking what a name leads to. */
function loopback(text: string | undefined): URL | null {
  if (text === undefined) return null
  const url = URL.parse(text)
  if (url?.protocol !== 'http:' || !/^(127\.\d+\.\d+\.\d+|\[::1\]|localhost)$/.test(url.hostname) || url.port === '')
    throw new WrongOptions('--url is http://127.0.0.1:PORT: only a server on this machine is attacked.')
  return url
}
