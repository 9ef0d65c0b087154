import { assemble, type Understanding } from './assemble.ts'
import type { Configuration } from './configuration.ts'
import { chooseKeyEvents } from './judge/key-events.ts'
import type { Reading } from './source.ts'

/**
 * From readings to an incident that a template can be filled with: merged, with the events chosen that belong in the document. Gives the problems
 * of the steps, not those that the readings carry themselves. Pure: the same readings give the same incident.
 */
export function understand(readings: readonly Reading[], configuration: Configuration): Understanding {
  const { incident, problems } = assemble(readings, configuration)
  return { incident: chooseKeyEvents(incident, configuration), problems }
}
