import { TOKEN_FIELD } from '../platform/http/csrf.ts'
import type { Chrome, Footer, ModuleName } from './chrome.ts'
import { BackLink } from './components/back-link.tsx'
import { NotificationBanner } from './components/notification-banner.tsx'
import { SkipLink } from './components/skip-link.tsx'
import type { Child } from './jsx/jsx-runtime.ts'
import { trusted } from './jsx/jsx-runtime.ts'
import { remembered } from './jsx/remembered.ts'
import { Logo } from './logo.tsx'

interface LayoutProps {
  readonly title: string
  /** What the page belongs to, where there are several of its kind; said in the title, so that a tab tells which. */
  readonly about?: string | null | undefined
  readonly chrome: Chrome
  /** The page is shown again because something was wrong with the answer. */
  readonly error?: boolean | undefined
  /** Scripts that this page needs besides those of every page. */
  readonly module?: ModuleName | undefined
  readonly backLink?: { readonly href: string; readonly text?: string | undefined } | undefined
  readonly children?: Child
}

export function Layout({ title, about, chrome, error, module, backLink, children }: LayoutProps) {
  return (
    <>
      {trusted('<!doctype html>')}
      <html lang="en-GB" class="govuk-template">
        <head>
          <meta charset="utf-8" />
          <title>{`${error ? 'Error: ' : ''}${about && about !== title ? `${title} – ${about}` : title} – Mentormark`}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          <meta name="theme-color" content="#0b3b3a" />
          <link rel="icon" href={chrome.asset('favicon.svg')} type="image/svg+xml" />
          <link rel="stylesheet" href={chrome.asset('app.css')} />
          {chrome.person && <link rel="stylesheet" href={chrome.asset('work.css')} />}
          <script type="module" src={chrome.asset('app.js')} />
          {module && <script type="module" src={chrome.asset(module)} />}
        </head>
        <body class="govuk-template__body" data-person={chrome.person?.id}>
          <SkipLink />
          <Header chrome={chrome} />
          <div class="app-container">
            {backLink && (
              <nav class="app-back" aria-label="Back">
                <BackLink href={backLink.href}>{backLink.text}</BackLink>
              </nav>
            )}
            <main id="main-content" class="app-main">
              {chrome.notice && (
                <NotificationBanner {...chrome.notice} title={chrome.notice.kind === 'success' ? 'Done' : 'Please note'} />
              )}
              {children}
            </main>
          </div>
          {footer(chrome.footer)}
        </body>
      </html>
    </>
  )
}

/**
 * Inside an organisation, the places to go and the account stand in a strip of their own: folded on a phone, where the page comes
 * first. Elsewhere there is one link or two.
 */
function Header({ chrome }: { chrome: Chrome }) {
  const { organisation, navigation } = chrome
  const inside = navigation.length > 0
  return (
    <header class="app-header">
      <div class="app-container app-header__bar">
        <a class="app-header__home" href={organisation?.home ?? '/'}>
          <Logo />
        </a>
        {organisation && <p class="app-header__organisation">{organisation.name}</p>}
        {!inside && <Account chrome={chrome} />}
      </div>
      {inside && (
        <details class="app-menu">
          <summary class="app-menu__summary">Menu</summary>
          <div class="app-container app-menu__strip">
            <nav class="app-navigation" aria-label="Main">
              <ul class="app-navigation__list">
                {navigation.map((item) => (
                  <li>
                    <a class="app-navigation__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
                      {item.text}
                    </a>
                  </li>
                ))}
              </ul>
            </nav>
            <Account chrome={chrome} />
          </div>
        </details>
      )}
    </header>
  )
}

function Account({ chrome: { person, account, signOut } }: { chrome: Chrome }) {
  if (!person && account.length === 0 && !signOut) return null
  return (
    <nav class="app-header__account" aria-label="Account">
      <ul>
        {person && <li class="app-header__person">{person.name}</li>}
        {account.map((link) => (
          <li>
            <a href={link.href}>{link.text}</a>
          </li>
        ))}
        {signOut && (
          <li>
            <form method="post" action={signOut.action} data-sign-out>
              <input type="hidden" name={TOKEN_FIELD} value={signOut.token} />
              <button type="submit" class="app-header__button">
                Sign out
              </button>
            </form>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** On every page, and nearly always the same. */
const footer = remembered(({ lines, links }: Footer) => (
  <footer class="app-footer">
    <div class="app-container">
      {links.length > 0 && (
        <nav aria-label="About this site">
          <ul class="app-footer__links">
            {links.map(({ text, href }) => (
              <li>
                <a class="app-footer__link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </div>
  </footer>
))
