import { type Owned, type OwnedTx, prepared } from '../../platform/index.ts'
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

export async function insertExemption(own: OwnedTx, assessmentId: string, exemption: Exemption, at: string): Promise<void> {
  await own
    .insert('exemption', {
      assessment_id: assessmentId,
      standard: exemption.standard,
      mark: exemption.mark,
      level: exemption.level,
      awarded_on: exemption.awardedOn,
      expires_on: exemption.expiresOn,
      recorded_at: at,
    })
    .execute()
}

/** @returns false when there was none */
export async function deleteExemption(own: OwnedTx, assessmentId: string, standard: number): Promise<boolean> {
  const { numDeletedRows } = await own
    .delete('exemption')
    .where('assessment_id', '=', assessmentId)
    .where('standard', '=', standard)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows) > 0
}
