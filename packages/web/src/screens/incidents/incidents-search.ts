/** What the address of the incidents page says: `?q=checkout&severity=Critical,Major&since=30`. A view of the list is a link. */
export interface IncidentsSearch {
  readonly q?: string
  /** Several values with commas between them, as the API takes them. */
  readonly severity?: string
  readonly type?: string
  readonly service?: string
  readonly status?: string
  readonly person?: string
  /** So many days back from today. */
  readonly since?: number
  /** Days where the reader is: `2026-03-04`, both included. */
  readonly from?: string
  readonly to?: string
  readonly written?: 'no'
  readonly overdue?: 'yes'
}

/** The filters that hold several values. */
export const LISTED = ['severity', 'type', 'service', 'status'] as const
export type Listed = (typeof LISTED)[number]

const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

/** Anything that an address may say → what of it we understand. */
export function incidentsSearch(search: Readonly<Record<string, unknown>>): IncidentsSearch {
  const words = (key: keyof IncidentsSearch): object => {
    const value = search[key]
    // The router reads `q=503` as a number.
    const text = typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
    return text.trim() === '' ? {} : { [key]: text.slice(0, 400) }
  }
  const day = (key: 'from' | 'to'): object => (typeof search[key] === 'string' && DAY.test(search[key]) ? { [key]: search[key] } : {})
  const since = Number(search['since'])
  return {
    ...words('q'),
    ...words('severity'),
    ...words('type'),
    ...words('service'),
    ...words('status'),
    ...words('person'),
    ...(Number.isInteger(since) && since > 0 && since < 10_000 ? { since } : {}),
    ...day('from'),
    ...day('to'),
    ...(search['written'] === 'no' ? { written: 'no' as const } : {}),
    ...(search['overdue'] === 'yes' ? { overdue: 'yes' as const } : {}),
  }
}

/** The values of a filter that holds several. */
export function valuesOf(said: string | undefined): readonly string[] {
  return (said ?? '')
    .split(',')
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

/** What a list of incidents is narrowed by, without what is undefined: ready for an address. */
export function changedSearch(
  search: IncidentsSearch,
  change: { readonly [Key in keyof IncidentsSearch]?: IncidentsSearch[Key] | undefined },
): IncidentsSearch {
  return incidentsSearch({ ...search, ...change })
}

export const isNarrowed = (search: IncidentsSearch): boolean => Object.keys(search).length > 0

/** A search as an address has it, and back; for views that are kept under a name. */
export const queryOf = (search: IncidentsSearch): string =>
  new URLSearchParams(Object.entries(search).map(([key, value]): [string, string] => [key, String(value)])).toString()
export const searchOf = (query: string): IncidentsSearch => incidentsSearch(Object.fromEntries(new URLSearchParams(query)))
