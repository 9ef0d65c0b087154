import { Temporal } from 'temporal-polyfill'
import { instantFromMillis, millisOf, type Instant } from './instant.ts'
import { zoneOfAbbreviation } from './zone-names.ts'

/** A time as a clock on a wall shows it: no zone, no offset. Months and days count from 1. */
export interface LocalTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second?: number
}

/**
 * The moment that a local time means. `ambiguous`: the clock showed it twice (the hour after daylight saving ends) and the earlier one is taken.
 * `skipped`: the clock never showed it (the hour or day that was jumped over) and it is pushed forward by as much as was jumped.
 */
export interface LocalReading {
  readonly instant: Instant
  readonly note: null | 'ambiguous' | 'skipped'
}

const DAY = 86_400_000

/** A local time in a zone → the moment it means, or null when there is no such day, hour or zone. Seconds of 60 count as 59. */
export function instantFromLocal(local: LocalTime, zone: string): LocalReading | null {
  const wall = wallMillis(local)
  if (wall === null || !isZone(zone)) return null
  const before = offsetMillis(wall - DAY, zone)
  const after = offsetMillis(wall + DAY, zone)
  const meanings = [...new Set([wall - before, wall - after])].filter((millis) => offsetMillis(millis, zone) === wall - millis)
  const instant = instantFromMillis(meanings.length === 0 ? wall - before : Math.min(...meanings))
  if (instant === null) return null
  return { instant, note: meanings.length === 0 ? 'skipped' : meanings.length === 2 ? 'ambiguous' : null }
}

/** What a clock in the zone shows at a moment. The zone must be one (`isZone`): anything else is read as UTC. */
export function localOf(at: Instant, zone: string): Required<LocalTime> {
  const millis = millisOf(at)
  const date = new Date(millis + offsetMillis(millis, zone))
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  }
}

/** How many minutes the zone's clocks are ahead of UTC at a moment (negative behind). A name that is no zone is read as UTC. */
export function offsetMinutes(at: Instant, zone: string): number {
  return Math.round(offsetMillis(millisOf(at), zone) / 60_000)
}

/** Whether this is a zone's name as we take them everywhere: an IANA name (`Europe/London`, `UTC`) or a fixed offset (`+02:00`). */
export function isZone(name: string): boolean {
  return name === 'UTC' || periodsOf(name) !== null
}

/** A zone read out of what somebody wrote. */
export interface ZoneReading {
  /** An IANA name in its own spelling, or a fixed offset `+02:00`. */
  readonly zone: string
  /** A sentence where the text could have meant another zone (`CST`); null where it could not. */
  readonly assumed: string | null
}

const OFFSET = /^(?:UTC|GMT|Z)?\s*([+\u2212-])\s*(\d{1,2})(?::?(\d\d))?$/i

/**
 * `Europe/London`, `UTC+2`, `+0200`, `EDT` → a zone, or null for what names none. An abbreviation is read as the zone that uses it, so that `PST`
 * written in July, as people do, still means the clock on the wall in Los Angeles; `assumed` says so.
 */
export function zoneFromText(text: string): ZoneReading | null {
  const name = text.trim()
  if (/^(utc|gmt|z|zulu|etc\/utc)$/i.test(name)) return { zone: 'UTC', assumed: null }
  const offset = OFFSET.exec(name)
  if (offset !== null) {
    const [, sign, hours = '', minutes = '00'] = offset
    if (Number(hours) > 14 || Number(minutes) > 59) return null
    return { zone: Number(hours) + Number(minutes) === 0 ? 'UTC' : `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`, assumed: null }
  }
  const known = zoneOfAbbreviation(name)
  if (known !== null) return { zone: known, assumed: `${name.toUpperCase()} is read as ${known}.` }
  const periods = name.includes('/') || name === name.toUpperCase() ? periodsOf(name) : null
  return periods === null ? null : { zone: periods.name, assumed: null }
}

function wallMillis({ year, month, day, hour, minute, second = 0 }: LocalTime): number | null {
  const parts = [year, month, day, hour, minute, second]
  if (!parts.every((part) => Number.isInteger(part) && part >= 0)) return null
  if (year > 9999 || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60) return null
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || day < 1) return null
  return date.getTime() + ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1000
}

/** A stretch in which a zone's offset does not change; `from` ≤ t < `to`, all in milliseconds. */
interface Period {
  readonly from: number
  readonly to: number
  readonly offset: number
}

interface Periods {
  readonly name: string
  /** The period that was asked for last: events come in order, so it nearly always answers. */
  last: Period
  readonly known: Period[]
}

// What is known of each zone: a fact of the world, so remembering it changes no answer, only the time it takes. Intl would take 100,000 events seconds.
const ZONES = new Map<string, Periods | null>()
const MOST_REMEMBERED = 2_000

function periodsOf(zone: string): Periods | null {
  const known = ZONES.get(zone)
  if (known !== undefined) return known
  const start = periodAt(0, zone)
  const periods = start === null ? null : { name: start.name, last: start.period, known: [start.period] }
  if (ZONES.size < MOST_REMEMBERED) ZONES.set(zone, periods)
  return periods
}

function offsetMillis(millis: number, zone: string): number {
  if (zone === 'UTC') return 0
  const periods = periodsOf(zone)
  if (periods === null) return 0
  if (holds(periods.last, millis)) return periods.last.offset
  let period = periods.known.find((candidate) => holds(candidate, millis))
  if (period === undefined) {
    period = periodAt(millis, zone)?.period ?? periods.last
    periods.known.push(period)
  }
  periods.last = period
  return period.offset
}

function holds(period: Period, millis: number): boolean {
  return period.from <= millis && millis < period.to
}

const ZONE_NAME = /^(?:[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*|[+-]\d\d:\d\d)$/

function periodAt(millis: number, zone: string): { name: string; period: Period } | null {
  if (zone.length > 64 || !ZONE_NAME.test(zone)) return null
  try {
    const moment = Temporal.Instant.fromEpochMilliseconds(millis).toZonedDateTimeISO(zone)
    // A transition exactly at this moment is the beginning of this period, and `previous` looks strictly before.
    const from = moment.add({ milliseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity
    const to = moment.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity
    return { name: moment.timeZoneId, period: { from, to, offset: Math.round(moment.offsetNanoseconds / 1e6) } }
  } catch {
    return null
  }
}
