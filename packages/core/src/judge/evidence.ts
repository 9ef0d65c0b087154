import type { Incident } from '../incident.ts'
import type { Instant } from '../instant.ts'
import { actorEvidence, silenceEvidence } from './evidence-activity.ts'
import type { EvidenceItem } from './evidence-item.ts'
import { saidEvidence } from './evidence-said.ts'
import { alertEvidence, deployEvidence, rollbackEvidence } from './evidence-systems.ts'

/** A section of the seed's template that people write and that the record can offer something for. */
export type SeedSection = 'summary' | 'contributors' | 'mitigators' | 'learnings' | 'meeting-notes'

/** The sections, in the seed's order. */
export const SEED_SECTIONS: readonly SeedSection[] = ['summary', 'contributors', 'mitigators', 'learnings', 'meeting-notes']

/** What the record offers for the sections that are left for people, by kind and, as plain lists, by section. */
export interface Evidence {
  /** Deploys shortly before the impact, newest first; then those that messages tell of. */
  readonly deploys: readonly EvidenceItem[]
  /** What was rolled back, as the deploying system and as messages tell it. */
  readonly rollbacks: readonly EvidenceItem[]
  /** Whatever else people said they did to the systems: restarted, disabled, failed over. */
  readonly actions: readonly EvidenceItem[]
  /** One item an alert: from its first firing to its last resolving. */
  readonly alerts: readonly EvidenceItem[]
  /** Who took part, most active first. */
  readonly actors: readonly EvidenceItem[]
  /** Stretches in which nobody said or did anything, longest first. */
  readonly silences: readonly EvidenceItem[]
  readonly sections: Readonly<Record<SeedSection, readonly EvidenceItem[]>>
}

/** What the record offers for each section that people write: pointers with the ids of their events, never prose. Remembered for the incident: every block asks. */
export function gatherEvidence(incident: Incident): Evidence {
  const known = REMEMBERED.get(incident)
  if (known !== undefined) return known
  const evidence = gathered(incident)
  REMEMBERED.set(incident, evidence)
  return evidence
}

const REMEMBERED = new WeakMap<Incident, Evidence>()

function gathered(incident: Incident): Evidence {
  const impact = incident.timestamps['impact-started']?.value ?? firstAlarm(incident)
  const said = saidEvidence(incident, impact)
  const deploys = [...deployEvidence(incident, impact), ...said.deploys]
  const rollbacks = inOrder([...rollbackEvidence(incident), ...said.rollbacks])
  const { actions } = said
  const alerts = alertEvidence(incident)
  const actors = actorEvidence(incident)
  const silences = silenceEvidence(incident)
  const sections = {
    summary: [...alerts, ...rollbacks],
    contributors: deploys,
    mitigators: inOrder([...rollbacks, ...actions]),
    learnings: silences,
    'meeting-notes': actors,
  }
  return { deploys, rollbacks, actions, alerts, actors, silences, sections }
}

function firstAlarm(incident: Incident): Instant | null {
  return incident.events.find((event) => event.what.kind === 'alert' && event.what.state === 'firing')?.at ?? null
}

function inOrder(items: readonly EvidenceItem[]): readonly EvidenceItem[] {
  return items.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : (a.at ?? '') > (b.at ?? '') ? 1 : 0))
}
