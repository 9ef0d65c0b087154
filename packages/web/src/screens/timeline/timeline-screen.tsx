import { SegmentedControl } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { useRouterState } from '@tanstack/react-router'
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useReaderZone } from '../../session/me.ts'
import { timeline as text } from '../../text/timeline.ts'
import { useIncident, useMayEdit } from '../incident/incident-query.ts'
import { bandData } from './band-data.ts'
import { channelRows, NO_FILTER, silencesOf } from './channel-rows.ts'
import type { Event } from './event-queries.ts'
import { IncidentBand, type BandView } from './incident-band.tsx'
import { KeyPane } from './key-pane.tsx'
import { PasteLines } from './paste-lines.tsx'
import { RecordPane, type RecordView } from './record-pane.tsx'
import { useAddressFilter } from './use-address-filter.ts'
import classes from './timeline.module.css'
import { useEventChanges } from './use-event-changes.ts'
import { useMarks } from './use-marks.ts'
import { useRecord } from './use-record.ts'
import { useTimelineKeys } from './use-timeline-keys.ts'

/** The timeline: the whole record on one side, what of it goes into the document on the other. On a phone one of them, with a switch. */
export function TimelineScreen(): ReactNode {
  const { id, facts, events: total, happenedAt } = useIncident()
  const mayEdit = useMayEdit()
  const ofDocument = String(facts.zone.value)
  const { zone, choice, choose } = useZoneChoice(ofDocument)
  const { events, complete } = useRecord(id, total)
  const marks = useMarks(id)
  const changes = useEventChanges(id)
  const [filter, setFilter] = useAddressFilter()
  const [current, setCurrent] = useState<string | null>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const [adding, setAdding] = useState<string | null>(null)
  const [pasting, setPasting] = useState(false)
  const [pane, setPane] = useState<Pane>('record')
  const narrow = useMediaQuery('(max-width: 760px)', window.innerWidth <= 760)
  const record = useRef<RecordView>(null)
  const band = useRef<BandView>(null)
  const wanted = useDeferredValue(filter)
  const rows = useMemo(() => channelRows(events, wanted, zone), [events, wanted, zone])
  const silences = useMemo(() => silencesOf(events), [events])
  const span = useMemo(() => (events.length < 3 ? null : bandData(events)), [events])
  const start = startOf(facts.timestamps, marks.keyEvents?.[0] ?? events[0])
  const show = useCallback(
    (event: string) => {
      setFilter(NO_FILTER)
      setPane('record')
      requestAnimationFrame(() => requestAnimationFrame(() => record.current?.show(event)))
    },
    [setFilter],
  )
  useShownByAddress(rows.length > 0 && complete, show)
  const { mark, isKey } = marks
  const toggle = useCallback((event: Event) => (mayEdit ? mark(event, isKey(event.id) ? 'detail' : 'key') : undefined), [mayEdit, mark, isKey])
  const find = (event: string | null): Event | undefined => (event === null ? undefined : events.find((one) => one.id === event))
  useTimelineKeys({
    mayEdit,
    step: (by) => record.current?.step(by),
    find: () => record.current?.find(),
    mark: () => {
      const event = find(current)
      if (event !== undefined) toggle(event)
    },
    edit: () => current !== null && isKey(current) && setEditing(current),
    add: () => setAdding(current !== null && isKey(current) ? current : ''),
    paste: () => setPasting(true),
    nextZone: () => choose(CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length] ?? 'reader'),
    undo: marks.undo,
  })
  const shown = useRef(rows)
  shown.current = rows
  const follow = useCallback((first: number, last: number) => {
    const [from, to] = [shown.current[first]?.event.at, shown.current[last]?.event.at]
    if (from !== undefined && to !== undefined) band.current?.window(Date.parse(from), Date.parse(to))
  }, [])
  const scrub = useCallback((at: string) => record.current?.scrollTo(at), [])
  return (
    <div className={classes['screen']} data-fills>
      {narrow ? <TimelineBar pane={pane} onPane={setPane} choice={choice} onChoice={choose} /> : null}
      {span === null || narrow ? null : <IncidentBand data={span} zone={zone} onScrub={scrub} view={band} />}
      <div className={classes['panes']} {...(narrow ? { 'data-one': true } : {})}>
        {narrow && pane === 'key' ? null : (
          <RecordPane
            rows={rows}
            events={events}
            total={total}
            complete={complete}
            filter={filter}
            onFilter={setFilter}
            zone={zone}
            start={start}
            isKey={isKey}
            current={current}
            onCurrent={setCurrent}
            onToggle={toggle}
            mayEdit={mayEdit}
            onWindow={follow}
            view={record}
            aside={narrow ? null : <ZoneSwitch choice={choice} onChoice={choose} />}
          />
        )}
        {narrow && pane === 'record' ? null : (
          <KeyPane
            marks={marks}
            changes={changes}
            silences={silences}
            zone={zone}
            ofDocument={ofDocument}
            start={start}
            mayEdit={mayEdit}
            editing={editing}
            onEditing={setEditing}
            adding={adding}
            onAdding={setAdding}
            onShow={show}
            onDropped={(event) => {
              const dropped = find(event)
              if (dropped !== undefined) mark(dropped, 'key')
            }}
            onPaste={() => setPasting(true)}
            near={marks.keyEvents?.at(-1)?.at ?? happenedAt}
          />
        )}
      </div>
      <PasteLines opened={pasting} onClose={() => setPasting(false)} id={id} zone={ofDocument} near={happenedAt} />
    </div>
  )
}

