import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { NO_FILTER, type RecordFilter } from './channel-rows.ts'
import { timelineSearch } from './timeline-search.ts'

/** What the record is narrowed to: at once on the page, and, when somebody stops typing for a moment, in the address, so that it can be sent on. */
export function useAddressFilter(): [RecordFilter, (filter: RecordFilter) => void] {
  const search = useSearch({ from: '/house/incidents/$incident/timeline' })
  const go = useNavigate({ from: '/incidents/$incident/timeline' })
  const [filter, setFilter] = useState<RecordFilter>({ ...NO_FILTER, ...search })
  useEffect(() => {
    const wanted = timelineSearch({ ...filter })
    if (JSON.stringify(wanted) === JSON.stringify(timelineSearch({ ...search }))) return undefined
    const timer = setTimeout(() => void go({ search: wanted, replace: true, hash: true }), 300)
    return () => clearTimeout(timer)
  }, [filter, search, go])
  return [filter, setFilter]
}
