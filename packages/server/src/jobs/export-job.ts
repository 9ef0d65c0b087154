import { BlamefreeError } from '@blamefree/core'
import { z } from 'zod'
import { destinationOf } from '../documents/destination-of.ts'
import { exportPostMortem, ExportOptions } from '../documents/export-post-mortem.ts'
import { askedArtifact, beginArtifact, failArtifact, finishArtifact } from '../store/artifacts.ts'
import { readPostMortem } from '../store/post-mortems.ts'
import { defineJob } from './job-kind.ts'

/** Makes a file of a post-mortem that is too large to be waited for. */
export const exportJob = defineJob({
  name: 'export',
  sentence: 'Makes a file of a post-mortem.',
  data: z.object({ artifact: z.uuid() }),
  again: { times: 2, first: 5, longest: 60 },
  async run({ db }, { data, last, finish, progress }) {
    const asked = await askedArtifact(db.sql, data.artifact)
    const stored = asked === null ? null : await readPostMortem(db, asked.postMortem)
    const destination = asked === null ? null : destinationOf(asked.destination)
    if (asked === null || stored === null || destination === null) return await finish(() => Promise.resolve({ gone: true }))
    await beginArtifact(db.sql, data.artifact)
    await progress({ step: 'rendering' })
    try {
      const made = await exportPostMortem(db, stored, { destination, options: ExportOptions.parse(asked.options) })
      await finish(async (tx) => {
        await finishArtifact(tx, data.artifact, made)
        return { artifact: data.artifact, postMortem: stored.id }
      })
    } catch (error) {
      // What is said in a sentence will be the same next time.
      if (!(error instanceof BlamefreeError) && !last) throw error
      const sentence =
        error instanceof BlamefreeError ? `${error.message} ${error.hint}`.trim() : 'The file could not be made. This is a fault of ours; the log has it.'
      await finish(async (tx) => await failArtifact(tx, data.artifact, sentence))
      if (!(error instanceof BlamefreeError)) throw error
    }
  },
})
