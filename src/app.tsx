import { Hono } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { createAbout, FOOTER_LINKS } from './about/index.ts'
import {
  paths as accountPaths,
  anyone,
  createAccounts,
  type MemberVisit,
  membershipsOf,
  type OpenVisit,
  type PassphraseCost,
} from './accounts/index.ts'
import {
  AssessmentCards,
  type AssessmentLinks,
  assessmentPaths,
  assessmentsOfPlan,
  createAssessment,
  editionOf,
  listAssessments,
  listModel,
  nameOf,
  WORKSHEETS,
} from './assessment/index.ts'
import { createDressing, type Navigation } from './dressing.tsx'
import { createEvidence, type Previews } from './evidence/index.ts'
import {
  AboutFramework,
  type Edition,
  editionsInUse,
  frameworksIn,
  publishedWords,
  wordingWords,
  wordsInUse,
} from './frameworks/index.ts'
import { holdings } from './holdings.ts'
import { createPlan, type FindHeader, type PlanHeader, planPaths } from './plan/index.ts'
import type { Services } from './platform/context.ts'
import { type Database, ownedBy } from './platform/database/index.ts'
import type { AssetAddress } from './platform/http/assets.ts'
import { FILE_BYTES, FORM_BYTES } from './platform/http/body.ts'
import { fieldNames, NO_FIELDS } from './platform/http/fields.ts'
import { limitBody } from './platform/http/limit-body.ts'
import { logRequests } from './platform/http/log-requests.ts'
import { createMonitoring, type MonitoringOptions } from './platform/http/monitoring.ts'
import { onlyOneHost, onlyOurHost } from './platform/http/our-host.ts'
import { Problem } from './platform/http/problem.ts'
import { type DeclaredRoute, Routes } from './platform/http/routes.ts'
import { slashRedirect } from './platform/http/slashes.ts'
import { setVisit } from './platform/http/visit.ts'
import { NOBODY_SAID, type Operator } from './platform/operator.ts'
import { problemReply, tooLarge } from './problems.tsx'
import { createReport, type ReportPress, reportPaths } from './report/index.ts'
import type { Child, Chrome, Footer } from './ui/index.ts'

export interface AppOptions extends Services, MonitoringOptions {
  readonly secret: string
  /** True behind HTTPS: cookies are then marked so. */
  readonly secure: boolean
  /** True when only people on this machine can reach it: the outbox page may be shown. */
  readonly loopback: boolean
  readonly trustedProxies: number
  /** What a hash of a passphrase costs; tests use a cheap one. */
  readonly passphraseCost?: PassphraseCost
  /** Who runs this, as far as they have said. */
  readonly operator?: Operator
  /** Makes PDFs. */
  readonly press: ReportPress
  /** Makes small pictures of evidence that is one. */
  readonly previews: Previews
  readonly assets: { address: AssetAddress; serve: Parameters<Hono['use']>[1] }
}

export interface App {
  readonly fetch: Hono['fetch']
  readonly request: Hono['request']
  /** Every route with its guard; a test compares the list with what the router really serves. */
  readonly declared: readonly DeclaredRoute[]
  readonly hono: Hono
  /** Loads what the first request needs only now and then: for after the start. */
  warmUp(): Promise<void>
}

