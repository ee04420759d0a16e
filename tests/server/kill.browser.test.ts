import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { newLead, type RemoteVisitor } from '../support/remote-visitor.ts'
import { type RunningServer, startServer } from '../support/server.ts'

/**
 * The server is killed in the middle of saving, again and again. Whatever it acknowledged must be there afterwards, as it was
 * sent, in the answer or in its history. The moments are printed, so that a failure can be told apart from another.
 */
const ROUNDS = 6
const CLIENTS = 8

interface Acknowledged {
  readonly indicator: string
  readonly revision: number
  readonly words: string
}

test(`what was acknowledged survives SIGKILL, ${ROUNDS} times in a row`, async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mentormark-kill-'))
  const acknowledged: Acknowledged[] = []
  let server: RunningServer = await startServer({ dataDir })
  // One port throughout, as an installation has: the visitors' cookies and tokens go on being good.
  const { port } = server
  const lead = await newLead(server, 'Kezia Adeyemi')
  const addresses = lead.indicators.slice(0, CLIENTS)
  const revisions = new Map<string, number>()

  for (let round = 1; round <= ROUNDS; round++) {
    const delay = 150 + Math.floor(Math.random() * 450)
    console.info(`round ${round}: killed after ${delay} ms`)
    const killing = new Promise((resolve) => setTimeout(resolve, delay)).then(() => server.stop('SIGKILL'))
    await Promise.all(
      addresses.map((address, client) =>
        saveUntilItDies(lead.browser, { port, url: server.url }, address, `${round}.${client}`, acknowledged, revisions),
      ),
    )
    expect((await killing).signal).toBe('SIGKILL')
    server = await startServer({ dataDir, port })
  }
  await server.stop()

  expect(acknowledged.length).toBeGreaterThan(ROUNDS * CLIENTS)
  const database = new DatabaseSync(join(dataDir, 'mentormark.db'))
  expect(database.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }])
  expect(database.prepare('pragma foreign_key_check').all()).toEqual([])

  const history = database.prepare(
    "select value from answer_change where assessment_id = ? and indicator_id = ? and revision = ? and field = 'evidence'",
  )
  const answer = database.prepare('select revision, evidence from answer where assessment_id = ? and indicator_id = ?')
  const lost = acknowledged.filter(({ indicator, revision, words }) => {
    const kept = history.get(lead.assessment, indicator, revision) as { value: string } | undefined
    const stands = answer.get(lead.assessment, indicator) as { revision: number } | undefined
    return kept?.value !== words || (stands?.revision ?? 0) < revision
  })
  expect(lost).toEqual([])
  // Every change has its audit line: the two are written in one transaction.
  const unaudited = database
    .prepare(
      `select count(*) as n from answer_change c where not exists (
         select 1 from activity a where a.action = 'answer.saved' and a.subject like '%/indicator/' || c.indicator_id
         and json_extract(a.detail, '$.revision') = c.revision)`,
    )
    .get()
  expect(unaudited).toEqual({ n: 0 })
  database.close()
  console.info(`${acknowledged.length} saves were acknowledged and found`)
  rmSync(dataDir, { recursive: true, force: true })
})

/** Saves as fast as it is answered, until the server is gone. Only what was answered with 200 counts as acknowledged. */
async function saveUntilItDies(
  as: RemoteVisitor,
  server: { readonly port: number; readonly url: string },
  address: string,
  who: string,
  acknowledged: Acknowledged[],
  revisions: Map<string, number>,
): Promise<void> {
  const indicator = address.split('/').at(-1) ?? ''
  for (let count = 0; ; count++) {
    const words = `Round and client ${who}, save ${count}. ${'The handbook says so. '.repeat(count % 9)}`
    const body = new URLSearchParams({
      token: as.token,
      basedOn: String(revisions.get(indicator) ?? 0),
      fields: 'evidence',
      evidence: words,
    })
    try {
      const reply = await fetch(`${server.url}${address}`, {
        method: 'POST',
        body,
        headers: { ...as.headers(), accept: 'application/json', origin: server.url },
      })
      if (reply.status !== 200) throw new Error(`a save was answered with ${reply.status}: ${await reply.text()}`)
      const { revision, state } = (await reply.json()) as { revision: number; state: string }
      revisions.set(indicator, revision)
      // A save that was made but not heard of leaves the next one with two versions; both are kept, and the client goes on.
      if (state === 'saved') acknowledged.push({ indicator, revision, words })
    } catch (error) {
      if (error instanceof TypeError || (error as { name?: string }).name === 'AbortError') return
      throw error
    }
  }
}
