import { ActionIcon, Popover, Tooltip } from '@mantine/core'
import { clockText, dateTimeZoneText, elapsedText, type Instant } from '@blamefree/core'
import { IconClock, IconPencil, IconPlus, IconTrash, IconX } from '../../parts/icons.tsx'
import { memo, useState, type ReactNode } from 'react'
import { InlineText } from '../../parts/inline-text.tsx'
import { MomentField } from '../../parts/moment-field.tsx'
import { timeline as text } from '../../text/timeline.ts'
import type { Event } from './event-queries.ts'
import { TextOfEvent } from './line-editor.tsx'
import classes from './timeline.module.css'
import type { EventWords } from './use-event-changes.ts'
import { whyMarked } from './why-marked.ts'

interface Given {
  readonly event: Event
  readonly zone: string
  readonly ofDocument: string
  readonly start: string | null
  readonly mayEdit: boolean
  readonly editing: boolean
  readonly onEditing: (event: string | null) => void
  readonly onShow: (event: string) => void
  readonly onChange: (event: Event, words: EventWords) => void
  readonly onAddAfter: (event: string) => void
  readonly onLeaveOut: (event: Event) => void
  readonly onRemove: (event: Event) => void
}

/** A line of the curated timeline: its time leads to the record, its text and time are edited in place, and what the record says stays beside them. */
export const KeyEvent = memo(function KeyEvent(given: Given): ReactNode {
  const { event, zone, start, mayEdit, editing, onEditing, onShow, onChange } = given
  const at = event.at as Instant
  return (
    <div className={classes['keyEvent']} data-key-event={event.id}>
      <Tooltip label={dateTimeZoneText(at, given.ofDocument)}>
        <button type="button" className={classes['keyTime']} onClick={() => onShow(event.id)}>
          <time dateTime={event.at}>{clockText(at, zone)}</time>
          {start === null ? null : <span className={`${classes['elapsed'] ?? ''} ${classes['time'] ?? ''}`}>{elapsedText(start as Instant, at)}</span>}
        </button>
      </Tooltip>
      {editing ? (
        <TextOfEvent
          value={event.text}
          onSave={(words) => {
            onChange(event, { text: words })
            onEditing(null)
          }}
          onCancel={() => onEditing(null)}
        />
      ) : (
        <Tooltip label={whyMarked(event.rule, true)} position="top-start" multiline maw={340}>
          <div className={classes['words']} {...(mayEdit ? { onDoubleClick: () => onEditing(event.id) } : {})}>
            {event.actorName === null || event.text.startsWith(`${event.actorName}:`) ? null : <span className={classes['who']}>{event.actorName}</span>}
            <bdi>
              <InlineText text={event.text} />
            </bdi>
          </div>
        </Tooltip>
      )}
      {mayEdit && !editing ? <Tools {...given} /> : <span />}
      {event.original === null ? null : <Original event={event} zone={zone} mayEdit={mayEdit} onPutBack={() => onChange(event, { undo: true })} />}
    </div>
  )
})

function Tools({ event, zone, ofDocument, onEditing, onChange, onAddAfter, onLeaveOut, onRemove }: Given): ReactNode {
  const [timing, setTiming] = useState(false)
  const name = event.text.slice(0, 60)
  return (
    <div className={classes['tools']} {...(timing ? { style: { opacity: 1 } } : {})}>
      <ActionIcon size={24} variant="subtle" color="gray" aria-label={text.edit(name)} onClick={() => onEditing(event.id)}>
        <IconPencil size={14} aria-hidden />
      </ActionIcon>
      <Popover opened={timing} onChange={setTiming} trapFocus returnFocus withArrow shadow="md" position="bottom-end" width={270}>
        <Popover.Target>
          <ActionIcon size={24} variant="subtle" color="gray" aria-label={`${text.editTime}: ${name}`} onClick={() => setTiming(true)}>
            <IconClock size={14} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown>
          <MomentField
            what={text.editTime}
            at={event.at}
            zone={ofDocument}
            shown={zone}
            onSave={(at) => {
              setTiming(false)
              if (at !== event.at) onChange(event, { at })
            }}
            onCancel={() => setTiming(false)}
          />
        </Popover.Dropdown>
      </Popover>
      <ActionIcon size={24} variant="subtle" color="gray" aria-label={text.addAfter(name)} onClick={() => onAddAfter(event.id)}>
        <IconPlus size={14} aria-hidden />
      </ActionIcon>
      {event.madeBy === null ? null : (
        <ActionIcon size={24} variant="subtle" color="gray" aria-label={text.remove(name)} onClick={() => onRemove(event)}>
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon size={24} variant="subtle" color="gray" aria-label={text.unmark(name)} onClick={() => onLeaveOut(event)}>
        <IconX size={14} aria-hidden />
      </ActionIcon>
    </div>
  )
}

/** What the record says of an event that somebody edited. */
function Original({ event, zone, mayEdit, onPutBack }: { event: Event; zone: string; mayEdit: boolean; onPutBack: () => void }): ReactNode {
  const { original, editedBy } = event
  if (original === null) return null
  const moved = original.at !== event.at
  const words = [moved ? dateTimeZoneText(original.at as Instant, zone) : '', original.text === event.text ? '' : original.text].filter(Boolean).join(': ')
  return (
    <div className={classes['note']}>
      {text.original(words)}
      {editedBy === null ? null : ` · ${text.editedBy(editedBy)}`}
      {mayEdit ? (
        <button type="button" className={classes['putBack']} onClick={onPutBack}>
          {text.putBack}
        </button>
      ) : null}
    </div>
  )
}
