import { millisOf } from '../instant.ts'
import { clausesOf, speech, type Clause } from './clauses.ts'
import { isDeed } from './ends-by-context.ts'
import { isTelling, strength, type Entry } from './record.ts'
import type { Signal } from './signal-rule.ts'

/** A message that may be where the cause was found or where it was seen to work again. */
export interface Candidate {
  readonly entry: Entry
  /** What speaks for or against it: how it is worded, where it stands, what came before it and how it was answered. */
  readonly traits: readonly string[]
  /** What else that rests on: the answer to it and the last thing done before it. */
  readonly beside: readonly Entry[]
}

/** Every message of a person with its traits, in their order. Takes time linear in the talk; remembered for the list of entries, of which more than one moment is asked. */
export function candidatesIn(entries: readonly Entry[]): readonly Candidate[] {
  const known = REMEMBERED.get(entries)
  if (known !== undefined) return known
  const found = readCandidates(entries)
  REMEMBERED.set(entries, found)
  return found
}

const REMEMBERED = new WeakMap<readonly Entry[], readonly Candidate[]>()

function readCandidates(entries: readonly Entry[]): readonly Candidate[] {
  const talk = talkOf(entries)
  let lastDeed = -1
  let goodSinceDeed = 0
  return talk.said.map((entry, index) => {
    const place: Place = { index, lastDeed, goodSinceDeed }
    const words = wordTraits(talk, index)
    const reply = replyTo(talk, index)
    const traits = [...words, ...placeTraits(talk, place), ...pauseTraits(talk, index), ...answerTraits(talk, index, reply)]
    if (talk.good[index] === true) {
      traits.push(`good-nth-${step(goodSinceDeed, [1, 2, 4])}`)
      goodSinceDeed += 1
    }
    if (talk.deeds[index] === true) {
      lastDeed = index
      goodSinceDeed = 0
    }
    const deed = talk.said[place.lastDeed]
    return { entry, traits: [...traits, ...pairs(traits)], beside: [reply, deed].filter((one) => one !== undefined) }
  })
}

/** What speaks for nobody having said it: always the same, and what the talk as a whole lacks. */
export function traitsOfNone(candidates: readonly Candidate[]): readonly string[] {
  const lacks = (signal: Signal, least: number): string[] => (candidates.some(({ entry }) => strength(entry, signal) >= least) ? [] : [`no-${signal}`])
  return ['none', ...lacks('confirmation', 0.75), ...lacks('finding', 0.65), ...lacks('closing', 0.9)]
}

/** The number of the step that a value stands on: 0 below the first edge. */
export function step(value: number, edges: readonly number[]): number {
  return edges.filter((edge) => value >= edge).length
}

/** What persons said, each message with what is asked of it again and again. */
interface Talk {
  readonly said: readonly Entry[]
  readonly times: readonly number[]
  readonly lengths: readonly number[]
  /** The lengths of the longest message, and of the longest tenth. */
  readonly longest: number
  readonly long: number
  readonly words: readonly string[]
  readonly deeds: readonly boolean[]
  readonly good: readonly boolean[]
  readonly trouble: Count
  readonly findings: Count
  readonly deedsBefore: Count
  readonly praises: Count
  readonly resolved: readonly number[]
}

/** Of how many of the messages from one up to another something holds. */
type Count = (from: number, to: number) => number

interface Place {
  readonly index: number
  readonly lastDeed: number
  readonly goodSinceDeed: number
}

function talkOf(entries: readonly Entry[]): Talk {
  const said = entries.filter(({ voice, event }) => voice === 'person' && event.text !== '')
  const lengths = said.map(({ event }) => event.text.split(/\s+/).length)
  const sorted = lengths.toSorted((one, other) => one - other)
  const words = said.map(({ event }) => speech(event.text))
  const deeds = said.map(isDeed)
  return {
    said,
    times: said.map(({ event }) => millisOf(event.at) / 60_000),
    lengths,
    longest: sorted.at(-1) ?? 0,
    long: sorted[Math.floor(said.length * 0.9)] ?? 0,
    words,
    deeds,
    good: said.map(({ event }, index) => GOOD.test(words[index] ?? '') && clausesOf(event.text).some(isGood)),
    trouble: counted(said.map(isTrouble)),
    findings: counted(said.map((entry) => strength(entry, 'finding') >= 0.65)),
    deedsBefore: counted(deeds),
    praises: counted(said.map(({ event }) => PRAISE.test(event.text))),
    resolved: entries.flatMap(({ event: { what, at } }) => (what.kind === 'alert' && what.state === 'resolved' ? [millisOf(at) / 60_000] : [])),
  }
}

