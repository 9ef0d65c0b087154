import type { Place, Weight } from '../problem.ts'

/** What lint has to say about one place of a text. Lines and columns count from 1, columns in UTF-16 code units; `end` is just past the last character. */
export interface LintFinding {
  /** The rule's name in `LINT_RULES`. */
  readonly rule: string
  /** A whole sentence: what is wrong. */
  readonly message: string
  /** An instruction: how it would be better. */
  readonly hint: string
  readonly weight: Weight
  readonly place: Place
  /** Null where the finding is about the whole document. */
  readonly end: Place | null
  /** The words in question, at most 120 characters; empty where something is missing. */
  readonly excerpt: string
  /** What can stand in place of the words, from `place` to `end`, as it is; null where only somebody who was there can say it. */
  readonly suggestion: string | null
}

/** A rule of lint. */
export interface LintRule {
  /** Kebab-case and stable: it stands in configurations and in silencing comments. */
  readonly name: string
  /** How much a finding weighs where the configuration says nothing. */
  readonly weight: Weight
  /** What the rule holds. */
  readonly sentence: string
}

const rule = (name: string, weight: Weight, sentence: string): LintRule => ({ name, weight, sentence })

/** Every rule of lint, with how much a finding of it weighs where nothing is configured. */
export const LINT_RULES: readonly LintRule[] = [
  rule('blame', 'warning', 'No person, role or name is the agent of a fault: the system that allowed it is.'),
  rule('single-cause', 'warning', 'An incident has contributors, not one root cause.'),
  rule('missing-section', 'info', 'A post-mortem has a summary, impact, timeline, contributors, mitigators, learnings and follow-ups, by any name.'),
  rule('empty-section', 'warning', 'Every section says something.'),
  rule('placeholder', 'warning', 'No placeholder of a template is left in.'),
  rule('timeline-order', 'warning', 'A timeline goes forward.'),
  rule('no-zone', 'warning', 'A document that tells times says somewhere in which time zone they are.'),
  rule('zone-season', 'warning', 'An abbreviation of a zone fits the season: PST and CET in winter, PDT and CEST in summer.'),
  rule('duration', 'error', 'A stated duration agrees with the timestamps beside it.'),
  rule('working-hours', 'info', 'A duration that leaves nights out says that it counts working hours.'),
  rule('impossible-order', 'error', 'An incident starts before it is detected, and is resolved after both.'),
  rule('follow-up-owner', 'info', 'A follow-up has an owner, or a ticket that has one.'),
  rule('follow-up-date', 'info', 'A follow-up has a date, or a ticket that has one.'),
  rule('unknown-silencer', 'warning', 'A silencing comment names rules that exist.'),
]

/** What a rule gives: a finding before weights and silencers. `from` and `to` are offsets into a passage. */
export type Found = Omit<LintFinding, 'weight'>
