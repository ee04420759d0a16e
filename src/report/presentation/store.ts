import type { Instant, Owned, OwnedTx } from '../../platform/index.ts'
import type { Logo } from './logo.ts'
import type { Foreword } from './rules.ts'
import './tables.ts'

export async function findLogo(own: Owned): Promise<Logo | null> {
  const row = await own.select('report_logo').select(['type', 'content', 'width', 'height']).executeTakeFirst()
  if (!row) return null
  const type = row.type === 'image/jpeg' ? row.type : 'image/png'
  return { type, content: Buffer.from(row.content, 'base64'), width: row.width, height: row.height }
}

export async function hasLogo(own: Owned): Promise<boolean> {
  return (await own.select('report_logo').select('type').executeTakeFirst()) !== undefined
}

export async function putLogo(own: OwnedTx, logo: Logo, by: { readonly at: Instant; readonly who: string }): Promise<void> {
  const { type, content, width, height } = logo
  const row = { type, content: content.toString('base64'), width, height, set_at: by.at, set_by: by.who }
  await own
    .insert('report_logo', row)
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(row))
    .execute()
}

export async function deleteLogo(own: OwnedTx): Promise<void> {
  await own.delete('report_logo').execute()
}

/** An assessment without a foreword has an empty one, at revision 0. */
export async function forewordOf(own: Owned, assessmentId: string): Promise<Foreword & { readonly revision: number }> {
  const row = await own
    .select('report_foreword')
    .select(['foreword', 'signed_by', 'revision'])
    .where('assessment_id', '=', assessmentId)
    .executeTakeFirst()
  return { foreword: row?.foreword ?? '', signedBy: row?.signed_by ?? '', revision: row?.revision ?? 0 }
}

export async function putForeword(
  own: OwnedTx,
  assessmentId: string,
  { foreword, signedBy, revision }: Foreword & { readonly revision: number },
  by: { readonly at: Instant; readonly who: string },
): Promise<void> {
  const row = { foreword, signed_by: signedBy, revision, changed_at: by.at, changed_by: by.who }
  await own
    .insert('report_foreword', { assessment_id: assessmentId, ...row })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'assessment_id']).doUpdateSet(row))
    .execute()
}

/** How many reports of an organisation have a foreword. */
export async function countForewords(own: Owned): Promise<number> {
  const { forewords } = await own
    .select('report_foreword')
    .select((e) => e.fn.countAll().as('forewords'))
    .where('foreword', '!=', '')
    .executeTakeFirstOrThrow()
  return Number(forewords)
}

/** The forewords that somebody wrote last. */
export async function forewordsBy(own: Owned, personId: string) {
  const rows = await own
    .select('report_foreword')
    .select(['assessment_id', 'foreword', 'signed_by', 'changed_at'])
    .where('changed_by', '=', personId)
    .where('foreword', '!=', '')
    .orderBy('assessment_id')
    .execute()
  return rows.map((row) => ({
    assessment: row.assessment_id,
    foreword: row.foreword,
    signedBy: row.signed_by,
    changedAt: row.changed_at,
  }))
}
