import { paths } from '../../../src/accounts/paths.ts'
import { PASSPHRASE, type RemotePerson } from '../../support/remote-visitor.ts'
import { makeRequest, oddities } from '../mutations.ts'
import { MARK } from '../people.ts'
import { type Attack, atOnce, type Scene } from '../scene.ts'
import { send } from '../wire.ts'

/** What somebody who has not signed in may be shown back at most, in bytes. */
const MOST_ECHO = 1_000_000

export const requests: Attack = {
  name: 'requests',
  does: 'Every declared route, one after another, with odd methods, ids, queries, headers, cookies, tokens, fields and bodies, as nobody, an owner, a contributor, a viewer and the owner of another organisation',
  weight: 4,
  needsOwnServer: false,
  judged: 'everybody',
  async run(scene) {
    const { people, forms, journal, installation } = scene
    // What takes a form has more about it that can be odd.
    const routes = [...scene.routes, ...scene.routes.filter(({ pattern, method }) => method === 'POST' && forms.has(pattern))]
    const odd = oddities(scene.seed)
    let next = 0
    await atOnce(6, async () => {
      while (scene.more()) {
        const count = next++
        const route = routes[count % routes.length]
        const oddity = odd.next().value
        if (!route || !oddity) return
        const made = makeRequest(oddity, route, { people, form: forms.get(route.pattern), origin: installation.url })
        const { cutAfter } = made
        const answer = await send(journal, made.bytes, {
          port: installation.port,
          label: `number ${count}, ${made.label}`,
          timeoutMs: 20_000,
          ...(cutAfter === undefined ? {} : { cutAfter }),
        })
        if (made.outside && answer.body.includes(MARK))
          journal.find(
            'leak',
            `${made.label} was answered with what is the attacked organisation’s`,
            made.bytes.toString('latin1', 0, 1500),
          )
        if (made.outside && answer.bytes > MOST_ECHO)
          journal.find('echo', `${made.label}: ${made.bytes.length} bytes were answered with ${answer.bytes}`)
        if (answer.status === null && cutAfter === undefined) await installation.up()
        if (count % 100 === 99) await stillSignedIn(scene)
      }
    })
    journal.notes.push(
      `${new Set(routes.map(({ pattern }) => pattern)).size} addresses, each at least ${Math.floor(next / routes.length)} times`,
    )
  },
}

/** Some of what is sent signs people out. They come back, or all that follows would be nobody's. */
async function stillSignedIn({ people }: Scene): Promise<void> {
  for (const person of [people.owner, people.contributor, people.viewer, people.stranger]) {
    if (!person) continue
    try {
      await backIn(person)
    } catch {
      // The server is being started again.
    }
  }
}

async function backIn({ browser, email }: RemotePerson): Promise<void> {
  if ((await browser.get(paths.account.to())).status === 200) return
  await browser.get(paths.signIn.to())
  await browser.post(paths.signIn.to(), { email, passphrase: PASSPHRASE })
  await browser.get(paths.account.to())
}
