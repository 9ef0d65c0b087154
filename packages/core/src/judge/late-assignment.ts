import type { PersonFinder } from './person-finder.ts'

/** Where a sentence stands: after the closing; and right behind another thing to do of the same speaker, as in a list. */
export interface LatePlace {
  readonly isClosed: boolean
  readonly inList: boolean
}

/**
 * Whether a sentence that is said once all is over gives somebody a task: `Karthik, add a regression test`, `Raj to add a fallback`, `2) Anil: alert on the
 * queue`. After the closing any task counts; between fix and closing only what makes things better for good, for the rest still belongs to the incident. In a list it is enough to say
 * who does something (`Ben writes the runbook`, `me: flowers`).
 */
export function isLateAssignment(sentence: string, { isClosed, inList }: LatePlace, finder: PersonFinder): boolean {
  const words = sentence.replace(NUMBER, '').replace(ORDINAL, '')
  if ((isClosed || inList) && NUMBER.test(sentence) && words.split(' ').length >= 3) return true
  if (inList && isListed(words, finder)) return true
  const match = ASSIGNED.exec(words)
  if (match === null || finder.named((match[1] ?? '').replace(/^@/, '')) === null) return false
  const task = match[2] ?? ''
  return LASTING.test(task) || (isClosed && !PASSING.test(task) && task.split(' ').length >= 3)
}

function isListed(words: string, finder: PersonFinder): boolean {
  const match = LISTED.exec(words)
  const [, name = '', task = ''] = match ?? []
  return match !== null && !PASSING.test(task) && (/^me$/i.test(name) || finder.named(name) !== null)
}

/** `Two actions please.`: only says that tasks follow. */
export function isTaskList(sentence: string): boolean {
  return /^(?:(?:the|our|some|two|three|four|five|a few|\d) )?(?:actions?|action items?|follow[- ]?ups?|AIs?|to-?dos?|tasks?)(?: please| for (?:later|next week|us|all))?\s*[.:]?$/i.test(
    sentence,
  )
}

/** `2)`, `(2)`, `-`. */
const NUMBER = /^(?:[-*+\u2022]|\d{1,2}[.)]|\\?\(\d{1,2}\\?\))\s+/
const ORDINAL = /^(?:(?:first|second|third|fourth|last|final)(?:ly)?|next|then|and|also),? (?=\S)/i
const LISTED = /^@?(me|\p{L}[\p{L}.'-]{1,20})(?:: ?| (?=to |will |please |\p{Ll}{2,}s ))(\S.{2,300})$/iu
const ASSIGNED = /^@?(\p{Lu}[\p{L}.'-]{1,20}(?: \p{Lu}[\p{L}'-]{1,20})?)(?::| to| please| will|, please|,) (\S.{2,300})$/u
const LASTING =
  /^(?:please |also |then )?(?:add|write|plan|review|document|automate|test|set up|create|schedule|raise|find out|limit|exclude|include|have|make sure|ensure|alert|monitor|move|replace|upgrade|clean up|remove|deliver|adapt|get|pin|extend|prepare|change|switch|put|build|fix)\b/i
const PASSING =
  /^(?:please |also )?(?:tell|inform|thank|keep|stay|go|close|update the status|call|ping|enjoy|sleep|rest|post|confirm|watch|take (?:a|the)|hold|wait|be\b|you\b|i\b|we\b|it\b|that\b|thanks|great|good|nice|well)\b/i