/** Puts the program together: one line per concern, one line per capability. */
export function createApp(options: AppOptions): App {
  const accounts = createAccounts({
    ...options,
    homeSections: assessmentsAtHome,
    welcome: () => whoseFrameworks(options.db),
    holdings,
  })
  const capabilities: Routes[] = [
    accounts.routes,
    createEvidence(options),
    createPlan({ header: planHeader(options.db) }),
    createAssessment(links),
    createReport({ press: options.press, plan: (at) => links.plan(at, 'results') }),
    createAbout({ operator: options.operator ?? NOBODY_SAID, loopback: options.loopback, worksheets: worksheetsOf }),
  ]

  // For designers and developers, on their own machine.
  if (options.loopback) capabilities.push(componentsPage(options.assets.address))

  const app = new Hono()
  const declared = capabilities.flatMap((routes) => routes.declared)
  const isField = fieldNames(declared.map(({ fields }) => fields ?? NO_FIELDS))
  const dress = createDressing({ ...options, navigation, footer: footerOf(options.db), isField })
  app.onError((error, c) => problemReply(c, error, options.log))
  app.notFound((c) => toOurAddress(c) ?? problemReply(c, new Problem('not-found'), options.log))
  app.use(logRequests(options.log))
  app.use(secureHeaders({ ...SECURITY_HEADERS, strictTransportSecurity: options.secure && HTTPS_ONLY }))
  app.use(onlyOneHost)
  app.use(options.assets.serve)
  app.use((c, next) => {
    setVisit(c, dress.visit(c))
    accounts.attendDoor(c)
    return next()
  })
  // Before the host is looked at: a load balancer asks by number.
  const monitoring = createMonitoring(options)
  monitoring.mount(app)
  app.use(onlyOurHost(options.baseUrl))
  app.use(
    limitBody({ maxSize: BODY_BYTES, onError: async (c) => problemReply(c, await tooLarge(c, MOST_READ_BYTES), options.log) }),
  )
  for (const routes of capabilities) routes.mount(app)

  const all = [...monitoring.declared, ...declared]
  const toOurAddress = slashRedirect(all)
  return { fetch: app.fetch, request: app.request, declared: all, hono: app, warmUp: accounts.warmUp }
}

/** Room for several files at once, and for one that is too big to be read past, so that its message stands beside its field. */
const BODY_BYTES = 4 * FILE_BYTES + FORM_BYTES

/** Read past, for the words that came with it; a browser sends it all before it shows any answer. */
const MOST_READ_BYTES = 10 * BODY_BYTES

/** Every component with its examples, at `/components`. */
function componentsPage(asset: AssetAddress): Routes {
  return new Routes().get('/components', anyone, async (_visit, c) => {
    const { PreviewsPage } = await import('./ui/previews.tsx')
    const chrome: Chrome = {
      person: null,
      organisation: null,
      navigation: [],
      account: [],
      signOut: null,
      footer: { lines: [], links: FOOTER_LINKS },
      notice: null,
      asset,
    }
    return c.html(String(PreviewsPage({ chrome })))
  })
}

/** What one capability knows that another shows. */
const links: AssessmentLinks = {
  results: (at) => reportPaths.results.to(at),
  plan: (at, from) => planPaths.plan.to(at, { from }),
}

const navigation: Navigation = (organisation) => [
  {
    text: 'Assessments',
    href: assessmentPaths.list.to({ organisation }),
    covers: [planPaths.plan.to({ organisation, plan: '' }).replace(/\/$/, '')],
  },
]

/** For strangers: whose framework this is, whom it is for, and whose words they would read. */
function whoseFrameworks(db: Database): Child {
  const frameworks = frameworksIn(editionsInUse(db)).slice(0, MOST_NAMED)
  return frameworks.map((edition) => (
    <section aria-labelledby={`framework-${edition.id}`} class="app-welcome-framework">
      <h2 class="govuk-heading-l" id={`framework-${edition.id}`}>
        The {edition.title}
      </h2>
      <AboutFramework edition={edition} />
    </section>
  ))
}

/** Most frameworks that a page names where it says whose they are. */
const MOST_NAMED = 3

/** What stands at the foot of every page: made anew only when other frameworks are here than before. */
function footerOf(db: Database): () => Footer {
  let last: { readonly editions: readonly Edition[]; readonly footer: Footer } | null = null
  return () => {
    const editions = editionsInUse(db)
    if (last?.editions !== editions) {
      const lines = frameworksIn(editions)
        .slice(0, MOST_NAMED)
        .map((edition) =>
          [publishedWords(edition), edition.about.audience, edition.about.purpose, wordingWords(edition)]
            .filter(Boolean)
            .join(' '),
        )
      last = { editions, footer: { lines, links: FOOTER_LINKS } }
    }
    return last.footer
  }
}

