import type { Found } from './finding.ts'
import { absolute, inWords, spansOf, type Span } from './moments.ts'
import { foundAt, type Passage } from './passages.ts'
import { timelineRows } from './timeline.ts'

const MOST = 150
const DETECTS = /\b(?:detect|alert|report|notif|notice|witness|investigat|inform)/i
const RECOVERED = /\b(?:restor|resolv|mitigat|operational|recover|normal|working as)/i
const RECOVERS = /\b(?:working|work[s ]|fix|health|complet|back|reattach|appl|revert|confirm|success|available|fine|stable)/i

/**
 * A time to detection and a time to recovery that no one beginning in the timeline fits. The recovery counts from the beginning or, as some do, from the detection;
 * where the timeline begins with the detection (`beginsDetected`), from its first row.
 */
export function detectionAndRecovery(labelled: readonly Passage[], passages: readonly Passage[], beginsDetected: boolean): Found[] {
  const [detection, recovery] = [spanOf(labelled, /detect/i), spanOf(labelled, /recover|resol|repair/i)]
  const rows = timesOf(passages)
  const all = rows.map(({ at }) => at)
  const first = all[0]
  if (recovery === null || first === undefined || !all.some((start) => isAfter(start, recovery.span, all))) return []
  if (beginsDetected)
    return isAfter(first, recovery.span, all) ? [] : [found(recovery, `From its first row it is not ${inWords(recovery.span.minutes)} to any other.`)]
  if (detection === null || !all.some((start) => isAfter(start, detection.span, all))) return []
  const [detected, recovered] = [endsOf(rows, [DETECTS]), endsOf(rows, [RECOVERED, RECOVERS])]
  const fits = (start: number): boolean =>
    (isAfter(start, detection.span, detected) && isAfter(start, recovery.span, recovered)) ||
    all.some((noticed) => isAfter(start, detection.span, [noticed]) && isAfter(noticed, recovery.span, all))
  if (all.some(fits)) return []
  const [one, other] = [inWords(detection.span.minutes), inWords(recovery.span.minutes)]
  return [found(recovery, `From none of its rows does it take ${one} to the detection and ${other} to the recovery.`)]
}

interface Stated {
  readonly passage: Passage
  readonly span: Span
}

function spanOf(labelled: readonly Passage[], name: RegExp): Stated | null {
  const passage = labelled.find(({ text }) => name.test(text))
  const [span] = passage === undefined ? [] : spansOf(passage.text)
  return passage === undefined || span === undefined || span.minutes === 0 ? null : { passage, span }
}

function isAfter(start: number, span: Span, ends: readonly number[]): boolean {
  return ends.some((one) => Math.abs(one - start - span.minutes) <= span.tolerance)
}

/** When the timeline's rows are, and what they say. */
function timesOf(passages: readonly Passage[]): { readonly at: number; readonly words: string }[] {
  const words = new Map<number, string[]>()
  for (const { row, text } of passages) if (row !== null) words.set(row, [...(words.get(row) ?? []).slice(0, 8), text.slice(0, 400)])
  return timelineRows(passages)
    .flat()
    .slice(0, MOST)
    .flatMap(({ moment, passage }) => {
      const at = absolute(moment)
      return at === null ? [] : [{ at, words: passage.row === null ? passage.text : (words.get(passage.row) ?? []).join(' ') }]
    })
}

/** The rows that say so in the first of these ways that any row has; all of them where none does. */
function endsOf(rows: readonly { readonly at: number; readonly words: string }[], ways: readonly RegExp[]): readonly number[] {
  const those = ways.map((saying) => rows.filter(({ words }) => saying.test(words))).find(({ length }) => length > 0)
  return (those ?? rows).map(({ at }) => at)
}

function found({ passage, span }: Stated, why: string): Found {
  return foundAt(passage, [span.from, span.to], {
    rule: 'duration',
    message: `The stated durations do not agree with the timeline. ${why}`,
    hint: 'Correct the durations or the timestamps.',
  })
}
