import { signedHeaders } from '@blamefree/adapters'
import { BlamefreeError } from '@blamefree/core'
import { z } from 'zod'
import type { House } from '../house.ts'
import { defineJob, type RunningJob } from '../jobs/job-kind.ts'
import { now } from '../now.ts'
import { SYSTEM } from '../people/principal.ts'
import { audienceOf } from '../store/audience.ts'
import { recordDeed } from '../store/audit.ts'
import { changeWebhook, findDelivery, findWebhook, recordAttempt, sealedSecret, type Delivery, type Webhook } from '../store/webhooks.ts'
import type { OutboundAnswer } from '../world/outbound.ts'

const DAY = 86_400

/** Sends one message to a webhook. Twelve more tries over about half a day; the message's id stays the same, so that who had it already can tell. */
export const webhookJob = defineJob({
  name: 'webhook',
  sentence: 'Tells another system what happened.',
  data: z.object({ delivery: z.uuid() }),
  atOnce: 4,
  again: { times: 12, first: 10, longest: DAY / 4 },
  minutes: 2,
  async run(house, job) {
    const delivery = await findDelivery(house.db, job.data.delivery)
    const webhook = delivery === null ? null : await findWebhook(house.db.sql, delivery.webhook)
    if (delivery === null || webhook === null || delivery.state === 'delivered') return
    const off = await whyNot(house, webhook, delivery)
    if (off !== null) return await job.finish((tx) => recordAttempt(tx, delivery.id, { state: 'failed', status: null, error: off }))
    await attempt(house, job, { webhook, delivery })
  },
})

/** Asked anew before each attempt: it may have been switched off, and the incident hidden, since. */
async function whyNot({ db }: House, webhook: Webhook, { incident, kind }: Delivery): Promise<string | null> {
  if (!webhook.enabled && kind !== PING) return 'The webhook is switched off.'
  if (incident === null) return null
  const event = { id: 0, at: now(), kind, incident, postMortem: null, member: null, data: {} }
  return (await audienceOf(db, [event], [])).mayLeave(event, webhook.includesPrivate) ? null : 'It may not leave any longer.'
}

/** The kind of a message that only tries the way. */
export const PING = 'webhook.ping'

async function attempt(
  house: House,
  job: RunningJob<unknown>,
  { webhook, delivery }: { readonly webhook: Webhook; readonly delivery: Delivery },
): Promise<void> {
  const answer = await send(house, webhook, delivery).catch((error: unknown) => (error instanceof BlamefreeError ? error : Promise.reject(error as Error)))
  if (!(answer instanceof BlamefreeError) && answer.status >= 200 && answer.status < 300)
    return await job.finish((tx) => recordAttempt(tx, delivery.id, { state: 'delivered', status: answer.status, error: null }))
  const status = answer instanceof BlamefreeError ? null : answer.status
  const error = answer instanceof BlamefreeError ? answer.message : `It answered ${answer.status}.`
  if (status === 410) {
    return await job.finish(async (tx) => {
      await recordAttempt(tx, delivery.id, { state: 'failed', status, error })
      await changeWebhook(tx, webhook.id, { enabled: false, because: 'It answered that it is gone for good (410).' })
      await recordDeed(tx, SYSTEM, { action: 'webhook.disable', subject: webhook.id, after: { status } })
    })
  }
  await recordAttempt(house.db.sql, delivery.id, { state: job.last ? 'failed' : 'waiting', status, error })
  throw new BlamefreeError('webhook/not-taken', `The webhook was not delivered: ${error}`, 'It is tried again.')
}

async function send({ db, secrets, outbound }: House, { id, url }: Webhook, delivery: Delivery): Promise<OutboundAnswer> {
  const sealed = await sealedSecret(db.sql, id)
  const secret = sealed === null ? '' : secrets.unseal(`webhook ${id}`, sealed)
  const seconds = Math.floor(Date.parse(now()) / 1000)
  const headers = { 'content-type': 'application/json', ...signedHeaders(secret, { id: delivery.id, seconds, body: delivery.body }) }
  return await outbound.send({ method: 'POST', url, headers, body: delivery.body, within: 15_000, most: 64 * 1024 })
}