function counted(flags: readonly boolean[]): Count {
  const sums = [0]
  for (const flag of flags) sums.push((sums.at(-1) ?? 0) + (flag ? 1 : 0))
  const upTo = (place: number): number => sums[Math.max(0, Math.min(flags.length, place))] ?? 0
  return (from, to) => upTo(to) - upTo(from)
}

function isGood({ text, asked }: Clause): boolean {
  return !asked && GOOD.test(text) && !BAD.test(text)
}

function isTrouble(entry: Entry): boolean {
  return isTelling(entry) && (strength(entry, 'relapse') > 0 || strength(entry, 'report') >= 0.75 || strength(entry, 'dead-end') > 0)
}

function wordTraits({ said, lengths, longest, long, words, good }: Talk, index: number): string[] {
  const entry = said[index]
  if (entry === undefined) return []
  const traits: string[] = []
  for (const { signal, weight } of entry.hits) {
    if (SAYS.has(signal)) traits.push(`says-${signal}`)
    if (SURELY.has(signal) && weight >= 0.85) traits.push(`surely-${signal}`)
  }
  const length = lengths[index] ?? 0
  traits.push(`length-${step(length, [4, 8, 14, 22, 32])}`)
  if (length === longest) traits.push('longest')
  else if (length >= long) traits.push('long')
  const text = words[index] ?? ''
  if (/\d/.test(text)) traits.push('number')
  if (MEASURE.test(text)) traits.push('measure')
  if (BAD.test(text)) traits.push('bad')
  if (ALL.test(text)) traits.push('all')
  if (text.startsWith('the ')) traits.push('starts-the')
  if (good[index] === true) traits.push('good')
  return traits
}

function placeTraits({ said, times, trouble, findings, deedsBefore, praises, resolved }: Talk, { index, lastDeed }: Place): string[] {
  const count = said.length
  const time = times[index] ?? 0
  const [start = 0] = times
  const span = Math.max(1 / 60, (times.at(-1) ?? 0) - start)
  const traits = [
    `part-${Math.min(4, Math.floor((5 * index) / count))}`,
    `time-${Math.min(4, Math.floor((5 * (time - start)) / span))}`,
    `from-end-${step(count - 1 - index, [1, 2, 3, 5, 9, 16])}`,
    `deeds-before-${step(deedsBefore(0, index), [1, 2, 4])}`,
    `since-deed-${lastDeed < 0 ? 'none' : step(index - lastDeed, [2, 3, 5, 9])}`,
    `trouble-after-${step(trouble(index + 1, count), [1, 2, 4])}`,
    `trouble-soon-${step(trouble(index + 1, index + 6), [1, 2])}`,
    `findings-after-${step(findings(index + 1, count), [1, 2, 4])}`,
    `praise-soon-${step(praises(index + 1, index + 4), [1, 2])}`,
  ]
  if (lastDeed >= 0) traits.push(`minutes-since-deed-${step(time - (times[lastDeed] ?? time), [3, 8, 15, 40])}`)
  if (resolved.some((at) => at <= time)) traits.push('after-alert')
  if (resolved.some((at) => Math.abs(at - time) <= 4)) traits.push('alert-near')
  return traits
}

/** How fast people write around a message: before the end many do, after it few. */
function pauseTraits({ times }: Talk, index: number): string[] {
  const time = times[index] ?? 0
  const last = times.length - 1
  const traits: string[] = []
  if (index > 0) traits.push(`pause-before-${step(time - (times[index - 1] ?? time), PAUSES)}`)
  if (index < last) traits.push(`pause-after-${step((times[index + 1] ?? time) - time, PAUSES)}`)
  if (index === 0 || index === last) return traits
  const from = Math.max(0, index - 4)
  const to = Math.min(last, index + 4)
  const before = (time - (times[from] ?? time)) / (index - from)
  const after = ((times[to] ?? time) - time) / (to - index)
  traits.push(`slower-${step((after + 0.5) / (before + 0.5), [0.5, 0.8, 1.25, 2, 4])}`)
  return traits
}

