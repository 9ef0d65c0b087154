import { parse } from 'yaml'
import { NO_FACTS, stated, type Fact, type FollowUp, type Incident, type TimelineEvent } from '../index.ts'

/** A case as a document: a template, an incident and what comes of them, in fenced blocks under the headings Template, Incident, Document and Problems. */
export interface Case {
  readonly template: string
  readonly incident: Incident
  readonly document: string
  /** One a line, `code line:column message`; null where the case says nothing about them. */
  readonly problems: string | null
}

/** Reads a case file. */
export function readCase(text: string): Case {
  const part = (name: string): string | null => new RegExp(`^## ${name}\\n+(\`{3,})\\w*\\n([^]*?)^\\1$`, 'm').exec(text)?.[2] ?? null
  const incident = part('Incident')
  const [template, document] = [part('Template'), part('Document')]
  if (template === null || incident === null || document === null)
    throw new Error('Expected the headings Template, Incident and Document, each with a fenced block.')
  return { template, incident: incidentFrom(parse(incident) as Written), document, problems: part('Problems') }
}

interface Written {
  readonly [key: string]: unknown
  readonly people?: Readonly<Record<string, string>>
  readonly roles?: Readonly<Record<string, readonly string[]>>
  readonly events?: readonly (Partial<TimelineEvent> & Pick<TimelineEvent, 'at' | 'text'>)[]
  readonly followUps?: readonly Partial<FollowUp>[]
}

function incidentFrom(written: Written): Incident {
  const origin = { source: 'person', ref: 'case', url: null, label: 'This case' }
  const fact = <T>(value: T): Fact<T> => stated(value, origin)
  const facts = (key: string): never[] => ((written[key] ?? []) as never[]).map(fact) as never[]
  const record = (key: string): Record<string, Fact<never>> =>
    Object.fromEntries(Object.entries((written[key] ?? {}) as Record<string, never>).map(([id, value]) => [id, fact(value)]))
  const one = (key: string): Fact<string> | null => (written[key] === undefined ? null : fact(written[key] as string))
  const event = { actor: null, thread: null, origin, what: { kind: 'note' }, mark: { level: 'key', rule: null } } as const
  const followUp = { owner: null, due: null, priority: null, outcome: 'open', reason: null, ticket: null } as const
  return {
    ...NO_FACTS,
    schemaVersion: 1,
    id: 'case',
    zone: fact((written['zone'] as string | undefined) ?? 'UTC'),
    title: one('title'),
    summary: one('summary'),
    type: one('type'),
    severity: one('severity'),
    status: one('status'),
    services: facts('services'),
    links: facts('links'),
    findings: facts('findings'),
    fields: record('fields'),
    timestamps: record('timestamps'),
    people: Object.entries(written.people ?? {}).map(([id, name]) => ({ id, name, handle: null, email: null, zone: null, bot: false, accounts: [id] })),
    roles: Object.fromEntries(Object.entries(written.roles ?? {}).map(([id, people]) => [id, people.map(fact)])),
    events: (written.events ?? []).map((given, index) => ({ ...event, id: `case:${index + 1}`, ...given })),
    followUps: (written.followUps ?? []).map((given, index) => fact({ ...followUp, id: `case:${index + 1}`, text: '', ...given })),
  }
}
