import { Anchor } from '@mantine/core'
import { dateTimeZoneText, type Instant } from '@blamefree/core'
import type { ReactNode } from 'react'
import { timeline as text } from '../../text/timeline.ts'
import type { Event } from './event-queries.ts'
import classes from './timeline.module.css'
import { whyMarked } from './why-marked.ts'

/** About the current event: why it is marked or not, when it was, and where it is from. */
export function RecordStrip({ event, isKey, zone }: { event: Event | undefined; isKey: (event: string) => boolean; zone: string }): ReactNode {
  if (event === undefined) {
    return (
      <div className={classes['strip']}>
        <span>{text.why.nothing}</span>
      </div>
    )
  }
  const why = whyMarked(event.rule, isKey(event.id))
  const original = event.original === null ? '' : ` ${text.original(event.original.text)}`
  const words = `${why} ${dateTimeZoneText(event.at as Instant, zone)}, ${event.origin.label}.${original}`
  return (
    <div className={classes['strip']}>
      <span title={words}>{words}</span>
      {event.origin.url === null ? null : (
        <Anchor href={event.origin.url} target="_blank" rel="noreferrer" size="xs">
          {text.openOrigin}
        </Anchor>
      )}
    </div>
  )
}
