import type { Database } from './database.ts'
import type { OutboxEvent } from './outbox.ts'

/** Kinds of events that only administrators hear of: they are about the workspace's doors. */
const ADMINISTRATORS_ONLY = ['api-key.', 'archive.', 'connection.', 'inbound-address.', 'invitation.', 'webhook.']

/** Who may hear of events, as it stands now. Asked once for many events and many listeners. */
export interface Audience {
  /** Whether a member may hear of an event. Nobody hears of a private incident but those named on it; nobody who is disabled hears of anything. */
  mayHear(memberId: string, event: OutboxEvent): boolean
  /** Whether an event may leave for other systems: it concerns no members and no doors of ours, and no private incident (unless those are included). */
  mayLeave(event: OutboxEvent, includesPrivate: boolean): boolean
}

/** Reads who may hear of some events. What belongs to an incident that is gone altogether is for nobody: whether it was private is no longer known. */
export async function audienceOf({ pool }: Pick<Database, 'pool'>, events: readonly OutboxEvent[], members: readonly string[]): Promise<Audience> {
  const ids = [...new Set(events.flatMap(({ incident }) => incident ?? []))]
  const incidents = new Map<string, { readonly hidden: boolean; readonly named: ReadonlySet<string> }>()
  if (ids.length > 0) {
    const { rows } = await pool.query<{ id: string; hidden: boolean; named: string[] }>(
      `select id, private as hidden, array(select member_id from incident_access a where a.incident_id = i.id) as named from incident i where id = any($1)`,
      [ids],
    )
    for (const { id, hidden, named } of rows) incidents.set(id, { hidden, named: new Set(named) })
  }
  const roles = new Map<string, string>()
  if (members.length > 0) {
    const { rows } = await pool.query<{ id: string; role: string }>('select id, role from member where id = any($1) and disabled_at is null', [
      [...new Set(members)],
    ])
    for (const { id, role } of rows) roles.set(id, role)
  }
  return {
    mayHear(memberId, { incident, kind, member }) {
      const role = roles.get(memberId)
      if (role === undefined || (member !== null && member !== memberId)) return false
      if (incident === null) return role === 'administrator' || member !== null || !ADMINISTRATORS_ONLY.some((prefix) => kind.startsWith(prefix))
      const known = incidents.get(incident)
      return known !== undefined && (!known.hidden || known.named.has(memberId))
    },
    mayLeave({ incident, kind, member }, includesPrivate) {
      if (member !== null) return false
      if (incident === null) return ![...ADMINISTRATORS_ONLY, 'member.'].some((prefix) => kind.startsWith(prefix))
      const known = incidents.get(incident)
      return known !== undefined && (!known.hidden || includesPrivate)
    },
  }
}
