import { clausesOf, type Clause } from './clauses.ts'
import type { Signal, SignalRule } from './signal-rule.ts'
import { ACT_RULES } from './signal-rules-acts.ts'
import { END_RULES } from './signal-rules-ends.ts'
import { REPORT_RULES } from './signal-rules-report.ts'
import { STATE_RULES } from './signal-rules-state.ts'
import { TEAM_RULES } from './signal-rules-team.ts'

/** Every way in which we know a signal to be said. */
export const SIGNAL_RULES: readonly SignalRule[] = [...REPORT_RULES, ...STATE_RULES, ...ACT_RULES, ...END_RULES, ...TEAM_RULES]

/** One signal that a text gives: which rule found it, how much it says, and the clause (lower case) that says it. */
export interface SignalHit {
  readonly signal: Signal
  readonly rule: string
  readonly weight: number
  readonly clause: string
}

/** What a text says, as named signals in the order of its clauses; a signal said twice is listed once, at its strongest. Never throws; takes time linear in the text. */
export function readSignals(text: string): readonly SignalHit[] {
  const hits: SignalHit[] = []
  for (const clause of clausesOf(text)) readClause(clause, hits)
  return hits.length === 0 ? NO_HITS : hits
}

function readClause(clause: Clause, hits: SignalHit[]): void {
  for (const rule of candidates(clause.text)) {
    const match = rule.pattern.exec(clause.text)
    if (match === null) continue
    if (rule.mood !== 'any' && isDiscounted(clause, match.index, rule.mood)) continue
    if (ENDS.has(rule.signal) && isAhead(clause.text, match, rule.signal)) continue
    const known = hits.findIndex((hit) => hit.signal === rule.signal)
    const hit = { signal: rule.signal, rule: rule.name, weight: rule.weight, clause: clause.text }
    if (known === -1) hits.push(hit)
    else if ((hits[known]?.weight ?? 0) < rule.weight) hits[known] = hit
  }
}

/** The rules one of whose words the clause holds, in no particular order and each once. */
function candidates(clause: string): readonly SignalRule[] {
  let found: Set<SignalRule> | null = null
  for (const word of clause.match(WORDS) ?? []) {
    const rules = RULES_BY_WORD.get(word >= '0' && word <= '9' ? '0' : word)
    if (rules === undefined) continue
    found ??= new Set()
    for (const rule of rules) found.add(rule)
  }
  return found === null ? NO_RULES : [...found]
}

/** Asked, supposed or denied before the words that match. What comes after them (`rolled back, tell me if it fails`) does not matter. */
function isDiscounted(clause: Clause, index: number, mood: 'plain' | 'stated'): boolean {
  if (clause.asked) return true
  const before = clause.text.slice(Math.max(0, index - 60), index)
  if (before === '') return false
  // A condition reaches over a comma (`if it fails, restart it`); what is possible or denied ends there (`not the disk, it's the kernel`).
  const near = before.slice(before.lastIndexOf(', ') + 1)
  return CONDITION.test(before) || POSSIBLE.test(near) || (mood === 'plain' ? DENIED.test(near.slice(-32)) : NONE_OF_IT.test(before))
}

/** An end that is still to come: hoped for, promised, or said to follow on something or at some time. Only one that is there ends anything. */
function isAhead(clause: string, match: RegExpExecArray, signal: Signal): boolean {
  // `I will close this` closes it; `it will work again` mends nothing.
  const before = clause.slice(Math.max(0, match.index - 60), signal === 'closing' ? match.index : match.index + match[0].length)
  const [after = ''] = clause.slice(match.index + match[0].length, match.index + match[0].length + 80).split(', ')
  const near = before.slice(before.lastIndexOf(', ') + 1)
  return (
    AHEAD.test(near) ||
    (signal === 'confirmation' && (FUTURE.test(near) || (DENIAL.test(clause) && !MENDED.test(clause)))) ||
    CONDITION_BEHIND.test(after) ||
    (/\bclos(?:e|ing)\b/.test(match[0]) && LATER.test(after))
  )
}

const ENDS: ReadonlySet<Signal> = new Set(['confirmation', 'closing'])
/** `the CDN says all is good on their side`: not they, which mends nothing here. */
const DENIAL = /\b(?:on|from|at) their (?:side|end)\b/
const MENDED = /\b(?:fixed|resolved|restored|recovered|back|again|repaired)\b/
const FUTURE = /\b(?:will|'ll|won't|going to|let's|lets)\b/
const AHEAD =
  /\b(?:hopes?|hoping|expects?|expected|plans?|planned|promised?|aims?|aiming|wait(?:ing)? (?:for|until|till)|ready to|eta|to be|to get|supposed to|want|wants|need|needs|please|pls|let me know)\b/
const CONDITION_BEHIND = /^(?: \S+){0,3} (?:if|unless|once|as soon as|until|till|only (?:if|when|for)|when)\b/
const LATER =
  /^(?: \S+){0,3} (?:this (?:afternoon|evening)|tonight|tomorrow|later|soon|next|after|(?:at|by|around) \d|in (?:an?|a few|half|\d+)\b|on (?:mon|tues|wednes|thurs|fri)day)/

const CONDITION =
  /\b(?:if|once|unless|until|till|in case|assuming|whether|did you|have you|were you|before we|when (?:it|we|this|that|they)(?:'s|'re| is| are)?)\b/
const POSSIBLE = /\b(?:would|could|might|may|maybe|should|hopefully|wish|trying to|try to|want to|able to|how to)\b/
const DENIED = /(?:\bnot|n't|\bnever|\bno|\bnobody|\bnothing|\bcannot|\bneither|\bwithout|\bfar from|\bbarely|\bno one)\b(?! (?:only|just|more|longer))/
/** `nothing was pushed`: what never was explains nothing. */
const NONE_OF_IT = /\b(?:nothing|nobody|no one|none(?: of \w+){0,2}|no \w+(?: \w+)?) (?:(?:has|have|had|was|were|is|are|that) )?$/
const WORDS = /[a-z0-9][a-z']*|[[/]/g
const NO_HITS: readonly SignalHit[] = []
const NO_RULES: readonly SignalRule[] = []

const RULES_BY_WORD = indexByWord(SIGNAL_RULES)

function indexByWord(rules: readonly SignalRule[]): ReadonlyMap<string, readonly SignalRule[]> {
  const index = new Map<string, SignalRule[]>()
  for (const rule of rules) {
    for (const word of new Set(rule.words.split(' '))) {
      const known = index.get(word)
      if (known === undefined) index.set(word, [rule])
      else known.push(rule)
    }
  }
  return index
}
