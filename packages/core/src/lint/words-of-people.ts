import { everyMatch } from './every-match.ts'
import { GIVEN_NAMES } from './given-names.ts'
import { BEFORE_TRADES, BY_COMPOUND, HOUSES, OCCUPATIONS, TRADES_AND_DEVICES } from './occupations.ts'
import { BOTH, DEPARTMENTS, HUMAN_BEFORE, ROLES, SYSTEMS, TEAMS } from './people-words.ts'

/** How surely a word is a person: 3 surely, 2 a person or a program (`operator`, `they`), 1 an unknown word with a capital, 0 none. */
export type Sureness = 0 | 1 | 2 | 3

/** A word of a sentence and where it stands. */
export interface Word {
  readonly text: string
  readonly at: number
}

const WORDS = /\d+:\d+(?::\d+)?|[@¤\p{L}\p{N}_'’/-]+|[,:()]/gu

/** The words and the punctuation of a text that part clauses. A full time (`10:02`) is one word. */
export function wordsOf(text: string, shift = 0): Word[] {
  return everyMatch(WORDS, text).map((match) => ({ text: match[0], at: match.index + shift }))
}

/** How surely the word at `index` is a person by itself. `known`: the names that the document gives to people. A possessive is none: it is not who acts. */
export function sureness(words: readonly Word[], index: number, known: ReadonlySet<string>): Sureness {
  const word = (words[index]?.text ?? '').replace(CONTRACTED, '')
  if (/['’]s?$/.test(word)) return 0
  if (/^@[\w-]*\p{L}/u.test(word)) return 3
  const lower = word.toLowerCase()
  const capital = /^\p{Lu}\p{Ll}/u.test(word)
  if (ABSTRACT.has(lower) && !isBody(words[index - 1]?.text ?? '', lower)) return 0
  if (lower === 'support' && /^(?:for|of)$/.test(words[index + 1]?.text ?? '')) return 0
  if (lower === 'lead' && words[index + 1]?.text === 'to') return 0
  if (ROLES.has(lower) || TEAMS.has(lower) || OCCUPATIONS.has(lower)) return 3
  if (TITLE.test(word)) return 0
  const before = words[index - 1]?.text ?? ''
  if (capital && TITLE.test(before)) return 3
  if (COLLECTIVE.has(lower) && (ROLES.has(before.toLowerCase()) || TEAMS.has(before.toLowerCase()) || DEPARTMENTS.has(before.toLowerCase()))) return 3
  if (/^lines?$/.test(lower) && /^(?:second|third|front|first)$/i.test(before) && /^(?:the|our|their|a)$/i.test(words[index - 2]?.text ?? '')) return 2
  if (/^\d$/.test(lower) && /^(?:tier|level)$/i.test(before)) return 2
  if (lower === 'function' && /^\p{Lu}/u.test(before)) return 3
  if (capital && DEPARTMENTS.has(lower) && (index === 0 || /^[,:(]$|^(?:because|and|but|that|when|while|if)$/.test(before)) && !goesOn(words, index)) return 2
  if (capital && (known.has(lower) || GIVEN_NAMES.has(lower) || (lower.includes('-') && GIVEN_NAMES.has(lower.split('-')[0] ?? '')))) return 3
  if (TRADES_AND_DEVICES.has(lower) || BY_COMPOUND.has(lower)) return BEFORE_TRADES.has(before.toLowerCase()) ? 3 : BY_COMPOUND.has(lower) ? 0 : 2
  if (HOUSES.has(lower)) return 2
  if (BOTH.has(lower)) {
    const two = words.slice(Math.max(0, index - 2), index).map((one) => one.text)
    if (/^operators?$/.test(lower) && isStaff(two, lower)) return 3
    if (two.some((one) => HUMAN_BEFORE.has(one.toLowerCase()))) return 3
    return two.some((one) => /^\p{Lu}/u.test(one) && index > 1 && !/^(?:An?|The|One|Our|Some)$/.test(one)) ? 0 : 2
  }
  return capital && /^\p{L}+$/u.test(word) && !SYSTEMS.has(lower) && !/(?:ly|ing|ion|ed|er|or|ity|ment|s|db|sql|git|hub|ops|ware|base|io)$/.test(lower) ? 1 : 0
}

/** How surely the surest word is a person. The writers themselves and people outside of the house count for nothing. */
export function surest(words: readonly Word[], known: ReadonlySet<string>): Sureness {
  let best: Sureness = 0
  for (let index = 0; index < words.length && best < 3; index++) {
    if (OUTSIDE.test(words[index]?.text ?? '')) continue
    const here = sureness(words, index, known)
    if (here > best && !goesOn(words, index)) best = here
  }
  return best
}

/** How surely any word at all is a person, whatever it stands for in the sentence: what is surer than this is not in it. */
export function likeliest(words: readonly Word[], known: ReadonlySet<string>): Sureness {
  let best: Sureness = 0
  for (let index = 0; index < words.length && best < 3; index++) {
    const here = sureness(words, index, known)
    if (here > best) best = here
    const owner = /^(.+?)(?:['’]s|(?<=s)['’])$/.exec(words[index]?.text ?? '')?.[1]
    if (owner === undefined) continue
    const whose = sureness([...words.slice(Math.max(0, index - 2), index), { text: owner, at: 0 }], Math.min(2, index), known)
    if (whose > best) best = whose
  }
  return best
}

const OUTSIDE = /^(?:i|you|users?|customers?|clients?|people|person|humans?|author|authors)$/i

/** What stands for people behind a word of theirs: `the ops floor`. */
const COLLECTIVE: ReadonlySet<string> = new Set('floor office side camp org lot bunch folk people room guys'.split(' '))
const CONTRACTED = /(?<=^(?:he|she|they|you|i|someone|somebody|everyone|everybody))['’](?:s|re|ve|d|ll|m)$/i
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|mister|madam|herr|frau|monsieur|madame|sr|sra|signor|signora)\.?$/i

/** Bodies of people, and what is done: `our management`, but `resource management`. */
const ABSTRACT: ReadonlySet<string> = new Set([
  'management',
  'operations',
  'support',
  'leadership',
  'group',
  'shift',
  'security',
  'board',
  'boards',
  'head',
  'heads',
  'chief',
  'chiefs',
])

function isBody(before: string, word: string): boolean {
  if (/^boards?$/.test(word) && /^[a-z]{4,}$/.test(before) && !WOODEN.test(before)) return true
  if (word === 'management' && LED.test(before)) return true
  if (word === 'group' && /^[a-z]{4,}$/.test(before) && !THINGS_IN_GROUPS.test(before)) return true
  return /^(?:|[,(:]|the|our|their|its|senior|upper|middle|it|network|customer|technical|engineering|night|day|early|late|first|second|steering|working|advisory|executive|change|crew|fire|department|review|[a-z]+ing|[a-z]+['’]s|and|or|that|because|when|while|but|so|if|by|of|from|had|nor|neither)$/i.test(
    before,
  )
}

/** Boards that nobody sits on, and what a management is called after that is people rather than an activity. */
const WOODEN =
  /^(?:circuit|mother|kanban|story|status|jira|score|development|sprint|task|message|control|bulletin|notice|white|trello|project|switch|patch|logic|network)$/
const LED =
  /^(?:account|release|delivery|programme|program|plant|site|branch|hospital|store|facility|facilities|hotel|school|line|ward|works|club|studio|agency|client|vendor|supplier|company|product|category|community)$/

const THINGS_IN_GROUPS =
  /^(?:consumer|resource|scaling|autoscaling|target|user|access|node|process|replica|volume|instance|placement|parameter|subnet|control|worker|security|thread|server|shard|raft|capture|test|package|label|alert|task|tabs?|cluster|each|every|this|that|first|second|field|button|capturing|matching|shared|whole)$/

/** `an operator`, `the plant operators`: people; `the operator`, `the etcd operator`: perhaps a program. */
function isStaff(before: readonly string[], word: string): boolean {
  const last = before.at(-1) ?? ''
  if (before.some((one) => /^\p{Lu}/u.test(one) && !/^(?:An?|The|One|Our|Some|Two)$/.test(one))) return false
  if (/^(?:an?|one|another|some|two|three|several)$/i.test(last) || word === 'operators') return true
  return (
    /^[a-z-]{4,}$/.test(last) &&
    !/^(?:this|that|their|each|every|custom|cluster|kubernetes|database|same|with|from|when|because|since|while|then|which)$/.test(last) &&
    !/(?:ed|ing)$/.test(last)
  )
}

/** Verbs in the past and modal ones, as they follow a subject. */
export const PAST =
  /^(?:\w+ed|ran|wrote|took|made|went|left|put|set|sent|got|knew|thought|came|gave|brought|kept|saw|was|were|had|did|is|has|read|shut|broke|began|told|typed|chose|found|lost|built|let|hit|led|cost|held|withheld|bought|caught|drove|fell|forgot|froze|heard|hid|meant|met|paid|said|sat|slept|overslept|spent|spoke|stood|stuck|swept|threw|understood|misunderstood|misheard|mistook|woke|withdrew|overrode|undid|blew|fed|felt|quit|sought|split|drew|cut|should|could|would|must|might|may|will|can|cannot|needs|does|lacks|lacked|keeps|forgets|fails|makes|seems)$/i

const FUNCTION_WORDS =
  /^(?:[,:()]|and|but|or|then|so|because|since|although|though|while|when|after|before|until|where|which|that|who|whom|whose|if|than|as|in|on|at|of|to|from|for|by|with|without|during|into|over|under|about|behind|between|through|via|per|the|a|an|our|this|these|we|it|they|he|she|i|yesterday|today|later|again|too|also|twice|once|here|there|had|has|have|was|were|is|are|be|been|did|does|do|not|never|only|just|even|still|already|himself|herself|themselves|alone|in-charge|near|against|across|within|among|amongst|upon|onto|towards?|beyond|around|above|below|despite|except|inside|outside|off|out|up|down|back|away|instead|together|now|soon|first|tonight|whatsoever|altogether|who|again|simply|responsible|assigned|involved|named|called|¤+|\d.*|.*ly|.*ed|.*ing)$/i

/** Whether the word at `index` goes on to another noun, so that what is before it only describes it: `developer` in `developer portal`. */
export function goesOn(words: readonly Word[], index: number): boolean {
  const next = words[index + 1]?.text
  return next !== undefined && !FUNCTION_WORDS.test(next) && !PAST.test(next) && !/^\p{Lu}\p{Ll}/u.test(next)
}

/** How surely a noun phrase (`the database administrator of …`) is about a person: by its head, the last noun before a word that links. */
export function surenessOfPhrase(text: string, known: ReadonlySet<string>): Sureness {
  const words = wordsOf(text)
  let best: Sureness = 0
  for (let index = 0; index < Math.min(words.length, 7); index++) {
    const here = sureness(words, index, known)
    if (here > best && !goesOn(words, index)) best = here
    const word = words[index]?.text ?? ''
    if (best > 0 || (/^(?:in|on|at|to|from|for|by|with|that|which|who|because|when|and|or|but|,|:)$/i.test(word) && index > 0)) break
  }
  return best
}
