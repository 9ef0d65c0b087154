import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useEffect, type ReactNode } from 'react'
import { useMe, useReaderZone } from '../../session/me.ts'
import { Fault, Loading } from '../../shell/states.tsx'
import { incidentsText as text } from '../../text/incidents.ts'
import { FirstDoors } from './first-doors.tsx'
import { IncidentFilters } from './incident-filters.tsx'
import { IncidentTable } from './incident-table.tsx'
import { incidentsQuery } from './incidents-query.ts'
import { changedSearch, isNarrowed, type IncidentsSearch } from './incidents-search.ts'
import classes from './incidents.module.css'
import { NoMatch } from './no-match.tsx'
import { SavedViews } from './saved-views.tsx'

export type ChangeSearch = (change: Parameters<typeof changedSearch>[1]) => void

/** All incidents that one may see: narrowed by what the address says, so that a view is a link. */
export function IncidentsScreen(): ReactNode {
  const search = useSearch({ from: '/house/incidents' })
  const zone = useReaderZone()
  const mayCreate = useMe().member.role !== 'viewer'
  const list = useInfiniteQuery(incidentsQuery(search, zone))
  const go = useNavigate({ from: '/incidents' })
  const show = useCallback((wanted: IncidentsSearch) => void go({ search: wanted, replace: true }), [go])
  const change: ChangeSearch = useCallback((part) => void go({ search: (before) => changedSearch(before, part), replace: true }), [go])
  useEffect(() => {
    document.title = `${text.title} · Blamefree`
  }, [])
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? []
  if (list.isPending) return <Loading what={text.loading} />
  if (list.isError && rows.length === 0) return <Fault error={list.error} />
  if (rows.length === 0 && !isNarrowed(search)) return <FirstDoors mayCreate={mayCreate} />
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <h1 className={classes['title']}>{text.title}</h1>
        <SavedViews search={search} onShow={show} />
      </header>
      <IncidentFilters search={search} rows={rows} onChange={change} onShow={show} />
      {rows.length === 0 ? (
        <NoMatch search={search} onChange={change} onShow={show} />
      ) : (
        <IncidentTable
          rows={rows}
          mayWrite={mayCreate}
          stale={list.isPlaceholderData}
          hasMore={list.hasNextPage}
          onMore={() => {
            if (!list.isFetchingNextPage) void list.fetchNextPage()
          }}
        />
      )}
    </div>
  )
}
