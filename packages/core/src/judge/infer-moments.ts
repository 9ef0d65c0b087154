import { matchTerm } from '../assemble/match-term.ts'
import { quoted } from '../assemble/clash.ts'
import type { TimelineEvent } from '../event.ts'
import { inferred, type Fact } from '../fact.ts'
import type { Instant } from '../instant.ts'
import { dateTimeZoneText } from '../time.ts'
import type { Inference } from './infer.ts'
import { identifiedMoment } from './infer-cause.ts'
import { closedMoment, fixedMoment } from './infer-end.ts'
import { impactMoment, reportedMoment } from './infer-start.ts'
import { isTelling, strength, type Entry } from './record.ts'
import { LEARNED, secondOpinion, type Opinions } from './second-opinion.ts'

/** A moment that a rule read out of the record, and the events that it rests on, the telling one first. */
export interface Moment {
  readonly at: Instant
  readonly rule: string
  readonly events: readonly TimelineEvent[]
}

/** The moments known so far, stated or inferred, by timestamp id. */
export type Moments = ReadonlyMap<string, Instant>

/**
 * The five timestamps, and any other that the record's own status changes name: those that are known stay, the others are read out of the record, by rules and by a second opinion on what
 * they found. `opinions`: what was learned, for the bench that learns it.
 */
export function inferMoments(inference: Inference, opinions: Opinions = LEARNED): Readonly<Record<string, Fact<Instant>>> {
  const { incident, configuration, entries } = inference
  const zone = incident.zone.value
  const known = new Map(Object.entries(incident.timestamps).map(([id, { value }]) => [id, value]))
  const timestamps: Record<string, Fact<Instant>> = { ...incident.timestamps }
  const written = statedMoments(inference)
  const never = isFalseAlarm(entries) ? FALSE_ALARM_HAS_NO : NONE
  // When a ticket was opened is only the weakest sign of when somebody first said that something was wrong.
  if (timestamps['reported']?.basis === 'inferred' && timestamps['reported'].rule === 'ticket-created') {
    const spoken = reportedMoment(entries)
    if (spoken?.rule === 'first-report' && spoken.at < timestamps['reported'].value) known.delete('reported')
  }
  for (const id of [...ORDER, ...configuration.timestamps.map((term) => term.id)]) {
    if (known.has(id) || never.has(id) || !configuration.timestamps.some((term) => term.id === id)) continue
    const read = (): Moment | null => secondOpinion(RULES.get(id)?.(entries, known, zone) ?? null, { id, entries, known, zone }, opinions)
    const moment = written.get(id) ?? read() ?? written.get(`late ${id}`) ?? null
    if (moment === null || !fits(id, moment, { ...inference, known })) continue
    known.set(id, moment.at)
    const [telling] = moment.events
    if (telling === undefined) continue
    timestamps[id] = inferred(
      moment.at,
      telling.origin,
      moment.rule,
      moment.events.map((event) => event.id),
    )
  }
  return timestamps
}

/** Somebody said so, nobody asked or denied it, and nobody spoke of trouble afterwards. */
function isFalseAlarm(entries: readonly Entry[]): boolean {
  for (const entry of entries.toReversed()) {
    if (!isTelling(entry)) continue
    if (FALSE_ALARM.test(entry.event.text))
      return !/\b(?:not|no|n't|isn't|maybe|if|could|might|probably)\b.{0,20}false alarm|false alarm\?/i.test(entry.event.text)
    if (strength(entry, 'relapse') > 0 || strength(entry, 'report') >= 0.75 || strength(entry, 'action') >= 0.7) return false
  }
  return false
}

const FALSE_ALARM = /\bfalse (?:alarm|positive)\b/i
const FALSE_ALARM_HAS_NO: ReadonlySet<string> = new Set(['impact-started', 'fixed'])
const NONE: ReadonlySet<string> = new Set()

