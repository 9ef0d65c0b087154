import { clockText, durationText, elapsedText, type Instant } from '@blamefree/core'
import { memo, type ReactNode } from 'react'
import { InlineText } from '../../parts/inline-text.tsx'
import { timeline as text } from '../../text/timeline.ts'
import type { ChannelRow } from './channel-rows.ts'
import type { Event } from './event-queries.ts'
import classes from './timeline.module.css'
import { whyMarked } from './why-marked.ts'

interface Given {
  readonly row: ChannelRow
  readonly place: number
  readonly count: number
  readonly zone: string
  readonly start: string | null
  readonly isKey: boolean
  readonly isCurrent: boolean
  readonly mayEdit: boolean
}

/** An event of the record. It is light on purpose: thousands scroll by. What is pressed is heard of by the pane. */
export const RecordRow = memo(function RecordRow({ row, place, count, zone, start, isKey, isCurrent, mayEdit }: Given): ReactNode {
  const { event, reply, day, silence } = row
  const at = event.at as Instant
  const why = whyMarked(event.rule, isKey)
  return (
    <>
      {day === null ? null : <div className={classes['day']}>{day}</div>}
      {silence === null ? null : <div className={classes['silence']}>{text.silence(durationText(silence))}</div>}
      <article
        className={classes['event']}
        tabIndex={isCurrent ? 0 : -1}
        data-event={event.id}
        draggable={mayEdit}
        aria-posinset={place + 1}
        aria-setsize={count}
        aria-label={`${clockText(at, zone)} ${event.actorName ?? ''}`}
        {...(reply ? { 'data-reply': true } : {})}
        {...(isKey ? { 'data-key': true } : {})}
        {...(isCurrent ? { 'aria-current': 'true' as const } : {})}
      >
        <span className={classes['time']}>
          <time dateTime={event.at}>{clockText(at, zone)}</time>
          {start === null ? null : <span className={classes['elapsed']}>{elapsedText(start as Instant, at)}</span>}
        </span>
        <div className={classes['words']}>
          {event.actorName === null || event.text.startsWith(`${event.actorName}:`) ? null : <span className={classes['who']}>{event.actorName}</span>}
          {tagOf(event) === null ? null : <span className={classes['tag']}>{tagOf(event)}</span>}
          <bdi>
            <InlineText text={event.text} />
          </bdi>
          <Extra event={event} />
        </div>
        {mayEdit ? (
          <button
            type="button"
            className={classes['star']}
            tabIndex={-1}
            data-mark
            title={why}
            aria-pressed={isKey}
            aria-label={text.mark(event.text.slice(0, 80))}
          >
            <Star />
          </button>
        ) : isKey ? (
          <span className={classes['star']} aria-hidden title={why}>
            <Star />
          </span>
        ) : (
          <span />
        )}
      </article>
    </>
  )
})

function Star(): ReactNode {
  return (
    <svg viewBox="0 0 24 24" aria-hidden>
      <path d="m12 3.5 2.6 5.3 5.9.9-4.3 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8L3.5 9.7l5.9-.9z" strokeLinejoin="round" />
    </svg>
  )
}

/** What kind of thing it is, where it is no message of a person. */
function tagOf({ what }: Event): string | null {
  if (what.kind === 'message' || what.kind === 'comment') return what['bot'] === true ? text.app : null
  return what.kind
}

/** Reactions and files of a message. */
function Extra({ event: { what } }: { event: Event }): ReactNode {
  const reactions = (what['reactions'] ?? []) as readonly { name: string; people: readonly string[] }[]
  const files = (what['attachments'] ?? []) as readonly { name: string; url: string | null }[]
  if (reactions.length + files.length === 0) return null
  return (
    <div className={classes['extra']}>
      {files.map(({ name }) => (
        <span key={name}>📎 {name}</span>
      ))}
      {reactions.map(({ name, people }) => (
        <span key={name}>
          :{name}: {people.length}
        </span>
      ))}
    </div>
  )
}
