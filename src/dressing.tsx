import type { Context as HonoContext } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { paths as accountPaths, knownPerson, memberOfRequest, whoAsks } from './accounts/index.ts'
import type { AppOptions } from './app.tsx'
import { askingFirst, noFiles } from './platform/files.ts'
import { readForm } from './platform/http/body.ts'
import { packed } from './platform/http/compress.ts'
import { cookieName } from './platform/http/cookie-name.ts'
import { fillInToken, isOurs, isPageOf, TOKEN_FIELD, TOKEN_PLACEHOLDER } from './platform/http/csrf.ts'
import { visitorAddress } from './platform/http/nearby.ts'
import type { Page } from './platform/http/page.ts'
import { Problem } from './platform/http/problem.ts'
import type { Visit } from './platform/http/visit.ts'
import { createSecurityLog } from './platform/security-log.ts'
import { bytesOf, type Chrome, Layout } from './ui/index.ts'

const NOTICE_COOKIE = 'mm-notice'
const YOUR_ACCOUNT = { text: 'Your account', href: accountPaths.account.to() }
const SIGN_IN = { text: 'Sign in', href: accountPaths.signIn.to() }
/** Who is asking can't be told just now. They may well be signed in, so nothing says that they are not, and they can sign out. */
const UNKNOWN = 'unknown'

/** A link of the navigation; `covers` are other addresses that belong to it. */
interface NavigationLink {
  readonly text: string
  readonly href: string
  readonly covers?: readonly string[]
}

/** What an organisation's pages link to; filled in by `app.tsx` as capabilities are added. */
export type Navigation = (organisationId: string) => readonly NavigationLink[]

/** Makes visits: how a page gets its layout, its token and its notice, and how a form is read. */
export function createDressing(
  options: AppOptions & {
    readonly navigation?: Navigation
    readonly footer: () => Chrome['footer']
    /** True for the fields that some form has. */
    readonly isField: (name: string) => boolean
  },
): { visit(c: HonoContext): Visit } {
  const { secret, secure } = options
  const origin = new URL(options.baseUrl).origin
  const securityLog = createSecurityLog(options)
  const services = {
    db: options.db,
    clock: options.clock,
    log: options.log,
    mail: options.mail,
    files: options.files,
    baseUrl: options.baseUrl,
  }

  const ours = (c: HonoContext, token: string) => isOurs(c, token, { secret, secure, origin })

  async function chromeOf(c: HonoContext): Promise<Chrome> {
    const person = await whoAsks(c).catch((): typeof UNKNOWN => UNKNOWN)
    const member = memberOfRequest(c)
    const home = member ? accountPaths.organisation.to({ organisation: member.organisation.id }) : null
    const items = member ? [{ text: 'Overview', href: home ?? '/' }, ...(options.navigation?.(member.organisation.id) ?? [])] : []
    return {
      person: person && person !== UNKNOWN ? { id: person.id, name: person.name } : null,
      organisation: member && { name: member.organisation.name, home: home ?? '/' },
      navigation: markCurrent(items, c.req.path),
      account: person === UNKNOWN ? [] : person ? [YOUR_ACCOUNT] : [SIGN_IN],
      signOut: person ? { action: accountPaths.signOut.to(), token: TOKEN_PLACEHOLDER } : null,
      footer: options.footer(),
      notice: takeNotice(c, secure),
      asset: options.assets.address,
    }
  }

  function visit(c: HonoContext): Visit {
    let subject: string | null = null
    return {
      ...services,
      about(what) {
        subject = what
      },
      address: () => visitorAddress(c, options.trustedProxies),
      async show(page, status = 200) {
        const chrome = await chromeOf(c)
        const html = dressed(page, chrome, subject)
        fillInToken(c, html, chrome.person?.id ?? null, { secret, secure })
        // What people see here is theirs: nothing between us and them may keep a copy.
        c.header('cache-control', 'no-store')
        return c.body(packed(c, html), status, { 'content-type': 'text/html; charset=utf-8' })
      },
      go(address, notice) {
        if (notice) {
          setCookie(c, cookieName(NOTICE_COOKIE, secure), Buffer.from(notice).toString('base64url'), {
            httpOnly: true,
            sameSite: 'Lax',
            secure,
            path: '/',
            maxAge: 60,
          })
        }
        return c.redirect(address, 303)
      },
      async readForm(files, person, mayKeep) {
        const theirs = (token: string) => person === undefined || isPageOf(c, token, person, { secret, secure })
        const form = await readForm(c, {
          files: files === 'keep' && mayKeep ? askingFirst(options.files, mayKeep) : noFiles,
          isOurs: (token) => ours(c, token) && theirs(token),
          isField: options.isField,
        })
        const token = form.get(TOKEN_FIELD)
        if (!ours(c, token)) throw new Problem('forged', { form })
        if (!theirs(token)) throw new Problem('someone-else', { form })
        return form
      },
      isOurs: (form) => ours(c, form.get(TOKEN_FIELD)),
      isPageOf: (token, person) => isPageOf(c, token, person, { secret, secure }),
      logSecurity(event, detail) {
        const known = knownPerson(c)?.id
        const line = { ...(known && { person: known }), from: visitorAddress(c, options.trustedProxies), route: routeOf(c) }
        securityLog.write(event, { ...line, ...detail })
      },
    }
  }

  return { visit }
}

/** The pattern of the route a request came to; '' when it came to none. */
const routeOf = (c: HonoContext): string => c.get('route') ?? ''

function dressed(page: Page, chrome: Chrome, about: string | null): Buffer<ArrayBuffer> {
  return bytesOf(
    <Layout title={page.title} about={about} chrome={chrome} error={page.error} module={page.module} backLink={page.back}>
      {page.body}
    </Layout>,
  )
}

/** The item with the longest address that the request's path begins with is where the person is. */
function markCurrent(items: readonly NavigationLink[], path: string): Chrome['navigation'] {
  const reach = ({ href, covers = [] }: NavigationLink) =>
    Math.max(0, ...[href, ...covers].filter((each) => path === each || path.startsWith(`${each}/`)).map((each) => each.length))
  const nearest = Math.max(...items.map(reach))
  return items.map((item) => ({ text: item.text, href: item.href, current: nearest > 0 && reach(item) === nearest }))
}

function takeNotice(c: HonoContext, secure: boolean): Chrome['notice'] {
  const sent = getCookie(c, cookieName(NOTICE_COOKIE, secure))
  if (!sent) return null
  setCookie(c, cookieName(NOTICE_COOKIE, secure), '', { httpOnly: true, sameSite: 'Lax', secure, path: '/', maxAge: 0 })
  return { kind: 'success', text: Buffer.from(sent, 'base64url').toString().slice(0, 300) }
}
