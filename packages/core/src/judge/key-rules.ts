import type { Configuration } from '../configuration.ts'

/** One reason for which an event belongs in the document. A signal's reason has the signal's name. A team turns it off or weighs it anew under `keyEvents.<name>` of its configuration. */
export interface KeyRule {
  /** What a mark names. */
  readonly name: string
  /** 1 is an ordinary reason. Rules from `ALWAYS` up take an event whatever else there is; the others compete for the places that are left. */
  readonly weight: number
  /** For people who ask why a line is in their document. */
  readonly sentence: string
}

/** The weight from which a rule takes every event it fits. */
export const ALWAYS = 10

/** Every reason, the strongest first. */
export const KEY_RULES: readonly KeyRule[] = [
  { name: 'note', weight: 20, sentence: 'Somebody wrote it for the timeline.' },
  { name: 'pinned', weight: 20, sentence: 'The message was pinned.' },
  { name: 'marked', weight: 20, sentence: 'Somebody marked the message with an emoji that says so: a pushpin, a star, an exclamation mark.' },
  { name: 'severity-change', weight: 12, sentence: 'The severity or priority changed.' },
  { name: 'status-change', weight: 12, sentence: 'The status changed.' },
  { name: 'role-change', weight: 12, sentence: 'Somebody was given a role, such as incident lead.' },
  { name: 'public-update', weight: 12, sentence: 'The public was told.' },
  { name: 'rolled-back', weight: 12, sentence: 'A deploy was rolled back.' },
  { name: 'alert-fires', weight: 11, sentence: 'An alert fired for the first time.' },
  { name: 'alert-resolves', weight: 11, sentence: 'An alert resolved for the last time.' },
  { name: 'alert-answered', weight: 10, sentence: 'Somebody acknowledged an alert, or it went on to the next person, for the first time.' },
  { name: 'deploy', weight: 10, sentence: 'Something was deployed shortly before or during the incident.' },
  { name: 'ticket-action', weight: 10, sentence: 'A change was merged, released or reverted, or somebody was paged.' },
  { name: 'first-report', weight: 10, sentence: 'The first time that a person said that something was wrong.' },
  { name: 'last-word', weight: 10, sentence: 'The last thing that was said about the incident itself.' },
  { name: 'alert-in-chat', weight: 1, sentence: 'A bot told the channel of an alert or deploy, and the record has it from nowhere else.' },
  { name: 'finding', weight: 1, sentence: 'Somebody found out something: what broke, or why.' },
  { name: 'action', weight: 0.95, sentence: 'Somebody changed something: rolled back, restarted, deployed.' },
  { name: 'decision', weight: 0.9, sentence: 'A decision was made.' },
  { name: 'confirmation', weight: 0.95, sentence: 'Somebody said that it works again.' },
  { name: 'closing', weight: 0.95, sentence: 'Somebody closed the incident.' },
  { name: 'severity', weight: 0.9, sentence: 'Somebody said how severe it is.' },
  { name: 'relapse', weight: 0.8, sentence: 'Somebody said that it is still, or again, broken.' },
  { name: 'report', weight: 0.75, sentence: 'Somebody reported something wrong.' },
  { name: 'dead-end', weight: 0.75, sentence: 'Something was ruled out, or did not help.' },
  { name: 'impact', weight: 0.7, sentence: 'Somebody said who or how many were affected.' },
  { name: 'observation', weight: 0.6, sentence: 'Somebody saw a telling number or state.' },
  { name: 'escalation', weight: 0.6, sentence: 'Somebody was called in.' },
  { name: 'ownership', weight: 0.6, sentence: 'Somebody took or handed over a role in a message.' },
  { name: 'hypothesis', weight: 0.55, sentence: 'Somebody guessed at a cause.' },
  { name: 'progress', weight: 0.55, sentence: 'Somebody said how far something is, or that word went out.' },
  { name: 'proposal', weight: 0.45, sentence: 'Somebody proposed an action.' },
  { name: 'substantive', weight: 0.8, sentence: 'There was room, and the message tells something: figures, names of systems, words that others took up.' },
  { name: 'follow-up', weight: 0.15, sentence: 'Somebody named something to do later; the follow-ups section lists those.' },
]

/** What each rule weighs under a configuration; 0 for a rule that is off. */
export function keyWeights(configuration: Configuration): ReadonlyMap<string, number> {
  return new Map(
    KEY_RULES.map(({ name, weight }) => {
      const setting = Object.hasOwn(configuration.keyEvents, name) ? configuration.keyEvents[name] : undefined
      if (setting?.enabled === false) return [name, 0]
      const wanted = setting?.weight
      return [name, wanted !== undefined && Number.isFinite(wanted) ? Math.max(0, wanted) : weight]
    }),
  )
}

/** Reactions with which teams mark what belongs in the timeline. */
export const MARKING_REACTIONS: ReadonlySet<string> = new Set([
  'pushpin',
  'round_pushpin',
  'star',
  'star2',
  'exclamation',
  'heavy_exclamation_mark',
  'bangbang',
  'bookmark',
  'memo',
  'triangular_flag_on_post',
  'timeline',
  'important',
  'key',
  'postmortem',
  'post-mortem',
])
