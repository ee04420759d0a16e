import type { Context as HonoContext } from 'hono'
import type { Services } from '../context.ts'
import type { AskToKeep } from '../files.ts'
import type { SecurityDetail, SecurityEvent } from '../security-log.ts'
import type { Form } from './body.ts'
import type { Page } from './page.ts'

/** One request, as a handler sees it: the services, and the ways to reply. Guards add who is asking. */
export interface Visit extends Services {
  /** Replies with a page inside the layout. 422 when a form needs correcting. */
  show(page: Page, status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503): Response | Promise<Response>
  /** Says what every page of this visit is about, from here on: its title names it, so that a browser's tab tells which it is. */
  about(what: string): void
  /** Replies 303: after a change, the browser fetches the next page. `notice` is shown there once. */
  go(address: string, notice?: string): Response
  /** Where the visitor comes from, for throttling. */
  address(): string
  /** Writes a line of the security log about this request. Who asks, from where and at which route is in it without saying. */
  logSecurity(event: SecurityEvent, detail?: SecurityDetail): void
  /**
   * Reads the request's form and checks that it came from one of our pages.
   * @param files `drop` reads past files without keeping them; their names are still there
   * @param person id of whoever sends it, where it must have been made for them; without it, it may be anybody's page
   * @param mayKeep is asked before each file is kept; nobody's are where nothing can be asked
   * @throws Problem
   */
  readForm(files: 'keep' | 'drop', person?: string, mayKeep?: AskToKeep): Promise<Form>
  /** True for a form that came from one of our pages. */
  isOurs(form: Form): boolean
  /** True when the page that a form's token stood in was made for this person, or for nobody. */
  isPageOf(token: string, person: string): boolean
}

/** Where src/app.tsx leaves the visit for guards to find. */
export function setVisit(c: HonoContext, visit: Visit): void {
  c.set('visit', visit)
}

export function visitOf(c: HonoContext): Visit {
  const visit: Visit | undefined = c.get('visit')
  if (!visit) throw new Error('no visit for this request: is the visit middleware mounted?')
  return visit
}