type Pane = 'record' | 'key'

/** On a phone: which pane, and in which zone. */
function TimelineBar({
  pane,
  onPane,
  choice,
  onChoice,
}: {
  pane: Pane
  onPane: (pane: Pane) => void
  choice: Choice
  onChoice: (choice: Choice) => void
}): ReactNode {
  const panes = [
    { value: 'record', label: text.record },
    { value: 'key', label: text.key },
  ]
  return (
    <div className={classes['bar']}>
      <SegmentedControl size="xs" aria-label={text.panes} value={pane} onChange={(value) => onPane(value === 'key' ? 'key' : 'record')} data={panes} />
      <ZoneSwitch choice={choice} onChoice={onChoice} />
    </div>
  )
}

function ZoneSwitch({ choice, onChoice }: { choice: Choice; onChoice: (choice: Choice) => void }): ReactNode {
  const zones = CHOICES.map((value) => ({ value, label: text.zones[value] }))
  return <SegmentedControl size="xs" aria-label={text.zone} value={choice} onChange={(value) => onChoice(value)} data={zones} />
}

const CHOICES = ['reader', 'document', 'utc'] as const
type Choice = (typeof CHOICES)[number]

/** In which zone the times are shown; remembered on this device. */
function useZoneChoice(ofDocument: string): { zone: string; choice: Choice; choose: (choice: Choice) => void } {
  const reader = useReaderZone()
  const [choice, choose] = useLocalStorage<Choice>({ key: 'blamefree-timeline-zone', defaultValue: 'reader', getInitialValueInEffect: false })
  return { zone: { reader, document: ofDocument, utc: 'UTC' }[choice], choice, choose }
}

/** When the incident notionally began: the impact, else the report, else the first key event, else the first event. */
function startOf(timestamps: Readonly<Record<string, { value: unknown }>>, first: Event | undefined): string | null {
  const stated = timestamps['impact-started'] ?? timestamps['reported']
  return stated === undefined ? (first?.at ?? null) : String(stated.value)
}

/** An event that the address names is shown, once the record is there. */
function useShownByAddress(ready: boolean, show: (event: string) => void): void {
  const hash = useRouterState({ select: (state) => state.location.hash })
  useEffect(() => {
    if (ready && hash !== '') show(decodeURIComponent(hash))
  }, [ready, hash, show])
}
