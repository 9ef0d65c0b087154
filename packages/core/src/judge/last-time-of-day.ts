import { instantFromMillis, millisOf, type Instant } from '../instant.ts'
import { instantFromLocal, localOf } from '../zone.ts'

/** The last moment at or before `said` at which clocks in a zone showed this time: on the day of the message or the one before. Null for no time of day. */
export function lastTimeOfDay(said: Instant, { hour, minute }: { hour: number; minute: number }, zone: string): Instant | null {
  const { year, month, day } = localOf(said, zone)
  const today = instantFromLocal({ year, month, day, hour, minute }, zone)?.instant ?? null
  if (today === null || today <= said) return today
  return instantFromMillis(millisOf(today) - 86_400_000)
}
