import { audit, NO_ORGANISATION } from '../platform/audit.ts'
import { instant } from '../platform/clock.ts'
import { asSystem, type Context, type Services } from '../platform/context.ts'
import { ownedBy } from '../platform/database/index.ts'
import type { Tx } from '../platform/database/tables.ts'
import { Problem } from '../platform/http/problem.ts'
import type { Edition } from './edition.ts'
import { editionFromJson } from './pack/compiled.ts'
import type { Fault } from './pack/fault.ts'
import { mayLoadEditions } from './policy.ts'
import { findEdition, putEdition, readEditions, rememberEdition } from './store.ts'
import { movedMeanings, structuralChanges } from './structure.ts'

export type PackLoaded =
  | {
      readonly ok: true
      readonly edition: Edition
      readonly outcome: 'added' | 'reworded' | 'unchanged'
      /** Why assessments under way can't take these words in the place of the last, where they can't. */
      readonly moved: readonly string[]
    }
  | { readonly ok: false; readonly because: 'faults'; readonly faults: readonly Fault[] }
  /** An edition of that name is there already, and this pack differs from it in more than words. */
  | { readonly ok: false; readonly because: 'structure'; readonly edition: Edition; readonly changes: readonly string[] }

/** Loads a pack from its YAML text. An edition that is there already may only change its words. */
export async function loadPack(context: Context, text: string, file: string): Promise<PackLoaded> {
  if (!mayLoadEditions(context.actor)) throw new Problem('not-allowed')
  // YAML and the checker are read in only when a pack is: the server starts without them.
  const { readPack } = await import('./pack/read.ts')
  const read = readPack(text, file)
  if (!read.ok) return { ok: false, because: 'faults', faults: read.faults }
  const loaded = await context.db.write((tx) => put(tx, context, read.edition, read.content, LOADED))
  await readEditions(context)
  return loaded
}

/** What the audit trail calls a pack that a person chose, and one that came with the program. */
const LOADED = 'framework.loaded'
const REGISTERED = 'framework.registered'

/**
 * Makes sure the packs that come with the program are there, at start-up. Words a newer version of the program has improved
 * are replaced, but never those of a pack that was loaded by hand.
 * @param compiled packs from `compilePack`
 * @throws Error when a pack differs in structure from the one in use, which is a mistake in this version of the program
 */
export async function registerBuiltIn(services: Services, compiled: readonly string[]): Promise<void> {
  const context = asSystem(services, 'start-up')
  for (const content of compiled) {
    const edition = editionFromJson(content)
    rememberEdition(edition)
    const current = await currentDigest(services, edition)
    if (current === edition.digest) continue
    await services.db.write(async (tx) => {
      if (current !== null && (await chosenByHand(tx, edition))) return
      const result = await put(tx, context, edition, content, REGISTERED)
      if (!result.ok && result.because === 'structure') throw new Error(refusalText(result.edition, result.changes))
    })
  }
  await readEditions(services)
}

/** Why a pack may not take the place of the edition in use, and what to do instead. */
export function refusalText(edition: Edition, changes: readonly string[]): string {
  return [
    `${edition.title}, edition ${edition.edition}, is already here, and this pack differs from it in more than words:`,
    ...changes.map((change) => `  - ${change}`),
    'Answers may already hang on what is here. Give the pack another edition name and load it beside this one.',
  ].join('\n')
}

async function put(tx: Tx, context: Context, edition: Edition, content: string, action: string): Promise<PackLoaded> {
  const current = await findEdition(tx, edition.id, edition.edition)
  if (current?.digest === edition.digest) return { ok: true, edition, outcome: 'unchanged', moved: [] }
  const changes = current ? structuralChanges(current, edition) : []
  if (current && changes.length > 0) return { ok: false, because: 'structure', edition: current, changes }

  await putEdition(tx, edition, content, instant(context.clock))
  await audit(tx, context, {
    organisationId: NO_ORGANISATION,
    action,
    subject: subjectOf(edition),
    detail: { digest: edition.digest, replaced: current?.digest ?? null },
  })
  return { ok: true, edition, outcome: current ? 'reworded' : 'added', moved: current ? movedMeanings(current, edition) : [] }
}

async function currentDigest({ db }: Services, { id, edition }: Edition): Promise<string | null> {
  const row = await db.read
    .selectFrom('framework_edition')
    .select('digest')
    .where('framework_id', '=', id)
    .where('edition', '=', edition)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  return row?.digest ?? null
}

async function chosenByHand(tx: Tx, edition: Edition): Promise<boolean> {
  const line = await ownedBy(tx, NO_ORGANISATION)
    .select('activity')
    .select('id')
    .where('action', '=', LOADED)
    .where('subject', '=', subjectOf(edition))
    .executeTakeFirst()
  return line !== undefined
}

function subjectOf({ id, edition }: Edition): string {
  return `framework/${id}/edition/${edition}`
}
