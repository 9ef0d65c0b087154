import type { Understanding } from '../assemble.ts'
import { incidentId } from '../assemble/incident-id.ts'
import type { Configuration } from '../configuration.ts'
import type { Incident } from '../incident.ts'
import type { Problem } from '../problem.ts'
import { withoutAsides } from './asides.ts'
import { inferFollowUps } from './infer-follow-ups.ts'
import { inferLinks } from './infer-links.ts'
import { inferMoments } from './infer-moments.ts'
import { inferRoles } from './infer-roles.ts'
import { inferTitle } from './infer-title.ts'
import { inferServices, inferSeverity, inferType } from './infer-words.ts'
import { personFinder } from './person-finder.ts'
import { readRecord, type Entry } from './record.ts'

/** What every inference looks at. */
export interface Inference {
  readonly incident: Incident
  readonly configuration: Configuration
  /** Every event with what its text says, oldest first. */
  readonly entries: readonly Entry[]
  readonly problems: Problem[]
}

/**
 * The incident with what no source stated read out of its record: timestamps, lead, reporter, participants and observers, title, type, severity,
 * services, links and follow-ups. Each such fact names its rule and the events it rests on. What a source states, and above all what a person
 * said, is never touched; where nothing is sure enough, nothing is said.
 */
export function infer(incident: Incident, configuration: Configuration): Understanding {
  const problems: Problem[] = []
  const entries = withoutAsides(readRecord(incident))
  const from = (known: Incident): Inference => ({ incident: known, configuration, entries, problems })
  const dated: Incident = { ...incident, timestamps: inferMoments(from(incident)) }
  const finder = personFinder(incident.people)
  const told: Incident = {
    ...dated,
    title: inferTitle(from(dated)),
    type: inferType(from(dated)),
    severity: inferSeverity(from(dated)),
    services: inferServices(from(dated)),
    links: inferLinks(from(dated)),
    followUps: inferFollowUps(from(dated), finder),
    roles: inferRoles(from(dated), finder),
  }
  return { incident: { ...told, id: incidentId(told) }, problems }
}
