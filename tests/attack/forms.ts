import { paths as planPaths } from '../../src/plan/paths.ts'
import type { DeclaredRoute } from '../../src/platform/http/routes.ts'
import { ShownPage } from '../support/page.ts'
import { RemoteVisitor } from '../support/remote-visitor.ts'
import type { Installation } from './installation.ts'
import { elsewhere, type People } from './people.ts'
import { addressOf, patternOf } from './routes.ts'

/** A form as a page of the program shows it. */
export interface KnownForm {
  readonly pattern: string
  readonly action: string
  /** What a browser would send, without the token. */
  readonly fields: readonly (readonly [name: string, value: string])[]
  /** Names of fields that hold text. */
  readonly texts: readonly string[]
  /** Every name a control of the page has. */
  readonly names: readonly string[]
  readonly buttons: readonly (readonly [name: string, value: string])[]
  readonly files: boolean
  /** Whoever it was shown to had not signed in. */
  readonly anonymous: boolean
}

/** Pages with a form that they show only when they are asked in this way: actions are moved in the plan's own order alone. */
const ALSO = [planPaths.plan.pattern].map((pattern) => `${pattern}?order=plan`)

/** Looks at every page there is, and at every form on it. One form for each route that takes one. */
export async function learnForms(
  installation: Installation,
  routes: readonly DeclaredRoute[],
  { owner, own, completed }: People,
): Promise<ReadonlyMap<string, KnownForm>> {
  const found = new Map<string, KnownForm>()
  const nobody = new RemoteVisitor(installation, elsewhere())
  for (const [browser, ids, anonymous] of [
    [nobody, own, true],
    [owner.browser, own, false],
    [owner.browser, completed, false],
  ] as const) {
    const patterns = routes.filter(({ method }) => method === 'GET').map(({ pattern }) => pattern)
    for (const pattern of [...patterns, ...ALSO]) {
      if (pattern === '/components') continue
      const reply = await browser.get(addressOf(pattern, ids))
      if (reply.status !== 200 || !reply.headers.get('content-type')?.startsWith('text/html')) continue
      for (const form of formsOf(new ShownPage(reply.body.toString()))) {
        const target = patternOf(routes, 'POST', form.action)
        // The page of an assessment in which a form does most is seen first.
        if (target && !found.has(target)) found.set(target, { ...form, pattern: target, anonymous })
      }
    }
  }
  nobody.close()
  return found
}

function formsOf(page: ShownPage): readonly Omit<KnownForm, 'pattern' | 'anonymous'>[] {
  return page
    .all('form')
    .filter(({ attributes }) => attributes.get('method')?.toLowerCase() === 'post')
    .map(({ attributes, at, end }) => {
      const action = attributes.get('action') ?? ''
      const form = page.form(action)
      const controls = ['input', 'textarea', 'select']
        .flatMap((tag) => page.all(tag))
        .filter((each) => at < each.at && each.end <= end)
      const isText = (tag: string, type = 'text') =>
        tag === 'textarea' || (tag === 'input' && /^(text|email|password|search|url|tel)$/.test(type))
      const named = (some: typeof controls) => [...new Set(some.flatMap((each) => each.attributes.get('name') ?? []))]
      return {
        action,
        fields: form.fields.filter(([name]) => name !== 'token'),
        texts: named(controls.filter((each) => isText(each.tag, each.attributes.get('type')))),
        names: named(controls).filter((name) => name !== 'token'),
        buttons: form.buttons.filter(({ name }) => name !== '').map(({ name, value }) => [name, value] as const),
        files: form.files,
      }
    })
}
