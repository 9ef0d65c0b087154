import { clockText, dateTimeZoneText, type Instant } from '@blamefree/core'
import type { ReactNode } from 'react'
import { useReaderZone } from '../session/me.ts'
import { dayText } from './day-text.ts'

/** Day and time in the reader's zone, with the whole of it on hover: for long lists, where a `Moment` a row would be too much. `clock`: only the time of day. `seconds`: with them. */
export function TimeText({ at, clock = false, seconds = false }: { at: string; clock?: boolean; seconds?: boolean }): ReactNode {
  const zone = useReaderZone()
  const instant = at as Instant
  return (
    <time dateTime={at} className="numbers" title={dateTimeZoneText(instant, zone)}>
      {clock ? '' : `${dayText(instant, zone)}, `}
      {clockText(instant, zone).slice(0, seconds ? 8 : 5)}
    </time>
  )
}
