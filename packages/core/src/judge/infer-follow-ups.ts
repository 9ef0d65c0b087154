import { inferred, type Fact } from '../fact.ts'
import type { TimelineEvent } from '../event.ts'
import type { FollowUp, Link } from '../incident.ts'
import { millisOf } from '../instant.ts'
import { webAddress } from '../web-address.ts'
import { contentWords, overlap } from './content-words.ts'
import { dueDate } from './due-date.ts'
import { checkBox, sentencesOf, taskOf } from './follow-up-text.ts'
import type { Inference } from './infer.ts'
import { linkOf } from './infer-links.ts'
import { learnedFollowUps, likelyFollowUps, type FollowUpWeights } from './likely-follow-ups.ts'
import { isLateAssignment, isTaskList } from './late-assignment.ts'
import type { PersonFinder } from './person-finder.ts'
import { strength, type Entry } from './record.ts'
import { readSignals } from './signals.ts'

/**
 * The follow-ups that sources state, then those that people spoke of: action items, to-dos, open check boxes, what should be done next week, tickets opened
 * after the fix, and what weighs as much by what it asks for and when. Of two that say the same, one stays. Owner, day and ticket are what the words around it name.
 */
export function inferFollowUps(inference: Inference, finder: PersonFinder, learned: FollowUpWeights = learnedFollowUps()): readonly Fact<FollowUp>[] {
  const { incident, entries } = inference
  const { followUps } = incident
  if (followUps.some(({ origin, basis }) => basis === 'stated' && (origin.source === 'person' || origin.source === 'incident-file'))) return followUps
  const end = (incident.timestamps['fixed'] ?? incident.timestamps['closed'])?.value
  const closed = incident.timestamps['closed']?.value
  const likely = likelyFollowUps(entries, { fixed: incident.timestamps['fixed']?.value, closed }, { finder, learned })
  const found: Spoken[] = []
  for (const entry of entries) {
    if (entry.voice === 'bot' || entry.voice === 'system') continue
    const { event } = entry
    const late = end !== undefined && event.at > end
    const inList = isNextInList(entry, found.at(-1))
    const place = { isClosed: closed !== undefined && event.at >= closed, inList }
    const assigned = (sentence: string): boolean => late && isLateAssignment(sentence, place, finder)
    const least = late || inList ? LEAST_LATE : LEAST
    const says = strength(entry, 'follow-up') >= least
    if (says || (late && sentencesOf(event.text.slice(0, 1000)).some(assigned))) found.push(...spoken(event, least, assigned))
    else if (end !== undefined && event.at > end && event.text.includes('://') && ticketIn(event.text) !== null && !entry.chatter) {
      found.push({
        event,
        rule: 'ticket-after-the-end',
        task: taskOf(event.text.slice(0, 1000).toWellFormed().split('\n')[0] ?? ''),
        context: event.text,
        done: false,
        number: 0,
      })
    } else if (likely.has(entry)) found.push(likelyTask(event))
  }
  const kept = followUps.map(({ value }) => contentWords(value.text))
  const facts: Fact<FollowUp>[] = []
  for (const item of found.slice(0, MOST)) {
    const words = contentWords(item.task)
    if (words.size === 0 || kept.some((known) => overlap(known, words) >= SAME)) continue
    kept.push(words)
    facts.push(inferred(followUp(item, inference, finder), item.event.origin, item.rule, [item.event.id]))
  }
  return facts.length === 0 ? followUps : [...followUps, ...facts]
}

/** Said by the same person right after another thing to do. */
function isNextInList({ event }: Entry, last: Spoken | undefined): boolean {
  return last !== undefined && last.event.actor === event.actor && millisOf(event.at) - millisOf(last.event.at) <= NEXT_IN_LIST
}

const NEXT_IN_LIST = 3 * 60_000
const LEAST = 0.75
/** What somebody promises or wishes for once it is fixed is hardly ever part of the fix. */
const LEAST_LATE = 0.6
const SAME = 0.8
const MOST = 200

/** A thing to do as somebody spoke of it. */
interface Spoken {
  readonly event: TimelineEvent
  readonly rule: string
  readonly task: string
  /** The task and what is said around it that may name owner, day and ticket. */
  readonly context: string
  readonly done: boolean
  readonly number: number
}

