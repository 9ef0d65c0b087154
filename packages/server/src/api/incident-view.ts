import { measureMetrics, type Configuration } from '@blamefree/core'
import { z } from 'zod'
import type { ReadingSummary, Receipt } from '../intake/intake.ts'
import type { KeptCorrection } from '../store/corrections.ts'
import type { StoredIncident } from '../store/incident-reader.ts'
import { DataProblemView, FactsView, MetricView } from './fact-view.ts'

/** An incident in a list. */
export const IncidentSummaryView = z
  .object({
    id: z.string(),
    slug: z.string(),
    revision: z.int(),
    title: z.string(),
    type: z.string().nullable(),
    severity: z.string().nullable(),
    status: z.string().nullable(),
    services: z.array(z.string()),
    private: z.boolean(),
    happenedAt: z.string(),
    fixedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    updatedAt: z.string(),
    postMortem: z.object({ id: z.string(), status: z.string() }).nullable(),
    overdue: z.int().describe('Follow-ups that are open after their day.'),
  })
  .meta({ id: 'IncidentSummary' })

export const CorrectionView = z
  .object({ id: z.string(), path: z.string(), value: z.unknown(), before: z.unknown(), by: z.string(), at: z.string() })
  .meta({ id: 'Correction' })

/** An incident with all that is known about it but its events. */
export const IncidentView = z
  .object({
    id: z.string(),
    slug: z.string(),
    revision: z.int().describe('The ETag, too.'),
    private: z.boolean(),
    createdAt: z.string(),
    updatedAt: z.string(),
    happenedAt: z.string(),
    facts: FactsView,
    metrics: z.array(MetricView),
    corrections: z.array(CorrectionView).describe('What people say over the record.'),
    problems: z.array(DataProblemView).describe('What is wrong or uncertain.'),
    events: z.int(),
    keyEvents: z.int(),
  })
  .meta({ id: 'Incident' })

/** An incident as it leaves the server. */
export function incidentView(
  { row, facts, counts }: StoredIncident,
  corrections: readonly KeptCorrection[],
  configuration: Configuration,
): z.infer<typeof IncidentView> {
  return {
    ...row,
    facts: facts as unknown as z.infer<typeof FactsView>,
    metrics: measureMetrics(facts, configuration),
    corrections: corrections.map(({ id, path, value, before, name, madeAt }) => ({ id, path, value, before, by: name, at: madeAt })),
    problems: row.problems as z.infer<typeof DataProblemView>[],
    ...counts,
  }
}

/** A conversation of a record. */
export const PartView = z.object({ id: z.string(), name: z.string(), messages: z.int(), from: z.string().nullable(), to: z.string().nullable() })

export const ReadingView = z
  .object({
    name: z.string(),
    source: z.string().describe('`unknown` when nobody could read it; the problems say why.'),
    events: z.int(),
    people: z.int(),
    parts: z.array(PartView).describe('Conversations that can be chosen with `channels`.'),
    problems: z.array(DataProblemView),
  })
  .meta({ id: 'Reading' })

export const InferredView = z.object({ path: z.string(), value: z.unknown(), rule: z.string(), evidence: z.array(z.string()) })

/** What was understood of records that were handed in. */
export const ReceiptView = z
  .object({
    incident: z.object({ id: z.string(), slug: z.string(), revision: z.int(), title: z.string() }),
    outcome: z.enum(['created', 'updated', 'known']).describe('known: all of it was there already.'),
    readings: z.array(ReadingView),
    inferred: z.array(InferredView),
    problems: z.array(DataProblemView),
    keyEvents: z.int(),
  })
  .meta({ id: 'Receipt' })

/** A delivery that is read beside the requests. */
export const IntakeView = z
  .object({
    id: z.string(),
    state: z.enum(['waiting', 'reading', 'done', 'failed']),
    progress: z.record(z.string(), z.union([z.string(), z.number()])).describe('`step`, and how many of the records are read.'),
    result: ReceiptView.pick({ incident: true, outcome: true, readings: true }).nullable(),
    error: z.object({ code: z.string(), message: z.string(), hint: z.string().optional() }).nullable(),
  })
  .meta({ id: 'Intake' })

export function receiptView({ incident, outcome, readings, understood }: Receipt): z.infer<typeof ReceiptView> {
  return {
    incident,
    outcome,
    readings: readings.map(readingView),
    inferred: understood === null ? [] : inferredOf(understood.incident),
    problems: (understood?.problems ?? []).slice(0, 500),
    keyEvents: understood?.incident.events.filter(({ mark }) => mark.level === 'key').length ?? 0,
  }
}

export function readingView({ parts, problems, ...rest }: ReadingSummary): z.infer<typeof ReadingView> {
  return { ...rest, parts: [...parts], problems: problems.slice(0, 200) }
}

type Understood = NonNullable<Receipt['understood']>

/** What no source stated, and which rule read it out of the record. */
export function inferredOf({
  title,
  summary,
  type,
  severity,
  status,
  services,
  fields,
  roles,
  timestamps,
  zone,
}: Understood['incident']): z.infer<typeof ReceiptView>['inferred'] {
  const all = [
    ...Object.entries({ title, summary, type, severity, status, zone }).map(([path, fact]) => [path, fact] as const),
    ...services.map((fact) => ['services', fact] as const),
    ...Object.entries(timestamps).map(([id, fact]) => [`timestamps.${id}`, fact] as const),
    ...Object.entries(fields).map(([id, fact]) => [`fields.${id}`, fact] as const),
    ...Object.entries(roles).flatMap(([id, facts]) => facts.map((fact) => [`roles.${id}`, fact] as const)),
  ]
  return all.flatMap(([path, fact]) =>
    fact === null || fact.basis !== 'inferred' ? [] : [{ path, value: fact.value, rule: fact.rule ?? '', evidence: [...fact.evidence] }],
  )
}
