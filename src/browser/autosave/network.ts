/** Saves and the questions around them, over fetch. */
import { words } from '../content.ts'
import type { Conflict } from '../contract.ts'
import { type Batch, encodeSave } from './draft.ts'
import type { Outcome, Who } from './machine.ts'

/** Browsers let a request outlive its page only if it is small: 64 KB, everything counted. */
const OUTLIVES_PAGE = 60_000
const TIMEOUT = 30_000
const UNREACHABLE: Outcome = { was: 'unreachable' }

export interface Server {
  save(action: string, batch: Batch): Promise<Outcome>
  /** Asks for this page again: who it is for now, and its token, which replaces the page's own. */
  look(): Promise<Who>
}

/** `person`: whose words are sent. */
export function createServer(person: string): Server {
  return {
    async save(action, batch) {
      const body = encodeSave(batch, pageToken(document), person)
      try {
        const response = await fetch(action, {
          method: 'POST',
          headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
          body,
          keepalive: body.length < OUTLIVES_PAGE,
          signal: AbortSignal.timeout(TIMEOUT),
        })
        return await outcomeOf(response)
      } catch {
        return UNREACHABLE
      }
    },
    async look() {
      try {
        const response = await fetch(location.href, {
          headers: { accept: 'text/html' },
          cache: 'no-store',
          signal: AbortSignal.timeout(TIMEOUT),
        })
        if (response.status >= 500 || response.status === 429) return 'unknown'
        const page = new DOMParser().parseFromString(await response.text(), 'text/html')
        const found = personOf(page)
        if (found !== person) return found ? 'someone-else' : 'nobody'
        const token = pageToken(page)
        for (const input of tokenInputs(document)) input.value = token
        return 'same'
      } catch {
        return 'unknown'
      }
    },
  }
}

/** The person a page was made for; undefined when nobody is signed in. */
export function personOf(page: Document): string | undefined {
  return page.body.dataset.person || page.querySelector<HTMLElement>('form[data-autosave]')?.dataset.person || undefined
}

const tokenInputs = (page: Document) => page.querySelectorAll<HTMLInputElement>('input[name=token]')
const pageToken = (page: Document) => tokenInputs(page)[0]?.value ?? ''

/** Only a reply that says so in as many words is an acknowledgement: anything else may be a proxy, or a page to sign in to. */
async function outcomeOf(response: Response): Promise<Outcome> {
  const reply = asObject(await response.json().catch(() => null))
  const text = (name: string) => (typeof reply[name] === 'string' ? reply[name] : null)
  switch (response.status) {
    case 200: {
      const { state, revision, conflicts, changed } = reply
      if ((state !== 'saved' && state !== 'conflict') || !Number.isInteger(revision)) return UNREACHABLE
      return {
        was: 'saved',
        revision: revision as number,
        savedAt: text('savedAt') ?? '',
        conflicts: Array.isArray(conflicts) ? (conflicts as Conflict[]) : [],
        changed: Array.isArray(changed) ? changed.length > 0 : state === 'saved',
      }
    }
    case 400:
    case 422:
      return { was: 'invalid', errors: asObject(reply.errors) as Record<string, string>, message: text('message') }
    case 413:
      return { was: 'invalid', errors: {}, message: words.tooLong }
    case 401:
      return { was: 'signed-out' }
    case 403:
      return reply.problem === 'forged' ? { was: 'forged' } : { was: 'stopped', message: null, access: true }
    case 404:
    case 410:
      return { was: 'stopped', message: null, access: true }
    case 409:
      return { was: 'stopped', message: text('message') }
    default:
      return { was: 'unreachable', wait: Number(response.headers.get('retry-after') ?? 0) * 1000 || 0 }
  }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
