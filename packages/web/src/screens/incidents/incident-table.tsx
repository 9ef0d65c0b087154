import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useShortcuts, type Shortcut } from '../../shell/shortcuts.ts'
import { incidentsText as text } from '../../text/incidents.ts'
import { IncidentRow } from './incident-row.tsx'
import type { IncidentSummary } from './incidents-query.ts'
import classes from './incidents.module.css'
import { SelectionBar } from './selection-bar.tsx'

const COLUMNS = ['severity', 'title', 'status', 'when', 'duration', 'postMortem', 'overdue'] as const

/** The incidents, newest first. The end of the list asks for more by itself; rows out of sight cost no layout. On a phone each is a card. */
export function IncidentTable({
  rows,
  mayWrite,
  stale,
  hasMore,
  onMore,
}: {
  rows: readonly IncidentSummary[]
  mayWrite: boolean
  stale: boolean
  hasMore: boolean
  onMore: () => void
}): ReactNode {
  const table = useRef<HTMLTableElement>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const turn = (id: string): void => setSelected((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  useRowKeys(table, { turn, clear: () => setSelected(new Set()) })
  const chosen = rows.filter(({ id }) => selected.has(id))
  return (
    <>
      {/* Grid rows lose their meaning in some browsers, so the roles are said once more. */}
      <table ref={table} className={classes['table']} role="table" aria-label={text.title} aria-busy={stale} data-stale={stale}>
        <thead role="rowgroup" className={classes['tableHead']}>
          <tr role="row" className={classes['row']}>
            {COLUMNS.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {text.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <IncidentRow key={row.id} row={row} mayWrite={mayWrite} selected={selected.has(row.id)} selecting={chosen.length > 0} onTurn={() => turn(row.id)} />
          ))}
        </tbody>
      </table>
      {hasMore ? <End onReached={onMore} /> : <p className={classes['end']}>{text.end(rows.length)}</p>}
      {chosen.length === 0 ? null : <SelectionBar rows={chosen} onClear={() => setSelected(new Set())} />}
    </>
  )
}

/** The end of what is loaded: asks for more a good while before it is seen. */
function End({ onReached }: { onReached: () => void }): ReactNode {
  const place = useRef<HTMLParagraphElement>(null)
  const reached = useRef(onReached)
  useEffect(() => {
    reached.current = onReached
  })
  useEffect(() => {
    const watcher = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && reached.current(), { rootMargin: '1500px' })
    if (place.current !== null) watcher.observe(place.current)
    return () => watcher.disconnect()
  })
  return (
    <p ref={place} className={classes['end']} role="status">
      {text.more}
    </p>
  )
}

/** j and k move over the rows; what is on a row is done with the row that has the focus. */
function useRowKeys(table: { readonly current: HTMLTableElement | null }, { turn, clear }: { turn: (id: string) => void; clear: () => void }): void {
  const go = useNavigate()
  const act = useRef({ turn, clear })
  useEffect(() => {
    act.current = { turn, clear }
  })
  const shortcuts = useMemo((): readonly Shortcut[] => {
    const links = (): HTMLAnchorElement[] => [...(table.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])]
    const current = (): HTMLAnchorElement | null => document.activeElement?.closest('tr')?.querySelector<HTMLAnchorElement>('a[data-row]') ?? null
    const move = (by: number): void => {
      const all = links()
      const at = all.findIndex((link) => link === current())
      const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))]
      next?.focus({ preventScroll: true })
      next?.closest('tr')?.scrollIntoView({ block: 'nearest' })
    }
    const slug = (): string | undefined => current()?.dataset['slug']
    const open = (): void => {
      const incident = slug()
      if (incident !== undefined) void go({ to: '/incidents/$incident', params: { incident } })
    }
    const where = text.where
    return [
      { keys: 'j', does: text.keys.next, where, run: () => move(1) },
      { keys: 'k', does: text.keys.previous, where, run: () => move(-1) },
      { keys: 'Enter', does: text.keys.open, where, run: (event) => pressOr(event, open) },
      {
        keys: 't',
        does: text.keys.timeline,
        where,
        run: () => {
          const incident = slug()
          if (incident !== undefined) void go({ to: '/incidents/$incident/timeline', params: { incident } })
        },
      },
      { keys: 'p', does: text.keys.postMortem, where, run: () => current()?.closest('tr')?.querySelector<HTMLElement>('[data-post-mortem]')?.click() },
      {
        keys: 'x',
        does: text.keys.select,
        where,
        run: () => {
          const id = current()?.dataset['row']
          if (id !== undefined) act.current.turn(id)
        },
      },
      { keys: 'Escape', does: text.keys.clear, where, run: () => act.current.clear() },
    ]
  }, [go, table])
  useShortcuts(shortcuts)
}

/** Enter on a button or link of its own does what that does. */
function pressOr(event: KeyboardEvent, open: () => void): void {
  const target = event.target
  if (target instanceof HTMLElement && target.matches('button, a')) target.click()
  else open()
}
