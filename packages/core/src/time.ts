import { millisOf, type Instant } from './instant.ts'
import { localOf, offsetMinutes } from './zone.ts'
import { abbreviationOf } from './zone-names.ts'

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const two = (value: number): string => String(value).padStart(2, '0')

/** The time of day as the timeline shows it: `12:07:00`. */
export function clockText(at: Instant, zone: string): string {
  const { hour, minute, second } = localOf(at, zone)
  return `${two(hour)}:${two(minute)}:${two(second)}`
}

/** The day: `November 10, 2022`. */
export function dateText(at: Instant, zone: string): string {
  const { year, month, day } = localOf(at, zone)
  return `${MONTHS[month - 1]} ${day}, ${year}`
}

/** Day and time: `November 10, 2022 2:12 PM`. */
export function dateTimeText(at: Instant, zone: string): string {
  const { hour, minute } = localOf(at, zone)
  return `${dateText(at, zone)} ${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`
}

/** Day, time and zone: `November 10, 2022 2:20 PM (UTC)`. */
export function dateTimeZoneText(at: Instant, zone: string): string {
  return `${dateTimeText(at, zone)} (${zoneLabel(at, zone)})`
}

/** The moment in RFC 3339 with the zone's offset, to the second: `2022-11-10T14:20:00+01:00`; `Z` in UTC. */
export function isoLocalText(at: Instant, zone: string): string {
  const { year, month, day } = localOf(at, zone)
  const offset = offsetMinutes(at, zone)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${clockText(at, zone)}${zone === 'UTC' ? 'Z' : offsetText(offset)}`
}

/** What the zone's clocks are called at a moment: `GMT`, `BST`, `UTC`; `UTC+05:30` where no abbreviation would be understood everywhere. */
export function zoneLabel(at: Instant, zone: string): string {
  if (zone === 'UTC') return 'UTC'
  const offset = offsetMinutes(at, zone)
  return abbreviationOf(zone, offset) ?? (offset === 0 ? 'UTC' : `UTC${offsetText(offset)}`)
}

/**
 * Time since the notional start, as the timeline shows it: `+40s`, `+1min`, `+7mins`, `+1h 23mins`, `+2d 3h`; `-5mins` before the start.
 * Empty within the first second, where the start itself stands. Cut, not rounded, as clocks do.
 */
export function elapsedText(start: Instant, at: Instant): string {
  const millis = clockSpan(start, at)
  if (millis === 0) return ''
  return `${millis < 0 ? '-' : '+'}${durationText(Math.abs(millis))}`
}

/** The milliseconds between two moments as clocks show them, in whole seconds: from 12:04:00 until 12:19:00 are 15 minutes, whatever fractions of a second a record has (12:04:00.9, 12:19:00.1). */
export function clockSpan(from: Instant, to: Instant): number {
  return (Math.floor(millisOf(to) / 1000) - Math.floor(millisOf(from) / 1000)) * 1000
}

/** A span in milliseconds in the same words: `44mins`, `1h 23mins`, `2d 3h`, `40s`. */
export function durationText(millis: number): string {
  if (millis < 0) return `-${durationText(-millis)}`
  const seconds = Math.floor(millis / 1000)
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const days = Math.floor(hours / 24)
  if (days > 0) return together(`${days}d`, hours % 24, `${hours % 24}h`)
  if (hours > 0) return together(`${hours}h`, minutes % 60, minutesText(minutes % 60))
  return minutes > 0 ? minutesText(minutes) : `${seconds}s`
}

function minutesText(minutes: number): string {
  return `${minutes}${minutes === 1 ? 'min' : 'mins'}`
}

function together(larger: string, count: number, smaller: string): string {
  return count === 0 ? larger : `${larger} ${smaller}`
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset)
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}
