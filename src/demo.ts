import { resolve } from 'node:path'
import { beginMaking, buildDemo, DEMO_PASSPHRASE, DEMO_PEOPLE, finishMaking, isMade, NotADemoFolder } from './demo/index.ts'
import { isForTheOperator, openServices } from './services.ts'

/** Settings that say where real work is kept and sent: the demo has its own folder, and keeps everything in it. */
const NOT_FOR_THE_DEMO = ['DATABASE_URL', 'FILES_DIR', 'SMTP_URL', 'MAIL_FROM', 'SECRET']

/** The same application over a believable sample, in a folder of its own. */
async function demo(): Promise<void> {
  const folder = resolve(process.env.DEMO_DIR || '.demo')
  for (const name of NOT_FOR_THE_DEMO) delete process.env[name]
  process.env.DATA_DIR = folder
  process.env.LOG_LEVEL ||= 'warn'
  if (!isMade(folder)) await make(folder)
  console.log(signInDetails(folder))
  await import('./main.ts')
}

async function make(folder: string): Promise<void> {
  console.log('Making the demo. This happens once, and takes a few seconds.')
  beginMaking(folder)
  const { services, secret, close } = await openServices(process.env)
  try {
    await buildDemo(services, { secret })
  } finally {
    await close()
  }
  finishMaking(folder)
}

function signInDetails(folder: string): string {
  const width = Math.max(...DEMO_PEOPLE.flatMap(({ people }) => people.map(({ email }) => email.length)))
  return [
    '',
    ...DEMO_PEOPLE.flatMap(({ organisation, people }) => [
      organisation,
      ...people.map(({ name, email, role, does }) => `  ${email.padEnd(width)}  ${name}, ${does} (${role})`),
    ]),
    '',
    `Everyone’s passphrase is: ${DEMO_PASSPHRASE}`,
    `What you change is kept in ${folder}. Delete that folder for a fresh demo.`,
    '',
  ].join('\n')
}

demo().catch((error: unknown) => {
  console.error(isForTheOperator(error) || error instanceof NotADemoFolder ? error.message : error)
  process.exit(1)
})
