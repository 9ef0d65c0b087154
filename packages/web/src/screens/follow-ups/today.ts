import { instantFromMillis, localOf } from '@blamefree/core'
import { useReaderZone } from '../../session/me.ts'

/** Today's day where the reader is: `2026-03-04`. */
export function useToday(): string {
  const now = instantFromMillis(Date.now())
  const zone = useReaderZone()
  if (now === null) return ''
  const { year, month, day } = localOf(now, zone)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** How many days lie between two days: positive when the first is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
