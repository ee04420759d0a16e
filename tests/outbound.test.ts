import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What the server connects to is listed in docs/operating.md, “What it connects to” (ASVS 5.0, 13.1.1, 13.2.4, 13.2.5). */

const root = join(import.meta.dirname, '..')

/** Every file that could open a connection, with what it opens. In `src/browser` a page asks its own server. */
const CONNECTS: Readonly<Record<string, string>> = {
  'src/platform/database/postgres-connection.ts': 'PostgreSQL',
  'src/platform/smtp.ts': 'the mail server',
  'src/platform/mail.ts': 'nothing: it writes messages to a folder',
}

/** What opens connections from the server: a client, or the part of Node that clients are made of. */
const OPENS = [
  /\bfetch\(|new (?:WebSocket|EventSource|XMLHttpRequest)\b/,
  /(?:from|import\() ?'(?:pg|nodemailer|undici|axios|got|node:(?:https|tls|dns|dgram|http2)(?:\/promises)?)'/,
  /import \{[^}]*\b(?:connect|createConnection)\b[^}]*\} from 'node:net'|import (?:\w+|\* as \w+) from 'node:net'/,
  /import \{[^}]*\b(?:request|get)\b[^}]*\} from 'node:http'|import (?:\w+|\* as \w+) from 'node:http'/,
]

test('nothing but the database and mail opens a connection', () => {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|testing|test-worker|^browser\//.test(name))
    .map((name) => join('src', name))
  const code = (file: string) => readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  expect(files.filter((file) => OPENS.some((pattern) => pattern.test(code(file)))).sort()).toEqual(Object.keys(CONNECTS).sort())
})

test('packages come from the npm registry, each by its digest', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { resolved?: string; integrity?: string; link?: boolean; optional?: boolean }>
  }
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
  expect(packages.length).toBeGreaterThan(100)
  // Native parts for other kinds of machine are named without one: npm has not seen them.
  const without = packages.filter(([, { integrity, optional }]) => !integrity?.startsWith('sha512-') && !optional)
  expect(without.map(([path]) => path)).toEqual([])
  const elsewhere = packages.filter(
    ([, { resolved, link }]) => link || !(resolved ?? 'https://registry.npmjs.org/').startsWith('https://registry.npmjs.org/'),
  )
  expect(elsewhere.map(([path]) => path)).toEqual([])
  const npmrc = join(root, '.npmrc')
  expect(existsSync(npmrc) ? readFileSync(npmrc, 'utf8') : '').not.toMatch(/registry/)
})
