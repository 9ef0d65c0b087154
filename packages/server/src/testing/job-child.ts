// A process that works on the jobs of `effectJob` until it is killed: `node job-child.ts <database address>`.
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { House } from '../house.ts'
import { defineJob, type JobKind } from '../jobs/job-kind.ts'
import { openJobs } from '../jobs/jobs.ts'
import { openLog } from '../log.ts'
import { openDatabase } from '../store/database.ts'
import { announce } from '../store/outbox.ts'

/** Takes a while, and leaves one announcement. */
export const effectJob: JobKind = defineJob({
  name: 'effect',
  sentence: 'Leaves one announcement.',
  data: z.object({ number: z.number() }),
  atOnce: 3,
  again: { times: 5, first: 1, longest: 1 },
  async run(_house, { data, finish }) {
    await wait(60)
    await finish(async (tx) => {
      await announce(tx, { kind: 'effect', data })
      await wait(20)
    })
  },
})

const [, file, url] = process.argv
if (import.meta.filename === file && url !== undefined) {
  const db = await openDatabase({ url, dataDir: '', connections: 5 })
  const log = openLog('silent', () => undefined)
  const jobs = openJobs(db, log, { kinds: [effectJob], silence: 10 })
  await jobs.start({ db, log } as House)
}
