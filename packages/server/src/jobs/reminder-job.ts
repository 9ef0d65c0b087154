import { z } from 'zod'
import { claimOverdue, type Overdue } from '../store/overdue.ts'
import { defineJob } from './job-kind.ts'

/** Reminds owners of follow-ups whose day has passed: by mail, once a day, without a word of what they are about. */
export const reminderJob = defineJob({
  name: 'reminders',
  sentence: 'Reminds people of follow-ups that are overdue.',
  data: z.object({}),
  atOnce: 1,
  every: 3600,
  async run({ mail, publicUrl }, { finish }) {
    if (!mail.works) return
    let late: Overdue[] = []
    await finish(async (tx) => {
      late = await claimOverdue(tx)
      return { reminded: late.length }
    })
    // Claimed and not sent is a day without a reminder; sent and not claimed would be one every hour.
    for (const { email, count, since } of late) {
      const subject = count === 1 ? 'A follow-up of yours is overdue' : `${count} follow-ups of yours are overdue`
      await mail.send({
        to: email,
        subject,
        text: `${subject}, since ${since}.\n\nClose them, give them another day, or say why they will not be done:\n${publicUrl}/follow-ups\n`,
      })
    }
  },
})
