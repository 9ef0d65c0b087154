import type { Instant } from '@blamefree/core'
import type { Principal } from '../people/principal.ts'
import { jsonText } from './json-text.ts'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'
import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely'

/** What somebody did, for the log that only grows. `before` and `after` hold what changed, never a secret. */
export interface Deed {
  /** `incident.correct`, `member.invite`: the thing and a verb. */
  readonly action: string
  readonly incident?: string
  /** The id of what it was done to, where it is not the incident. */
  readonly subject?: string
  readonly before?: unknown
  readonly after?: unknown
  /** The network address that the request came from. */
  readonly address?: string
}

/** Writes down a deed. Inside a transaction it is written if and only if the change is. */
export async function recordDeed(store: Kysely<Tables> | Transaction<Tables>, person: Principal, deed: Deed): Promise<void> {
  await deedInserted(person, deed).execute(store)
}

/** The statement that writes down a deed. */
export function deedInserted(person: Principal, { action, incident, subject, before, after, address }: Deed): RawBuilder<unknown> {
  const json = (value: unknown): RawBuilder<unknown> => sql`${value === undefined ? null : jsonText(value)}::jsonb`
  return sql`insert into audit (actor, actor_name, via, action, incident_id, subject, before, after, address) values (${person.memberId}, ${person.name}, ${person.via},
    ${action}, ${incident ?? null}, ${subject ?? null}, ${json(before)}, ${json(after)}, ${address ?? null})`
}

/** One line of the log. */
export type AuditRow = Awaited<ReturnType<typeof readAudit>>[number]

/** Which lines of the log. */
export interface AuditQuery {
  readonly limit: number
  /** Only older ones than this. */
  readonly before: number | null
  readonly actor?: string | undefined
  /** An action, or the thing that it was done to. */
  readonly action?: string | undefined
  readonly incident?: string | undefined
  readonly since?: string | undefined
  readonly until?: string | undefined
}

/** The log, newest first, of what a person may see: administrators all of it but the private incidents that are not theirs. */
export function readAudit(db: Database, person: Principal, { limit, before, actor, action, incident, since, until }: AuditQuery) {
  return db.sql
    .selectFrom('audit')
    .leftJoin('incident', 'incident.id', 'audit.incident_id')
    .select([
      'audit.id',
      'audit.at',
      'audit.actor',
      'audit.actor_name',
      'audit.via',
      'audit.action',
      'audit.incident_id',
      'audit.subject',
      'audit.before',
      'audit.after',
      'audit.address',
    ])
    .where((where) =>
      where.or([
        where('audit.incident_id', 'is', null),
        where('incident.private', '=', false),
        where.exists(
          where
            .selectFrom('incident_access')
            .select('member_id')
            .whereRef('incident_access.incident_id', '=', 'audit.incident_id')
            .where('member_id', '=', person.memberId ?? ''),
        ),
      ]),
    )
    .$if(actor !== undefined, (query) => query.where('audit.actor', '=', actor ?? ''))
    .$if(action !== undefined, (query) =>
      query.where((where) =>
        where.or([
          where('audit.action', '=', action ?? ''),
          where(where.fn<boolean>('starts_with', ['audit.action', where.val(`${action ?? ''}.`)]), '=', true),
        ]),
      ),
    )
    .$if(incident !== undefined, (query) => query.where('audit.incident_id', '=', incident ?? ''))
    .$if(since !== undefined, (query) => query.where('audit.at', '>=', (since ?? '') as Instant))
    .$if(until !== undefined, (query) => query.where('audit.at', '<', (until ?? '') as Instant))
    .$if(before !== null, (query) => query.where('audit.id', '<', before ?? 0))
    .orderBy('audit.id', 'desc')
    .limit(limit)
    .execute()
}
