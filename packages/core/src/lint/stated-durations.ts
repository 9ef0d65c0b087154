import { detectionAndRecovery } from './detection-and-recovery.ts'
import type { Found } from './finding.ts'
import { keyTimes, type KeyTime } from './key-times.ts'
import { absolute, distance, inWords, momentsOf, spansOf, type Span } from './moments.ts'
import { foundAt, type Passage } from './passages.ts'
import { timelineRows } from './timeline.ts'

const DAY = 1440
const MOST = 400
const LABEL =
  /^[\s*_]*(?:total )?(?:(?:mean )?time (?:to|until) (?:\w+ ?){1,3}|(?:incident |outage |impact |total )?(?:duration|downtime)(?: of (?:\w+ ?){1,3})?|ttr|ttd|mttr|mttd)[\s*_]*[:|]/i
const WORKING = /hours?\s*(?:only|\()|\b(?:support|business|working|office)[ -](?:hours|days)/i

/** Labelled durations (`Time to repair: 4h 12m`) that the key times, or else the timestamps of the document, refute. */
export function labelledDurations(passages: readonly Passage[]): Found[] {
  const labelled = passages.filter(({ text }) => text.length <= 160 && LABEL.test(text))
  if (labelled.length === 0 || labelled.some(({ text }) => WORKING.test(text))) return []
  const keys = keyTimes(passages)
  const apart = distances(passages)
  return [
    ...(keys.length > 1 ? [] : detectionAndRecovery(labelled, passages, apart.beginsDetected)),
    ...labelled.flatMap((passage) => {
      const spans = spansOf(passage.text)
      const [span] = spans
      if (span === undefined || spans.length > 1 || span.minutes === 0 || momentsOf(passage.text).length > 1) return []
      if (/detect/i.test(passage.text) && apart.beginsDetected) return []
      const ways = between(keys, passage.text) ?? apart.minutes
      if (ways.length === 0 || ways.some((minutes) => Math.abs(minutes - span.minutes) <= span.tolerance)) return []
      return [isShorterThanSomeNight(ways, span) ? working(passage, span) : refuted(passage, span, ways)]
    }),
  ]
}

/** What a label asks about, and what the key time is called that it runs to: the first that the document has. */
const ENDS: readonly (readonly [asked: RegExp, names: readonly RegExp[]])[] = [
  [/repair|fix|recover|restor/i, [/repair|fixed|recover|restor/i, /resol|end/i]],
  [/resol/i, [/resol/i, /repair|fixed|ended?$/i]],
  [/detect|ttd/i, [/detect|notic|discover/i, /aware|report|alert/i]],
  [/duration|downtime/i, [/resol|ended?$|recover|restor/i, /repair|fixed|mitigat/i]],
]

/** How far apart the key time that a label names is from the key times before it; null where the document does not label it. */
function between(keys: readonly KeyTime[], label: string): readonly number[] | null {
  const names = ENDS.find(([asked]) => asked.test(label))?.[1] ?? []
  const end = names.flatMap((name) => keys.find((key) => name.test(key.label)) ?? [])[0]
  if (end === undefined) return null
  const minutes = keys.slice(0, 20).flatMap((key) => (key.rank < end.rank ? (distance(key.moment, end.moment) ?? []) : []))
  return minutes.length === 0 ? null : minutes
}

/** How far apart any two timestamps of the document are, each distance once. */
function distances(passages: readonly Passage[]): { readonly minutes: readonly number[]; readonly beginsDetected: boolean } {
  const rows = timelineRows(passages).flat()
  // Rows with a time of day alone count beside those with a date: a timeline under one date, and a quote that names it again.
  const clocks = rows.flatMap(({ moment }) => (moment.day === null && moment.minute !== null ? [moment.minute] : []))
  const moments = passages.flatMap((passage) => momentsOf(passage.text).flatMap((moment) => absolute(moment) ?? []))
  const all = [...new Set([...clocks, ...moments])].slice(0, MOST)
  const minutes = new Set(all.flatMap((one) => all.flatMap((other) => (other > one ? [other - one] : one < 2 * DAY && other < one ? [other - one + DAY] : []))))
  return {
    minutes: [...minutes],
    beginsDetected: /\b(?:report|detect|alert|notice|discover)/i.test(rows[0]?.passage.text ?? '') || isDetected(passages, rows[0]?.passage),
  }
}

/** Whether the row's other cells say that it was noticed: then nothing tells when it began. */
function isDetected(passages: readonly Passage[], first: Passage | undefined): boolean {
  return (
    first?.row !== null && first !== undefined && passages.some(({ row, text }) => row === first.row && /\b(?:report|detect|alert|notice|discover)/i.test(text))
  )
}

const isShorterThanSomeNight = (ways: readonly number[], span: Span): boolean => ways.some((minutes) => minutes > DAY / 2 && minutes - span.minutes >= DAY / 4)

function refuted(passage: Passage, span: Span, ways: readonly number[]): Found {
  const nearest = ways.toSorted((one, other) => Math.abs(one - span.minutes) - Math.abs(other - span.minutes))[0] ?? 0
  return foundAt(passage, [span.from, span.to], {
    rule: 'duration',
    message: `The stated duration does not agree with the timestamps: the nearest to it are ${inWords(nearest)} apart.`,
    hint: 'Correct the duration or the timestamps.',
  })
}

function working(passage: Passage, span: Span): Found {
  return foundAt(passage, [span.from, span.to], {
    rule: 'working-hours',
    message: 'The stated duration is shorter than the time between the timestamps, which lie on both sides of a night.',
    hint: 'If it counts working hours only, say so: “(support hours 10:00–17:00)”; otherwise correct it.',
  })
}
