import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconSearch } from '../../parts/icons.tsx'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useImperativeHandle, useMemo, useRef, type DragEvent, type KeyboardEvent, type MouseEvent, type ReactNode, type Ref } from 'react'
import { Empty } from '../../shell/states.tsx'
import { timeline as text } from '../../text/timeline.ts'
import { NO_FILTER, type ChannelRow, type RecordFilter } from './channel-rows.ts'
import type { Event } from './event-queries.ts'
import { RecordRow } from './record-row.tsx'
import { RecordStrip } from './record-strip.tsx'
import classes from './timeline.module.css'

/** What of the record others may move. */
export interface RecordView {
  /** Shows an event, and makes it the current one. */
  readonly show: (event: string) => void
  /** Shows what was said from a moment on. */
  readonly scrollTo: (at: string) => void
  readonly step: (by: number) => void
  readonly find: () => void
}

interface Given {
  readonly rows: readonly ChannelRow[]
  readonly events: readonly Event[]
  readonly total: number
  readonly complete: boolean
  readonly filter: RecordFilter
  readonly onFilter: (filter: RecordFilter) => void
  readonly zone: string
  readonly start: string | null
  readonly isKey: (event: string) => boolean
  readonly current: string | null
  readonly onCurrent: (event: string) => void
  readonly onToggle: (event: Event) => void
  readonly mayEdit: boolean
  /** Told what stands in the window, as places of rows. */
  readonly onWindow: (first: number, last: number) => void
  readonly view: Ref<RecordView>
  /** What stands at the end of its head. */
  readonly aside: ReactNode
}

