import type { Transaction } from 'kysely'
import type { House } from '../house.ts'
import { readArchive } from '../store/archive.ts'
import { ofKind, type OutboxEvent } from '../store/outbox.ts'
import type { Tables } from '../store/tables.ts'

/** Seconds for whatever else follows a publication, such as its page elsewhere, to be in the archive too. */
const A_MOMENT = 60

const PUBLISHED = 'post-mortem.published'

/** Keeps the archive after each publication where that is wanted, once for those that come together. Ends with the outbox. */
export function archiveOnPublication({ outbox, jobs }: Pick<House, 'outbox' | 'jobs'>): void {
  const archive = async (tx: Transaction<Tables>, events: readonly OutboxEvent[]): Promise<void> => {
    if (!events.some(({ kind }) => kind === PUBLISHED)) return
    const kept = await readArchive(tx)
    if (kept?.often === 'published' && kept.connection !== null)
      await jobs.enqueue(tx, 'archive', { why: 'published' }, { key: 'archive published', after: A_MOMENT })
  }
  outbox.consume('archive', archive, ofKind(PUBLISHED))
}
