import type { House } from '../house.ts'
import { readArchive } from '../store/archive.ts'

/** Seconds for whatever else follows a publication, such as its page elsewhere, to be in the archive too. */
const A_MOMENT = 60

/** Keeps the archive after each publication where that is wanted, once for those that come together. Ends with the outbox. */
export function archiveOnPublication({ outbox, jobs }: Pick<House, 'outbox' | 'jobs'>): void {
  outbox.consume('archive', async (tx, events) => {
    if (!events.some(({ kind }) => kind === 'post-mortem.published')) return
    const archive = await readArchive(tx)
    if (archive?.often === 'published' && archive.connection !== null)
      await jobs.enqueue(tx, 'archive', { why: 'published' }, { key: 'archive published', after: A_MOMENT })
  })
}
