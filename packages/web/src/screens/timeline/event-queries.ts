import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.ts'

export type Event = components['schemas']['Event']
interface Page {
  items: Event[]
  next: string | null
}

/** How many events come at first, so that something is there at once, and then at a time. */
const FIRST = 200
const REST = 1000

/** The whole record, page by page. It is not asked for again by what is heard: it changes seldom, and `useRecord` says when. `id`: the incident's. */
export const recordQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['record', id],
    queryFn: ({ pageParam }): Promise<Page> =>
      answer(
        api.GET('/v1/incidents/{incident}/timeline', {
          params: { path: { incident: id }, query: { limit: pageParam === '' ? FIRST : REST, ...(pageParam === '' ? {} : { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })

/** What of it goes into the document, oldest first. */
export const keyEventsQuery = (id: string) =>
  queryOptions({
    queryKey: ['incident', id, 'key-events'],
    queryFn: async (): Promise<Event[]> => {
      const events: Event[] = []
      let after: string | null = ''
      while (after !== null) {
        const query: { limit: number; level: 'key'; after?: string } = { limit: REST, level: 'key', ...(after === '' ? {} : { after }) }
        const page: Page = await answer(api.GET('/v1/incidents/{incident}/timeline', { params: { path: { incident: id }, query } }))
        events.push(...page.items)
        after = page.next
      }
      return events
    },
  })

/** One event, asked for by itself. */
export async function readEvent(id: string, event: string): Promise<Event | null> {
  const { items } = await answer(api.GET('/v1/incidents/{incident}/timeline', { params: { path: { incident: id }, query: { thread: event, limit: 1000 } } }))
  return items.find((one) => one.id === event) ?? null
}
