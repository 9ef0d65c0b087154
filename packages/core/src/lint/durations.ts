import type { Found } from './finding.ts'
import { distance, inWords, momentsOf, spansOf, type Moment, type Span } from './moments.ts'
import { foundAt, type Passage } from './passages.ts'
import { labelledDurations } from './stated-durations.ts'

const DAY = 1440
const ABOUT = /(?:about|approx\w*|around|roughly|~)\W*$/i
const OTHER_SPAN =
  /(?:every|within|after|timeout|timed? out|interval|retention|per|of the|last|next|for the first|past|within the|default|additional|another|further)\W{0,3}(?:\w+ )?(?:of )?$/i
const BETWEEN = /^[\s*_]*(?:(?:until|till|to|and|through|-|–|—|→)[\s*_]*(?:about |approximately |around |roughly |at )?){1,2}[\s*_]*$/i

/** Stated durations that the timestamps beside them refute. */
export function durations(passages: readonly Passage[]): Found[] {
  return [...labelledDurations(passages), ...passages.flatMap(ranged)]
}

/** `from 15:39 to 16:23 (44 minutes)`: two times and a span in one sentence. */
function ranged(passage: Passage): Found[] {
  const { text } = passage
  const moments = momentsOf(text).filter((moment) => moment.minute !== null)
  const found: Found[] = []
  for (const [index, first] of moments.entries()) {
    const second = moments[index + 1]
    if (second === undefined || !BETWEEN.test(text.slice(first.to, second.from))) continue
    const stated = spansBeside(text, first, second)
    const [span] = stated
    if (span === undefined || stated.length > 1) continue
    const loose = ABOUT.test(text.slice(first.to, second.from)) || ABOUT.test(text.slice(Math.max(0, first.from - 50), first.from))
    const real = distance(first, second) ?? ((second.minute ?? 0) - (first.minute ?? 0) + DAY) % DAY
    if (Math.abs(real - span.minutes) <= span.tolerance + (loose ? 15 : 0)) continue
    const message = `The stated duration does not agree with the timestamps: from the first time to the second are ${inWords(real)}.`
    found.push(
      foundAt(passage, [span.from, span.to], { rule: 'duration', message, hint: 'Correct the duration or the timestamps.', suggestion: inWords(real) }),
    )
  }
  return found
}

function spansBeside(text: string, first: Moment, second: Moment): Span[] {
  const after = text.slice(second.to, Math.min(sentenceEnd(text, second.to), second.to + 60))
  const before = text.slice(Math.max(sentenceStart(text, first.from), first.from - 50), first.from)
  const spans = [...spansOf(after).map((span) => moved(span, second.to)), ...spansOf(before).map((span) => moved(span, first.from - before.length))]
  return spans.filter((span) => !OTHER_SPAN.test(text.slice(Math.max(0, span.from - 30), span.from)))
}

const moved = (span: Span, by: number): Span => ({ ...span, from: span.from + by, to: span.to + by })

function sentenceEnd(text: string, from: number): number {
  const next = text.slice(from, from + 300).search(/[.!?](?:\s|$)/)
  return next < 0 ? from + 300 : from + next
}

function sentenceStart(text: string, to: number): number {
  const before = text.slice(Math.max(0, to - 300), to)
  return to - before.length + Math.max(before.lastIndexOf('. ') + 1, 0)
}
