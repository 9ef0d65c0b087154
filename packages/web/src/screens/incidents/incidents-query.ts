import { instantFromMillis, localOf, type Instant } from '@blamefree/core'
import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { answer, api } from '../../api/client.ts'
import type { components, operations } from '../../api/schema.ts'
import { startOfDay } from '../../parts/start-of-day.ts'
import type { IncidentsSearch } from './incidents-search.ts'

export type IncidentSummary = components['schemas']['IncidentSummary']
type Asked = NonNullable<operations['listIncidents']['parameters']['query']>

/** Of one page so many rows: more than any window shows, few enough to come at once. */
const PAGE = 60

/** The incidents that an address asks for, newest first, page by page. `zone` is the one in which its days are meant. */
export const incidentsQuery = (search: IncidentsSearch, zone: string) =>
  infiniteQueryOptions({
    queryKey: ['incidents', search, zone],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET('/v1/incidents', { params: { query: { ...askedOf(search, zone), ...(pageParam === '' ? {} : { after: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })

function askedOf({ q, since, from, to, written, overdue, ...listed }: IncidentsSearch, zone: string): Asked {
  const start = from === undefined ? sinceOf(since, zone) : startOfDay(from, zone)
  const end = to === undefined ? null : startOfDay(to, zone, 1)
  return {
    limit: PAGE,
    ...listed,
    ...(q === undefined ? {} : { text: q }),
    ...(start === null ? {} : { from: start }),
    ...(end === null ? {} : { to: end }),
    ...(written === undefined ? {} : { withoutPostMortem: 'yes' }),
    ...(overdue === undefined ? {} : { overdue }),
  }
}

/** The beginning of the day so many days ago, so that the same address asks the same all day. */
function sinceOf(days: number | undefined, zone: string): Instant | null {
  const now = days === undefined ? null : instantFromMillis(Date.now())
  if (now === null || days === undefined) return null
  const { year, month, day } = localOf(now, zone)
  return startOfDay(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, zone, -days)
}
