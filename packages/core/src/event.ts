import type { Origin } from './fact.ts'
import type { Instant } from './instant.ts'

/**
 * One thing that happened, on the timeline. In a `Reading` it refers to people by the reading's own person ids;
 * in an `Incident` by the incident's.
 */
export interface TimelineEvent {
  /** `<source>:<ref>`, so that reading a payload twice yields an event once. */
  readonly id: string
  readonly at: Instant
  /** Markdown of the document's constructs only, made safe by its source: what a timeline row says. One paragraph for most; empty when all there is are attachments. */
  readonly text: string
  /** Id of the person or bot who did it; null when the source does not say. */
  readonly actor: string | null
  /** Id of the event that this one answers (the root of its thread), or null. */
  readonly thread: string | null
  readonly origin: Origin
  readonly what: What
  /** Key events go into the document; the rest stays available as detail. Sources always give `detail` unless the record itself marks the event. */
  readonly mark: Mark
}

/** Whether an event belongs in the document, and the name of the rule (or `person`) that chose so. `rule` is null for the default, `detail`. */
export interface Mark {
  readonly level: 'key' | 'detail'
  readonly rule: string | null
}

/** What kind of thing happened, with the details that rules and blocks look at. */
export type What =
  | {
      readonly kind: 'message'
      /** The channel's name without `#`, or null (a pasted transcript has none). */
      readonly channel: string | null
      readonly bot: boolean
      readonly pinned: boolean
      /** A thread reply that was also sent to the channel. */
      readonly broadcast: boolean
      readonly edited: boolean
      readonly reactions: readonly Reaction[]
      readonly attachments: readonly Attachment[]
    }
  | {
      /** Somebody came or went: channel joins and leaves, calls. Never in the document. */
      readonly kind: 'membership'
      readonly action: 'joined' | 'left'
      readonly channel: string | null
    }
  | {
      readonly kind: 'alert'
      readonly name: string
      readonly state: 'firing' | 'resolved' | 'acknowledged' | 'escalated' | 'silenced'
      /** The same for every event of one alert: a fingerprint, an incident id. */
      readonly key: string
      readonly labels: Readonly<Record<string, string>>
    }
  | {
      readonly kind: 'deploy'
      /** What was deployed: a service or repository. */
      readonly service: string | null
      readonly version: string | null
      readonly environment: string | null
      readonly state: 'started' | 'succeeded' | 'failed' | 'rolled-back'
    }
  | {
      /** A field of the incident or ticket changed: `severity`, `status`, `lead`, `assignee`, `priority`, `type`, `title` …, or a field of the system's own. */
      readonly kind: 'change'
      readonly field: string
      readonly from: string | null
      readonly to: string | null
    }
  | {
      /** A public word about the incident: a status page update. */
      readonly kind: 'update'
      readonly status: string | null
    }
  | {
      /** A comment on a ticket or pull request. */
      readonly kind: 'comment'
      readonly bot: boolean
    }
  | {
      /** Something of a ticket, pull request, release or on-call system that is none of the above: opened, merged, closed, paged. */
      readonly kind: 'action'
      readonly action: string
    }
  | {
      /** A line that a person wrote for the timeline. Always key unless they say otherwise. */
      readonly kind: 'note'
    }

/** An emoji somebody answered with; `name` without colons and without skin tone: `eyes`. `people` are person ids. */
export interface Reaction {
  readonly name: string
  readonly people: readonly string[]
}

/** A file that came with a message. `url` carries no token: such parameters are stripped by the source. */
export interface Attachment {
  readonly name: string
  readonly mediaType: string | null
  readonly url: string | null
}

/** The mark of an event that nobody has chosen for the document. */
export const DETAIL: Mark = { level: 'detail', rule: null }

/** Oldest first; where two are at the same moment their ids decide nothing, the order in which they were read does: `Array.prototype.sort` is stable. */
export function byTime(a: TimelineEvent, b: TimelineEvent): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0
}
