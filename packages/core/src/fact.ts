/** Where a fact comes from: which system, which thing in it, and how a reader gets there. */
export interface Origin {
  /** The source's id, `slack-export`; `person` for what somebody typed; `blamefree` for what we worked out. */
  readonly source: string
  /** The thing's own identity in that source: a message's channel and ts, an alert's fingerprint, an issue key. */
  readonly ref: string
  /** A link that opens it, http or https only. */
  readonly url: string | null
  /** What a reader is told, `Slack message in #inc-42`, `Jira issue OPS-7`. */
  readonly label: string
}

/** `stated`: the source says so in a field made for it, or a person typed it. `inferred`: a rule of ours read it out of something else. */
export type Basis = 'stated' | 'inferred'

/**
 * A value that knows where it comes from. Nothing in an incident is a bare value.
 * `rule` names the rule for an inferred value (`first-alert-fires`) and is null for a stated one;
 * `evidence` lists the ids of the events that the rule looked at.
 */
export interface Fact<T> {
  readonly value: T
  readonly origin: Origin
  readonly basis: Basis
  readonly rule: string | null
  readonly evidence: readonly string[]
}

/** A fact that its source states. */
export function stated<T>(value: T, origin: Origin, evidence: readonly string[] = []): Fact<T> {
  return { value, origin, basis: 'stated', rule: null, evidence }
}

/** A fact that a rule of ours read out of the record. */
export function inferred<T>(value: T, origin: Origin, rule: string, evidence: readonly string[] = []): Fact<T> {
  return { value, origin, basis: 'inferred', rule, evidence }
}
