import type { Transaction } from 'kysely'
import type { House } from '../house.ts'
import { audienceOf } from '../store/audience.ts'
import type { OutboxEvent } from '../store/outbox.ts'
import type { Tables } from '../store/tables.ts'
import { insertDelivery, listWebhooks, outlinesOf, WHILE_ANY_ENABLED, type Webhook } from '../store/webhooks.ts'

/** Makes a delivery of every event for every webhook that wants it, once, over all processes. Ends with the outbox. */
export function fanOut({ db, outbox, jobs, publicUrl }: Pick<House, 'db' | 'outbox' | 'jobs' | 'publicUrl'>): void {
  const deliver = async (tx: Transaction<Tables>, events: readonly OutboxEvent[]): Promise<void> => {
    const webhooks = await listWebhooks(tx, { onlyEnabled: true })
    const wanted = events.filter((event) => webhooks.some((webhook) => wants(webhook, event)))
    if (wanted.length === 0) return
    const audience = await audienceOf(db, wanted, [])
    const outlines = await outlinesOf(db, ids(wanted, 'incident'), ids(wanted, 'postMortem'))
    for (const event of wanted) {
      const body = bodyOf(event, outlines, publicUrl)
      for (const webhook of webhooks) {
        if (!wants(webhook, event) || !audience.mayLeave(event, webhook.includesPrivate)) continue
        const delivery = await insertDelivery(tx, { webhook: webhook.id, event: event.id, kind: event.kind, incident: event.incident, body })
        await jobs.enqueue(tx, 'webhook', { delivery })
      }
    }
  }
  outbox.consume('webhooks', deliver, WHILE_ANY_ENABLED)
}

const ids = (events: readonly OutboxEvent[], of: 'incident' | 'postMortem'): string[] => [...new Set(events.flatMap((event) => event[of] ?? []))]

function wants({ kinds }: Webhook, event: OutboxEvent): boolean {
  return kinds.length === 0 || kinds.some((kind) => event.kind === kind || event.kind.startsWith(`${kind}.`))
}

/** A message as Standard Webhooks has it: `type`, `timestamp`, `data`. Whoever wants more reads it from the API, with rights of their own. */
export function bodyOf(
  { id, at, kind, incident, postMortem, data }: OutboxEvent,
  outlines: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
  publicUrl: string,
): string {
  return JSON.stringify({
    type: kind,
    timestamp: at,
    data: {
      event: id,
      incident: incident === null ? null : { id: incident, url: `${publicUrl}/incidents/${incident}`, ...outlines.get(incident) },
      postMortem: postMortem === null ? null : { id: postMortem, url: `${publicUrl}/post-mortems/${postMortem}`, ...outlines.get(postMortem) },
      // Of what is hidden, or gone, nothing but the ids.
      ...(incident === null || outlines.has(incident) ? data : {}),
    },
  })
}
