import { peekJson, textAt, type Instant, type Reading } from '@blamefree/core'
import { createHash } from 'node:crypto'
import type { IdentityKey } from '../store/incident-key.ts'
import { heldPayload, rawOf, type Payload } from './payload.ts'

/** A payload with what was read in it. */
export interface ReadPayload {
  readonly payload: Payload
  readonly reading: Reading
  /** SHA-256 of each file, in order. */
  readonly hashes: readonly Buffer[]
}

/** Sources whose records are about one incident of theirs, named by the title's origin. */
const ONE_INCIDENT = new Set(['jira', 'pagerduty', 'statuspage'])
const MOST_ALERTS = 200

/**
 * By what the same incident is known again: the same bytes read in the same way; the same alert, or the same group of alerts, while the incident is open; the same
 * ticket, page or call, for ever.
 */
export function identityKeys(read: readonly ReadPayload[], options: unknown, member: string | null): IdentityKey[] {
  return [...uploadKeys(read, options, member), ...read.flatMap(thingKeys), ...read.flatMap(alertKeys)]
}

/** One for everybody, and one of the member's own, for when the first belongs to an incident that is not theirs to see. */
function uploadKeys(read: readonly ReadPayload[], options: unknown, member: string | null): IdentityKey[] {
  if (read.length === 0) return []
  const sum = createHash('sha256')
  for (const hash of read.flatMap(({ hashes }) => hashes.map((one) => one.toString('hex'))).toSorted()) sum.update(hash)
  const hash = sum.update(JSON.stringify(options)).digest('hex')
  return [
    { key: `upload:${hash}`, began: null },
    { key: `upload:${member ?? ''}:${hash}`, began: null },
  ]
}

function thingKeys({ reading: { source, title } }: ReadPayload): IdentityKey[] {
  if (!ONE_INCIDENT.has(source) || title === null || title.origin.source !== source || title.origin.ref === '') return []
  return [{ key: `thing:${source}:${title.origin.ref}`.slice(0, MOST_LENGTH), began: null }]
}

const MOST_LENGTH = 600

function alertKeys({ payload, reading }: ReadPayload): IdentityKey[] {
  const began = new Map<string, Instant>()
  for (const { at, what } of reading.events) {
    if (what.kind !== 'alert' || what.state === 'silenced' || what.key === '') continue
    const known = began.get(what.key)
    if (known === undefined || at < known) began.set(what.key, at)
  }
  const first = [...began.values()].toSorted()[0]
  if (first === undefined) return []
  const groups = groupsOf(payload).map((group): IdentityKey => ({ key: `group:${reading.source}:${group}`.slice(0, MOST_LENGTH), began: first }))
  const alerts = [...began].slice(0, MOST_ALERTS).map(([key, at]): IdentityKey => ({ key: `alert:${reading.source}:${key}`.slice(0, MOST_LENGTH), began: at }))
  return [...alerts, ...groups]
}

/** The groups that webhook bodies name, which are never so large that they are not in memory. A group of everything (no labels) says nothing about which incident it is. */
function groupsOf(payload: Payload): string[] {
  const held = heldPayload(payload)
  const groups = (held === null ? [] : peekJson(rawOf(held))).flatMap((value) => textAt(value, 'groupKey') ?? [])
  return [...new Set(groups.filter((group) => !group.endsWith(':{}')))]
}
