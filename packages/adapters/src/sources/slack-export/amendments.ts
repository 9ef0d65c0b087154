import { isRecord, textAt, valueAt, type JsonRecord } from '@blamefree/core'

/** What a conversation says later about messages that it told before: by the `ts` of the message that is meant. */
export interface Amendments {
  readonly deleted: Set<string>
  /** The `message` of each `message_changed`, in the order of the edits. */
  readonly edits: Map<string, JsonRecord[]>
  /** What a reply says that was also sent to the channel, and is told twice. */
  readonly broadcasts: Map<string, JsonRecord>
}

/** None. */
export function noAmendments(): Amendments {
  return { deleted: new Set(), edits: new Map(), broadcasts: new Map() }
}

/** Keeps what a record amends, and gives the `ts` of the message that is meant; null for a record that is a message itself. */
export function amendmentOf(record: JsonRecord, into: Amendments): string | null {
  const { ts, subtype } = record
  if (subtype === 'message_changed') {
    const message = record['message']
    const target = textAt(message, 'ts')
    if (target === null || !isRecord(message)) return ''
    const known = into.edits.get(target)
    if (known === undefined) into.edits.set(target, [message])
    else known.push(message)
    return target
  }
  if (subtype !== 'message_deleted' && subtype !== 'tombstone') return null
  const target = String(subtype === 'tombstone' ? ts : record['deleted_ts'])
  into.deleted.add(target)
  return target
}

/** A message's record with all that is said later about it; null when it is not there any more. `record` null: nothing but edits tells of it. */
export function amended(ts: string, record: JsonRecord | null, { deleted, edits, broadcasts }: Amendments): JsonRecord | null {
  if (deleted.has(ts)) return null
  const broadcast = broadcasts.get(ts)
  let last = broadcast === undefined ? record : { ...record, ...broadcast }
  for (const edit of edits.get(ts) ?? []) {
    last = valueAt(edit, 'subtype') === 'tombstone' ? null : { ...last, ...edit, edited: edit['edited'] ?? true }
  }
  return last
}
