import type { Fact } from './fact.ts'
import type { Instant } from './instant.ts'
import type { Person } from './person.ts'
import type { TimelineEvent } from './event.ts'

/** The value of a custom field. */
export type FieldValue = string | number | boolean | readonly string[]

/** Something a reader may open: the ticket, the channel, the dashboard. */
export interface Link {
  readonly kind: 'ticket' | 'channel' | 'alert' | 'dashboard' | 'status-page' | 'pull-request' | 'runbook' | 'call' | 'other'
  /** `Jira issue`, `Slack channel`: what the seed calls it; the key or name may follow. */
  readonly title: string
  /** http or https; null when the record names the thing but has no address for it. */
  readonly url: string | null
}

/** An action that closes the loop, with an honest end. */
export interface FollowUp {
  /** `<source>:<ref>`. */
  readonly id: string
  /** Inline Markdown. */
  readonly text: string
  /** A person's id; null when nobody took it. */
  readonly owner: string | null
  /** A calendar day, `2026-03-11`, or null. */
  readonly due: string | null
  readonly priority: string | null
  readonly outcome: 'open' | 'done' | 'wont-do'
  /** Why it will not be done; null otherwise. */
  readonly reason: string | null
  readonly ticket: Link | null
}

/** A contributor, mitigator, learning or risk. */
export interface Finding {
  readonly kind: 'contributor' | 'mitigator' | 'learning' | 'risk'
  /** Inline Markdown. */
  readonly text: string
  /** For contributors, as the seed sorts them. */
  readonly category: 'technical' | 'human' | 'external' | null
}

/**
 * What is known about an incident, each value with its origin. Shared by a `Reading` (what one payload says) and an `Incident` (what all of them say).
 * The keys of `fields`, `roles` and `timestamps` are ids from the configuration: `lead`, `impact-started`.
 */
export interface Facts {
  readonly title: Fact<string> | null
  /** Markdown that somebody wrote as the summary; never one that we made up. */
  readonly summary: Fact<string> | null
  readonly type: Fact<string> | null
  readonly severity: Fact<string> | null
  readonly status: Fact<string> | null
  readonly services: readonly Fact<string>[]
  readonly fields: Readonly<Record<string, Fact<FieldValue>>>
  /** Person ids, in order of appearance. */
  readonly roles: Readonly<Record<string, readonly Fact<string>[]>>
  readonly links: readonly Fact<Link>[]
  readonly timestamps: Readonly<Record<string, Fact<Instant>>>
  readonly people: readonly Person[]
  readonly events: readonly TimelineEvent[]
  readonly followUps: readonly Fact<FollowUp>[]
  readonly findings: readonly Fact<Finding>[]
}

/** The facts of one incident, merged from every reading, with its events oldest first. */
export interface Incident extends Facts {
  readonly schemaVersion: 1
  /** Kebab-case, stable for the same record: `2022-11-18-poison-pill`. */
  readonly id: string
  /** The document's time zone: an IANA name or `UTC`. */
  readonly zone: Fact<string>
}

/** Facts of which nothing is known yet. */
export const NO_FACTS: Facts = {
  title: null,
  summary: null,
  type: null,
  severity: null,
  status: null,
  services: [],
  fields: {},
  roles: {},
  links: [],
  timestamps: {},
  people: [],
  events: [],
  followUps: [],
  findings: [],
}
