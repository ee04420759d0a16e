import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

/**
 * An error that nobody listens to ends the process. Each place that makes something which can fail by itself, later, is listed
 * here with who hears it: who adds one adds its line, and thereby says who does.
 */
const HEARD: Readonly<Record<string, string>> = {
  // Promises that nobody waits for.
  'accounts/sign-up/actions.ts: void mail.deliver()': 'deliver never throws: it logs',
  'accounts/account/actions.ts: void ctx.mail.deliver()': 'the same',
  'accounts/account/routes.ts: void visit.mail.deliver()': 'the same',
  'accounts/forgotten/actions.ts: void house.mail.deliver()': 'the same',
  'accounts/forgotten/actions.ts: void mail.deliver()': 'the same',
  'accounts/guessing.ts: void ending.terminate()': 'it never rejects; the thread’s own errors have a listener',
  'platform/database/turns.ts: void over.then()': 'settles either way, and what follows only lets go of it',
  'platform/fair-queue.ts: void job.start()': 'start never rejects: what the work throws goes to whoever asked',
  'platform/shutdown.ts: void end()': 'catches what stopping throws; after that the process ends',
  'platform/database/postgres-connection.ts: void bounded.end()': 'its error is caught',
  'platform/work-process.ts: void computedBy()': 'a process that is gone has computed nothing',
  'platform/work-process.ts: void settle()': 'only reads what the two others read, and hands on what came',
  'platform/work-process.ts: void look()': 'only reads what the two above read, and stops the process',
  'platform/work-process.ts: void timeIsUp()': 'the same',
  'platform/work-process.ts: void give()': 'catches what it is thrown, and stops the process with it',
  // Threads and processes.
  'accounts/guessing.ts: new Worker()': 'listens to error and exit',
  'platform/work-process.ts: fork()': 'listens to error and exit, and to the errors of its input',
  // Streams, servers and other emitters.
  'frameworks/cli.ts: createReadStream()': 'read by for await, which throws',
  'platform/files.ts: createReadStream()': 'turned into a web stream, which hears it',
  'platform/files.ts: createWriteStream()': 'part of a pipeline, which rejects',
  'platform/http/body.ts: new PassThrough()': 'listens',
  'platform/http/body.ts: busboy()': 'listens',
  'platform/http/body.ts: Readable.fromWeb()': 'listens',
  'evidence/preview/maker.ts: Readable.from()': 'bytes that are there already, read by the store, which rejects',
  'evidence/routes.tsx: Readable.toWeb()': 'whoever sends the answer is told, and ends the connection',
  'platform/http/server.ts: createServer()': 'listens once it listens; before, the start fails with a sentence',
  'platform/http/stream.ts: Readable.from()': 'listens',
  'platform/http/stream.ts: Readable.toWeb()': 'whoever sends the answer is told, and ends the connection',
  'platform/mail.ts: createTransport()': 'listens',
  'platform/smtp.ts: createTransport()': 'the mailer listens',
  'platform/database/postgres-connection.ts: new driver.Pool()': 'listens',
  'platform/database/postgres-connection.ts: new driver.Client()': 'listens',
}

const MAKES =
  /\bvoid [\w.]+(?=\()|\bnew (?:\w+\.)?(?:Worker|Pool|Client|PassThrough|Transform|Readable|Writable|EventEmitter)\b(?=\()|\b(?:fork|spawn|execFile|createReadStream|createWriteStream|createServer|createConnection|createTransport|busboy)(?=\()|\bReadable\.(?:toWeb|fromWeb|from)(?=\()/g

test('everything that can fail by itself has somebody who hears it', () => {
  const src = resolve(import.meta.dirname, '../src')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/^(browser|demo)\/|\.test\.|test-worker|\btesting\./.test(file),
  )
  const made = files.flatMap((file) => {
    const code = readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    return [...code.matchAll(MAKES)].map(([what]) => `${file}: ${what}()`)
  })
  expect([...new Set(made)].sort()).toEqual(Object.keys(HEARD).sort())
})
