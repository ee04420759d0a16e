import { setTimeout as sleep } from 'node:timers/promises'
import { Connection, request } from '../support/connection.ts'
import type { Lead } from '../support/remote-visitor.ts'
import type { Journal } from './journal.ts'
import type { Ledger } from './ledger.ts'

export interface SavingOptions {
  readonly journal: Journal
  readonly ledger: Ledger
  /** Asked before each save: servers may come and go. */
  port(): number
  more(): boolean
  /** Characters of each text; a sentence when left out. */
  readonly length?: number
  /** Told of each request that was under way when the connection ended, with the moment at which it had been sent. */
  readonly cut?: (sentAt: number) => void
}

/** Saves one text after another to an answer, as a page's script does, until there is no more time. Whatever ends it, it goes on. */
export async function keepSaving(lead: Lead, address: string, who: string, options: SavingOptions): Promise<void> {
  const { journal, ledger, length = 0 } = options
  const indicator = address.split('/').at(-1) ?? ''
  let connection: Connection | null = null
  let connectedTo = 0
  let revision = 0
  for (let count = 0; options.more(); count++) {
    const words = `${who}, save ${count}. The handbook says so. ${'x'.repeat(length)}`.trim()
    const fields = { token: lead.browser.token, basedOn: String(revision), fields: 'evidence', evidence: words }
    const port = options.port()
    const headers = {
      ...lead.browser.headers(),
      origin: `http://127.0.0.1:${port}`,
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
    }
    const text = request('POST', address, headers, new URLSearchParams(fields).toString())
    if (!connection || connection.broken || connectedTo !== port) {
      connection?.close()
      connection = new Connection(port)
      connectedTo = port
    }
    const asked = connection
    const timer = setTimeout(() => asked.close(), 30_000)
    journal.sent++
    const sentAt = performance.now()
    try {
      const reply = await asked.send(text)
      journal.count(reply.status)
      if (reply.status === 500)
        journal.status500(`a save to ${address} was answered 500`, {
          label: 'a save',
          bytes: Buffer.from(text),
          answered: '500',
          ms: performance.now() - sentAt,
          at: Date.now(),
        })
      if (reply.headers.get('connection') === 'close') asked.close()
      if (reply.status !== 200) {
        await sleep(50)
        continue
      }
      const said = JSON.parse(reply.body.toString()) as { revision: number; state: string }
      // A save that was made but not heard of leaves the next one with two versions; both are kept, and this goes on.
      revision = said.revision
      const { organisation, assessment } = lead
      if (said.state === 'saved') ledger.add({ organisation, assessment, indicator, revision, words })
    } catch {
      journal.count(null)
      options.cut?.(sentAt)
      await sleep(30)
    } finally {
      clearTimeout(timer)
    }
  }
  connection?.close()
}
