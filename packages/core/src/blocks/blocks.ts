import type { Block } from './block.ts'
import { evidence } from './evidence-block.ts'
import { findings } from './findings.ts'
import { followUps } from './follow-ups.ts'
import { keyInformation } from './key-information.ts'
import { links } from './links.ts'
import { metrics } from './metrics.ts'
import { participants } from './participants.ts'
import { timeline } from './timeline.ts'

/** Every block that a template can ask for. */
export const BLOCKS: readonly Block[] = [keyInformation, timeline, followUps, participants, metrics, links, findings, evidence]

/** A block by name. */
export function blockOf(name: string): Block | null {
  return BLOCKS.find((block) => block.name === name) ?? null
}
