import { assemble, type Understanding } from './assemble.ts'
import type { Configuration } from './configuration.ts'
import { infer } from './judge/infer.ts'
import { chooseKeyEvents } from './judge/key-events.ts'
import type { Reading } from './source.ts'

/**
 * The middle of the walk: from what every payload says to an incident that a template can be filled with. The whole of it, from a file to a file:
 *
 *     const reading = readRaw(raw, options)                          // adapters: a payload, exactly as it came → what it says
 *     const { incident } = understand([reading, …], configuration)   // here
 *     const { document } = fill(template, incident, configuration)   // core: the template's tree, with the facts in it
 *     const { document: safe } = redact(document, 'customer')        // core: without what must not leave
 *     const artifact = await destination.render(safe, options)       // adapters: Word, PDF, HTML, Markdown, JSON; and what was lost
 *
 * Every step is pure and returns its problems beside its result; these here are those of the three steps below, without what the readings carry
 * themselves. The same readings give the same incident.
 */
export function understand(readings: readonly Reading[], configuration: Configuration): Understanding {
  const assembled = assemble(readings, configuration) // what the sources state, merged; where they disagree, both are named
  const inferred = infer(assembled.incident, configuration) // what follows from the record, where no source stated it
  const incident = chooseKeyEvents(inferred.incident, configuration) // which events belong in the document
  return { incident, problems: [...assembled.problems, ...inferred.problems] }
}
