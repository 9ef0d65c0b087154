import type { Destination } from '@blamefree/core'
import { pdf } from './destinations/pdf/index.ts'

/** Every destination, by the order in which they are offered. */
export const DESTINATIONS: readonly Destination[] = [pdf]
