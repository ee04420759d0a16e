import type { Hono, Context as HonoContext } from 'hono'
import type { Form } from './body.ts'
import type { FormFields } from './fields.ts'
import { problemOf, withForm } from './problem.ts'
import { type Visit, visitOf } from './visit.ts'

/** Decides who may make a request, and gives the handler what it needs to know about them. */
export interface Guard<V> {
  /** As it is listed in the guard test: `anyone`, `signed in`, `may answer-assessment`. */
  readonly name: string
  /** True where the form has a field for files. Everywhere else they are read past. */
  readonly takesFiles?: boolean
  /** The visit, or the reply that turns the visitor away. */
  admit(c: HonoContext): Promise<V | Response>
}

type Reply = Response | Promise<Response>

export interface DeclaredRoute {
  readonly method: 'GET' | 'POST'
  readonly pattern: string
  readonly guard: string
  /** What the form of a POST may hold. */
  readonly fields?: FormFields
}

/**
 * The routes of one capability. A route can't be added without its guard, and the list can be read back: a test walks it.
 * GET changes nothing; POST changes something, in one transaction.
 */
export class Routes {
  readonly declared: DeclaredRoute[] = []
  readonly #mounts: ((app: Hono) => void)[] = []

  get<V>(pattern: string, guard: Guard<V>, handler: (visit: V, c: HonoContext) => Reply): this {
    return this.#add('GET', pattern, guard, handler)
  }

  /**
   * The form has been read and is known to come from one of our pages; its fields have not been checked.
   * @param fields that its form has
   */
  post<V extends Visit>(
    pattern: string,
    guard: Guard<V>,
    fields: FormFields,
    handler: (visit: V, form: Form, c: HonoContext) => Reply,
  ): this {
    const answer = async (visit: V, c: HonoContext) => {
      const form = await visit.readForm(guard.takesFiles ? 'keep' : 'drop')
      try {
        return await handler(visit, form, c)
      } catch (error) {
        throw withForm(error, form)
      }
    }
    return this.#add('POST', pattern, guard, answer, fields)
  }

  mount(app: Hono): void {
    for (const mount of this.#mounts) mount(app)
  }

  #add<V>(
    method: 'GET' | 'POST',
    pattern: string,
    guard: Guard<V>,
    handler: (visit: V, c: HonoContext) => Reply,
    fields?: FormFields,
  ): this {
    this.declared.push({ method, pattern, guard: guard.name, ...(fields ? { fields } : {}) })
    this.#mounts.push((app) =>
      app.on(method, pattern, async (c: HonoContext) => {
        c.set('route', pattern)
        let visit: V | Response
        try {
          visit = await guard.admit(c)
        } catch (error) {
          throw await withWordsSent(c, error)
        }
        return visit instanceof Response ? visit : handler(visit, c)
      }),
    )
    return this
  }
}

/** Who is asking can't be told while the database is away. What came with the request is shown back all the same. */
async function withWordsSent(c: HonoContext, error: unknown): Promise<unknown> {
  if (c.req.method !== 'POST' || problemOf(error).kind !== 'unavailable') return error
  return withForm(error, await visitOf(c).readForm('drop'))
}
