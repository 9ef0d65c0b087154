import { BlamefreeError } from '@blamefree/core'
import { z } from 'zod'
import { Refusal } from '../api/refusal.ts'
import { loadDelivery } from '../intake/queued-intake.ts'
import { setIntakeProgress, settleIntake } from '../store/intake-rows.ts'
import { defineJob } from './job-kind.ts'

/** Reads a large delivery and writes the incident. */
export const intakeJob = defineJob({
  name: 'intake',
  sentence: 'Reads records that were too large to be read while their sender waits.',
  data: z.object({ intake: z.uuid() }),
  oneEach: true,
  again: { times: 3, first: 5, longest: 60 },
  async run({ db, intake }, { data, last, progress, finish }) {
    const delivery = await loadDelivery({ db }, data.intake)
    if (delivery === null) return
    try {
      const tell = async (done: number): Promise<void> => {
        const state = { step: done < delivery.payloads.length ? 'reading' : 'writing', done, of: delivery.payloads.length }
        await setIntakeProgress(db.sql, data.intake, state)
        await progress(state)
      }
      await tell(0)
      const write = await intake.prepare(delivery, tell)
      await finish(async (tx) => {
        const { incident, outcome, readings } = await write(tx)
        await settleIntake(tx, data.intake, { incident: incident.id, result: { incident, outcome, readings } })
        return { incident: incident.id, outcome }
      })
    } catch (error) {
      if (last || (error instanceof BlamefreeError && !isForNow(error))) await settleIntake(db.sql, data.intake, { error: said(error) })
      throw error
    }
  },
})

/** What is not for the records to answer for, and may be otherwise when the job is tried again. */
const isForNow = (error: BlamefreeError): boolean => error instanceof Refusal && error.status === 503

function said(error: unknown): { code: string; message: string; hint?: string } {
  if (error instanceof BlamefreeError) return { code: error.code, message: error.message, hint: error.hint }
  return { code: 'fault', message: 'Something that should not happen did.', hint: 'The log has it. The records are kept; hand them in again.' }
}
