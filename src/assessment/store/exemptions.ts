import type { Selectable } from 'kysely'
import { type Owned, type OwnedTx, prepared } from '../../platform/index.ts'
import type { Exemption } from '../rules.ts'
import type { ExemptionTable } from '../tables.ts'

const exemptions = prepared((own: Owned, assessmentId: string) =>
  own.select('exemption').selectAll().where('assessment_id', '=', assessmentId).orderBy('standard'),
)

export async function exemptionsOf(own: Owned, assessmentId: string): Promise<readonly Exemption[]> {
  return (await exemptions(own, assessmentId)).map(toExemption)
}

/** An exemption, and when it was recorded. */
export type RecordedExemption = Exemption & { readonly recordedAt: string }

export async function recordedExemptions(own: Owned, assessmentId: string): Promise<readonly RecordedExemption[]> {
  return (await exemptions(own, assessmentId)).map((row) => ({ ...toExemption(row), recordedAt: row.recorded_at }))
}

/** The same of several assessments at once, by assessment; one without any is missing. */
export async function exemptionsOfEach(
  own: Owned,
  assessmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Exemption[]>> {
  if (assessmentIds.length === 0) return new Map()
  const rows = await own.select('exemption').selectAll().where('assessment_id', 'in', assessmentIds).orderBy('standard').execute()
  const each = Map.groupBy(rows, (row) => row.assessment_id)
  return new Map([...each].map(([id, marks]) => [id, marks.map(toExemption)]))
}

function toExemption(row: Selectable<ExemptionTable>): Exemption {
  return { standard: row.standard, mark: row.mark, level: row.level, awardedOn: row.awarded_on, expiresOn: row.expires_on }
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

export async function deleteExemption(own: OwnedTx, assessmentId: string, standard: number): Promise<void> {
  await own.delete('exemption').where('assessment_id', '=', assessmentId).where('standard', '=', standard).execute()
}
