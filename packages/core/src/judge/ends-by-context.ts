import { millisOf } from '../instant.ts'
import { clausesOf, speech } from './clauses.ts'
import { contentWords } from './content-words.ts'
import { isTelling, strength, type Entry } from './record.ts'
import type { Signal } from './signal-rule.ts'

/**
 * A good word that no phrase we know says, told by what others make of it: after something was done, followed at once by applause or by talk of watching
 * for a while (`amazing`, `we stay on for another half hour`), and by no trouble. The first of the last such stretch.
 */
export function applaudedWord(entries: readonly Entry[]): Entry | null {
  const said = entries.filter(({ voice, event }) => voice === 'person' || event.what.kind === 'deploy')
  const report = reportOf(said)
  let found: Entry | null = null
  let acted = false
  for (const [index, entry] of said.entries()) {
    if (isTroubled(entry)) found = null
    else if (found === null && acted) found = goodWordBefore(entry, said.slice(Math.max(0, index - SOON), index), report)
    acted ||= isDeed(entry) || isDone(entry)
  }
  return found
}

/** What somebody applauds, or means to watch for a while: the nearest good word before that. */
function goodWordBefore({ event }: Entry, before: readonly Entry[], report: Report | null): Entry | null {
  const applauds = APPLAUSE.test(event.text)
  if (!applauds && !WATCHING.test(event.text)) return null
  const word = before.findLast((entry) => (isGoodWord(entry) || isReportTurned(entry, report)) && (!applauds || entry.event.actor !== event.actor))
  return word === undefined || millisOf(event.at) - millisOf(word.event.at) > LONGEST_SILENCE ? null : word
}

/**
 * The last word that something is over where it is said in no phrase we know: a verb of ending, claimed and not for later, after the fix, with nothing
 * after it but plans and goodbyes.
 */
export function endingWord(entries: readonly Entry[]): Entry | null {
  const said = entries.filter((entry) => isTelling(entry) && strength(entry, 'follow-up') === 0)
  for (const entry of said.slice(-LAST_WORDS).toReversed()) {
    if (isTroubled(entry)) return null
    if (clausesOf(entry.event.text).some(({ text, asked }) => !asked && ENDING.test(text) && !NOT_YET.test(text))) return entry
    if (isDeed(entry)) return null
  }
  return null
}

/** Something was done to the systems, or is decided to be. */
export function isDeed(entry: Entry): boolean {
  const { what } = entry.event
  if (what.kind === 'deploy') return true
  return isTelling(entry) && (strength(entry, 'action') >= 0.7 || strength(entry, 'decision') >= 0.7)
}

function isTroubled(entry: Entry): boolean {
  return isTelling(entry) && TROUBLED.some((signal) => strength(entry, signal) > (signal === 'report' ? 0.7 : 0))
}

/** Who reported, and the words of the report. */
interface Report {
  readonly by: string | null
  readonly words: ReadonlySet<string>
}

function reportOf(said: readonly Entry[]): Report | null {
  const first = said.find(isTelling)
  return first === undefined ? null : { by: first.event.actor, words: contentWords(first.event.text) }
}

/** `République takes cards`: whoever reported says of the same thing something that is no trouble any more. */
function isReportTurned(entry: Entry, report: Report | null): boolean {
  const { actor, text } = entry.event
  if (report === null || actor !== report.by || !isTelling(entry) || BAD.test(speech(text)) || /\?/.test(text)) return false
  return [...contentWords(text)].some((word) => report.words.has(word)) && entry.hits.every(({ signal }) => signal === 'impact' || signal === 'confirmation')
}

/** `signed and sent`: the few words of somebody who has done something. */
function isDone(entry: Entry): boolean {
  return isTelling(entry) && DONE.test(entry.event.text) && entry.event.text.split(' ').length <= 8
}

/** One of its sentences says how well something is, and only that. */
function isGoodWord(entry: Entry): boolean {
  if (!isTelling(entry) || strength(entry, 'follow-up') > 0) return false
  const unfit = new Set(entry.hits.filter(({ signal }) => UNFIT.has(signal)).map(({ clause }) => clause))
  return clausesOf(entry.event.text).some(({ text, asked }) => !asked && GOOD.test(text) && !BAD.test(text) && !unfit.has(text))
}

