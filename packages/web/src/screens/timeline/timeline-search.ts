import type { RecordFilter } from './channel-rows.ts'

const NAMES: readonly (keyof RecordFilter)[] = ['text', 'person', 'kind', 'source']

/** What the address of a timeline says. */
export type TimelineSearch = Partial<RecordFilter>

/** The filter in an address, without what narrows nothing. */
export function timelineSearch(search: Readonly<Record<string, unknown>>): TimelineSearch {
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = search[name]
      const words = typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 400) : ''
      return words === '' ? [] : [[name, words]]
    }),
  )
}