/** Of what a visitor's organisations are working on, for the page of help. */
async function worksheetsOf(visit: OpenVisit): Promise<readonly { readonly text: string; readonly href: string }[]> {
  if (!visit.person) return []
  const memberships = await membershipsOf(visit.db.read, visit.person.id)
  const found: { readonly text: string; readonly href: string }[] = []
  for (const { organisation } of memberships.slice(0, 5)) {
    const open = (await listAssessments(ownedBy(visit.db.read, organisation.id))).filter(({ status }) => status === 'in-progress')
    for (const assessment of open.slice(0, 5)) {
      const of = memberships.length > 1 ? `${organisation.name}: ${nameOf(assessment)}` : nameOf(assessment)
      const href = assessmentPaths.worksheets.to({ organisation: organisation.id, assessment: assessment.id })
      found.push({ text: `${WORKSHEETS}, ${of}`, href })
    }
  }
  return found
}

async function assessmentsAtHome(visit: MemberVisit): Promise<Child> {
  return (
    <section aria-labelledby="assessments-heading">
      <h2 class="govuk-heading-m" id="assessments-heading">
        Assessments
      </h2>
      <AssessmentCards {...(await listModel(visit))} links={links} planFrom="overview" />
    </section>
  )
}

/**
 * The lines at the head of a development plan. Where an assessment goes on from another, both have one plan: it is called after the
 * newer, and says how and when the framework was completed last.
 */
function planHeader(db: Database): FindHeader {
  return async (own, planId) => {
    const assessments = await assessmentsOfPlan(own, planId)
    const [current] = assessments
    if (!current) return null
    const edition = await editionOf(db.read, current)
    const completed = assessments.find(({ completion }) => completion !== null)
    const completion = completed?.completion ?? null
    const at = ({ id }: { id: string }) => ({ organisation: own.organisationId, assessment: id })
    return {
      title: nameOf(current),
      editionId: `${edition.id}/${edition.edition}`,
      edition,
      framework: wordsInUse(db, edition),
      completedOn: completion?.completedOn ?? null,
      completedBy: completion ? `${completion.completedBy}, ${completion.completedByRole}` : null,
      nextReviewOn: completion?.nextReviewOn ?? null,
      reviewedBy: completion?.reviewedBy ?? null,
      back: { href: assessmentPaths.taskList.to(at(current)), text: 'Your assessment' },
      downloads: [
        { href: reportPaths.plan.to(at(completed ?? current)), text: 'Development plan (PDF)' },
        { href: reportPaths.planCsv.to(at(completed ?? current)), text: 'Plan for a spreadsheet (CSV)' },
      ],
      ...aroundPlan(at(current), current.scope, edition),
    }
  }
}

/** The pages that lead to a plan and its actions, and that those lead to. */
function aroundPlan(
  at: { readonly organisation: string; readonly assessment: string },
  scope: 'core' | 'all',
  edition: Edition,
): Pick<PlanHeader, 'indicator' | 'origins'> {
  // An action may be about an indicator that this assessment does not go through.
  const asked = new Set(edition.indicators.filter(({ core }) => core || scope === 'all').map(({ id }) => id))
  const { organisation } = at
  return {
    indicator: (id, removed) => (asked.has(id) ? assessmentPaths.indicator.to({ ...at, indicator: id }, { removed }) : null),
    origins: {
      results: { href: reportPaths.results.to(at), text: 'Results' },
      assessments: { href: assessmentPaths.list.to({ organisation }), text: 'Assessments' },
      overview: { href: accountPaths.organisation.to({ organisation }), text: 'Overview' },
    },
  }
}

/**
 * For a year browsers come by HTTPS alone, to names below ours as well (ASVS 5.0, 3.4.1): a name below ours that is served without
 * could be used to plant cookies here. Sent where people use HTTPS; elsewhere browsers must not heed it.
 */
const HTTPS_ONLY = 'max-age=31536000; includeSubDomains'

/** No inline script or style, nothing from elsewhere, never inside another site's frame. */
const SECURITY_HEADERS: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
  },
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
  crossOriginOpenerPolicy: 'same-origin',
  crossOriginResourcePolicy: 'same-origin',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  // For browsers and plug-ins that are no more.
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  // A download sets a stricter policy of its own.
  overwrite: false,
}
