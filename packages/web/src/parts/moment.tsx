import { Text, Tooltip } from '@mantine/core'
import { clockText, dateTimeZoneText, elapsedText, zoneLabel, type Instant } from '@blamefree/core'
import type { ReactNode } from 'react'
import { useReaderZone } from '../session/me.ts'
import { dayText } from './day-text.ts'

/** A moment in the reader's zone; with the zone of the incident or document on hover, when that is another. `kind`: the time of day, the day, or both. */
export function Moment({ at, zone, kind = 'both' }: { at: string; zone?: string; kind?: 'clock' | 'day' | 'both' }): ReactNode {
  const reader = useReaderZone()
  const instant = at as Instant
  const over = [dateTimeZoneText(instant, reader), ...(zone === undefined || zone === reader ? [] : [dateTimeZoneText(instant, zone)])].join('\n')
  const words = {
    clock: clockText(instant, reader),
    day: dayText(instant, reader),
    both: `${dayText(instant, reader)}, ${clockText(instant, reader).slice(0, 5)}`,
  }[kind]
  return (
    <Tooltip label={<span style={{ whiteSpace: 'pre-line' }}>{over}</span>}>
      <time dateTime={at} className="numbers">
        {words}
      </time>
    </Tooltip>
  )
}

/** Time since the start, as the document shows it: `+7mins`. */
export function Elapsed({ start, at }: { start: string; at: string }): ReactNode {
  return (
    <Text span size="xs" c="dimmed" className="numbers">
      {elapsedText(start as Instant, at as Instant)}
    </Text>
  )
}

/** What the zone is called then: `BST`. */
export const zoneName = (at: string, zone: string): string => zoneLabel(at as Instant, zone)
