import { type Owned, prepared } from '../../platform/index.ts'
import type { Exemption } from '../rules.ts'

const exemptions = prepared((own: Owned, assessmentId: string) =>
  own.select('exemption').selectAll().where('assessment_id', '=', assessmentId).orderBy('standard'),
)

export async function exemptionsOf(own: Owned, assessmentId: string): Promise<readonly Exemption[]> {
  const rows = await exemptions(own, assessmentId)
  return rows.map((row) => ({
    standard: row.standard,
    mark: row.mark,
    level: row.level,
    awardedOn: row.awarded_on,
    expiresOn: row.expires_on,
  }))
}
