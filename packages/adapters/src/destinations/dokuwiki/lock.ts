import { numberAt, textAt } from '@blamefree/core'
import { refused } from './api-error.ts'
import { call, type Inside } from './call.ts'

/** What an account needs to edit a page: 2 of `AUTH_NONE`, `AUTH_READ`, `AUTH_EDIT` … */
const MAY_EDIT = 2

/**
 * Takes the lock of a page, so that nobody begins to write it meanwhile. Gives the page’s id as the wiki has cleaned it (`über` → `ueber`); null where somebody is writing.
 * Throws where the account may not edit the page.
 */
export async function holdLock(id: string, inside: Inside): Promise<string | null> {
  const set = await call('dokuwiki.setLocks', [{ lock: [id], unlock: [] }], inside)
  if ('fault' in set) throw refused('write the page', set.fault)
  // Not what failed: newer releases count an id that they have cleaned there.
  const locked = textAt(set.value, 'locked', 0)
  if (locked !== null) return locked
  const rights = await call('wiki.aclCheck', [id], inside)
  if ('fault' in rights) throw refused('write the page', rights.fault)
  const level = numberAt({ level: rights.value }, 'level')
  if (level !== null && level < MAY_EDIT) throw refused('write the page', { code: 'forbidden', words: '' })
  return null
}

/** Lets go of the lock where nothing was written; throws the error that is given. A lock that stays is ours, and ends by itself. */
export async function letGo(id: string, inside: Inside): Promise<void>
export async function letGo(id: string, inside: Inside, error: unknown): Promise<never>
export async function letGo(id: string, inside: Inside, error: unknown = null): Promise<void> {
  await call('dokuwiki.setLocks', [{ lock: [], unlock: [id] }], inside).catch(() => undefined)
  if (error !== null) throw error
}
