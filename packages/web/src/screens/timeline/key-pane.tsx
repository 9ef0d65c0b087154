import { Button } from '@mantine/core'
import { durationText } from '@blamefree/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { IconArrowBackUp, IconClipboardPlus } from '../../parts/icons.tsx'
import { useCallback, useRef, useState, type DragEvent, type ReactNode } from 'react'
import { Empty } from '../../shell/states.tsx'
import { timeline as text } from '../../text/timeline.ts'
import type { Event } from './event-queries.ts'
import { KeyEvent } from './key-event.tsx'
import { LineEditor } from './line-editor.tsx'
import { DRAGGED } from './record-pane.tsx'
import classes from './timeline.module.css'
import type { EventChanges } from './use-event-changes.ts'
import type { Marks } from './use-marks.ts'

interface Given {
  readonly marks: Marks
  readonly changes: EventChanges
  readonly silences: ReadonlyMap<string, number>
  readonly zone: string
  readonly ofDocument: string
  readonly start: string | null
  readonly mayEdit: boolean
  readonly editing: string | null
  readonly onEditing: (event: string | null) => void
  readonly adding: string | null
  readonly onAdding: (after: string | null) => void
  readonly onShow: (event: string) => void
  readonly onDropped: (event: string) => void
  readonly onPaste: () => void
  /** Where a first line is offered. */
  readonly near: string
}

/** The curated timeline: what goes into the document, to edit, to add to, to drop into. */
export function KeyPane(given: Given): ReactNode {
  const { marks, changes, silences, zone, ofDocument, mayEdit, adding, onAdding, near } = given
  const [over, setOver] = useState(false)
  const list = useRef<HTMLDivElement>(null)
  const events = marks.keyEvents ?? []
  const { mark } = marks
  const leaveOut = useCallback((event: Event) => mark(event, 'detail'), [mark])
  // A record may be all key events (a timeline that somebody wrote down): only what is in the window is in the page.
  const virtual = useVirtualizer({
    count: events.length,
    getScrollElement: () => list.current,
    estimateSize: () => 52,
    getItemKey: (index) => events[index]?.id ?? index,
    overscan: 8,
  })
  const drop = (event: DragEvent): void => {
    setOver(false)
    const id = event.dataTransfer.getData(DRAGGED)
    if (id === '') return
    event.preventDefault()
    given.onDropped(id)
  }
  const hover = (event: DragEvent): void => {
    if (!mayEdit || !event.dataTransfer.types.includes(DRAGGED)) return
    event.preventDefault()
    setOver(true)
  }
  const editor = (at: string): ReactNode => (
    <LineEditor
      near={at}
      zone={ofDocument}
      shown={zone}
      onAdd={(line) => {
        changes.add(line)
        onAdding(null)
      }}
      onCancel={() => onAdding(null)}
    />
  )
  return (
    <section className={classes['pane']} aria-label={text.key}>
      <div className={classes['paneHead']}>
        <h2>{text.key}</h2>
        <span className={classes['time']}>{marks.keyEvents === null ? '' : text.keyCount(events.length)}</span>
        {mayEdit ? (
          <Button ml="auto" size="compact-sm" variant="light" leftSection={<IconClipboardPlus size={15} aria-hidden />} onClick={given.onPaste}>
            {text.paste}
          </Button>
        ) : null}
      </div>
      <div
        ref={list}
        className={classes['list']}
        {...(over ? { 'data-over': true } : {})}
        onDragOver={hover}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        tabIndex={0}
        role="group"
        aria-label={text.key}
      >
        {marks.keyEvents !== null && events.length === 0 ? <Empty title={text.keyEmpty} hint={text.keyEmptyHint} /> : null}
        {adding === '' ? editor(near) : null}
        <div className={classes['all']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const event = events[index]
            if (event === undefined) return null
            return (
              <div key={key} ref={virtual.measureElement} data-index={index} className={classes['item']} style={{ transform: `translateY(${start}px)` }}>
                {silenceBetween(events[index - 1], event, silences)}
                <KeyEvent
                  event={event}
                  zone={zone}
                  ofDocument={ofDocument}
                  start={given.start}
                  mayEdit={mayEdit}
                  editing={given.editing === event.id}
                  onEditing={given.onEditing}
                  onShow={given.onShow}
                  onChange={changes.change}
                  onAddAfter={onAdding}
                  onLeaveOut={leaveOut}
                  onRemove={changes.remove}
                />
                {adding === event.id ? editor(event.at) : null}
              </div>
            )
          })}
        </div>
      </div>
      {marks.last === null ? null : (
        <div className={classes['strip']} role="status">
          <span>{(marks.last.level === 'key' ? text.marked : text.unmarked)(marks.last.event.text)}</span>
          <Button size="compact-xs" variant="subtle" leftSection={<IconArrowBackUp size={14} aria-hidden />} onClick={marks.undo}>
            {text.undo}
          </Button>
        </div>
      )}
    </section>
  )
}

/** A silence of the record that lies between two lines; the longest, where there are several. */
function silenceBetween(before: Event | undefined, event: Event, silences: ReadonlyMap<string, number>): ReactNode {
  const own = before === undefined ? undefined : silences.get(event.id)
  return own === undefined ? null : <div className={classes['silence']}>{text.silence(durationText(own))}</div>
}
