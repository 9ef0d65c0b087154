import { useInfiniteQuery, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { onHeard } from '../../api/heard.ts'
import { keyEventsQuery, readEvent, recordQuery, type Event } from './event-queries.ts'

type Pages = InfiniteData<{ items: Event[]; next: string | null }, string>

/** The record as far as it has come, oldest first. `total`: how many events the incident has; when that is another number, everything is read again. */
export function useRecord(id: string, total: number): { readonly events: readonly Event[]; readonly complete: boolean; readonly empty: boolean } {
  const queries = useQueryClient()
  const { data, hasNextPage, isFetching, isPending, fetchNextPage, refetch } = useInfiniteQuery(recordQuery(id))
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  const events = useMemo(() => (data?.pages ?? []).flatMap(({ items }) => items), [data])
  const complete = !isPending && !hasNextPage
  const stale = complete && !isFetching && events.length !== total
  useEffect(() => {
    if (!stale) return undefined
    // A change of one's own is there a moment before the incident tells its new count.
    const timer = setTimeout(() => void refetch(), 1500)
    return () => clearTimeout(timer)
  }, [stale, refetch])
  useEffect(
    () =>
      onHeard(({ kind, incident, data: about }) => {
        const event = about?.['subject']
        if (kind !== 'timeline.changed' || incident !== id || typeof event !== 'string') return
        void readEvent(id, event).then((now) => (now === null ? dropEvent(queries, id, event) : putEvent(queries, id, now)))
      }),
    [id, queries],
  )
  return { events, complete, empty: complete && events.length === 0 }
}

const before = (a: Event, b: Event): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)

/** Puts an event as it is now where it is shown: into the record, and among the key events or out of them. */
export function putEvent(queries: QueryClient, id: string, event: Event): void {
  queries.setQueryData<Pages>(recordQuery(id).queryKey, (pages) => {
    if (pages === undefined) return pages
    const known = pages.pages.some(({ items }) => items.some((one) => one.id === event.id))
    const last = pages.pages.length - 1
    return {
      ...pages,
      pages: pages.pages.map(({ items, next }, index) => {
        if (known) return { next, items: items.some((one) => one.id === event.id) ? items.map((one) => (one.id === event.id ? event : one)) : items }
        const place = index === last || (items.at(-1)?.at ?? '') >= event.at
        const first = pages.pages.findIndex((page, at) => at === last || (page.items.at(-1)?.at ?? '') >= event.at)
        return place && index === first ? { next, items: [...items, event].toSorted(before) } : { next, items }
      }),
    }
  })
  queries.setQueryData(keyEventsQuery(id).queryKey, (events) => {
    const others = events?.filter((one) => one.id !== event.id)
    return others === undefined ? others : event.level === 'key' ? [...others, event].toSorted(before) : others
  })
}

/** Takes an event away from where it is shown. */
export function dropEvent(queries: QueryClient, id: string, event: string): void {
  queries.setQueryData<Pages>(recordQuery(id).queryKey, (pages) =>
    pages === undefined ? pages : { ...pages, pages: pages.pages.map(({ items, next }) => ({ next, items: items.filter((one) => one.id !== event) })) },
  )
  queries.setQueryData(keyEventsQuery(id).queryKey, (events) => events?.filter((one) => one.id !== event))
}
