import { BlamefreeError } from '@blamefree/core'
import { z } from 'zod'
import type { House } from '../house.ts'
import { defineJob, type RunningJob } from '../jobs/job-kind.ts'
import { recordDeed } from '../store/audit.ts'
import { announce } from '../store/outbox.ts'
import { withPage } from '../store/page-lock.ts'
import { changePage, findPage, type PageChangeRow, type PageRow } from '../store/pages.ts'
import { publishNow, type EndedPublishing } from './publish-now.ts'

/** Publishes a post-mortem to a place, or brings its page there up to date. Tried again for about an hour when the place does not answer; nothing waits for it. */
export const publishJob = defineJob({
  name: 'publish-page',
  sentence: 'Publishes a post-mortem to a place of another system.',
  data: z.object({ page: z.uuid() }),
  again: { times: 8, first: 10, longest: 1200 },
  minutes: 15,
  async run(house, job) {
    const done = await withPage(house.db, job.data.page, { patient: true, work: () => publish(house, job) })
    if (done === 'busy') throw new BlamefreeError('pages/busy', 'The page is being published by somebody else.', 'It is tried again.')
  },
})

async function publish(house: House, job: RunningJob<{ readonly page: string }>): Promise<void> {
  const page = await findPage(house.db.sql, job.data.page)
  if (page === null) return
  const ended = await tried(house, page, job)
  if (ended === null) return
  const { id, incident, postMortem } = page
  const { change, actor, kind } = ended
  await job.finish(async (tx) => {
    await changePage(tx, id, change, page.choice)
    const details = { connection: page.connection, ended: kind, ...(change.written === undefined ? {} : { url: change.written.ref.url }) }
    await recordDeed(tx, actor, { action: 'page.publish', incident, subject: id, after: details })
    await announce(tx, { kind: change.written === undefined ? 'page.changed' : 'page.published', incident, postMortem, data: { page: id, ended: kind } })
    return { page: id, ended: kind }
  })
}

/** What came of it. A failure is said on the page, and thrown so that it is tried again; but not when it is only this process that ends. */
async function tried(house: House, page: PageRow, job: RunningJob<unknown>): Promise<EndedPublishing | null> {
  try {
    await tell(house, page, { state: 'publishing', sentence: null })
    return await publishNow(house, page, job)
  } catch (error) {
    if (job.signal.aborted) throw error
    // What is told in a sentence is for whoever looks at the page; anything else has to be looked for in the log.
    const known =
      error instanceof BlamefreeError ? `${error.message} ${error.hint}`.trim() : 'It could not be published. This is a fault of ours; the log has it.'
    await tell(house, page, { state: 'failed', sentence: job.last ? known : `${known} It is tried again by itself.` })
    throw error
  }
}

async function tell({ db }: House, { id, incident, postMortem }: PageRow, change: PageChangeRow): Promise<void> {
  await db.tx(async (tx) => {
    await changePage(tx, id, change)
    await announce(tx, { kind: 'page.changed', incident, postMortem, data: { page: id } })
  })
}
