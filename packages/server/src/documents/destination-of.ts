import { DESTINATIONS } from '@blamefree/adapters'
import type { Destination } from '@blamefree/core'

/** The ids of every file format, in the order in which they are offered. */
export const DESTINATION_IDS = DESTINATIONS.map(({ id }) => id)

/** A file format by its id (`docx`, `markdown`) or its ending (`md`); null when there is none. */
export function destinationOf(name: string): Destination | null {
  return DESTINATIONS.find(({ id, extension }) => id === name || extension === name) ?? null
}
