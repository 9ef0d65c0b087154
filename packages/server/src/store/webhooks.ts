import type { Instant } from '@blamefree/core'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Principal } from '../people/principal.ts'
import type { Database } from './database.ts'
import { newId } from './identity.ts'
import { JOBS_SCHEMA } from './job-rows.ts'
import type { Tables } from './tables.ts'
import { visible } from './things.ts'

/** An address of another system that is told what happens here. */
export interface Webhook {
  readonly id: string
  readonly name: string
  readonly url: string
  /** Kinds (`incident.changed`) and things (`incident`); empty: all. */
  readonly kinds: readonly string[]
  readonly enabled: boolean
  /** Why it was switched off by itself; null when it was not. */
  readonly disabledBecause: string | null
  readonly includesPrivate: boolean
  readonly createdBy: string
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

export interface WebhookChange {
  readonly name?: string | undefined
  readonly url?: string | undefined
  readonly kinds?: readonly string[] | undefined
  readonly enabled?: boolean | undefined
  readonly includesPrivate?: boolean | undefined
}

const COLUMNS = ['id', 'name', 'url', 'kinds', 'enabled', 'disabled_because', 'includes_private', 'created_by', 'created_at', 'updated_at'] as const

/** Which events concern webhooks: none while there is no webhook that wants any. */
export const WHILE_ANY_ENABLED = sql`exists (select from webhook where enabled)`

export async function listWebhooks(store: Kysely<Tables>, { onlyEnabled = false }: { readonly onlyEnabled?: boolean } = {}): Promise<Webhook[]> {
  const rows = await store
    .selectFrom('webhook')
    .select(COLUMNS)
    .$if(onlyEnabled, (query) => query.where('enabled', '=', true))
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(webhookOf)
}

export async function findWebhook(store: Kysely<Tables>, id: string): Promise<Webhook | null> {
  const row = await store.selectFrom('webhook').select(COLUMNS).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : webhookOf(row)
}

export async function insertWebhook(
  tx: Transaction<Tables>,
  {
    id,
    sealed,
    by,
    ...webhook
  }: Required<Omit<WebhookChange, 'enabled'>> & {
    readonly id: string
    readonly name: string
    readonly url: string
    readonly sealed: Buffer
    readonly by: string
  },
): Promise<Webhook> {
  const row = await tx
    .insertInto('webhook')
    .values({
      id,
      name: webhook.name,
      url: webhook.url,
      kinds: [...(webhook.kinds ?? [])],
      includes_private: webhook.includesPrivate ?? false,
      sealed_secret: sealed,
      created_by: by,
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  return webhookOf(row)
}

export async function changeWebhook(
  tx: Transaction<Tables>,
  id: string,
  change: WebhookChange & { readonly sealed?: Buffer; readonly because?: string },
): Promise<Webhook | null> {
  const row = await tx
    .updateTable('webhook')
    .set({
      updated_at: sql<string>`now()`,
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.url === undefined ? {} : { url: change.url }),
      ...(change.kinds === undefined ? {} : { kinds: [...change.kinds] }),
      ...(change.includesPrivate === undefined ? {} : { includes_private: change.includesPrivate }),
      ...(change.sealed === undefined ? {} : { sealed_secret: change.sealed }),
      ...(change.enabled === undefined ? {} : { enabled: change.enabled, disabled_because: change.because ?? null }),
    })
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirst()
  return row === undefined ? null : webhookOf(row)
}

export async function deleteWebhook(tx: Transaction<Tables>, id: string): Promise<boolean> {
  return (await tx.deleteFrom('webhook').where('id', '=', id).executeTakeFirstOrThrow()).numDeletedRows > 0n
}

/** The secret of a webhook as it is kept; null when the webhook is gone. */
export async function sealedSecret(store: Kysely<Tables>, id: string): Promise<Buffer | null> {
  return (await store.selectFrom('webhook').select('sealed_secret').where('id', '=', id).executeTakeFirst())?.sealed_secret ?? null
}

/** One message for a webhook, and how it went. */
export interface Delivery {
  readonly id: string
  readonly webhook: string
  readonly kind: string
  readonly incident: string | null
  readonly body: string
  readonly state: 'waiting' | 'delivered' | 'failed'
  readonly attempts: number
  readonly lastStatus: number | null
  readonly lastError: string | null
  readonly createdAt: Instant
  readonly lastAttemptAt: Instant | null
  readonly deliveredAt: Instant | null
  /** When it is sent next, while it waits. */
  readonly nextAttemptAt: Instant | null
}

const DELIVERY = `d.id, d.webhook_id as webhook, d.kind, d.incident_id as incident, d.body, d.state, d.attempts, d.last_status as "lastStatus", d.last_error as "lastError",
  d.created_at as "createdAt", d.last_attempt_at as "lastAttemptAt", d.delivered_at as "deliveredAt",
  case when d.state = 'waiting' then next.at end as "nextAttemptAt"`

/** The jobs that send what waits, one a delivery. */
const NEXT = `left join (
    select j.data -> 'data' ->> 'delivery' as delivery, min(j.start_after) as at from ${JOBS_SCHEMA}.job j
    where j.name = 'webhook' and j.state in ('created', 'retry') group by 1
  ) next on next.delivery = d.id::text`

/** The deliveries of a webhook, newest first, but for those about incidents that are hidden from the person. */
export async function listDeliveries(
  { pool }: Database,
  person: Principal,
  { webhook, limit, before }: { readonly webhook: string; readonly limit: number; readonly before: string | null },
): Promise<Delivery[]> {
  const { rows } = await pool.query<Delivery>(
    `select ${DELIVERY} from webhook_delivery d ${NEXT} left join incident i on i.id = d.incident_id
     where d.webhook_id = $2 and ($3::uuid is null or d.id < $3) and (d.incident_id is null or ${visible('i', '$1')}) order by d.id desc limit $4`,
    [person.memberId ?? '', webhook, before, limit],
  )
  return rows
}

export async function findDelivery({ pool }: Database, id: string): Promise<Delivery | null> {
  return (await pool.query<Delivery>(`select ${DELIVERY} from webhook_delivery d ${NEXT} where d.id = $1`, [id])).rows[0] ?? null
}

export async function insertDelivery(
  tx: Transaction<Tables>,
  {
    webhook,
    event,
    kind,
    incident,
    body,
  }: { readonly webhook: string; readonly event: number; readonly kind: string; readonly incident: string | null; readonly body: string },
): Promise<string> {
  const id = newId()
  await tx.insertInto('webhook_delivery').values({ id, webhook_id: webhook, outbox_id: event, kind, incident_id: incident, body, state: 'waiting' }).execute()
  return id
}

/** Writes down how an attempt went. */
export async function recordAttempt(
  store: Kysely<Tables>,
  id: string,
  { state, status, error }: { readonly state: Delivery['state']; readonly status: number | null; readonly error: string | null },
): Promise<void> {
  await store
    .updateTable('webhook_delivery')
    .set((set) => ({
      state,
      attempts: set('attempts', '+', 1),
      last_status: status,
      last_error: error,
      last_attempt_at: sql<string>`now()`,
      ...(state === 'delivered' ? { delivered_at: sql<string>`now()` } : {}),
    }))
    .where('id', '=', id)
    .execute()
}

/** Deliveries are kept for a month. */
export async function removeOldDeliveries({ sql: store }: Pick<Database, 'sql'>): Promise<void> {
  await store
    .deleteFrom('webhook_delivery')
    .where('created_at', '<', sql<Instant>`now() - interval '30 days'`)
    .execute()
}

/** What other systems are told of incidents and post-mortems: their ids, and of those that are not private what a list shows of them. */
export async function outlinesOf(
  { pool }: Database,
  incidents: readonly string[],
  postMortems: readonly string[],
): Promise<Map<string, Readonly<Record<string, unknown>>>> {
  const { rows } = await pool.query<{ id: string; outline: Readonly<Record<string, unknown>> }>(
    `select id, jsonb_build_object('slug', slug, 'title', title, 'type', type, 'severity', severity, 'status', status) as outline
       from incident where id = any($1) and not private and deleted_at is null
     union all
     select p.id, jsonb_build_object('title', p.title, 'status', p.status)
       from post_mortem p join incident i on i.id = p.incident_id where p.id = any($2) and not i.private and i.deleted_at is null and p.deleted_at is null`,
    [incidents, postMortems],
  )
  return new Map(rows.map(({ id, outline }) => [id, outline]))
}

/** Makes a delivery wait to be sent again. False when there is none, or it is hidden from the person with its incident. */
export async function deliveryToSend(
  tx: Transaction<Tables>,
  person: Principal,
  { webhook, delivery }: { readonly webhook: string; readonly delivery: string },
): Promise<boolean> {
  const { rows } = await sql`
    update webhook_delivery d set state = 'waiting', last_error = null where d.id = ${delivery} and d.webhook_id = ${webhook}
      and (d.incident_id is null or exists (
        select from incident i where i.id = d.incident_id and (not i.private or exists (
          select from incident_access a where a.incident_id = i.id and a.member_id = ${person.memberId ?? ''}))))
    returning d.id`.execute(tx)
  return rows.length > 0
}

interface Row {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly kinds: string[]
  readonly enabled: boolean
  readonly disabled_because: string | null
  readonly includes_private: boolean
  readonly created_by: string
  readonly created_at: Instant
  readonly updated_at: Instant
}

const webhookOf = ({ disabled_because, includes_private, created_by, created_at, updated_at, ...row }: Row): Webhook => ({
  ...row,
  disabledBecause: disabled_because,
  includesPrivate: includes_private,
  createdBy: created_by,
  createdAt: created_at,
  updatedAt: updated_at,
})
