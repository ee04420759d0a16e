import { createThrottle, type Limit, type MemberVisit } from '../accounts/index.ts'
import { type EvidenceRead, readNewEvidence } from '../evidence/index.ts'
import type { Form } from '../platform/index.ts'

/** Enough for adding a whole folder of policies in one sitting, too few to fill a disk. */
const UPLOADS: Limit = { name: 'upload', tries: 200, seconds: 60 * 60 }

/** Reads new evidence from a form; a person who has added a great many files in the last hour is asked to wait. */
export async function readEvidence(visit: MemberVisit, form: Form): Promise<EvidenceRead> {
  const throttle = createThrottle(visit)
  for (const _upload of form.uploads) {
    if (await throttle.allows(UPLOADS, visit.person.id)) continue
    return {
      ok: false,
      errors: { evidenceFile: 'You have added a great many files in the last hour. Wait a little, then add this one again.' },
    }
  }
  return readNewEvidence(form, visit.files)
}
