/** Drafts in localStorage, and which page a draft belongs to. */
import { DRAFTS, type Draft, draftKey, parseDraft } from './draft.ts'

/** How long to wait for the page before this one to let go of its draft. */
const PATIENCE = 300

export function readDraft(key: string): Draft | null {
  try {
    return parseDraft(localStorage.getItem(key))
  } catch {
    return null
  }
}

/** False when the browser would not: full, or storage is not allowed. */
export function writeDraft(key: string, draft: Draft | null): boolean {
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft))
    else localStorage.removeItem(key)
    return true
  } catch {
    return draft === null
  }
}

/** Keys of every draft of this person; nobody else's. */
export function draftKeys(person: string): readonly string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(draftKey(person)))
  } catch {
    return []
  }
}

/** Key in sessionStorage: whose drafts the next page removes, if they have signed out by then. */
const LEFT = 'mentormark:left'

/**
 * Somebody leaves this browser, and has agreed to leave unsent words behind. The reply to their signing out has the browser forget
 * everything; where it holds somebody else's drafts it must not, so the next page removes theirs alone.
 * @returns true when somebody else's drafts are to stay
 */
export function leaveDrafts(person: string): boolean {
  try {
    const others = Object.keys(localStorage).some((key) => key.startsWith(DRAFTS) && !key.startsWith(draftKey(person)))
    if (others) sessionStorage.setItem(LEFT, person)
    return others
  } catch {
    return false
  }
}

/** On a page for nobody: removes the drafts of whoever has just left. */
export function removeLeftDrafts(): void {
  try {
    const person = sessionStorage.getItem(LEFT)
    if (person === null) return
    sessionStorage.removeItem(LEFT)
    for (const key of draftKeys(person)) localStorage.removeItem(key)
  } catch {
    // Storage is not allowed, so it holds nothing.
  }
}

/**
 * Makes this page the only one that writes and sends the draft under `key`, until the returned function is called or the page
 * is gone; null when another tab has it. Two tabs then never send each other's words, nor write over them.
 * Browsers without locks (none on https) share.
 */
export function claim(key: string): Promise<(() => void) | null> {
  const { locks } = navigator
  if (!locks) return Promise.resolve(() => {})
  return new Promise((resolve) => {
    locks
      .request(key, { signal: AbortSignal.timeout(PATIENCE) }, () => new Promise<void>((release) => resolve(() => release())))
      .catch(() => resolve(null))
  })
}