/** The whole record as a channel: filters over it, why an event is marked under it. Only what is in the window is in the page. */
export function RecordPane(given: Given): ReactNode {
  const { rows, events, total, complete, filter, onFilter, current, onCurrent, onToggle, onWindow, view } = given
  const scroller = useRef<HTMLDivElement>(null)
  const finder = useRef<HTMLInputElement>(null)
  const wanted = useRef<string | null>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => sizeOf(rows[index]),
    getItemKey: (index) => rows[index]?.event.id ?? index,
    overscan: 12,
    onChange: (now) => onWindow(now.range?.startIndex ?? 0, now.range?.endIndex ?? 0),
  })
  const places = useMemo(() => new Map(rows.map(({ event }, index) => [event.id, index])), [rows])
  const go = (index: number, align: 'auto' | 'start' | 'center'): void => {
    const row = rows[index]
    if (row === undefined) return
    wanted.current = row.event.id
    onCurrent(row.event.id)
    virtual.scrollToIndex(index, { align })
  }
  const step = (by: number): void => go(Math.min(rows.length - 1, Math.max(0, current === null ? 0 : (places.get(current) ?? -by) + by)), 'auto')
  useImperativeHandle(view, () => ({
    show: (event) => go(places.get(event) ?? -1, 'center'),
    scrollTo: (at) =>
      virtual.scrollToIndex(
        Math.max(
          0,
          rows.findIndex(({ event }) => event.at >= at),
        ),
        { align: 'start' },
      ),
    step,
    find: () => finder.current?.focus(),
  }))
  // The row that was moved to takes the focus when it is there.
  useEffect(() => {
    if (wanted.current === null) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-event="${CSS.escape(wanted.current)}"]`)
    if (row === null || row === undefined) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })
  const eventOf = (target: EventTarget): Event | undefined => {
    const id = target instanceof Element ? target.closest<HTMLElement>('[data-event]')?.dataset['event'] : undefined
    return id === undefined ? undefined : rows[places.get(id) ?? -1]?.event
  }
  const press = (key: KeyboardEvent): void => {
    if (key.target instanceof HTMLButtonElement || key.metaKey || key.ctrlKey || key.altKey) return
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 }[key.key]
    const event = eventOf(key.target)
    if (by !== undefined) step(by)
    else if (key.key === ' ' && event !== undefined) onToggle(event)
    else return
    key.preventDefault()
  }
  const click = (mouse: MouseEvent): void => {
    const event = eventOf(mouse.target)
    if (event === undefined) return
    if (mouse.target instanceof Element && mouse.target.closest('[data-mark]') !== null) onToggle(event)
    onCurrent(event.id)
  }
  const drag = (dragged: DragEvent): void => {
    const event = eventOf(dragged.target)
    if (event !== undefined) dragged.dataTransfer.setData(DRAGGED, event.id)
  }
  return (
    <section className={classes['pane']} aria-label={text.record}>
      <div className={classes['paneHead']}>
        <h2>{text.record}</h2>
        <span className={classes['time']} role="status">
          {complete ? text.count(rows.length, events.length) : text.reading(events.length, total)}
        </span>
        {given.aside === null ? null : <div style={{ marginLeft: 'auto' }}>{given.aside}</div>}
      </div>
      <Filters events={events} filter={filter} onFilter={onFilter} finder={finder} />
      {rows.length === 0 && complete ? <Nothing filtered={events.length > 0} onClear={() => onFilter(NO_FILTER)} /> : null}
      <div
        ref={scroller}
        className={classes['feed']}
        role="feed"
        aria-label={text.record}
        aria-busy={!complete}
        tabIndex={current === null ? 0 : -1}
        onKeyDown={press}
        onClick={click}
        onDragStart={drag}
      >
        <div className={classes['all']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const row = rows[index]
            if (row === undefined) return null
            const { id } = row.event
            return (
              <div key={key} ref={virtual.measureElement} data-index={index} className={classes['item']} style={{ transform: `translateY(${start}px)` }}>
                <RecordRow
                  row={row}
                  place={index}
                  count={rows.length}
                  zone={given.zone}
                  start={given.start}
                  isKey={given.isKey(id)}
                  isCurrent={current === id}
                  mayEdit={given.mayEdit}
                />
              </div>
            )
          })}
        </div>
      </div>
      <RecordStrip event={current === null ? undefined : rows[places.get(current) ?? -1]?.event} isKey={given.isKey} zone={given.zone} />
    </section>
  )
}

/** The kind of what is dragged. */
export const DRAGGED = 'text/x-blamefree-event'

/** About how high a row is, in pixels, before it has been measured. */
const sizeOf = (row: ChannelRow | undefined): number =>
  row === undefined ? 26 : 26 + 20 * Math.floor(row.event.text.length / 62) + (row.day === null ? 0 : 34) + (row.silence === null ? 0 : 30)

function Nothing({ filtered, onClear }: { filtered: boolean; onClear: () => void }): ReactNode {
  if (!filtered) return <Empty title={text.empty} hint={text.emptyHint} />
  return (
    <Empty title={text.noneFits}>
      <Button variant="light" size="compact-sm" onClick={onClear}>
        {text.clearFilters}
      </Button>
    </Empty>
  )
}

function Filters({ events, filter, onFilter, finder }: Pick<Given, 'events' | 'filter' | 'onFilter'> & { finder: Ref<HTMLInputElement> }): ReactNode {
  const { people, kinds, sources } = useMemo(() => choicesOf(events), [events])
  const set = (part: Partial<RecordFilter>): void => onFilter({ ...filter, ...part })
  const option = (value: string, label: string): { value: string; label: string } => ({ value, label })
  return (
    <div className={classes['filters']}>
      <TextInput
        ref={finder}
        size="xs"
        aria-label={text.filter.text}
        placeholder={text.filter.text}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={filter.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          set({ text: '' })
          event.currentTarget.blur()
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={text.filter.person}
        value={filter.person}
        data={[option('', text.filter.anybody), ...people.map(([id, name]) => option(id, name))]}
        onChange={(event) => set({ person: event.currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        aria-label={text.filter.kind}
        value={filter.kind}
        data={[option('', text.filter.anyKind), ...kinds.map((kind) => option(kind, text.filter.kinds[kind] ?? kind))]}
        onChange={(event) => set({ kind: event.currentTarget.value })}
        maw={140}
      />
      {sources.length < 2 ? null : (
        <NativeSelect
          size="xs"
          aria-label={text.filter.source}
          value={filter.source}
          data={[option('', text.filter.anySource), ...sources.map((source) => option(source, source))]}
          onChange={(event) => set({ source: event.currentTarget.value })}
          maw={140}
        />
      )}
    </div>
  )
}

function choicesOf(events: readonly Event[]): { people: [string, string][]; kinds: string[]; sources: string[] } {
  const people = new Map<string, string>()
  const [kinds, sources] = [new Set<string>(), new Set<string>()]
  for (const { actor, actorName, what, origin } of events) {
    if (actor !== null) people.set(actor, actorName ?? actor)
    kinds.add(what.kind)
    sources.add(origin.source)
  }
  return { people: [...people].toSorted((a, b) => (a[1] < b[1] ? -1 : 1)), kinds: [...kinds].toSorted(), sources: [...sources].toSorted() }
}
