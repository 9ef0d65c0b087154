import { instantFromMillis, NO_FACTS, stated, type Incident, type Instant, type TimelineEvent } from '@blamefree/core'
import type { House } from '../house.ts'
import { newId } from '../store/identity.ts'

const ORIGIN = { source: 'slack-export', ref: 'C1/1', url: 'https://chat.example/C1/1', label: 'Slack message in #inc-42' }

/** What of a made incident a test decides. */
export interface MadeIncident {
  readonly title?: string
  readonly severity?: string
  readonly services?: readonly string[]
  readonly private?: boolean
  /** Members who may see it although it is private. */
  readonly named?: readonly string[]
  readonly lead?: string
  readonly keyEvents?: number
  readonly words?: (index: number) => string
}

/** Puts an incident straight into the store, as intake would leave it, and gives its id. */
export async function madeIncident({ db }: House, made: MadeIncident = {}): Promise<string> {
  const id = newId()
  const incident = incidentOf(made)
  const { events, ...facts } = incident
  await db.sql
    .insertInto('incident')
    .values({
      id,
      slug: `made-${id}`,
      title: incident.title?.value ?? '',
      severity: incident.severity?.value ?? null,
      services: incident.services.map(({ value }) => value),
      happened_at: '2022-11-18T14:39:00.000Z',
      private: made.private ?? false,
      lead: made.lead ?? null,
      facts: JSON.stringify(facts),
    })
    .execute()
  for (const member of made.named ?? []) await db.sql.insertInto('incident_access').values({ incident_id: id, member_id: member }).execute()
  if (events.length === 0) return id
  await db.sql
    .insertInto('event')
    .values(
      events.map((event, position) => ({
        incident_id: id,
        id: event.id,
        at: event.at,
        position,
        kind: event.what.kind,
        text: event.text,
        actor: event.actor,
        thread: event.thread,
        level: event.mark.level,
        rule: event.mark.rule,
        value: JSON.stringify({ origin: event.origin, what: event.what }),
      })),
    )
    .execute()
  return id
}

/** Says that the facts have changed: another title of the first event, a higher revision. */
export async function changeFacts({ db }: House, id: string, text: string): Promise<void> {
  await db.sql.updateTable('event').set({ text }).where('incident_id', '=', id).where('id', '=', 'slack-export:0').execute()
  const { revision } = await db.sql.selectFrom('incident').select('revision').where('id', '=', id).executeTakeFirstOrThrow()
  await db.sql
    .updateTable('incident')
    .set({ revision: revision + 1 })
    .where('id', '=', id)
    .execute()
}

/** An incident of a person, a lead, and so many key events half a minute apart. */
export function incidentOf({
  title = 'Poison pill',
  severity = 'Critical',
  services = ['Web'],
  keyEvents = 3,
  words = (index) => `Worker ${index} was restarted`,
}: MadeIncident): Incident {
  const events = Array.from({ length: keyEvents }, (_, index): TimelineEvent => ({
    id: `slack-export:${index}`,
    at: instantFromMillis(1_668_782_340_000 + index * 30_000) ?? ('2022-11-18T14:39:00.000Z' as Instant),
    text: words(index),
    actor: 'slack-export:U1',
    thread: null,
    origin: ORIGIN,
    what: { kind: 'note' },
    mark: { level: 'key', rule: null },
  }))
  const person = { id: 'slack-export:U1', name: 'Chris Evans', handle: 'chris', email: 'chris@corp.example', zone: null, bot: false, accounts: [] }
  return {
    ...NO_FACTS,
    schemaVersion: 1,
    id: 'made',
    title: stated(title, ORIGIN),
    severity: stated(severity, ORIGIN),
    services: services.map((service) => stated(service, ORIGIN)),
    roles: { lead: [stated('slack-export:U1', ORIGIN)] },
    timestamps: { 'impact-started': stated('2022-11-18T14:39:00.000Z' as Instant, ORIGIN), fixed: stated('2022-11-18T15:39:00.000Z' as Instant, ORIGIN) },
    zone: stated('UTC', ORIGIN),
    people: [person],
    events,
  }
}
