/** Told when somebody wants to search; the search's own code comes with the first time. */
export const SEARCH_WANTED = 'blamefree:search'

export function openSearch(): void {
  document.dispatchEvent(new Event(SEARCH_WANTED))
}
