import { instantFromMillis, parseInstant, type Instant } from './instant.ts'
import { webAddress } from './web-address.ts'

/** A JSON object of which nothing is known but that its keys are strings. */
export type JsonRecord = Readonly<Record<string, unknown>>

/** Whether a value is a JSON object (no array, not null). */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What lies at a path inside somebody's JSON; undefined where a step is missing or of another type. Own keys only: a field may be called `toString`. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined
    here = (here as Record<string | number, unknown>)[step]
  }
  return here
}

/** The words at a path, trimmed; a number in digits; null for anything else and for nothing but spaces. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | null {
  const found = valueAt(value, ...path)
  if (typeof found === 'number' && Number.isFinite(found)) return String(found)
  if (typeof found !== 'string') return null
  const text = found.trim()
  return text === '' ? null : text
}

/** The number at a path, also one that is written as text; null for anything else. */
export function numberAt(value: unknown, ...path: readonly (string | number)[]): number | null {
  const found = valueAt(value, ...path)
  if (typeof found === 'number') return Number.isFinite(found) ? found : null
  return typeof found === 'string' && /^-?\d{1,15}(?:\.\d+)?$/.test(found.trim()) ? Number(found) : null
}

/** Whether there is `true` at a path; null where there is no yes or no. */
export function flagAt(value: unknown, ...path: readonly (string | number)[]): boolean | null {
  const found = valueAt(value, ...path)
  return typeof found === 'boolean' ? found : null
}

/** The object at a path; an empty one where there is none. */
export function recordAt(value: unknown, ...path: readonly (string | number)[]): JsonRecord {
  const found = valueAt(value, ...path)
  return isRecord(found) ? found : {}
}

/** The list at a path; an empty one where there is none. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = valueAt(value, ...path)
  return Array.isArray(found) ? found : []
}

/**
 * The moment at a path: RFC 3339 with an offset, or a number of seconds or milliseconds since 1970 (told apart by their size). Null for anything else
 * and for the zero date that Go writes for "never" (`0001-01-01T00:00:00Z`).
 */
export function instantAt(value: unknown, ...path: readonly (string | number)[]): Instant | null {
  const found = valueAt(value, ...path)
  if (typeof found === 'number') return found <= 0 ? null : instantFromMillis(Math.trunc(found < 100_000_000_000 ? found * 1000 : found))
  if (typeof found !== 'string') return null
  const instant = parseInstant(found)
  return instant === null || instant < '0002' ? null : instant
}

/** The web address at a path, http or https, without credentials and tokens; null for anything else. */
export function addressAt(value: unknown, ...path: readonly (string | number)[]): string | null {
  const found = valueAt(value, ...path)
  return typeof found === 'string' ? webAddress(found) : null
}

/** The text values of an object, numbers and yes-or-no in words; everything else is passed over. */
export function textsOf(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {}
  const texts: [string, string][] = []
  for (const [key, found] of Object.entries(value)) {
    if (typeof found === 'string') texts.push([key, found])
    else if (typeof found === 'number' || typeof found === 'boolean') texts.push([key, String(found)])
  }
  return Object.fromEntries(texts)
}
