import { found, idOrNew, type Routes } from '../../platform/index.ts'
import { confirmRequest } from '../confirming/actions.ts'
import { may, signedIn } from '../guards.ts'
import { type House, wordsIfTooMany } from '../house.ts'
import { paths } from '../paths.ts'
import { LIMITS } from '../throttle.ts'
import { createOrganisation, describeOrganisation } from './actions.ts'
import { DESCRIPTION_FIELDS, inputFrom, inputOf, readDescription } from './forms.ts'
import { describePage, newOrganisationPage, organisationHome } from './pages.tsx'
import { organisationById } from './store.ts'

export function addOrganisation(routes: Routes, house: House): void {
  routes.get(paths.newOrganisation.pattern, signedIn, async (visit, c) =>
    visit.show(
      newOrganisationPage({
        id: idOrNew(c.req.query('id')),
        input: inputOf(null),
        errors: {},
        tooMany: null,
        email: visit.person.email,
        confirm: await confirmRequest(visit, visit.person),
      }),
    ),
  )

  routes.post(paths.newOrganisation.pattern, signedIn, DESCRIPTION_FIELDS, async (visit, form, c) => {
    const { email } = visit.person
    const confirm = await confirmRequest(visit, visit.person)
    const given = { id: form.get('id'), input: inputFrom(form), email, confirm }
    const read = readDescription(given.input)
    if (!read.ok) return visit.show(newOrganisationPage({ ...given, errors: read.errors, tooMany: null }), 422)
    const tooMany = await wordsIfTooMany(c, house.throttle.attempt(LIMITS.organisations, visit.person.id))
    if (tooMany) return visit.show(newOrganisationPage({ ...given, errors: {}, tooMany }), 429)
    const { id, name } = await createOrganisation(visit, given.id, read.value)
    return visit.go(paths.organisation.to({ organisation: id }), `${name} is set up.`)
  })

  routes.get(paths.organisation.pattern, may('see-organisation'), async (visit) => {
    const organisation = found(await organisationById(visit.db.read, visit.organisation.id))
    const sections = (await house.homeSections?.(visit)) ?? null
    const confirm = await confirmRequest(visit, visit.person)
    return visit.show(organisationHome({ organisation, role: visit.role, confirm, sections }))
  })

  routes.get(paths.describe.pattern, may('describe-organisation'), async (visit) => {
    const organisation = found(await organisationById(visit.db.read, visit.organisation.id))
    return visit.show(
      describePage({
        organisationId: organisation.id,
        basedOn: organisation.updatedAt,
        meanwhile: null,
        input: inputOf(organisation),
        errors: {},
      }),
    )
  })

  routes.post(paths.describe.pattern, may('describe-organisation'), DESCRIPTION_FIELDS, async (visit, form) => {
    const organisationId = visit.organisation.id
    const given = { organisationId, basedOn: form.get('basedOn'), meanwhile: null, input: inputFrom(form), errors: {} }
    const read = readDescription(given.input)
    if (!read.ok) return visit.show(describePage({ ...given, errors: read.errors }), 422)
    if (await describeOrganisation(visit, organisationId, given.basedOn, read.value))
      return visit.go(paths.organisation.to({ organisation: organisationId }), 'The description is saved.')
    const now = found(await organisationById(visit.db.read, organisationId))
    return visit.show(describePage({ ...given, basedOn: now.updatedAt, meanwhile: now }), 409)
  })
}
