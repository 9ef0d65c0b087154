import { BlamefreeError } from '@blamefree/core'
import { z } from 'zod'
import { defineJob } from '../jobs/job-kind.ts'
import { withPage } from '../store/page-lock.ts'
import { changePage, findPage, pagesToLookAt } from '../store/pages.ts'
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
    let looked = 0
    for (const id of await pagesToLookAt(house.db.sql, CADENCE)) {
      if (signal.aborted) break
      // Whoever publishes it sees it anyway.
      await withPage(house.db, id, { patient: false, work: () => look(id) })
      looked += 1
    }
    return { looked }

    async function look(id: string): Promise<void> {
      const page = await findPage(house.db.sql, id)
      if (page === null) return
      try {
        await lookAtPage(house, page, { by: null, record: true, signal })
      } catch (error) {
        if (!(error instanceof BlamefreeError)) throw error
        // The next time is as good; a place that is away is no news of the page.
        await changePage(house.db.sql, id, { looked: true })
      }
    }
  },
})
