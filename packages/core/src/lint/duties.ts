import { everyMatch } from './every-match.ts'
import { subjectOf } from './subject.ts'
import { surenessOfPhrase } from './words-of-people.ts'

/** What only people do: who “did not ask” is blamed, also where the word for him might be a program's. Bare forms. */
const HUMAN =
  'apologise apologize appreciate ask bother care collaborate communicate consult contemplate double-check doubt familiarise familiarize foresee heed improve notice pay proofread question rehearse speak talk tell think worry'

/** What nobody is reproached for: it befalls people, is a state of theirs, or would have done harm. */
const NO_DUTY =
  'access affect agree alter appear become begin believe belong break cause change come complete contribute damage delete depend detect determine discover encounter end enjoy exist expect experience feel find finish fix fully get happen hear hold identify impact incur influence intend know lead like live locate lose love manage mean mind need object observe occur join leave own participate play possess realise realize receive recover remain reproduce resolve see seem show solve stand start stop succeed suffer suspect touch trigger want win wish work'

const human: ReadonlySet<string> = new Set(HUMAN.split(' '))
const noDuty: ReadonlySet<string> = new Set(NO_DUTY.split(' '))

const ADVERBS = String.raw`(?: (?:even|really|once|bother to|take (?:the )?time to|think to|first|also|again|always|ever|just|[a-z]{2,15}ly))*?`
const NEGATED = new RegExp(
  String.raw`(?<![\w-])(?:did not|didn['’]t|had not|hadn['’]t|have not|haven['’]t|has not|hasn['’]t|never|chose not to|decided not to|opted not to)${ADVERBS} ([a-z-]+)(?= ?(\w*) ?(\w*))`,
  'gi',
)
/** `was not following the procedure`. */
const PROGRESSIVE =
  /(?<![\w-])(?:was|were)(?: not|n['’]t) (?:\w+ly )?(?:following|checking|monitoring|watching|paying|listening|testing|responding|communicating|reading|using|looking|complying|reviewing|verifying|supervising|answering|cooperating|wearing|thinking|concentrating|taking)(?![\w-])/gi
const HABIT = new RegExp(
  String.raw`(?<![\w-])(?:does not|doesn['’]t|do not|don['’]t)${ADVERBS} (check|read|follow|test|verify|validate|review|tell|update|document|escalate|look|inform|warn|understand|listen|communicate|ask|bother|care|think|double-check|consult|pay attention)(?![\w-])`,
  'gi',
)
const OMITTED = new RegExp(String.raw`(?<![\w-])(?:failed|neglected|omitted|forgot|refused|declined) to${ADVERBS} ([a-z-]+)`, 'gi')
const WISHED = new RegExp(
  String.raw`(?<![\w-])(?:should|ought to)(?:n['’]t| not)?(?: (?:really|at least|never|clearly|surely|also|instead|have first|[a-z]+ly))?(?: have|['’]ve)${ADVERBS} ([a-z-]+)(?: ([\w-]+))?`,
  'gi',
)

/** `when they do not ask`: what happens in general, in the present. */
export function isGeneral(sentence: string, subject: number, fault: string): boolean {
  return (
    /^(?:do|does|don|doesn|makes?|forgets?|fails?|is|are|has|have|misses|ignores?)\b/i.test(fault) &&
    /\b(?:when|whenever|once|if|where)\b[^,;]*$/i.test(sentence.slice(0, subject))
  )
}

/** `did not see any errors`: nothing was there to be seen. */
const NOTHING_THERE = /^(?:any|further|more|new|other|additional|anything|evidence|impact|errors?|issues?|problems?|complaints?|yet|to)$/i
/** `had not completed the mandatory course`: a state, but one that was demanded. */
const DEMANDED = /^ (?:the |their |his |her |a |any of the )?(?:mandatory|required|prescribed|obligatory|necessary|agreed)\b/i
const PERFECT = /^(?:had|have|has)/i
const YET = /\b(?:yet|so far|at the time)\b/i

/** Where a sentence says what somebody did not do (`did not verify`), failed to do, or should have done. Offsets into the sentence, or null. */
export function neglect(sentence: string, known: ReadonlySet<string>): readonly [number, number] | null {
  for (const match of everyMatch(NEGATED, sentence)) {
    const verb = bareForm((match[1] ?? '').toLowerCase())
    if (
      verb === null ||
      (noDuty.has(verb) && !DEMANDED.test(sentence.slice(match.index + match[0].length))) ||
      isHarmless(match, sentence) ||
      isExplained(sentence.slice(match.index + match[0].length), known)
    )
      continue
    const span = whose(sentence, match, { known, verb })
    if (span !== null) return span
  }
  for (const pattern of [OMITTED, WISHED, HABIT, PROGRESSIVE])
    for (const match of everyMatch(pattern, sentence)) {
      const verb = bareForm((match[1] ?? '').toLowerCase())
      if (pattern === WISHED && (!PARTICIPLE.test(match[1] ?? '') || BEFALLS.test(`${match[1] ?? ''} ${match[2] ?? ''}`))) continue
      const span = whose(sentence, match, { known, verb: pattern === HABIT ? '' : (verb ?? '') })
      if (span !== null) return span
    }
  return null
}

/** `should have checked`, where `should have a deputy` wishes for something to come. */
const PARTICIPLE =
  /^(?:\w+(?:ed|en|ught|ewn|own)|been|done|gone|run|set|sent|left|told|made|had|put|read|paid|kept|understood|foreseen|found|held|shut|built|cut|got|spent|begun|come|hit|lost|met|led|let|felt|heard|bet|caught|won)$/i

/** `should have been paged`, `should have received`: who wishes that, blames nobody. `should have been more careful` does. */
const BEFALLS =
  /^(?:been (?!more|careful|aware|attentive|vigilant|prepared|ready|paying|watching|checking|monitoring|looking|on call)|received|gotten|got|had|access|happened|come|arrived|seemed|worked)/i

function whose(
  sentence: string,
  match: RegExpExecArray,
  search: { readonly known: ReadonlySet<string>; readonly verb: string },
): readonly [number, number] | null {
  const isHuman = human.has(search.verb)
  const subject = subjectOf(sentence, match.index, { known: search.known, least: isHuman ? 2 : 3 })
  if (subject === null || OUTSIDERS.test(sentence.slice(subject)) || isGeneral(sentence, subject, match[0])) return null
  return [subject, match.index + match[0].length]
}

/** People outside of the house have no duty here. */
const OUTSIDERS = /^(?:(?:users?|customers?|visitors|subscribers|clients)\b|I (?:do|have)\b)/i

function isHarmless(match: RegExpExecArray, sentence: string): boolean {
  const [whole, , after = '', then = ''] = match
  if (/^(?:have|has)/i.test(whole) && /\b(?:who|that|which)(?: still)? $/i.test(sentence.slice(0, match.index))) return true
  return (NOTHING_THERE.test(after) && !(after === 'any' && then === 'of')) || (PERFECT.test(whole) && YET.test(sentence))
}

const NO_VERBS: ReadonlySet<string> = new Set(
  'be been being have had do done a an the this that any enough only just yet all in on at to of for by with from as able aware allowed given made shown used paged trained invited involved required supposed expected meant clear obvious possible present available responsible at'.split(
    ' ',
  ),
)

/** `copied` → `copy`, as far as it matters for the lists; null for a word that is no verb. */
function bareForm(word: string): string | null {
  if (NO_VERBS.has(word) || word.endsWith('ing')) return null
  const irregular = IRREGULAR[word]
  if (irregular !== undefined) return irregular
  if (human.has(word) || noDuty.has(word)) return word
  for (const [ending, instead] of ENDINGS) {
    if (!word.endsWith(ending)) continue
    const stem = word.slice(0, -ending.length)
    for (const one of [stem + instead, `${stem}e`, stem.slice(0, -1)]) if (human.has(one) || noDuty.has(one)) return one
    return stem + instead
  }
  return word
}

const ENDINGS: readonly (readonly [string, string])[] = [
  ['ied', 'y'],
  ['ed', ''],
  ['ies', 'y'],
  ['es', 'e'],
  ['s', ''],
]
const IRREGULAR: Readonly<Record<string, string>> = {
  seen: 'see',
  known: 'know',
  found: 'find',
  thought: 'think',
  told: 'tell',
  got: 'get',
  gotten: 'get',
  lost: 'lose',
  meant: 'mean',
  heard: 'hear',
  felt: 'feel',
  understood: 'understand',
  foreseen: 'foresee',
  paid: 'pay',
  spoken: 'speak',
  begun: 'begin',
  become: 'become',
  broken: 'break',
  need: 'need',
  shown: 'show',
  led: 'lead',
  held: 'hold',
  owned: 'own',
}

/** Whether the reason that follows a fault is a thing: `… because the dashboard was empty`: which is the blameless way to say it. */
export function isExplained(rest: string, known: ReadonlySet<string>): boolean {
  const aside =
    /,\s*((?:the|both|all|its|each|these|those|whose|where)\s+(?:[\w'’-]+ ){0,3}?[\w'’-]+) (?:have|has|had|is|are|look|looks?|looked|shares?|carry|shows?|showed)\b/i.exec(
      rest,
    )?.[1]
  if (aside !== undefined && surenessOfPhrase(aside, known) === 0) return true
  const reason = /(?:^|[\s,])(?:because|since|,? as) ((?:[\w'’-]+ ?){1,4})/i.exec(rest)?.[1]
  if (reason === undefined || /^(?:of|he|she|they|i|we)\b/i.test(reason)) return false
  return surenessOfPhrase(reason, known) === 0
}
