import type { TimelineEvent } from '../event.ts'
import { millisOf, type Instant } from '../instant.ts'
import { speech } from './clauses.ts'
import { isTelling, strength, type Entry } from './record.ts'
import type { Signal } from './signal-rule.ts'
import { spokenTimes } from './spoken-time.ts'
import { step } from './talk-traits.ts'

/** A moment at which the impact may have started, with what speaks for or against it. */
export interface StartCandidate {
  readonly at: Instant
  /** What tells of it: the alert or deploy itself, or who named the time. */
  readonly event: TimelineEvent
  readonly traits: readonly string[]
}

/** An alert or a deploy, or a time of day that somebody named. */
type Kind = 'alert' | 'bot' | 'deploy' | 'spoken'

interface Found {
  readonly at: Instant
  readonly minutes: number
  readonly event: TimelineEvent
  readonly kind: Kind
  readonly traits: readonly string[]
}

/** All moments up to the report that the record names: alerts, deploys, and the times that people spoke of; none from more than half a day before it. */
export function startCandidates(entries: readonly Entry[], reported: Instant, zone: string): readonly StartCandidate[] {
  const end = millisOf(reported) / 60_000
  const found = [...happened(entries), ...spoken(entries, reported, zone)].filter(({ minutes }) => minutes <= end + 1 && minutes > end - HALF_A_DAY)
  const earliest = Math.min(...found.map(({ minutes }) => minutes))
  const alerts = found.some(({ kind }) => kind === 'alert')
  const firstSpoken = found.find(({ kind }) => kind === 'spoken')
  return found.map((one) => {
    const { at, event, kind, minutes } = one
    const same = found.filter((other) => other !== one && Math.abs(other.minutes - minutes) <= 3)
    const traits = [
      kind,
      ...one.traits,
      `${kind}-before-${step(end - minutes, [1, 5, 15, 40, 90, 180, 360])}`,
      `of-${step(found.length, [2, 3, 5])}`,
      `same-${Math.min(2, same.length)}`,
      ...new Set(same.map((other) => `same-as-${other.kind}`)),
    ]
    if (minutes === earliest) traits.push('earliest')
    if (found.every((other) => other.kind !== kind || other.minutes >= minutes)) traits.push(`earliest-${kind}`)
    if (one === firstSpoken) traits.push('first-spoken')
    if (alerts) traits.push(`${kind}-beside-alerts`)
    return { at, event, traits }
  })
}

/** What speaks for the record not telling when it started. */
export function traitsOfNoStart(candidates: readonly StartCandidate[]): readonly string[] {
  return candidates.some(({ traits }) => traits.includes('alert')) ? ['none', 'none-beside-alerts'] : ['none']
}

function happened(entries: readonly Entry[]): Found[] {
  return entries.flatMap(({ event, voice }) => {
    const { what, at } = event
    const kind: Kind | null =
      what.kind === 'alert' && what.state === 'firing'
        ? 'alert'
        : what.kind === 'deploy' && what.state === 'succeeded'
          ? 'deploy'
          : voice === 'bot' && OF_AN_ALERT.test(event.text.slice(0, 400))
            ? 'bot'
            : null
    return kind === null ? [] : [{ at, minutes: millisOf(at) / 60_000, event, kind, traits: [] }]
  })
}

function spoken(entries: readonly Entry[], reported: Instant, zone: string): Found[] {
  const said = entries.filter(isTelling).slice(0, MOST)
  const reporter = said[0]?.event.actor
  return said.flatMap((entry, index) => {
    const { event, hits } = entry
    if (!HAS_A_TIME.test(event.text)) return []
    const before = said[index - 1]?.event.text ?? ''
    const traits = [`message-${step(index, [1, 3, 6, 12, 20])}`, ...hits.filter(({ signal }) => TELLS.has(signal)).map(({ signal }) => `says-${signal}`)]
    if (event.actor === reporter) traits.push('by-reporter')
    if (event.at === reported) traits.push('in-report')
    if (/\?\s*$/.test(event.text)) traits.push('asked')
    if (/\?\s*$/.test(before)) traits.push('answers')
    if (strength(entry, 'closing') > 0) traits.push('at-the-end')
    return spokenTimes(speech(event.text), event.at, zone).map((time) => ({
      at: time.at,
      minutes: millisOf(time.at) / 60_000,
      event,
      kind: 'spoken' as const,
      traits: [...traits, time.kind, ...LEADS.flatMap(([name, pattern]) => (pattern.test(time.before) ? [name] : []))],
    }))
  })
}

const HALF_A_DAY = 12 * 60
/** Who knows when it began says so early. */
const MOST = 60
const TELLS: ReadonlySet<Signal> = new Set([
  'report',
  'impact',
  'observation',
  'hypothesis',
  'finding',
  'dead-end',
  'decision',
  'action',
  'confirmation',
  'escalation',
  'follow-up',
])
const OF_AN_ALERT = /\bfiring\b|\btriggered\b|\balert\b|\bcritical\b|\bdown\b/i
const HAS_A_TIME = /\d|\b(?:to|past|after|for|since|last) \w|\bnoon\b|\bmid(?:night|day)\b|\bago\b/i
/** The words right before a time. */
const LEADS: readonly (readonly [string, RegExp])[] = [
  ['leads-since', /\bsince(?: \w+){0,2}\W*$/],
  ['leads-at', /\b(?:at|around|about)(?: \w+)?\W*$/],
  ['leads-from', /\b(?:from|after)(?: \w+)?\W*$/],
  ['leads-until', /\b(?:until|till|by|before|to|next|in)(?: \w+)?\W*$/],
  ['leads-for', /\b(?:for|last|past)(?: \w+)?\W*$/],
]
