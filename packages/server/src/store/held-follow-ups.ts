import { stated, type Fact, type FollowUp, type Incident, type Person } from '@blamefree/core'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** A follow-up as it holds now, with the name of whoever has it. */
export interface HeldFollowUp {
  readonly fact: Fact<FollowUp>
  readonly ownerName: string | null
}

/** An incident's follow-ups as they hold: the record's, people's changes to them, and those that people made. */
export async function heldFollowUps(sql: Kysely<Tables>, incident: string): Promise<HeldFollowUp[]> {
  const rows = await sql
    .selectFrom('follow_up')
    .leftJoin('member', 'member.id', 'follow_up.owner_id')
    .select(['ref', 'text', 'due', 'priority', 'outcome', 'reason', 'ticket', 'basis', 'origin', 'owner_name', 'member.name as member', 'touched_by'])
    .where('incident_id', '=', incident)
    .where('removed_at', 'is', null)
    .orderBy('follow_up.id')
    .execute()
  return rows.map(({ ref, text, due, priority, outcome, reason, ticket, basis, origin, owner_name, member, touched_by }) => {
    const value: FollowUp = { id: ref, text, owner: null, due, priority, outcome: outcome as FollowUp['outcome'], reason, ticket }
    const inferred = basis === 'inferred' && touched_by === null
    return { fact: { ...stated(value, origin), basis: inferred ? 'inferred' : 'stated' }, ownerName: member ?? owner_name }
  })
}

/** The incident with these follow-ups; owners whom its record does not know become people of it. */
export function withFollowUps(incident: Incident, held: readonly HeldFollowUp[]): Incident {
  const ids = new Map(incident.people.map(({ name, id }) => [name.toLowerCase(), id]))
  const added: Person[] = []
  const ownerOf = (name: string): string => {
    const known = ids.get(name.toLowerCase())
    if (known !== undefined) return known
    const id = `person:${name.toLowerCase()}`
    ids.set(name.toLowerCase(), id)
    added.push({ id, name, handle: null, email: null, zone: null, bot: false, accounts: [id] })
    return id
  }
  const rules = new Map(incident.followUps.map(({ value, rule, evidence }) => [value.id, { rule, evidence }]))
  const followUps = held.map(({ fact, ownerName }): Fact<FollowUp> => {
    const known = fact.basis === 'inferred' ? rules.get(fact.value.id) : undefined
    return { ...fact, ...known, value: { ...fact.value, owner: ownerName === null ? null : ownerOf(ownerName) } }
  })
  return { ...incident, followUps, people: [...incident.people, ...added] }
}
