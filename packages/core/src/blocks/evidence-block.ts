import type { PhrasingContent } from 'mdast'
import { gatherEvidence, SEED_SECTIONS, type SeedSection } from '../judge/evidence.ts'
import type { Incident } from '../incident.ts'
import { parseInline } from '../markdown.ts'
import { container, list, text, timeNode } from '../template/nodes.ts'
import { dateTimeZoneText } from '../time.ts'
import { isOn, type Block } from './block.ts'

/**
 * What the record offers for a section that people write: pointers, never prose. Nothing where it offers nothing, or where somebody has stated what
 * the section says: nobody has to look for it any more.
 */
export const evidence: Block = {
  name: 'evidence',
  sentence:
    'What the record offers for a section that people write: deploys before the impact, what was rolled back or restarted, alerts, who acted. Never prose, and nothing where somebody stated what the section says.',
  example: '::evidence{for=contributors}',
  attributes: [
    { name: 'for', sentence: 'Which section it is for.', values: SEED_SECTIONS, required: true },
    { name: 'always', sentence: 'Also where somebody stated it.', values: 'flag' },
  ],
  fill(attributes, { incident, blank, zone }) {
    const section = SEED_SECTIONS.find((known) => known === attributes['for'])
    if (blank || section === undefined || (isStated(section, incident) && !isOn(attributes, 'always', false))) return []
    const items = gatherEvidence(incident).sections[section].map((item): PhrasingContent[] => {
      const words = parseInline(item.text)
      return item.at === null ? words : [timeNode(item.at, dateTimeZoneText(item.at, zone)), text(': '), ...words]
    })
    return items.length === 0 ? [] : [container('evidence', attributes, [list(items)])]
  },
}

const KINDS: Readonly<Record<SeedSection, readonly string[]>> = {
  summary: [],
  contributors: ['contributor'],
  mitigators: ['mitigator'],
  learnings: ['learning', 'risk'],
  'meeting-notes': [],
}

function isStated(section: SeedSection, { summary, findings }: Incident): boolean {
  return (section === 'summary' && summary !== null) || findings.some(({ value }) => KINDS[section].includes(value.kind))
}
