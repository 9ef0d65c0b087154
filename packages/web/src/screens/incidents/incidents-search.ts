/** What the address of the incidents page says: `?q=checkout&severity=sev1`. */
export interface IncidentsSearch {
  readonly q?: string
}

export function incidentsSearch(search: Readonly<Record<string, unknown>>): IncidentsSearch {
  return typeof search['q'] === 'string' && search['q'] !== '' ? { q: search['q'] } : {}
}
