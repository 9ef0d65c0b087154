import { archiveJob } from '../archive/archive-job.ts'
import { lookJob } from '../pages/look-job.ts'
import { publishJob } from '../pages/publish-job.ts'
import { webhookJob } from '../webhooks/webhook-job.ts'
import { exportJob } from './export-job.ts'
import { housekeepingJob } from './housekeeping-job.ts'
import { reminderJob } from './reminder-job.ts'
import { intakeJob } from './intake-job.ts'
import type { JobKind } from './job-kind.ts'

/** Every kind of job. A new kind is a file and a line here. */
export const ALL_JOBS: readonly JobKind[] = [housekeepingJob, exportJob, reminderJob, intakeJob, webhookJob, publishJob, lookJob, archiveJob]
