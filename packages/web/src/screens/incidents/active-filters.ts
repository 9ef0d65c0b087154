import { incidentsText as text } from '../../text/incidents.ts'
import { LISTED, valuesOf, type IncidentsSearch } from './incidents-search.ts'

/** A filter that narrows the list now. */
export interface ActiveFilter {
  readonly key: string
  /** `Severity: Critical, Major` */
  readonly label: string
  /** The change that takes it away. */
  readonly off: { readonly [Key in keyof IncidentsSearch]?: undefined }
}

/** What narrows the list, but the words that are searched for. */
export function activeFilters(search: IncidentsSearch): ActiveFilter[] {
  const listed = LISTED.filter((key) => search[key] !== undefined).map((key) => ({
    key,
    label: `${text.filters[key]}: ${valuesOf(search[key]).join(', ')}`,
    off: { [key]: undefined },
  }))
  const date = dateLabel(search)
  return [
    ...listed,
    ...(date === null ? [] : [{ key: 'date', label: `${text.filters.date}: ${date}`, off: { since: undefined, from: undefined, to: undefined } }]),
    ...(search.person === undefined ? [] : [{ key: 'person', label: `${text.filters.person}: ${search.person}`, off: { person: undefined } }]),
    ...(search.written === undefined ? [] : [{ key: 'written', label: text.filters.written, off: { written: undefined } }]),
    ...(search.overdue === undefined ? [] : [{ key: 'overdue', label: text.filters.overdue, off: { overdue: undefined } }]),
  ]
}

/** The period that a search is narrowed to, in words; null without one. */
export function dateLabel({ since, from, to }: IncidentsSearch): string | null {
  if (since !== undefined) return text.since(since)
  return from === undefined && to === undefined ? null : text.between(from, to)
}
