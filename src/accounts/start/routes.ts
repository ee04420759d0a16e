import { newId, type Routes } from '../../platform/index.ts'
import { confirmRequest } from '../confirming/actions.ts'
import { anyone } from '../guards.ts'
import type { House } from '../house.ts'
import { chooseOrganisationPage } from '../organisation/pages.tsx'
import { paths } from '../paths.ts'
import { membershipsOf } from '../store.ts'
import { welcomePage } from './pages.tsx'

export function addStart(routes: Routes, house: House): void {
  routes.get(paths.start.pattern, anyone, async (visit) => {
    if (!visit.person) return visit.show(welcomePage(house.welcome?.() ?? null))
    const memberships = await membershipsOf(visit.db.read, visit.person.id)
    const [only, another] = memberships
    if (!only) return visit.go(paths.newOrganisation.to({}, { id: newId() }))
    if (!another) return visit.go(paths.organisation.to({ organisation: only.organisation.id }))
    return visit.show(chooseOrganisationPage(memberships, await confirmRequest(house, visit.person)))
  })
}
