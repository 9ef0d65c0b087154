import { BlamefreeError } from '@blamefree/core'
import { z } from 'zod'
import type { House } from '../house.ts'
import { defineJob } from '../jobs/job-kind.ts'
import { announce } from '../store/outbox.ts'
import { withPage } from '../store/page-lock.ts'
import { changePage, findPage, pagesToLookAt, type PageRow } from '../store/pages.ts'
import { lookAtPage } from './look-at-page.ts'

/** A page is looked at again after so many hours, and so many at most each time: a place that counts our requests is not to notice. */
const CADENCE = { hours: 6, most: 25 }

/** Looks whether pages were changed over there, or are gone, without anybody asking. */
export const lookJob = defineJob({
  name: 'look-at-pages',
  sentence: 'Looks whether pages elsewhere were changed there, or are gone.',
  data: z.object({}),
  atOnce: 1,
  every: 900,
  async run(house, { signal }) {
    const counts = { looked: 0, unseen: 0 }
    for (const id of await pagesToLookAt(house.db.sql, CADENCE)) {
      if (signal.aborted) break
      // Whoever publishes it sees it anyway.
      const seen = await withPage(house.db, id, { patient: false, work: () => look(house, id, signal) })
      if (seen !== 'busy') counts[seen] += 1
    }
    return counts
  },
})

async function look(house: House, id: string, signal: AbortSignal): Promise<'looked' | 'unseen'> {
  const page = await findPage(house.db.sql, id)
  if (page === null) return 'unseen'
  try {
    await lookAtPage(house, page, { by: null, record: true, signal })
    return 'looked'
  } catch (error) {
    // When it is only this process that ends, the next one looks.
    if (!signal.aborted) await tellUnseen(house, page, error)
    return 'unseen'
  }
}

/** A place that is away is no news of the page: it stands as it did, and why nobody could look is said beside it. One page that we cannot look at keeps none of the others waiting. */
async function tellUnseen({ db, log }: House, { id, incident, postMortem, found }: PageRow, error: unknown): Promise<void> {
  const known = error instanceof BlamefreeError
  if (!known) log.error({ page: id, error: error instanceof Error ? error : null }, 'a page could not be looked at')
  const why = known ? `${error.message} ${error.hint}`.trim() : 'This is a fault of ours; the log has it.'
  await db.tx(async (tx) => {
    await changePage(tx, id, { unseen: why })
    if (found.unseen?.why !== why) await announce(tx, { kind: 'page.changed', incident, postMortem, data: { page: id } })
  })
}
