import { instantFromLocal, instantFromMillis, localOf, millisOf, type Instant, type LocalTime } from '@blamefree/core'

/** A local time that somebody typed, read in a zone. */
export interface LocalMoment {
  readonly at: Instant
  /** The other moment at which the clocks showed it, where they did so twice; the later one. */
  readonly later: Instant | null
  /** Whether the clocks never showed it and it was pushed forward. */
  readonly skipped: boolean
}

const two = (value: number): string => String(value).padStart(2, '0')

/** What a field for date and time shows for a moment in a zone: `2022-11-18T15:39:00`. */
export function localText(at: string, zone: string): string {
  const { year, month, day, hour, minute, second } = localOf(at as Instant, zone)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`
}

/** What such a field holds → the moment; null when it is none. */
export function readLocal(text: string, zone: string): LocalMoment | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?/.exec(text)
  if (match === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map((part: string | undefined) => Number(part ?? 0))
  const local = { year, month, day, hour, minute, second }
  const read = instantFromLocal(local, zone)
  if (read === null) return null
  return { at: read.instant, later: read.note === 'ambiguous' ? secondTime(read.instant, local, zone) : null, skipped: read.note === 'skipped' }
}

/** The clocks go back by an hour nearly everywhere, by half an hour on Lord Howe Island, and by up to three in history. */
function secondTime(first: Instant, local: LocalTime, zone: string): Instant | null {
  for (let minutes = 20; minutes <= 180; minutes += 10) {
    const at = instantFromMillis(millisOf(first) + minutes * 60_000)
    if (at !== null && localText(at, zone) === localText(first, zone) && localOf(at, zone).hour === local.hour) return at
  }
  return null
}
