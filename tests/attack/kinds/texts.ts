import { paths } from '../../../src/accounts/paths.ts'
import { newId } from '../../../src/platform/ids.ts'
import { RemoteVisitor } from '../../support/remote-visitor.ts'
import type { KnownForm } from '../forms.ts'
import { elsewhere } from '../people.ts'
import { type Attack, atOnce, type Scene } from '../scene.ts'
import { type Answer, MULTIPART, multipart, requestBytes, send, URLENCODED } from '../wire.ts'
import { WORST } from '../worst.ts'

/** The body's bound is 4 MB of text; a little less leaves room for the other fields. In bytes. */
const BIGGEST = 4_000_000
/** The longest any field may be, in characters, and what is a little beyond most. */
const LENGTHS = [200, 20_000, 130_000, 'as big as a form may be'] as const
const MOST_ECHO = 1_000_000
const CHOOSERS = 15
/** How many times as long as anybody else somebody may wait who signs up: fifteen passphrases are judged and hashed before theirs. */
const LONGEST_SIGN_UP = 8

export const texts: Attack = {
  name: 'texts',
  does: 'Every field of every form with the worst texts of its bound and of the form’s bound (marks in the wrong order, spaces, brackets, digits, line breaks …), a form of two thousand fields, and fifteen people who choose a passphrase of ugly characters at once',
  weight: 4,
  needsOwnServer: false,
  judged: 'everybody',
  async run(scene) {
    const jobs = shuffled(
      [...scene.forms.values()].flatMap((form) =>
        form.texts.flatMap((field) =>
          Object.keys(WORST).flatMap((text) => LENGTHS.map((length) => ({ form, field, text, length }))),
        ),
      ),
      scene.random,
    )
    await manyFields(scene)
    const forPassphrases = scene.left() * 0.3
    let done = 0
    await atOnce(2, async () => {
      while (scene.left() > forPassphrases && done < jobs.length) {
        const job = jobs[done++]
        if (job) await sendText(scene, job.form, job.field, job.text, job.length)
      }
    })
    const waited = await choosePassphrases(scene)
    if (waited > LONGEST_SIGN_UP * scene.stall)
      scene.journal.find(
        'stall',
        `beside ${CHOOSERS} who chose ugly passphrases, somebody waited ${Math.round(waited)} ms to sign up`,
      )
    scene.journal.notes.push(`somebody else signed up in ${Math.round(waited)} ms meanwhile`)
    scene.journal.notes.push(`${done} of ${jobs.length} fields with a worst text`)
  },
}

async function sendText(
  scene: Scene,
  form: KnownForm,
  field: string,
  text: string,
  length: (typeof LENGTHS)[number],
): Promise<void> {
  const make = WORST[text] ?? String
  // UTF-16 units: as many as fit into the bytes.
  const units = typeof length === 'number' ? length : Math.floor((BIGGEST * 1000) / Buffer.byteLength(make(1000)))
  const fields = form.fields.filter(([name]) => name !== field)
  const answer = await sendForm(
    scene,
    form,
    [...fields, [field, make(units)]],
    `${field} of ${form.pattern}: ${units} of ${text}`,
  )
  judge(scene, form, answer, `${units} of ${text} in ${field} of ${form.pattern}`)
}

async function manyFields(scene: Scene): Promise<void> {
  for (const form of scene.forms.values()) {
    if (!scene.more()) return
    const many = Array.from({ length: 1900 }, (_, n) => [`field ${n}`, 'x'.repeat(2000)] as const)
    judge(
      scene,
      form,
      await sendForm(scene, form, [...form.fields, ...many], `1,900 fields more in ${form.pattern}`),
      `1,900 fields more in ${form.pattern}`,
    )
  }
}

function judge({ journal }: Scene, form: KnownForm, answer: Answer, what: string): void {
  if (form.anonymous && answer.bytes > MOST_ECHO)
    journal.find('echo', `${what}, sent by nobody: answered with ${answer.bytes.toLocaleString('en-GB')} bytes`)
}

async function sendForm(
  { installation, people, journal }: Scene,
  form: KnownForm,
  fields: readonly (readonly [string, string])[],
  label: string,
): Promise<Answer> {
  const browser = form.anonymous ? await passerBy(installation) : people.owner.browser
  const button = form.buttons[0]
  const body = multipart(
    [['token', browser.token] as const, ...fields, ...(button ? [button] : [])].map(([name, value]) => ({ name, value })),
  )
  const headers = Object.entries({ ...browser.headers(), origin: installation.url, 'content-type': MULTIPART })
  const answer = await send(journal, requestBytes('POST', form.action, headers, body), {
    port: installation.port,
    label,
    timeoutMs: 60_000,
  })
  if (form.anonymous) browser.close()
  if (answer.status === null) await installation.up()
  return answer
}

/** Somebody who has only looked at the page of the form. */
async function passerBy(installation: Scene['installation']): Promise<RemoteVisitor> {
  const browser = new RemoteVisitor(installation, elsewhere())
  await browser.get(paths.signIn.to()).catch(() => {})
  return browser
}

/** Characters that stand on no keyboard, so that whoever judges a passphrase has every way to try. */
const UGLY = 'p4$$w0rd|3@5!7{1}0o0O1lI|!'

/** @returns how long somebody with an ordinary passphrase waited to sign up meanwhile, in milliseconds */
export async function choosePassphrases({ installation, journal }: Pick<Scene, 'installation' | 'journal'>): Promise<number> {
  const other = await passerBy(installation)
  const choosing = atOnce(CHOOSERS, async (hand) => {
    const browser = await passerBy(installation)
    const passphrase = `${UGLY.repeat(3).slice(0, 60)}${hand}`.split('').reverse().join('')
    await choose(browser, passphrase, { installation, journal })
  })
  await new Promise((resolve) => setTimeout(resolve, 200))
  const { ms } = await choose(other, 'heron pavement quiet marmalade', { installation, journal })
  await choosing
  return ms
}

async function choose(
  browser: RemoteVisitor,
  passphrase: string,
  { installation, journal }: Pick<Scene, 'installation' | 'journal'>,
): Promise<Answer> {
  const fields = { token: browser.token, id: newId(), name: 'Nia', email: `${newId()}@riverbank.example`, passphrase }
  const headers = Object.entries({ ...browser.headers(), origin: installation.url, 'content-type': URLENCODED })
  const body = Buffer.from(new URLSearchParams(fields).toString())
  const answer = await send(journal, requestBytes('POST', paths.signUp.to(), headers, body), {
    port: installation.port,
    label: 'somebody chooses a passphrase',
    timeoutMs: 60_000,
  })
  browser.close()
  return answer
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  return all
    .map((each) => [random(), each] as const)
    .sort(([a], [b]) => a - b)
    .map(([, each]) => each)
}
