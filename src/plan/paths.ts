import { path } from '../platform/index.ts'

export const paths = {
  plan: path('/organisations/:organisation/plans/:plan'),
  order: path('/organisations/:organisation/plans/:plan/order'),
  newAction: path('/organisations/:organisation/plans/:plan/actions/new'),
  action: path('/organisations/:organisation/plans/:plan/actions/:action'),
  completion: path('/organisations/:organisation/plans/:plan/actions/:action/completion'),
  reopening: path('/organisations/:organisation/plans/:plan/actions/:action/reopening'),
  removal: path('/organisations/:organisation/plans/:plan/actions/:action/removal'),
  restoring: path('/organisations/:organisation/plans/:plan/actions/:action/restoring'),
} as const

/** Where an action stands on the plan's page. */
export function anchorOf(actionId: string): string {
  return `action-${actionId}`
}
