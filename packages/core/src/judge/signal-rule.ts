/** What a line of text can say about an incident. */
export type Signal =
  /** Something is wrong, said by whoever notices: `we're seeing 500s`, `is checkout down?` */
  | 'report'
  /** Who or what is affected and how much. */
  | 'impact'
  /** A state that somebody saw: a number, an error, `disk is full`. */
  | 'observation'
  /** A guess at a cause. */
  | 'hypothesis'
  /** A cause or fact established: `found it`, `turns out`, `the culprit`. */
  | 'finding'
  /** Something ruled out, or tried without success. */
  | 'dead-end'
  /** An action asked about or suggested, not yet decided. */
  | 'proposal'
  | 'decision'
  /** Something done, or being done, to the systems. */
  | 'action'
  /** It works again. */
  | 'confirmation'
  /** It is still broken, or broken again. */
  | 'relapse'
  /** How far something is, or a word to the public. */
  | 'progress'
  /** Somebody is called in. */
  | 'escalation'
  /** Somebody takes or gives a role. */
  | 'ownership'
  /** How bad it is, in the team's words: `this is a sev1`. */
  | 'severity'
  /** The incident is over. */
  | 'closing'
  /** Something to do later. */
  | 'follow-up'

/** One way in which a signal is said. Rules are data: a list of them is all there is. */
export interface SignalRule {
  /** Kebab-case, unique. */
  readonly name: string
  readonly signal: Signal
  /** How much one hit says, from 0 to 1. */
  readonly weight: number
  /**
   * `plain` rules say nothing inside a question, a condition or a denial; `stated` ones nothing inside a question or a condition (`it never ran because …`
   * names a cause all the same); `any` rules do not care.
   */
  readonly mood: 'plain' | 'stated' | 'any'
  /** Words with spaces between; the pattern is tried only where the clause holds one of them. `0` stands for any digit, `[` and `/` for themselves. */
  readonly words: string
  /** Over a clause in lower case with straight quotes. No nested repetition, every gap bounded: hostile text must cost no more than its length. */
  readonly pattern: RegExp
  /** A sentence that the rule must find; the tests hold it to that. */
  readonly example: string
}
