import type { Context as HonoContext } from 'hono'
import { askWriterToSignIn, waitInWords, whoAsks } from './accounts/index.ts'
import type { SaveProblem } from './browser/index.ts'
import { fileSize } from './evidence/index.ts'
import { type Form, shortened, type Upload } from './platform/http/body.ts'
import { PROBLEMS, Problem, type ProblemKind, problemOf } from './platform/http/problem.ts'
import { FORM_TEXT, FORM_TEXT_OF_STRANGERS } from './platform/http/shown-back.ts'
import { visitOf } from './platform/http/visit.ts'
import type { Log } from './platform/log.ts'
import type { SecurityEvent } from './platform/security-log.ts'
import { TwoThirds } from './ui/index.ts'
import { labelOf, written } from './written.ts'

const WORDS: Readonly<Record<ProblemKind, { title: string; text: string }>> = {
  'not-found': {
    title: 'Page not found',
    text: 'There is nothing at this address, or it belongs to an organisation you are not part of. If you typed the address, check it is right.',
  },
  unreadable: {
    title: 'That did not arrive whole',
    text: 'Something was lost on the way from your browser, so nothing was changed. Check your connection, go back and send it again.',
  },
  'not-allowed': {
    title: 'You can’t do that here',
    text: 'Your role in this organisation doesn’t include this. Someone who leads or owns it can do it. If it should be yours to do as well, an owner can ask whoever runs this installation to make you one too.',
  },
  forged: {
    title: 'We could not check that this came from you',
    text: 'Your browser did not send what we use to protect you, so nothing was changed. This happens when cookies are off or were cleared. Go back, load the page again and try once more.',
  },
  'someone-else': {
    title: 'Somebody else is signed in now',
    text: 'That page was opened by somebody who was signed in here before, so nothing was saved from it. To save what is on it, they sign in again.',
  },
  'too-large': {
    title: 'That is too much at once',
    text: 'What was sent is bigger than we can take in one go, so nothing was changed. Files can be up to 25 MB each.',
  },
  'too-many': {
    title: 'Too many tries',
    text: 'To keep everyone safe we limit how often this can be tried.',
  },
  busy: {
    title: 'Busy just now',
    text: 'Many people are asking for this at the same moment, so it was not done. Wait a minute, then try again.',
  },
  unavailable: {
    title: 'This can’t be done just now',
    text: 'Mentormark can’t reach or write to where it keeps everything. It is not your fault, and everything we told you was saved is safe. Try again in a minute.',
  },
  stale: {
    title: 'This has moved on',
    text: 'Something changed since you opened that page, so nothing was saved from it. Go back and look again.',
  },
  broken: {
    title: 'Something went wrong on our side',
    text: 'It is not your fault. Everything we told you was saved is safe. Try again in a minute.',
  },
}

/** Problems that the security log has a line for. Too many tries at a form that shows them itself are logged where they are counted. */
const LOGGED: Partial<Record<ProblemKind, SecurityEvent>> = {
  'not-allowed': 'access.denied',
  forged: 'form.forged',
  'someone-else': 'form.of-somebody-else',
  'too-many': 'throttled',
}

/**
 * A request beyond any bound. Its files are read past, so that the words that came with them can be shown back.
 * @param mostRead bytes; what is longer is not looked at
 */
export async function tooLarge(c: HonoContext, mostRead: number): Promise<Problem> {
  const length = Number(c.req.header('content-length') ?? Number.POSITIVE_INFINITY)
  const form = length <= mostRead ? await visitOf(c).readForm('drop').catch(formOf) : null
  return new Problem('too-large', form ? { form } : {})
}

/** What a request that was stopped had come with. */
function formOf(error: unknown): Form | null {
  return error instanceof Problem ? error.form : null
}

/** So much of what was sent as whoever sent it may have back. */
async function shownBack(c: HonoContext, { form }: Problem): Promise<Form | null> {
  if (!form) return null
  const known = visitOf(c).isOurs(form) || (await whoAsks(c).catch(() => null)) !== null
  return shortened(form, known ? FORM_TEXT : FORM_TEXT_OF_STRANGERS)
}

