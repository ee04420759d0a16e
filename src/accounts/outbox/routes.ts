import { found, Problem, type Routes } from '../../platform/index.ts'
import { anyone } from '../guards.ts'
import type { House } from '../house.ts'
import { paths } from '../paths.ts'
import { outboxPage } from './pages.tsx'

/** Only where nobody but this machine can look, and real mail is not sent: messages hold links that are keys. */
export function addOutbox(routes: Routes, house: House): void {
  routes.get(paths.outbox.pattern, anyone, async (visit, c) => {
    if (!(await house.outboxOpen(c))) throw new Problem('not-found')
    return visit.show(outboxPage(found(await house.mail.outbox())))
  })
}
