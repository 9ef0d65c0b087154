import type { PhrasingContent } from 'mdast'
import { gatherEvidence, SEED_SECTIONS } from '../judge/evidence.ts'
import { parseInline } from '../markdown.ts'
import { container, list, text, timeNode } from '../template/nodes.ts'
import { dateTimeZoneText } from '../time.ts'
import type { Block } from './block.ts'

/** What the record offers for a section that people write: pointers, never prose. Nothing where it offers nothing. */
export const evidence: Block = {
  name: 'evidence',
  sentence: 'What the record offers for a section that people write: deploys before the impact, rollbacks, alerts, who acted. Never prose.',
  example: '::evidence{for=contributors}',
  attributes: [{ name: 'for', sentence: 'Which section it is for.', values: SEED_SECTIONS, required: true }],
  fill(attributes, { incident, blank, zone }) {
    const section = SEED_SECTIONS.find((known) => known === attributes['for'])
    if (blank || section === undefined) return []
    const items = gatherEvidence(incident).sections[section].map((item): PhrasingContent[] => {
      const words = parseInline(item.text)
      return item.at === null ? words : [timeNode(item.at, dateTimeZoneText(item.at, zone)), text(': '), ...words]
    })
    return items.length === 0 ? [] : [container('evidence', attributes, [list(items)])]
  },
}
