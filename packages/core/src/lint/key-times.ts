import type { Found } from './finding.ts'
import { absolute, momentsOf, type Moment } from './moments.ts'
import { foundAt, type Passage } from './passages.ts'

/** The key times of an incident, in the order in which they must happen, and how documents call them. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['start', /^(?:impact|incident|outage|fault|issue|problem)?\s*(?:started|starts|start|began|begins|occurs|occurred|begin)(?: at| time)?$/i],
  ['detection', /^(?:first |issue |incident )?(?:detected|reported|team aware|detection|noticed|discovered)(?: at| time)?$/i],
  ['identification', /^(?:cause |issue |root cause )?identified(?: at)?$/i],
  ['resolution', /^(?:incident |issue |impact )?(?:resolved|fixed|mitigated|repaired|recovered|ended|resolution|end|restored)(?: at| time)?$/i],
  ['closing', /^(?:incident )?closed(?: at)?$/i],
]

interface KeyTime {
  readonly rank: number
  readonly passage: Passage
  readonly moment: Moment
}

/** Key times that contradict each other: resolved before started, detected before started, closed before resolved. */
export function impossibleOrder(passages: readonly Passage[]): Found[] {
  const times = passages.flatMap((passage, index) => keyTime(passage, passages[index + 1]))
  const found: Found[] = []
  for (const [index, later] of times.entries()) {
    const against = times.slice(0, index).findLast((one) => one.rank !== later.rank && wrong(one, later))
    if (against === undefined) continue
    const [first, second] = against.rank < later.rank ? [against, later] : [later, against]
    const message = `The ${KINDS[second.rank]?.[0] ?? ''} is before the ${KINDS[first.rank]?.[0] ?? ''}.`
    found.push(
      foundAt(later.passage, [later.moment.from, later.moment.to], {
        rule: 'impossible-order',
        message,
        hint: 'Correct one of the two times, or their dates.',
      }),
    )
  }
  return found
}

function keyTime(passage: Passage, next: Passage | undefined): KeyTime[] {
  if (passage.text.length > 120) return []
  const label =
    /^[^\d:|]{3,40}/
      .exec(passage.text)?.[0]
      .replace(/[^\p{L} ]+/gu, ' ')
      .trim() ?? ''
  const rank = KINDS.findIndex(([, pattern]) => pattern.test(label.replace(/ (?:on|at|:)$/, '')))
  if (rank < 0) return []
  const inCell = passage.kind === 'cell' && next?.row === passage.row ? next : null
  const from = inCell ?? passage
  const [moment] = momentsOf(from.text)
  if (moment === undefined || moment.minute === null) return []
  return inCell === null && moment.from > label.length + 12 ? [] : [{ rank, passage: from, moment }]
}

function wrong(one: KeyTime, other: KeyTime): boolean {
  const [first, second] = one.rank < other.rank ? [one.moment, other.moment] : [other.moment, one.moment]
  if (first.zone !== second.zone && first.zone !== '' && second.zone !== '') return false
  const [from, to] = [absolute(first), absolute(second)]
  if (from !== null && to !== null) return to < from
  if ((first.day === null) !== (second.day === null)) return false
  const fall = (first.minute ?? 0) - (second.minute ?? 0)
  return fall > 0 && fall < 720
}
