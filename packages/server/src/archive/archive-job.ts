import { BlamefreeError } from '@blamefree/core'
import { z } from 'zod'
import type { House } from '../house.ts'
import { defineJob, type RunningJob } from '../jobs/job-kind.ts'
import { now } from '../now.ts'
import { changeArchive, readArchive, type ArchiveChange, type ArchiveRow } from '../store/archive.ts'
import { announce } from '../store/outbox.ts'
import { withPage } from '../store/page-lock.ts'
import { archiveNow } from './archive-now.ts'

/** Why it runs: it may be time, a post-mortem was published, or somebody asked. */
const Why = z.object({ why: z.enum(['due', 'published', 'asked']).default('due') })

/** Keeps the archive of everything in a repository. Tried again for an hour or so when that does not answer. */
export const archiveJob = defineJob({
  name: 'archive',
  sentence: 'Keeps the archive of everything in a Git repository.',
  data: Why,
  atOnce: 1,
  every: 3600,
  again: { times: 5, first: 30, longest: 1800 },
  minutes: 45,
  async run(house, job) {
    const done = await withPage(house.db, 'archive', { patient: false, work: () => archive(house, job) })
    if (done === 'busy' && job.data.why !== 'due') throw new BlamefreeError('archive/busy', 'The archive is being kept by somebody else.', 'It is tried again.')
  },
})

async function archive(house: House, job: RunningJob<z.infer<typeof Why>>): Promise<void> {
  const row = await readArchive(house.db.sql)
  if (row === null || !isWanted(row, job)) return
  let change: ArchiveChange
  try {
    await tell(house, row, { state: 'running', tried: true })
    change = await archiveNow(house, row, job)
  } catch (error) {
    if (job.signal.aborted) throw error
    const known = error instanceof BlamefreeError ? `${error.message} ${error.hint}`.trim() : 'It could not be kept. This is a fault of ours; the log has it.'
    const again = !job.last && mayPass(error)
    change = { state: 'failed', sentence: again ? `${known} It is tried again by itself.` : known }
    if (again || !(error instanceof BlamefreeError)) {
      await tell(house, row, change)
      throw error
    }
  }
  // No line of the audit log: it is in the archive, and each archive would be the reason for the next.
  await job.finish(async (tx) => {
    await changeArchive(tx, row, change)
    await announce(tx, { kind: 'archive.changed', data: { state: change.state } })
    return { state: change.state, made: change.made === true }
  })
}

/** Somewhat less than a day, in milliseconds, so that it is not later every day. */
const A_DAY = 23.5 * 3_600_000

function isWanted({ connection, often, triedAt }: ArchiveRow, { data: { why }, attempt }: RunningJob<z.infer<typeof Why>>): boolean {
  if (connection === null) return false
  if (why === 'asked' || attempt > 1) return true
  if (why === 'published') return often === 'published'
  return often !== 'off' && (triedAt === null || Date.parse(now()) - Date.parse(triedAt) > A_DAY)
}

/** Whether the next time may go better. What else is told in a sentence will be the same again, and each time all of it would be exported. */
function mayPass(error: unknown): boolean {
  return !(error instanceof BlamefreeError) || /^(?:git\/(?:unreachable|busy|failed)|outbound\/unreachable|archive\/not-asked)$/.test(error.code)
}

async function tell({ db }: House, row: ArchiveRow, change: ArchiveChange): Promise<void> {
  await db.tx(async (tx) => {
    await changeArchive(tx, row, change)
    await announce(tx, { kind: 'archive.changed', data: { state: change.state } })
  })
}
