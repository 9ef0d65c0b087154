import type { Found } from './finding.ts'
import { absolute, momentsOf, spansOf, type Moment } from './moments.ts'
import { foundAt, type Passage } from './passages.ts'
import { timelineRows } from './timeline.ts'

const DAY = 1440
const LABEL =
  /^[\s*_]*(?:total )?(?:time (?:to|until) (?:\w+ ?){1,3}|(?:incident |outage |impact |total )?(?:duration|downtime)(?: of (?:\w+ ?){1,3})?|ttr|ttd|mttr|mttd)[\s*_]*[:|]/i
const OTHER_SPAN =
  /(?:every|within|after|timeout|timed? out|interval|retention|per|of the|last|next|for the first|past|within the|default|additional|another|further)\W{0,3}(?:\w+ )?(?:of )?$/i

/** Stated durations that the timestamps beside them refute. */
export function durations(passages: readonly Passage[]): Found[] {
  const known = knownMoments(passages)
  return passages.flatMap((passage) => [...labelled(passage, known), ...ranged(passage)])
}

/** Every dated moment of the key events and the timeline: what a labelled duration may run between. */
function knownMoments(passages: readonly Passage[]): readonly number[] {
  const rows = timelineRows(passages).flat()
  const clocks = rows.every(({ moment }) => moment.day === null)
  const dated = passages.flatMap((passage) => momentsOf(passage.text).flatMap((moment) => absolute(moment) ?? []))
  const all = clocks ? [...dated, ...rows.map(({ moment }) => moment.minute ?? 0)] : dated
  return [...new Set(all)].slice(0, 400)
}

function labelled(passage: Passage, known: readonly number[]): Found[] {
  if (!LABEL.test(passage.text) || known.length < 2 || passage.text.length > 160 || momentsOf(passage.text).length > 1) return []
  const spans = spansOf(passage.text)
  const [span] = spans
  if (span === undefined || spans.length > 1 || span.minutes === 0 || /hours?\s*(?:only|\()|support|business|working/i.test(passage.text)) return []
  if (
    known.some((one) =>
      known.some(
        (other) =>
          Math.abs(other - one - span.minutes) <= span.tolerance ||
          Math.abs(other - one + DAY - span.minutes) <= (one < DAY * 2 && other < one ? span.tolerance : -1),
      ),
    )
  )
    return []
  return [refuted(passage, span, 'No two of the timestamps in this document are that far apart.')]
}

const BETWEEN = /^[\s*_]*(?:(?:until|till|to|and|through|-|–|—|→)[\s*_]*(?:about |approximately |around |roughly |at )?){1,2}[\s*_]*$/i

/** `from 15:39 to 16:23 (44 minutes)`: two times and a span in one sentence. */
function ranged(passage: Passage): Found[] {
  const moments = momentsOf(passage.text).filter((moment) => moment.minute !== null)
  const found: Found[] = []
  for (const [index, first] of moments.entries()) {
    const second = moments[index + 1]
    if (second === undefined || !BETWEEN.test(passage.text.slice(first.to, second.from))) continue
    const end = sentenceEnd(passage.text, second.to)
    const after = passage.text.slice(second.to, Math.min(end, second.to + 60))
    const start = sentenceStart(passage.text, first.from)
    const before = passage.text.slice(Math.max(start, first.from - 50), first.from)
    const spans = [...spansOf(after).map((span) => moved(span, second.to)), ...spansOf(before).map((span) => moved(span, first.from - before.length))]
    const stated = spans.filter((span) => !OTHER_SPAN.test(passage.text.slice(Math.max(0, span.from - 30), span.from)))
    const [span] = stated
    if (span === undefined || stated.length > 1) continue
    const loose =
      /(?:about|approx\w*|around|roughly|~)\W*$/i.test(passage.text.slice(first.to, second.from)) || /(?:about|approx\w*|around|roughly|~)\W*$/i.test(before)
    const real = distance(first, second)
    if (Math.abs(real - span.minutes) > span.tolerance + (loose ? 15 : 0))
      found.push(refuted(passage, span, `From the first time to the second are ${words(real)}.`))
  }
  return found
}

function distance(first: Moment, second: Moment): number {
  const [one, other] = [absolute(first), absolute(second)]
  if (one !== null && other !== null) return other - one
  return ((second.minute ?? 0) - (first.minute ?? 0) + DAY) % DAY
}

const moved = <T extends { readonly from: number; readonly to: number }>(span: T, by: number): T => ({ ...span, from: span.from + by, to: span.to + by })
const words = (minutes: number): string => (minutes >= 60 ? `${Math.floor(minutes / 60)} h ${Math.round(minutes % 60)} min` : `${Math.round(minutes)} min`)

function sentenceEnd(text: string, from: number): number {
  const next = text.slice(from, from + 300).search(/[.!?](?:\s|$)/)
  return next < 0 ? from + 300 : from + next
}

function sentenceStart(text: string, to: number): number {
  const before = text.slice(Math.max(0, to - 300), to)
  return to - before.length + Math.max(before.lastIndexOf('. ') + 1, 0)
}

function refuted(passage: Passage, span: { readonly from: number; readonly to: number }, why: string): Found {
  return foundAt(passage, [span.from, span.to], {
    rule: 'duration',
    message: `The stated duration does not agree with the timestamps. ${why}`,
    hint: 'Correct the duration or the timestamps.',
  })
}
