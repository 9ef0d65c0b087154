import {
  correctionsReading,
  stated,
  understand,
  withoutTakenAway,
  type Configuration,
  type Correction,
  type Fact,
  type Incident,
  type Link,
  type Reading,
} from '@blamefree/core'
import type { Kysely, Transaction } from 'kysely'
import { correctionOf, loadCorrections } from '../store/corrections.ts'
import { rewriteIncident, type Understood, type WrittenIncident } from '../store/incident-writer.ts'
import { loadReadings } from '../store/records.ts'
import { loadSaidEvents, withSaidEvents, type SaidEvents } from '../store/said-events.ts'
import type { Tables } from '../store/tables.ts'

/** What people have said over an incident's record. */
export interface Said {
  readonly corrections: readonly Correction[]
  readonly events: SaidEvents
}

export const NOTHING_SAID: Said = { corrections: [], events: { notes: [], edits: new Map(), marks: new Map(), people: [] } }

export async function loadSaid(sql: Kysely<Tables>, incident: string): Promise<Said> {
  const corrections = await loadCorrections(sql, incident)
  return { corrections: corrections.map(correctionOf), events: await loadSaidEvents(sql, incident) }
}

/** What all readings say together, under what people say. The problems of the readings come first. */
export function understandAnew(readings: readonly Reading[], said: Said, configuration: Configuration): Understood {
  const words = said.corrections.length === 0 ? [] : [correctionsReading(said.corrections)]
  const { incident, problems } = understand([...withSaidEvents(readings, said.events), ...words], configuration)
  const left = withZone(withLinks(withoutTakenAway(incident, said.corrections), said.corrections), said.corrections)
  return { incident: left, problems: [...readings.flatMap((reading) => reading.problems), ...problems] }
}

/** The links that a person has listed, in place of those of the record. */
function withLinks(incident: Incident, corrections: readonly Correction[]): Incident {
  const last = corrections.findLast(({ path }) => path === 'links')
  if (last === undefined) return incident
  return { ...incident, links: ((last.value ?? []) as readonly Link[]).map((link): Fact<Link> => stated(link, last.origin)) }
}

/** The document's zone as a person has set it, in place of the one that was worked out. */
function withZone(incident: Incident, corrections: readonly Correction[]): Incident {
  const last = corrections.findLast(({ path }) => path === 'zone')
  return typeof last?.value === 'string' ? { ...incident, zone: stated(last.value, last.origin) } : incident
}

/** Understands everything of an incident again, under what people say now, and writes it. The revision grows when anything but the timeline is different for it. */
export async function understandAgain(tx: Transaction<Tables>, incident: string, configuration: Configuration): Promise<WrittenIncident> {
  const { readings } = await loadReadings(tx, incident)
  const understood = understandAnew(readings, await loadSaid(tx, incident), configuration)
  return await rewriteIncident(tx, incident, understood)
}
