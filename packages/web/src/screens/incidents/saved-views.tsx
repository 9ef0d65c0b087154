import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { IconBookmark } from '../../parts/icons.tsx'
import { Popover } from '@mantine/core'
import { incidentsText as text } from '../../text/incidents.ts'
import { queryOf, searchOf, type IncidentsSearch } from './incidents-search.ts'
import classes from './incidents.module.css'
import { savedViewsQuery } from './saved-views-query.ts'

const ViewMenu = lazy(async () => ({ default: (await import('./view-menu.tsx')).ViewMenu }))

/** The views that the reader has kept, one click each, and the door to keeping the one that is open. */
export function SavedViews({ search, onShow }: { search: IncidentsSearch; onShow: (wanted: IncidentsSearch) => void }): ReactNode {
  const [opened, setOpened] = useState(false)
  const views = useQuery(savedViewsQuery).data?.items.filter(({ list }) => list === 'incidents') ?? []
  const current = queryOf(search)
  return (
    <nav className={classes['views']} aria-label={text.views}>
      {views.length === 0 ? null : (
        <button type="button" className={classes['view']} aria-current={current === '' ? 'true' : undefined} onClick={() => onShow({})}>
          {text.all}
        </button>
      )}
      {views.slice(0, 6).map(({ id, name, query }) => (
        <button
          key={id}
          type="button"
          className={classes['view']}
          aria-current={current !== '' && queryOf(searchOf(query)) === current ? 'true' : undefined}
          onClick={() => onShow(searchOf(query))}
        >
          {name}
        </button>
      ))}
      <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" trapFocus returnFocus width={290} radius="md">
        <Popover.Target>
          <button type="button" className={classes['view']} aria-expanded={opened} onClick={() => setOpened(!opened)}>
            <IconBookmark size={15} aria-hidden /> {text.views}
          </button>
        </Popover.Target>
        <Popover.Dropdown p="sm" aria-label={text.views}>
          <Suspense fallback={null}>{opened ? <ViewMenu search={search} views={views} onShow={onShow} onDone={() => setOpened(false)} /> : null}</Suspense>
        </Popover.Dropdown>
      </Popover>
    </nav>
  )
}
