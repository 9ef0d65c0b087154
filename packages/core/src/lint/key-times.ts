import type { Found } from './finding.ts'
import { distance, momentsOf, type Moment } from './moments.ts'
import { foundAt, type Passage } from './passages.ts'

/** The key times of an incident, in the order in which they must happen, and how labels call them. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  [
    'start',
    /^(?:(?:first|impact|incident|outage|fault|issue|problem|service) )*(?:started|starts|start|began|begins|begin|occurs|occurred|onset|start of \w+)(?: at| on| time)?$/i,
  ],
  [
    'detection',
    /^(?:(?:first|impact|incident|outage|fault|issue|problem|team|time) )*(?:detected|reported|aware|detection|noticed|discovered|acknowledged|alerted|declared)(?: at| on| time| by)?$/i,
  ],
  ['identification', /^(?:(?:root|cause|issue|problem) )*identified(?: at| on)?$/i],
  [
    'resolution',
    /^(?:(?:fully|impact|incident|outage|fault|issue|problem|service) )*(?:resolved|fixed|mitigated|repaired|recovered|ended|resolution|end|restored|end of \w+)(?: at| on| time| declared)?$/i,
  ],
  ['closing', /^(?:(?:incident|ticket) )?closed(?: at| on)?$/i],
]

/** A key time under its label. */
export interface KeyTime {
  /** Where its kind stands in the order of things: 0 start, 1 detection, 2 identification, 3 resolution, 4 closing. */
  readonly rank: number
  readonly label: string
  readonly passage: Passage
  readonly moment: Moment
}

/** Every labelled key time, in reading order. */
export function keyTimes(passages: readonly Passage[]): KeyTime[] {
  return passages.flatMap((passage, index) => keyTime(passage, passages[index + 1]))
}

/** Key times that contradict each other: resolved before started, detected before started, closed before resolved. */
export function impossibleOrder(passages: readonly Passage[]): Found[] {
  // Somebody may well declare an incident when it is over.
  const times = keyTimes(passages).filter(({ label, rank }) => rank !== 1 || !/declared/i.test(label))
  return [...contradictions(times), ...passages.flatMap((passage) => sentences(passage).flatMap(contradictions))]
}

/** Each kind's latest time so far is enough to hold a next one against, so that many labels take no more than linear time. */
function contradictions(times: readonly KeyTime[]): Found[] {
  const found: Found[] = []
  const latest = new Map<number, KeyTime>()
  for (const later of times) {
    const against = [...latest.values()].findLast((one) => one.rank !== later.rank && wrong(one, later))
    if (against === undefined) {
      latest.delete(later.rank)
      latest.set(later.rank, later)
      continue
    }
    const [first, second] = against.rank < later.rank ? [against, later] : [later, against]
    const message = `The ${KINDS[second.rank]?.[0] ?? ''} is before the ${KINDS[first.rank]?.[0] ?? ''}.`
    const span = [later.moment.from, later.moment.to] as const
    found.push(foundAt(later.passage, span, { rule: 'impossible-order', message, hint: 'Correct one of the two times, or their dates.' }))
  }
  return found
}

function keyTime(passage: Passage, next: Passage | undefined): KeyTime[] {
  if (passage.text.length > 160) return []
  const label = labelOf(passage.text)
  const rank = KINDS.findIndex(([, pattern]) => pattern.test(label))
  if (rank < 0) return []
  const inCell = passage.kind === 'cell' && next?.row === passage.row ? next : null
  const from = inCell ?? passage
  const [moment] = momentsOf(from.text)
  if (moment === undefined) return []
  return inCell === null && moment.from > label.length + 16 ? [] : [{ rank, label, passage: from, moment }]
}

function labelOf(text: string): string {
  const words = /^[^\d:|]{3,60}/.exec(text)?.[0] ?? ''
  const plain = words
    .replace(/[^\p{L} ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  // A date may begin with its month: `Resolved: March 3`.
  return plain
    .replace(/ (?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i, '')
    .replace(/ (?:at|on)$/, '')
}

const STARTED = /\b(?:started|began|begun|starting)(?: \w+){0,3}(?: at| on| around)?\W{0,3}$/i
const DETECTED = /\b(?:detected|noticed|discovered)(?: \w+){0,3}(?: at| on| around)?\W{0,3}$/i
const ENDED = /\b(?:resolved|ended|fixed|recovered|restored|mitigated)(?: \w+){0,3}(?: at| on| around)?\W{0,3}$/i

/** `It started at 10:00 and was resolved at 09:00`: what one sentence of prose tells, in the order of the incident. */
function sentences(passage: Passage): KeyTime[][] {
  if (passage.kind === 'cell' || passage.text.length > 4000) return []
  const groups: KeyTime[][] = []
  let group: KeyTime[] = []
  let last = 0
  for (const moment of momentsOf(passage.text)) {
    const before = passage.text.slice(Math.max(last, moment.from - 60), moment.from)
    if (/[.!?;]\s/.test(before)) {
      groups.push(group)
      group = []
    }
    last = moment.to
    const words = before.slice(before.search(/[^.!?;]*$/))
    const rank = STARTED.test(words) ? 0 : DETECTED.test(words) ? 1 : ENDED.test(words) ? 3 : -1
    if (rank >= 0 && !/\b(?:again|previous|earlier|next|second|another)\b/i.test(words) && (group.at(-1)?.rank ?? -1) < rank)
      group.push({ rank, label: '', passage, moment })
  }
  return [...groups, group].filter(({ length }) => length > 1)
}

function wrong(one: KeyTime, other: KeyTime): boolean {
  const [first, second] = one.rank < other.rank ? [one.moment, other.moment] : [other.moment, one.moment]
  if (first.zone !== second.zone && first.zone !== '' && second.zone !== '') return false
  const apart = distance(first, second)
  if (apart !== null) return apart < 0
  if (first.day !== null && second.day !== null) return first.yearless === second.yearless && second.day < first.day
  if (first.day !== null || second.day !== null) return false
  const fall = (first.minute ?? 0) - (second.minute ?? 0)
  return fall > 0 && fall < 720
}
