import { localOf, type Instant } from '@blamefree/core'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `4 Mar 2026`. */
export function dayText(at: Instant, zone: string): string {
  const { year, month, day } = localOf(at, zone)
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`
}
