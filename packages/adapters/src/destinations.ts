import type { Destination } from '@blamefree/core'

/** Every destination, by the order in which they are offered. */
export const DESTINATIONS: readonly Destination[] = []
