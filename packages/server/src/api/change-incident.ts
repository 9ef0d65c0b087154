import type { FastifyRequest } from 'fastify'
import type { Transaction } from 'kysely'
import type { House } from '../house.ts'
import { understandAgain } from '../intake/understand-anew.ts'
import type { Principal } from '../people/principal.ts'
import { recordDeed } from '../store/audit.ts'
import { currentConfiguration } from '../store/configuration.ts'
import type { Tables } from '../store/tables.ts'
import { bumpRevision, lockIncident } from '../store/incident-change.ts'
import { announcedAs } from '../store/event-kinds.ts'
import { announce } from '../store/outbox.ts'
import type { StoredFacts } from '../store/stored.ts'
import { mustMatch } from './etag.ts'
import { absent } from './refusal.ts'

/** Who changes what of which incident, and what of it the sender knew. */
export interface IncidentChange {
  readonly incident: string
  readonly person: Principal
  readonly request: FastifyRequest
  /** The revision that the change is of; null: any. */
  readonly revision: number | null
  /** For the audit log: `timeline.add`. Those who listen are told what `announcedAs` makes of it. */
  readonly action: string
  /** `anew`: everything is understood again, under what people say now. `count`: the revision grows. `leave`: neither. */
  readonly effect: 'anew' | 'count' | 'leave'
}

/** What a change gives back, and what the audit log says of it. */
export interface Changed<T> {
  readonly result: T
  readonly subject?: string
  readonly before?: unknown
  readonly after?: unknown
}

/** Changes an incident: all or nothing, one at a time, written down, announced. Refused when the incident was changed since the sender read it. */
export async function changeIncident<T>(
  { db }: Pick<House, 'db'>,
  { incident, person, request, revision, action, effect }: IncidentChange,
  work: (tx: Transaction<Tables>, now: { readonly facts: StoredFacts }) => Promise<Changed<T>>,
): Promise<T> {
  const configuration = await currentConfiguration(db.sql)
  return await db.tx(async (tx) => {
    const now = await lockIncident(tx, incident)
    if (now === null) throw absent('incident')
    mustMatch(revision, { what: 'incident', revision: now.revision, current: { facts: now.facts } })
    const { result, ...deed } = await work(tx, now)
    if (effect === 'anew') await understandAgain(tx, incident, configuration)
    else if (effect === 'count') await bumpRevision(tx, incident)
    await recordDeed(tx, person, { action, incident, address: request.ip, ...deed })
    await announce(tx, { kind: announcedAs(action), incident, ...(deed.subject === undefined ? {} : { data: { subject: deed.subject } }) })
    return result
  })
}
