import { z } from 'zod'
import { removeOldArtifacts } from '../store/artifacts.ts'
import { removeOldKeys } from '../store/idempotency.ts'
import { removeOldProgress } from '../store/job-rows.ts'
import { removeOldEvents } from '../store/outbox.ts'
import { removeOldPasswordResets } from '../store/password-resets.ts'
import { removeOldArrivals } from '../store/raw-arrival.ts'
import { countSectionsToWrite } from '../store/sections-to-write.ts'
import { removeOldDeliveries } from '../store/webhooks.ts'
import { defineJob } from './job-kind.ts'

/** How long events are kept for those who come back, in days. */
const EVENT_DAYS = 7

/** Removes what nobody needs any longer. */
export const housekeepingJob = defineJob({
  name: 'housekeeping',
  sentence: 'Removes events, answers, progress and made files that are too old to be asked for, and what is left of uploads that were cut off.',
  data: z.object({}),
  atOnce: 1,
  every: 3600,
  async run({ db }) {
    await removeOldEvents(db, EVENT_DAYS)
    await removeOldKeys(db)
    await removeOldProgress(db)
    await removeOldDeliveries(db)
    await removeOldArtifacts(db)
    await removeOldArrivals(db)
    await removeOldPasswordResets(db)
    await countSectionsToWrite(db)
  },
})
