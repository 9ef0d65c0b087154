import { contentWords } from './content-words.ts'
import { cut } from './quote.ts'
import type { Signal } from './signal-rule.ts'
import { readSignals } from './signals.ts'

/** The longest that a title is made. */
const MOST = 90

/** What a message says is wrong, in the words of a title: `OK so, @oncall: LOGIN IS DOWN since 9:02, looking.` → `Login is down`. Empty where it says nothing. */
export function titleWords(text: string): string {
  const sentences = text
    .split(/(?<=[.!?])\s+|(?<=\p{L}{3}:)\s(?=\p{Lu}\p{Ll}+ )/u)
    .map(calm)
    .map(stripped)
    .filter((sentence) => sentence !== '')
  const telling = sentences.filter((sentence) => !VAGUE.test(sentence) && contentWords(sentence).size > 1)
  const best = telling.find((sentence) => readSignals(sentence).some(({ signal }) => TROUBLE.has(signal)))
  return begun(shortened(best ?? telling[0] ?? sentences.find((sentence) => VAGUE.test(sentence)) ?? sentences[0] ?? ''))
}

/** What a sentence that says what is wrong gives. */
const TROUBLE: ReadonlySet<Signal> = new Set(['report', 'impact', 'observation'])

const VAGUE =
  /^(?:there(?:'s|’s| is| seems to be)|something(?:'s|’s| is| looks| seems)|we have|i think we have|got) (?:something |an? (?:\w+ )?)?(?:broken|wrong|off|fishy|up|weird|problem|issue|incident)(?: here| again| with us)?[.!]*$/i

const GREETING = String.raw`hi+|hey+|hello|yo|dear|bonjour|hola|hallo|(?:good )?(?:morning|afternoon|evening)|uh+|um+|hm+|eh|oh|ah|well|fyi|heads[- ]up|ok(?:ay)?|so+|sorry`
/** Whom it is said to; without a greeting before, it is a call only where a comma says so (`all robots stand still`). */
const ADDRESSED = 'folks|all|team|everyone|everybody|guys|there|colleagues'
const GAP = String.raw`[,:!.\s–-]+|$`

/** What stands before the words that tell and says nothing of what is wrong: calls and greetings, who tells it, and that somebody sees it. */
const BEFORE: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:/[a-z]{2,20}\s+)?(?:(?:${GREETING})(?:${GAP})(?:(?:${ADDRESSED})(?:${GAP}))?|(?:${ADDRESSED})(?:[,:!.]+\s*|$)|@[\p{L}\p{N}._-]{1,40}(?:${GAP})|/[a-z]{2,20}\s+){0,6}`,
    'iu',
  ),
  // Who tells it, where what they tell follows: `Front desks in Rhodes report that bookings do not arrive`.
  /^[^,.;:!?]{2,70}? (?:reports?|reported|says?|said|tells? (?:me|us)|informs? (?:me|us)|(?:is|are) (?:reporting|saying)) that (?=\S)/iu,
  /^(?:(?:i(?:'|’)?m|i am|we(?:'|’)?re|we are) (?:seeing|getting|observing)|i see|we see|(?:is |are )?(?:any|some)(?:one|body)(?: else)? (?:else )?(?:getting|seeing)) (?=\S)/iu,
]

/** What stands behind them: since when, which is a time of its own; that somebody looks; whether others see it; pictures and the full stop. */
const BEHIND: readonly RegExp[] = [
  /[\s,]*(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F|:[a-z][a-z0-9_+-]{1,40}:|:-?[()D/])+$/u,
  /[\s.!,;:…–-]+$/u,
  /,? since (?:about |around |roughly |approx(?:imately|\.)? |c?ca\.? )?(?:\d{1,2}[:.h]\d\d|\d{3,4}|\d{1,2}(?= ?[ap]m))(?: ?[ap]\.?m\.?)?(?: (?:UTC|[A-Z]{2,4}T))?$/iu,
  /[,;.–-]\s*(?:(?:i(?:'|’)?m |i am |we(?:'|’)?re |we are |am )?(?:still )?(?:looking|checking|investigating|on it)(?: (?:into )?(?:it|this|now))*|(?:is )?any(?:one|body)(?: else)?(?: (?:seeing|getting) (?:it|this|that))?\??|(?:in )?thread(?: please)?|please (?:help|look|check)|can (?:some|any)(?:one|body) (?:look|help|check)\??)$/iu,
]

function stripped(sentence: string): string {
  let text = sentence.trim()
  for (const pattern of BEFORE) text = text.replace(pattern, '')
  // A question about who else sees it is none without its beginning.
  if (/^(?:is |are )?(?:any|some)(?:one|body)\b/iu.test(sentence.replace(BEFORE[0] ?? '', ''))) text = text.replace(/\?+$/, '')
  for (let before = ''; before !== text;) {
    before = text
    for (const pattern of BEHIND) text = text.replace(pattern, '')
  }
  return text
}

/** Names that are written in capitals and have a vowel, so that they look like words. */
const CAPITALS = new Set(
  'API APIS AWS AZ CEO CI CPU DB EC2 EU ETL GUI IAM ICU ID IDP IO IOS IP ISP IT LDAP MFA OAUTH OOM POS QA RAM S3 SAML SAP SIM SLA SLO SMS SSO UAT UDP UI UK UPS URL US USA USB UTC VAT'.split(
    ' ',
  ),
)

/** A sentence that is shouted, as it is written otherwise: only names stay in capitals. */
function calm(sentence: string): string {
  const letters = sentence.replace(/[^\p{L}]/gu, '')
  const small = sentence.replace(/[^\p{Ll}]/gu, '').length
  if (letters.length < 8 || small > letters.length / 5) return sentence
  return sentence.replace(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu, (word) =>
    CAPITALS.has(word) || /\d/.test(word) || !/[AEIOUYÄÖÜ]/iu.test(word) ? word : word.toLowerCase(),
  )
}

/** At most so long; where it has parts, whole ones. */
function shortened(text: string): string {
  if (text.length <= MOST) return text
  const parts = [...text.slice(0, MOST).matchAll(/[,;:] | [–—-] | \(|[.!?…] |\s*\p{Extended_Pictographic}/gu)]
  const end = parts.findLast(({ index }) => index >= MOST / 3)?.index
  return end === undefined ? cut(text, MOST) : stripped(text.slice(0, end))
}

/** With a capital letter, unless it begins with a name that is written otherwise: `iDEAL`, `orders_v2`, `node-3`. */
function begun(text: string): string {
  const [first = ''] = text.split(' ')
  return /\p{Ll}\p{Lu}|\p{Ll}-\p{Ll}|[\d_./@]/u.test(first.replace(/[.,:;]+$/, '')) ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
