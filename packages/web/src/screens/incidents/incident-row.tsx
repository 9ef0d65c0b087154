import { Checkbox } from '@mantine/core'
import { clockSpan, durationText, type Instant } from '@blamefree/core'
import { IconLock } from '../../parts/icons.tsx'
import { Link } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import { SeverityMark } from '../../parts/severity-mark.tsx'
import { TimeText } from '../../parts/time-text.tsx'
import { incidentsText as text } from '../../text/incidents.ts'
import type { IncidentSummary } from './incidents-query.ts'
import classes from './incidents.module.css'
import { PostMortemCell } from './post-mortem-cell.tsx'

/** An incident of the list. */
export const IncidentRow = memo(
  function IncidentRow({
    row,
    mayWrite,
    selected,
    selecting,
    onTurn,
  }: {
    row: IncidentSummary
    mayWrite: boolean
    selected: boolean
    selecting: boolean
    onTurn: () => void
  }): ReactNode {
    const about = [row.type, row.services.slice(0, 4).join(', '), row.services.length > 4 ? `+${row.services.length - 4}` : ''].filter(Boolean).join(' · ')
    return (
      <tr role="row" className={classes['row']} data-selected={selected}>
        <td role="cell" className={classes['severity']}>
          {selecting ? <Checkbox size="xs" checked={selected} onChange={onTurn} aria-label={text.select(row.title)} mr={8} /> : null}
          <SeverityMark severity={row.severity} />
        </td>
        <td role="cell" className={classes['name']}>
          <Link to="/incidents/$incident" params={{ incident: row.slug }} className={classes['link']} data-row={row.id} data-slug={row.slug} title={row.title}>
            {row.title}
          </Link>
          {row.private ? <IconLock size={13} className={classes['lock']} role="img" aria-label={text.private} /> : null}
          <span className={classes['about']} title={row.services.join(', ')}>
            {about}
          </span>
        </td>
        <td role="cell" className={classes['status']}>
          {row.status ?? text.noTime}
        </td>
        <td role="cell" className={classes['when']}>
          <TimeText at={row.happenedAt} />
        </td>
        <td role="cell" className={classes['duration']}>
          {durationOf(row)}
        </td>
        <td role="cell" className={classes['written']}>
          <PostMortemCell row={row} mayWrite={mayWrite} />
        </td>
        <td role="cell" className={classes['overdue']}>
          {row.overdue === 0 ? null : <span className={classes['late']}>{text.overdue(row.overdue)}</span>}
        </td>
      </tr>
    )
  },
  (before, after) =>
    before.row === after.row && before.selected === after.selected && before.selecting === after.selecting && before.mayWrite === after.mayWrite,
)

/** From its start until it was fixed, or closed where no fix is known. */
function durationOf({ happenedAt, fixedAt, closedAt }: IncidentSummary): string {
  const end = fixedAt ?? closedAt
  if (end === null) return text.noTime
  const millis = clockSpan(happenedAt as Instant, end as Instant)
  return millis < 0 ? text.noTime : durationText(millis)
}
