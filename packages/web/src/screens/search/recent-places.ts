/** A place that somebody opened from the search. */
export interface RecentPlace {
  readonly title: string
  readonly place: string
  readonly kind: string
}

const KEY = 'blamefree-recent'
const MOST = 8

/** What was opened from the search last, newest first. Kept in this browser only. */
export function recentPlaces(): readonly RecentPlace[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isPlace).slice(0, MOST) : []
  } catch {
    return []
  }
}

export function rememberPlace(place: RecentPlace): void {
  try {
    const others = recentPlaces().filter((other) => other.place !== place.place)
    localStorage.setItem(KEY, JSON.stringify([place, ...others].slice(0, MOST)))
  } catch {
    // A browser that keeps nothing has no recent places.
  }
}

function isPlace(value: unknown): value is RecentPlace {
  if (typeof value !== 'object' || value === null) return false
  const { title, place, kind } = value as Partial<Record<keyof RecentPlace, unknown>>
  return typeof title === 'string' && typeof kind === 'string' && typeof place === 'string' && /^\/(?![/\\])/.test(place)
}
