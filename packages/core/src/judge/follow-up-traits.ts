import { millisOf, type Instant } from '../instant.ts'
import { speech } from './clauses.ts'
import { isLearnedLength } from './moment-options.ts'
import type { PersonFinder } from './person-finder.ts'
import { strength, type Entry } from './record.ts'
import { step } from './talk-traits.ts'

/** The ends of an incident, as far as they are known. */
export interface Ends {
  readonly fixed: Instant | undefined
  readonly closed: Instant | undefined
}

/** A message that may give somebody something to do, with what speaks for or against it. */
export interface Task {
  readonly entry: Entry
  readonly traits: readonly string[]
}

/**
 * Messages of the second half of a talk, in which things to do are given, with their traits: what they ask for and of whom, and where they stand. Whether a phrase that we know
 * calls it a follow-up is none of them: it would count twice. Empty for a talk much shorter or longer than those that were learned from.
 */
export function tasksIn(entries: readonly Entry[], ends: Ends, finder: PersonFinder): readonly Task[] {
  const said = entries.filter(({ voice, event }) => voice === 'person' && event.text !== '')
  if (!isLearnedLength(said.length)) return []
  return said.flatMap((entry, index) => (index < said.length / 2 ? [] : [{ entry, traits: traitsOf(said, index, { ends, finder }) }]))
}

function traitsOf(said: readonly Entry[], index: number, { ends, finder }: { readonly ends: Ends; readonly finder: PersonFinder }): string[] {
  const entry = said[index]
  if (entry === undefined) return []
  const { event, hits, chatter } = entry
  const text = speech(event.text)
  const traits = hits.flatMap(({ signal }) => (signal === 'follow-up' ? [] : [`says-${signal}`]))
  if (chatter) traits.push('chatter')
  traits.push(ends.fixed === undefined ? 'no-fix' : event.at > ends.fixed ? 'after-fix' : 'before-fix')
  if (ends.closed !== undefined && event.at >= ends.closed) traits.push('after-closing')
  traits.push(`from-end-${step(said.length - 1 - index, [1, 2, 3, 5, 9, 16])}`, `part-${Math.min(4, Math.floor((5 * index) / said.length))}`)
  traits.push(`length-${step(text.split(/\s+/).length, [4, 8, 14, 22])}`)
  const first = /^(?:\W|(?:and|ok|so|also)\b)*@?(\p{Lu}[\p{L}.'-]+)/u.exec(event.text)?.[1]
  if (first !== undefined && finder.named(first) !== null) traits.push('begins-with-a-name')
  if (namesAnother(event.text, event.actor, finder)) traits.push('names-another')
  for (const [name, pattern] of WORDS) if (pattern.test(text)) traits.push(name)
  for (const [name, pattern] of FORMS) if (pattern.test(event.text)) traits.push(name)
  const near = said.slice(Math.max(0, index - 3), index).filter((other) => strength(other, 'follow-up') >= SURE && soonAfter(other, entry))
  if (near.length > 0) traits.push('near-another')
  if (near.some((other) => other === said[index - 1] && other.event.actor === event.actor)) traits.push('next-in-list')
  return [...traits, ...pairs(traits)]
}

function soonAfter(one: Entry, other: Entry): boolean {
  return millisOf(other.event.at) - millisOf(one.event.at) <= SOON
}

function namesAnother(text: string, actor: string | null, finder: PersonFinder): boolean {
  return (text.match(/\p{Lu}\p{L}+/gu) ?? []).some((word) => {
    const person = finder.named(word)
    return person !== null && person.id !== actor
  })
}

/** What is weighed together: a task once it is fixed is another thing than one in the middle of it. */
function pairs(traits: readonly string[]): string[] {
  return PAIRS.flatMap(([one, others]) => (traits.includes(one) ? others.filter((other) => traits.includes(other)).map((other) => `${one}&${other}`) : []))
}

const SURE = 0.75
const SOON = 5 * 60_000
const WHAT_IT_ASKS = ['task', 'for-good', 'begins-with-a-name', 'self', 'later', 'colon', 'near-another', 'must', 'names-another']
const PAIRS: readonly (readonly [string, readonly string[]])[] = [
  ['after-fix', WHAT_IT_ASKS],
  ['after-closing', WHAT_IT_ASKS],
  ['near-another', ['task', 'for-good', 'later', 'begins-with-a-name']],
  ['task', ['for-good', 'self', 'begins-with-a-name', 'later']],
]
const WORDS: readonly (readonly [string, RegExp])[] = [
  ['self', /\b(?:i'll|i will|i'd|me\b|i can|i would|mine|i take|i shall)/],
  ['we-should', /\b(?:we|somebody|someone|team)\b.{0,12}\b(?:should|need|must|have to|ought|want|could)\b/],
  ['must', /\b(?:should|must|needs? to|has to|have to|ought)\b/],
  [
    'later',
    /\b(?:tomorrow|tmrw|tmr|next (?:week|sprint|month|time|step)|(?:mon|tues|wednes|thurs|fri)day|this week|later|soon|by \w+|retro|post-?mortem|review)\b/,
  ],
  ['ticket', /\b(?:ticket|issue|jira|story|card|backlog)\b|\b[a-z]{2,9}-?\d{3,}\b|#\d{2,}/],
  [
    'for-good',
    /\b(?:alert|test|check|runbook|doc\w*|limit|monitor\w*|dashboard|training|process|rule|procedure|scan|canary|guard|cap|drill|checklist|schema|script|automat\w*|policy|template|validation|lint\w*)s?\b/,
  ],
  [
    'task',
    /\b(?:add|write|make|put|review|document|automate|test|set up|create|schedule|move|replace|upgrade|remove|extend|prepare|change|switch|build|fix|stop|keep|pin|reserve|raise|ask|tell|alert|get|have|find)\b/,
  ],
  ['marked', /^(?:\W|\d)*(?:[a-z ]{0,25})(?:to-?do|action|ais?|follow|task|next)\b/],
  ['tells-what-is', /\b(?:is|are|was|were|did|went|has|had|done|\w{3,}ed)\b/],
]
const FORMS: readonly (readonly [string, RegExp])[] = [
  ['numbered', /^(?:[-*\u2022]|\d+[.)])\s|: 1[.)]/],
  ['colon', /^[^:]{1,40}: \S/],
  ['dash', / - /],
  ['asked', /\?\s*$/],
]