const TROUBLED: readonly Signal[] = ['report', 'relapse', 'dead-end']
const UNFIT: ReadonlySet<Signal> = new Set(['hypothesis', 'proposal', 'decision', 'finding', 'ownership', 'closing'])
const DONE = /^\W{0,3}(?:(?:ok|and|now),? )?(?:[a-z]{2,}ed|done|sent|put|cut|live)\b(?!\?)/i
const SOON = 3
const LAST_WORDS = 6
const LONGEST_SILENCE = 20 * 60_000
const GOOD =
  /\b(?:again|back|online|up|works?|working|good|fine|normal|ok(?:ay)?|green|clear|clean|caught up|contained|correct|restored|healthy|stable|moving|went through|goes through|going through|recovered|gone|zero|drained|drops? to|down to|open|quiet|safe|complete|confirmed|arrived?|arriving|in sync|whole)\b/
const BAD =
  /\b(?:not|\w+n't|no(?! (?:more|new|further|complaints?|errors?|alerts?|reports?|longer))|never|still|but|except|wrong|bad|fail\w*|broken|down(?! to)|slow\w*|stuck|waiting|half|some|maybe|hope\w*|if|when|will|should|could|would|try\w*|check\w*|look(?:ing)? (?:at|into)|before|until|other)\b/
const APPLAUSE =
  /^\W{0,3}(?:(?:oh|ok|okay|yes|wow|omg|phew|and),? ){0,2}(?:amazing|awesome|great\b|excellent|perfect|brilliant|lovely|wonderful|fantastic|superb?|sweet|yay|woo+|hoo?ray|well done|phew|finally|very good|very nice|good (?:work|job|stuff)|nice (?:work|job|one)|heroes|hero|legends?|bravo|hurrah|we did it|thank god|ou?ff?|that's the spirit|love it)\b|^\W{0,3}\\o\/|:(?:tada|raised_hands|clap|party\w*|rocket|muscle|100|champagne|beers?|heart\w*):|\u{1F389}/iu
const WATCHING =
  /\b(?:watching|monitoring|monitor|watch|keep(?:ing)? an eye|hold(?:ing)? until|stay(?:ing)? (?:on|close|here)|keep(?:ing)? (?:the )?(?:bridge|call|channel|line|room) open|let it (?:sit|soak|run)|soak(?:ing)?|remain|wait|observe|observing)\b.{0,60}\b(?:until|till|another|for|more|while|minutes?|min|mins|hours?|half|bit)\b/i
const ENDING =
  /\b(?:clos(?:e|es|ed|ing)|end(?:s|ed|ing)?|resolv(?:e|ed|ing)|stand(?:s|ing)? (?:\w+ ){0,3}down|wrap(?:ping|ped)? (?:\w+ )?up|conclud\w+|terminated?|over|put (?:this|it)(?: one)? to (?:rest|bed)|go home|lift(?:ed|ing)?|stood down|signing off|call(?:ing)? it(?: a (?:day|night))?(?=$|,| here| there)|that's (?:it|all) (?:from|for) |we(?:'re| are) (?:done|finished|through)(?=$|,| here)|nothing (?:outstanding|left to do)|(?:you|we|everyone|everybody|all) (?:can|may) (?:all )?(?:go|leave|stand down|drop off|rest|sleep)|dropping off|(?:bridge|call|room|line) is (?:free|released|done))\b(?! (?:the|my|a|an|to|in|of|by|it to|there|here to|with) (?!incident|bridge|call|alert|disruption|outage|major|war|channel|room|thread))/
const NOT_YET =
  /\b(?:not|n't|never|before|until|till|when|once|if|will|(?<!\b(?:we|you|everyone|everybody|all) )can|could|should|shall|would|want|wants|(?<!\b(?:we|you|everyone|everybody|all) )may|might|later|tomorrow|tonight|this (?:afternoon|evening)|at \d|in (?:an?|half|\d+)|they|(?:in|at) the end|over (?:the|to|there|here|night)|(?:taken?|taking|went|goes|going|hand\w*|switch\w*|fail\w*) over|end of|week ?end|back-?end|front-?end|other end|our end|their end|closely|close to|close by|stay close)\b/
