import { z } from 'zod'

const Term = z.object({ id: z.string(), name: z.string(), aliases: z.array(z.string()) })
const Role = Term.extend({ many: z.boolean() })
const Metric = z.looseObject({ id: z.string(), name: z.string(), from: z.string(), to: z.string() })
const Field = Term.extend({ kind: z.enum(['text', 'number', 'yes-no', 'list']) })
const KeyRule = z.object({ enabled: z.boolean().optional(), weight: z.number().optional() })

/** What a team can set, in core's shape. */
export const ConfigurationView = z
  .object({
    severities: z.array(Term).describe('Worst first.'),
    types: z.array(Term),
    roles: z.array(Role),
    timestamps: z.array(Term).describe('In the order in which they ought to happen.'),
    metrics: z.array(Metric).describe('Durations between two of the timestamps.'),
    fields: z.array(Field).describe('Fields of your own on incidents.'),
    precedence: z.record(z.string(), z.array(z.string())).describe('Source ids, most believed first, for each kind of fact.'),
    keyEvents: z.record(z.string(), KeyRule),
    lint: z.record(z.string(), z.enum(['error', 'warning', 'info', 'off'])),
    zone: z.string().nullable().describe('The zone of documents; null to work it out.'),
  })
  .meta({ id: 'Configuration' })