function replyTo({ said, times }: Talk, index: number): Entry | undefined {
  const actor = said[index]?.event.actor
  for (let place = index + 1; place <= index + 3; place++) {
    const entry = said[place]
    if (entry !== undefined && entry.event.actor !== actor && (times[place] ?? 0) - (times[index] ?? 0) <= 10) return entry
  }
  return undefined
}

function answerTraits({ said, deeds }: Talk, index: number, reply: Entry | undefined): string[] {
  const traits: string[] = []
  if (reply === undefined) traits.push('unanswered')
  else {
    if (PRAISE.test(reply.event.text)) traits.push('praised')
    if (STRUCK.test(reply.event.text)) traits.push('struck')
  }
  const before = said[index - 1]
  if (before !== undefined && before.event.actor !== said[index]?.event.actor) {
    if (deeds[index - 1] === true) traits.push('after-anothers-deed')
    if (strength(before, 'confirmation') > 0) traits.push('after-anothers-good-word')
  }
  return traits
}

/** Of a good word it matters most what follows: these are weighed together. */
function pairs(traits: readonly string[]): string[] {
  const found: string[] = []
  for (const word of GOOD_WORDS) if (traits.includes(word)) for (const place of ITS_PLACE) if (traits.includes(place)) found.push(`${word}&${place}`)
  return found
}

const GOOD_WORDS = ['good', 'says-confirmation', 'measure', 'all'] as const
const ITS_PLACE = ['trouble-after-0', 'praise-soon-0', 'good-nth-0', 'deeds-before-0', 'surely-closing'] as const
const SAYS: ReadonlySet<Signal> = new Set(['confirmation', 'finding', 'follow-up', 'ownership', 'escalation'])
const SURELY: ReadonlySet<Signal> = new Set(['action', 'closing', 'impact', 'finding'])
const PAUSES = [2, 5, 12] as const
const MEASURE = /\d ?%|\d ?(?:ms|s|k|gb|mb)\b|\b\d+ (?:of|out of|\/) \d/
const ALL = /\b(?:all|every|everything|everybody|everyone|both|each)\b/
const GOOD =
  /\b(?:again|back|online|up|works?|working|good|fine|normal|ok(?:ay)?|green|clear|clean|caught up|contained|correct|restored|healthy|stable|moving|went through|goes through|going through|recovered|gone|zero|drained|drops? to|down to|open|quiet|safe|complete|confirmed|arrived?|arriving|in sync|whole|right|no more|all|every|everything|both)\b/
const BAD =
  /\b(?:not|\w+n't|never|still|but|except|wrong|bad|fail\w*|broken|slow\w*|stuck|waiting|half|some|maybe|hope\w*|if|when|will|should|could|would|try\w*|check\w*|until|other)\b/
const PRAISE =
  /^\W{0,3}(?:(?:oh|ok|okay|yes|wow|omg|phew|and),? ){0,2}(?:amazing|awesome|great|excellent|perfect|brilliant|lovely|wonderful|fantastic|superb?|sweet|yay|woo+|hoo?ray|well done|phew|finally|very good|very nice|good|nice|heroes|hero|legends?|bravo|hurrah|we did it|thank god|ou?ff?|love it|thanks?|thx|cheers|relie\w+)\b|^\W{0,3}\\o\/|:(?:tada|raised_hands|clap|party\w*|rocket|muscle|100|champagne|beers?|heart\w*):|\u{1F389}/iu
const STRUCK =
  /^\W{0,3}(?:of course|makes? sense|(?:nice|good|great) (?:find|catch)|well spotted|that (?:explains|fits|would)|there we go|facepalm|d'oh|doh|classic|a+h+|o+h+|wow|ouch|ugh|damn|shit|crap|yikes|jesus|christ|omg|wtf|oof|exactly|right|yes|yep|yeah|i see|so|ha(?:h|ha)*)\b|:(?:facepalm|face_palm|melting_face)/i