/** The page of a problem. What the person had written is shown, so that it can be copied and nothing is lost. */
export async function problemReply(c: HonoContext, error: unknown, log: Log): Promise<Response> {
  const problem = problemOf(error)
  if (problem.kind === 'unavailable') log.error({ path: c.req.path, reason: reasonOf(problem) }, 'the database or disk is away')
  if (problem.kind === 'broken') log.error({ path: c.req.path, err: problem.cause }, 'request failed')
  const event = LOGGED[problem.kind]
  if (event) visitOf(c).logSecurity(event)
  if (problem.retryAfter !== null) c.header('retry-after', String(problem.retryAfter))
  const status = PROBLEMS[problem.kind]
  c.header('cache-control', 'no-store')
  const words = WORDS[problem.kind]
  const wait =
    problem.retryAfter === null || problem.kind !== 'too-many' ? '' : ` You can try again in ${waitInWords(problem.retryAfter)}.`
  if (c.req.header('accept')?.startsWith('application/json'))
    return c.json({ problem: problem.kind, message: words.text + wait } satisfies SaveProblem, status)

  const asked = problem.kind === 'someone-else' && problem.form ? await askWriterToSignIn(c, problem.form) : null
  if (asked) return asked
  const form = await shownBack(c, problem)
  const answers = written(form?.entries ?? [])
  const leftOut = [...new Set((form?.leftOut ?? []).map(labelOf))].filter((label) => label !== null)
  const back = problem.kind === 'too-large' ? cameFrom(c) : null
  const again = PASSES.has(problem.kind) && c.req.method === 'GET' ? addressOf(c) : null
  return visitOf(c).show(
    {
      title: words.title,
      body: (
        <TwoThirds>
          <h1 class="govuk-heading-l">{words.title}</h1>
          <p class="govuk-body">
            {words.text}
            {wait}
          </p>
          {problem.kind === 'unavailable' && c.req.method === 'POST' && <MayBeSaved files={form?.uploads.length ?? 0} />}
          {problem.kind === 'too-large' && <TooLarge uploads={form?.uploads ?? []} />}
          {(problem.kind === 'too-large' || leftOut.length > 0) && <TooMuchToShow leftOut={leftOut} />}
          {answers.length > 0 && (
            <>
              <h2 class="govuk-heading-m">What you had written</h2>
              <p class="govuk-body">Copy it before you leave this page.</p>
              {answers.map(({ name, label, value }) => (
                <div class="govuk-form-group">
                  <label class="govuk-label" for={`written-${name}`}>
                    {label}
                  </label>
                  <textarea
                    class="govuk-textarea"
                    id={`written-${name}`}
                    rows={value.length > 60 || value.includes('\n') ? 4 : 1}
                    readonly
                  >
                    {/* Browsers drop a line break straight after the tag, so a text that starts with one needs another. */}
                    {value.startsWith('\n') && '\n'}
                    {value}
                  </textarea>
                </div>
              ))}
            </>
          )}
          {again && (
            <p class="govuk-body">
              <a class="govuk-link" href={again}>
                Try again
              </a>
            </p>
          )}
          {back && (
            <p class="govuk-body">
              <a class="govuk-link" href={back}>
                Go back to the page you were on
              </a>
            </p>
          )}
          <p class="govuk-body">
            <a class="govuk-link" href="/">
              Go to the start page
            </a>
          </p>
        </TwoThirds>
      ),
    },
    status,
  )
}

/** How to get at words that are not on this page, and how to save them. */
function TooMuchToShow({ leftOut }: { leftOut: readonly string[] }) {
  return (
    <>
      {leftOut.length > 0 && (
        <>
          <p class="govuk-body">There is too much to show here of:</p>
          <ul class="govuk-list govuk-list--bullet">
            {leftOut.map((label) => (
              <li>{label}</li>
            ))}
          </ul>
        </>
      )}
      <p class="govuk-body">
        Use your browser’s Back button: what you wrote should still be on the page. Make it shorter, or say where a long document
        is kept, and send it again.
      </p>
    </>
  )
}

/** Where it stopped can't be told: the last thing that happened may have been that it was saved. */
function MayBeSaved({ files }: { files: number }) {
  return (
    <p class="govuk-body">
      We can’t tell whether what you sent was saved. Go back and send it again in a minute: nothing you wrote is saved twice.
      {files > 0 && ' Choose your files again when you do.'}
    </p>
  )
}

/** For whoever runs this; the requests that fail meanwhile are many, so it is short. */
function reasonOf({ cause }: Problem): string {
  return cause instanceof Error ? cause.message : 'unknown'
}

/** What it was that was too big, and what to do instead. */
function TooLarge({ uploads }: { uploads: readonly Upload[] }) {
  if (uploads.length === 0) return null
  const biggestFirst = [...uploads].sort((a, b) => b.bytes - a.bytes)
  return (
    <>
      <p class="govuk-body">These files were sent, the biggest first:</p>
      <ul class="govuk-list govuk-list--bullet">
        {biggestFirst.map(({ name, bytes }) => (
          <li>
            {name}, {fileSize(bytes)}
          </li>
        ))}
      </ul>
      <p class="govuk-body">Leave out the biggest, send fewer at a time, or say where a file is kept instead of adding a copy.</p>
    </>
  )
}

/** What may be over in a moment: a page that was asked for can be asked for again. */
const PASSES: ReadonlySet<ProblemKind> = new Set(['broken', 'busy', 'too-many', 'unavailable'])

/** Of this request: a path on this site. */
function addressOf(c: HonoContext): string {
  const { pathname, search } = new URL(c.req.url)
  // Two slashes at the start would lead to another site.
  return `${pathname.replace(/^\/+/, '/')}${search}`
}

/** The page of ours that a form was sent from; null when the browser does not say. */
function cameFrom(c: HonoContext): string | null {
  const from = URL.parse(c.req.header('referer') ?? '')
  return from && from.host === new URL(c.req.url).host ? `${from.pathname}${from.search}` : null
}
