import { PERSON_USAGE, personCommand } from './accounts/index.ts'
import { evidenceKept } from './assessment/index.ts'
import { FILES_USAGE, filesCommand } from './evidence/index.ts'
import { FRAMEWORK_USAGE, frameworkCommand } from './frameworks/index.ts'
import { asSystem, type Context } from './platform/context.ts'
import type { ExitCode } from './platform/terminal.ts'
import { isForTheOperator, openServices } from './services.ts'

const DATABASE_USAGE = `Usage:
  database update   bring the tables up to date, as every start does: for the role that owns them (docs/operating.md)`

const USAGE = `Mentormark from a terminal: npm run mentormark -- COMMAND

${[FRAMEWORK_USAGE, FILES_USAGE, PERSON_USAGE, DATABASE_USAGE].join('\n\n')}`

const terminal = {
  say: (text: string) => console.log(text),
  complain: (text: string) => console.error(text),
}

/** Opens the database for as long as a command needs it. The environment is the server's own. */
async function withContext(work: (context: Context) => Promise<ExitCode>): Promise<ExitCode> {
  // Somebody is waiting at the terminal: a database that is away is said soon.
  const { services, close } = await openServices({ LOG_LEVEL: 'warn', DATABASE_WAIT: '5', ...process.env })
  try {
    return await work(asSystem(services, 'terminal'))
  } finally {
    await close()
  }
}

function databaseUpdate(): Promise<ExitCode> {
  return withContext(async () => {
    terminal.say('The database is up to date.')
    return 0
  })
}

async function run([command, ...args]: readonly string[]): Promise<ExitCode> {
  if (command === 'files') return filesCommand(args, terminal, evidenceKept, withContext)
  if (command === 'person') return personCommand(args, terminal, withContext)
  if (command === 'database' && args.join() === 'update') return databaseUpdate()
  if (command === 'framework') return frameworkCommand(args, terminal, withContext)
  const asked = command === undefined || command === 'help' || command === '--help'
  if (asked) terminal.say(USAGE)
  else terminal.complain(`There is no command “${command}”.\n\n${USAGE}`)
  return asked ? 0 : 2
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(isForTheOperator(error) ? error.message : error)
    process.exitCode = 1
  },
)
