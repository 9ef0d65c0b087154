/**
 * A moment in UTC, always written `2026-03-04T09:00:00.000Z`: 24 characters, milliseconds, Z.
 * Written so, comparing two as strings compares them in time.
 */
export type Instant = string & { readonly __instant: true }

/** Milliseconds since 1970 → an instant; null when the number is not a moment between the years 0000 and 9999. */
export function instantFromMillis(millis: number): Instant | null {
  if (!Number.isFinite(millis) || millis < -62167219200000 || millis > 253402300799999) return null
  return new Date(millis).toISOString() as Instant
}

/** An instant → milliseconds since 1970. */
export function millisOf(instant: Instant): number {
  return Date.parse(instant)
}

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*([Zz]|[+-]\d\d(?::?\d\d)?)$/

/**
 * An RFC 3339 or ISO 8601 date and time **with an offset** → an instant; null for anything else (a local time is not a moment).
 * Fractions are cut to milliseconds, the offset may lack its colon (Jira writes `+0000`), second 60 becomes 59.
 */
export function parseInstant(text: string): Instant | null {
  const match = RFC3339.exec(text.trim())
  if (match === null) return null
  const [, year, month, day, hour, minute, second = '00', fraction = '', offset = 'Z'] = match
  const seconds = second === '60' ? '59' : second
  const millis = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`)
  if (Number.isNaN(millis) || new Date(millis).getUTCDate() !== Number(day)) return null
  const shift = offsetMinutes(offset)
  return shift === null ? null : instantFromMillis(millis - shift * 60_000)
}

function offsetMinutes(offset: string): number | null {
  if (offset === 'Z' || offset === 'z') return 0
  const hours = Number(offset.slice(1, 3))
  const minutes = Number(offset.slice(3).replace(':', '') || '0')
  if (hours > 23 || minutes > 59) return null
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
