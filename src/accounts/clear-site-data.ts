import type { Context as HonoContext } from 'hono'
import type { KeepDrafts } from '../browser/index.ts'
import type { Form } from '../platform/index.ts'

/** The field by which a script says that the browser holds unsent words of somebody else, who has not been asked. */
const KEEP_DRAFTS: KeepDrafts = 'keepDrafts'

/**
 * Has the browser forget what it holds of this site, when somebody leaves it (ASVS 5.0, 14.3.1): what it cached, and what our
 * scripts keep of words that were not sent. The script has asked about those (`src/browser/autosave/leaving.ts`); where no script
 * runs there are none. Cookies stay: one of them says that this browser is a known one (`known-device.ts`), and the session's goes
 * by name.
 */
export function clearSiteData(c: HonoContext, form: Form): void {
  c.header('clear-site-data', form.has(KEEP_DRAFTS) ? '"cache"' : '"cache", "storage"')
}
