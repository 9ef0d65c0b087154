import { z } from 'zod'

/** Where a value comes from. */
export const OriginView = z.object({ source: z.string(), ref: z.string(), url: z.string().nullable(), label: z.string() }).meta({ id: 'Origin' })

/** A value with its origin. */
export const FactView = z
  .object({
    value: z.unknown(),
    origin: OriginView,
    basis: z.enum(['stated', 'inferred']),
    rule: z.string().nullable().describe('The rule that inferred it.'),
    evidence: z.array(z.string()).describe('The events that the rule looked at.'),
  })
  .meta({ id: 'Fact' })

export const PersonView = z
  .object({
    id: z.string(),
    name: z.string(),
    handle: z.string().nullable(),
    email: z.string().nullable(),
    zone: z.string().nullable(),
    bot: z.boolean(),
    accounts: z.array(z.string()),
  })
  .meta({ id: 'Person' })

/** Data that is wrong, in a sentence. */
export const DataProblemView = z
  .object({
    code: z.string(),
    message: z.string(),
    hint: z.string().optional(),
    weight: z.enum(['error', 'warning', 'info']),
    place: z.object({ file: z.string().optional(), line: z.number().optional(), column: z.number().optional(), path: z.string().optional() }).optional(),
    choice: z
      .object({ path: z.string(), values: z.array(z.object({ value: z.unknown(), shown: z.string(), says: z.string() })).readonly() })
      .optional()
      .describe('Where sources disagree: what each says, the one that is used first. Correct `path` with one of the values to settle it.'),
  })
  .meta({ id: 'DataProblem' })

export const MetricView = z
  .object({
    id: z.string(),
    name: z.string(),
    from: z.string(),
    to: z.string(),
    state: z.enum(['recorded', 'pending', 'not-applicable', 'invalid']),
    millis: z.number().nullable(),
    sentence: z.string().nullable(),
  })
  .meta({ id: 'Metric' })

const Facts = z.record(z.string(), FactView)

/** Everything that is known about an incident but its events. */
export const FactsView = z
  .object({
    title: FactView.nullable(),
    summary: FactView.nullable(),
    type: FactView.nullable(),
    severity: FactView.nullable(),
    status: FactView.nullable(),
    services: z.array(FactView),
    fields: Facts,
    roles: z.record(z.string(), z.array(FactView)).describe('By role; the values are ids of people.'),
    links: z.array(FactView),
    timestamps: Facts,
    zone: FactView,
    people: z.array(PersonView),
    findings: z.array(FactView),
  })
  .meta({ id: 'Facts' })
