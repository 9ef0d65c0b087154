import type { Configuration } from './configuration.ts'
import type { Incident } from './incident.ts'
import type { Problem } from './problem.ts'
import type { Reading } from './source.ts'
import { isZone } from './zone.ts'
import { dominantZone } from './assemble/dominant-zone.ts'
import { incidentId } from './assemble/incident-id.ts'
import { mergeEvents } from './assemble/merge-events.ts'
import { mergeFindings, mergeFollowUps, mergeLinks, mergeServices } from './assemble/merge-lists.ts'
import { mergeFields, mergeTimestamps } from './assemble/merge-named.ts'
import { mergePeople } from './assemble/merge-people.ts'
import { mergeRoles } from './assemble/merge-roles.ts'
import { mergeValues } from './assemble/merge-values.ts'
import { orderProblems } from './assemble/order-problems.ts'

/** An incident, and what is wrong or uncertain about it. */
export interface Understanding {
  readonly incident: Incident
  readonly problems: readonly Problem[]
}

/**
 * What any number of readings say, as one incident: each person once, each event once, each value as the most believed source has it
 * (`configuration.precedence`; a person's word always first), in the team's own terms. Where sources state different things, a problem names both. The
 * problems of the readings themselves are not repeated. Infers nothing but the zone; the same readings give the same incident.
 */
export function assemble(readings: readonly Reading[], configuration: Configuration): Understanding {
  const problems: Problem[] = []
  const { people, renamed } = mergePeople(readings.map((reading) => reading.people))
  const events = mergeEvents(readings, renamed)
  if (configuration.zone !== null && !isZone(configuration.zone)) problems.push(notAZone(configuration.zone))
  const zone = dominantZone(people, events, configuration)
  const facts = {
    ...mergeValues(readings, configuration, problems),
    services: mergeServices(readings, configuration),
    fields: mergeFields(readings, { configuration, problems }),
    roles: mergeRoles(readings, { configuration, people, renamed, problems }),
    links: mergeLinks(readings, configuration),
    timestamps: mergeTimestamps(readings, zone.value, { configuration, problems }),
    people,
    events,
    followUps: mergeFollowUps(readings, configuration, renamed),
    findings: mergeFindings(readings, configuration, renamed),
    zone,
  }
  problems.push(...orderProblems(facts, { configuration, zone: zone.value }))
  return { incident: { ...facts, schemaVersion: 1, id: incidentId(facts) }, problems }
}

function notAZone(zone: string): Problem {
  return {
    code: 'assemble/zone',
    message: `There is no time zone ${JSON.stringify(zone.slice(0, 80))}; the zone is worked out from the people who took part.`,
    hint: 'Write an IANA name such as Europe/London, or UTC.',
    weight: 'warning',
  }
}