function spoken(event: TimelineEvent, least: number, assigned: (sentence: string) => boolean): Spoken[] {
  const items: Spoken[] = []
  let list: string | null = null
  for (const sentence of sentencesOf(event.text.slice(0, 4000).toWellFormed()).flatMap(byOwner)) {
    const box = checkBox(sentence)
    const rule = box === null ? (ruleOf(sentence, least) ?? (assigned(sentence) ? 'assigned-late' : null)) : 'check-box'
    const isItem = list !== null && /^(?:[-*+\u2022]|\d{1,3}[.)])\s/.test(sentence)
    const last = items.at(-1)
    const same = last !== undefined && (SAME_AGAIN.test(sentence) || (rule === 'assigned-late' && OF_THAT.test(sentence)))
    if (same || (box === null && rule === null && !isItem)) {
      if (last !== undefined && list === null) items[items.length - 1] = { ...last, context: `${last.context} ${sentence}` }
      else if (list !== null && last === undefined) items.push({ event, rule: list, task: taskOf(sentence), context: sentence, done: false, number: 0 })
      continue
    }
    const task = isTaskList(sentence) ? '' : taskOf(box?.text ?? sentence)
    if (task === '' || /^[:\s]*$/.test(task)) list = rule
    else items.push({ event, rule: rule ?? list ?? 'follow-up', task, context: sentence, done: box?.done ?? false, number: items.length })
  }
  return items
}

/** What a message asks for that no phrase we know calls a thing to do: its longest sentence, with all of it around. */
function likelyTask(event: TimelineEvent): Spoken {
  const text = event.text.slice(0, 1000).toWellFormed()
  const longest = sentencesOf(text).reduce((one, other) => (other.length > one.length ? other : one), '')
  return { event, rule: 'likeliest-follow-up', task: taskOf(longest), context: text, done: false, number: 0 }
}

/** `failover (Ollie), an alert (Tash)`: things to do that each have their owner behind them. */
function byOwner(sentence: string): string[] {
  const parts = sentence.split(/(?<=\((?:\p{Lu}[\p{L}' -]{1,30}|me)\)),? (?:and )?(?=\S)/u)
  if (parts.length < 2) return [sentence]
  // What makes them things to do stands before the first.
  const ahead = /^[^:(]{1,40}: /.exec(sentence)?.[0] ?? 'follow-up: '
  return parts.map((part, index) => (index === 0 ? part : `${ahead}${part}`))
}

/** Who will do what was just said: no thing of its own. */
const SAME_AGAIN = /^(?:I(?:'|\u2019)?ll|I will|I can|\S+(?: \S+)? (?:will|can)) (?:do|take|own|handle|pick up|look after|get) (?:that|this|it|those)\b/i

/** `Bianca please write them today`: of what was just said. */
const OF_THAT = /\b(?:them|it|this|that|those|these)\b/i

function ruleOf(sentence: string, least: number): string | null {
  if (/\?\W*$/.test(sentence) && !/\b(?:can|could) you\b/i.test(sentence)) return null
  return readSignals(sentence).find(({ signal, weight }) => signal === 'follow-up' && weight >= least)?.rule ?? null
}

function followUp({ event, task, context, done, number }: Spoken, { incident }: Inference, finder: PersonFinder): FollowUp {
  return {
    id: `${event.id}:follow-up${number === 0 ? '' : `-${number + 1}`}`,
    text: task,
    owner: finder.mentioned(context)?.id ?? named(context, finder) ?? (SPEAKER.test(context) ? event.actor : null),
    due: dueDate(context, event.at, incident.zone.value),
    priority: null,
    outcome: done ? 'done' : 'open',
    reason: null,
    ticket: ticketIn(context),
  }
}

/** `Sander to write the ticket`, `Ben will do it`, `owner: Hiro Tanaka`: the person, where these words name one. */
function named(context: string, finder: PersonFinder): string | null {
  for (const match of context.matchAll(OWNER)) {
    const person = finder.named(match.slice(1).find((name) => name !== undefined) ?? '')
    if (person !== null) return person.id
  }
  return null
}

const OWNER =
  /(?:^|[,:.] )(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?) (?:to|will|takes|owns)\b|^(?:[\p{L} -]{1,20}: )?(?:\d\) )?@?(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)(?::|,| please) |\((\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)[,)]|\b(?:owner|assignee|assigned to|for|by):? @?(\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)?)/gu
const SPEAKER = /\bi(?:'|\u2019)?ll\b|\bI (?:will|can do|take)\b|\bfor me\b|\bI(?:'|\u2019)m (?:going to|on it)\b|\bon me\b|\(me\)/i

function ticketIn(text: string): Link | null {
  for (const [address] of text.matchAll(/https?:\/\/[^\s<>()[\]"'`|]{3,2000}/g)) {
    const url = webAddress(address.replace(/\\([!-/:-@[-`{-~])/g, '$1').replace(/[.,;:!?]+$/, ''))
    const link = url === null ? null : linkOf(url)
    if (link?.kind === 'ticket') return link
  }
  const key = /\b[A-Z][A-Z0-9]{1,9}-\d{1,6}\b/.exec(text)?.[0]
  return key === undefined || /^(?:UTF|SHA|ISO|HTTP|CVE|SEV|P)-/.test(key) ? null : { kind: 'ticket', title: key, url: null }
}