/** The end before the cause: what was found after all was well again was found too late to count. */
const ORDER = ['reported', 'impact-started', 'fixed', 'identified', 'closed']

const RULES = new Map<string, (entries: readonly Entry[], known: Moments, zone: string) => Moment | null>([
  ['reported', reportedMoment],
  ['impact-started', impactMoment],
  ['fixed', fixedMoment],
  ['identified', identifiedMoment],
  ['closed', closedMoment],
])

/** Moments that the record all but states: a status that changed to a timestamp's word, and lines that a person wrote for the timeline (`Issue identified`). */
function statedMoments({ entries, configuration }: Inference): Map<string, Moment> {
  const moments = new Map<string, Moment>()
  for (const { event } of entries) {
    const { what } = event
    const status = what.kind === 'update' ? what.status : what.kind === 'change' && /^(?:status|state|stage)$/i.test(what.field) ? what.to : null
    if (status !== null) {
      if (BACK_TO_WORK.test(status)) for (const id of ['fixed', 'late fixed', 'closed']) moments.delete(id)
      const id = matchTerm(configuration.timestamps, status)?.term.id
      // Somebody sets `Resolved` when all is over, later than the fix itself: it holds where the record has no better word.
      const key = id === 'fixed' && /^resolved$/i.test(status) ? 'late fixed' : id
      if (key !== undefined && id !== 'impact-started' && !moments.has(key)) moments.set(key, { at: event.at, rule: 'status-change', events: [event] })
    }
    if (what.kind === 'note' || (what.kind === 'message' && event.actor === null && !what.bot)) readLine(event, moments)
  }
  return moments
}

function readLine(event: TimelineEvent, moments: Map<string, Moment>): void {
  if (event.text.length > 200) return
  for (const [id, pattern] of LINES) if (!moments.has(id) && pattern.test(event.text)) moments.set(id, { at: event.at, rule: 'timeline-line', events: [event] })
}

const BACK_TO_WORK = /^(?:re-?opened|investigating|in[- _]?progress|open|triggered)$/i

const LINES: readonly (readonly [string, RegExp])[] = [
  ['impact-started', /\b(?:impact|outage|incident) (?:starts?|started|begins?|began)\b/i],
  ['reported', /\breport(?:ed|s) (?:the|an|this) (?:incident|issue|problem|outage)\b|\b(?:incident|issue|problem) (?:was |is )?(?:reported|declared)\b/i],
  ['identified', /\b(?:issue|cause|problem|bug|fault) (?:was |is |has been )?(?:identified|found)\b|\bidentified the (?:issue|cause|problem)\b/i],
  ['fixed', /\b(?:issue|incident|problem|bug|impact|service) (?:was |is |has been )?(?:fixed|resolved|mitigated|restored|over)\b/i],
  ['closed', /\bincident (?:was |is |has been )?closed\b|\bclosed the incident\b/i],
]

/** Whether a moment can be true beside those that are known. One that cannot is left out, and said. */
function fits(id: string, moment: Moment, { configuration, known, incident, problems }: Inference & { readonly known: Moments }): boolean {
  const order = configuration.timestamps.map((term) => term.id)
  const place = order.indexOf(id)
  const against = order.find((other, index) => {
    const at = known.get(other)
    return at !== undefined && (index < place ? at > moment.at : at < moment.at)
  })
  if (against === undefined) return true
  const other = known.get(against) ?? moment.at
  const nameOf = (one: string): string => configuration.timestamps.find((term) => term.id === one)?.name ?? one
  problems.push({
    code: 'infer/order',
    message: `${quoted(nameOf(id))} is left open: the record suggests ${dateTimeZoneText(moment.at, incident.zone.value)} (${moment.rule}), which contradicts ${quoted(nameOf(against))}, ${dateTimeZoneText(other, incident.zone.value)}.`,
    hint: 'Set it by hand.',
    weight: 'warning',
  })
  return false
}
