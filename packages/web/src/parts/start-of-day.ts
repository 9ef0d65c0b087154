import { instantFromLocal, type Instant } from '@blamefree/core'

const DAY = 86_400_000

/** The moment at which a day, or one some days later, begins where the reader is. */
export function startOfDay(day: string, zone: string, later = 0): Instant | null {
  const [year = 0, month = 0, date = 0] = new Date(Date.parse(`${day}T00:00:00Z`) + later * DAY).toISOString().slice(0, 10).split('-').map(Number)
  return instantFromLocal({ year, month, day: date, hour: 0, minute: 0, second: 0 }, zone)?.instant ?? null
}
