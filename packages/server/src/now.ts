import type { Instant } from '@blamefree/core'

/** The moment that it is, by this machine's clock. */
export function now(): Instant {
  return new Date().toISOString() as Instant
}
