import { FAULTS, PHRASES, SARCASM } from './blame-words.ts'
import { CONDUCT } from './conduct.ts'
import { isExplained, isGeneral, neglect } from './duties.ts'
import { CONTRACTED, PREDICATES } from './fault-adjectives.ts'
import { ATTRIBUTIONS } from './fault-attributions.ts'
import { INCOMPETENCE } from './fault-competence.ts'
import { COMPLAINTS, CONDITIONS, GRIEVANCES, GRUMBLES } from './fault-complaints.ts'
import { DEMANDS } from './fault-demands.ts'
import { FRAMES } from './fault-frames.ts'
import { MANNERS } from './fault-manners.ts'
import { FAULT_NOUNS, NOT_ITS_OWN } from './fault-nouns.ts'
import { OMISSIONS } from './fault-omissions.ts'
import { POINTERS } from './fault-pointers.ts'
import { RHETORIC } from './fault-questions.ts'
import { SECOND_LANGUAGE } from './fault-second-language.ts'
import { UNDONE } from './fault-undone.ts'
import { FAULT_VERBS } from './fault-verbs.ts'
import { follows, holderOf, somebody } from './holder.ts'
import { isMitigated } from './mitigation.ts'
import { MOCKERY } from './sarcasm.ts'
import type { Sentence } from './sentences.ts'
import { subjectOf } from './subject.ts'
import { VERDICTS, WHOSE } from './verdicts.ts'
import type { WordIndex } from './word-index.ts'
import { likeliest, surenessOfPhrase, wordsOf, type Sureness } from './words-of-people.ts'

/** Where a sentence puts a fault on somebody in words that a rule has: offsets into it, or null. `known`: names of people, in lower case. */
export function byRules({ text: sentence, asked, next }: Sentence, known: ReadonlySet<string>): Span | null {
  // Without a person most of what follows cannot find anything.
  const most = likeliest(wordsOf(sentence), known)
  const mocked = phrase(sentence, known, upTo(SARCASM, most)) ?? framed(sentence, known, upTo(MOCKED, most))
  if (mocked !== null) return mocked
  if ((OPEN.test(sentence) || (asked && QUESTION.test(sentence))) && !COUNTERFACTUAL.test(sentence)) return null
  const deed =
    (most >= 2 ? neglect(sentence, known) : null) ??
    (most >= 2 ? wished(sentence, known) : null) ??
    acted(sentence, known, upTo(ACTS, most)) ??
    (most >= 1 ? undone(sentence, known) : null)
  return (
    phrase(sentence, known, upTo(PHRASES, most)) ??
    phrase(sentence, known, upTo(VERDICTS, most)) ??
    (deed !== null && !isMitigated(sentence, next) ? deed : null) ??
    (most >= 2 ? (pointed(sentence, known) ?? owned(sentence, known)) : null) ??
    framed(sentence, known, upTo(FRAMED, most))
  )
}

const OPEN = /^\W*(?:how|if|why|whether)\b/i
const QUESTION = /^\W*(?:who|what|could|can|did|does|do|would|was|were|is|are)\b/i
const COUNTERFACTUAL = /\bif (?:only )?(?:[\w@'’-]+ ){1,7}(?:had|knew|would|could|did|bothered|cared|was|were)\b|\bhalf as\b/i

const ACTS: Wordings = [...FAULTS, ...CONDUCT, ...FAULT_VERBS, ...PREDICATES, ...OMISSIONS, ...MANNERS, ...INCOMPETENCE, ...GRIEVANCES, ...SECOND_LANGUAGE]
const FRAMED: Wordings = [...FRAMES, ...DEMANDS, ...GRUMBLES, [CONTRACTED, 0]]
const MOCKED: Wordings = [...MOCKERY, ...RHETORIC]
const POINTED: Wordings = [...POINTERS, ...ATTRIBUTIONS, ...COMPLAINTS]

/** The wordings that ask for nobody who is surer to be a person than this. */
function upTo<T extends readonly [unknown, Sureness]>(wordings: readonly T[], most: Sureness): readonly T[] {
  return most === 3 ? wordings : wordings.filter(([, least]) => least <= most)
}

type Wordings = readonly (readonly [words: WordIndex, least: Sureness])[]
type Phrases = typeof PHRASES
type Span = readonly [number, number]

/** A person does what is a fault. */
function acted(sentence: string, known: ReadonlySet<string>, wordings: Wordings): Span | null {
  for (const [words, least] of wordings)
    for (const match of words.matchesIn(sentence)) {
      if (/, (?:and|but|so) (?:the|an?|its|our|this) /.test(match[0])) continue
      if (PASSIVE.test(sentence.slice(0, match.index)) && !/^\w+ing\b/i.test(match[0])) {
        const to = match.index + match[0].length
        const by = /^(?: [\w'’-]+){0,6}? by (?=[\w@])/.exec(sentence.slice(to, to + 80))
        if (by !== null && follows(sentence, to + by[0].length, known) >= Math.max(2, least)) return [match.index, to + by[0].length]
        continue
      }
      const subject = subjectOf(sentence, match.index, { known, least }) ?? doing(sentence, match, known)
      const to = match.index + match[0].length
      if (subject !== null && !isGeneral(sentence, subject, match[0]) && !(least >= 2 && isExplained(sentence.slice(match.index), known))) return [subject, to]
    }
  return null
}

/** `a consequence of the CTO overruling his engineers`: the person stands right before what she does. */
function doing(sentence: string, match: RegExpExecArray, known: ReadonlySet<string>): number | null {
  if (!/^\w+ing\b/i.test(match[0])) return null
  const before = /(?<=\b(?:of|by|with|to|from|at|about|like|for|than) )(?:[\w@'’-]+ ){1,4}$/i.exec(sentence.slice(0, match.index))
  return before !== null && surenessOfPhrase(before[0], known) === 3 ? before.index : null
}

const NOT =
  /(?<![\w-])(?:(?:did|does|do|had|has|have|was|were|is|are|could|would)(?:n['’]t| not)|can['’]t|can not|cannot|never)(?: (?:[a-z]+ly|even|really|ever|also))? $/i

/** A person does not do what she ought to. */
function undone(sentence: string, known: ReadonlySet<string>): Span | null {
  for (const match of UNDONE.matchesIn(sentence)) {
    const not = NOT.exec(sentence.slice(Math.max(0, match.index - 40), match.index))
    if (not === null) continue
    const from = match.index - not[0].length
    const subject = subjectOf(sentence, from, { known, least: 1 })
    if (subject !== null && !isGeneral(sentence, subject, sentence.slice(from))) return [subject, match.index + match[0].length]
  }
  return null
}

const DENIED = /\b(?:not|nor|neither|no|rather than|instead of) $/i

const PASSIVE = /(?<!\w)(?:is|are|was|were|be|been|being|gets?|got)(?: [a-z]+ly| not| also| never| again| just| then)* $/i

/** What would have helped if somebody had been, known or done otherwise. */
function wished(sentence: string, known: ReadonlySet<string>): Span | null {
  const condition = /(?<![\w-])(?:if|had)(?: only)? (?=[\w@])/i.exec(sentence)
  if (condition === null) return null
  const from = condition.index + condition[0].length
  if (follows(sentence, from, known) < 2) return null
  const match = CONDITIONS.matchesIn(sentence.slice(from)).next().value
  return match === undefined || match.index > 60 ? null : [condition.index, from + match.index + match[0].length]
}

/** A fault that is somebody’s. */
function owned(sentence: string, known: ReadonlySet<string>): Span | null {
  for (const [words, least, close] of FAULT_NOUNS)
    for (const match of words.matchesIn(sentence)) {
      const to = match.index + match[0].length
      if (NOT_ITS_OWN.test(sentence.slice(to)) || DENIED.test(sentence.slice(0, match.index))) continue
      const span = holderOf(sentence, [match.index, to], { known, least, close })
      if (span !== null) return span
    }
  return null
}

/** The words that blame, and then who. */
function pointed(sentence: string, known: ReadonlySet<string>): Span | null {
  for (const [words, least] of POINTED)
    for (const match of words.matchesIn(sentence)) {
      const to = match.index + match[0].length
      if (follows(sentence, to + 1, known) >= least) return [match.index, to]
    }
  return null
}

/** Words that find fault, with somebody in the sentence. */
function framed(sentence: string, known: ReadonlySet<string>, wordings: Wordings): Span | null {
  for (const [words, least] of wordings)
    for (const match of words.matchesIn(sentence)) if (least === 0 || somebody(sentence, known) >= least) return [match.index, match.index + match[0].length]
  return null
}

/** Every match, also where one begins inside another: `A tired admin deleted` matches from `tired` and from `deleted`. */
function* overlapping(sentence: string, pattern: RegExp): Generator<RegExpExecArray> {
  pattern.lastIndex = 0
  for (let match = pattern.exec(sentence); match !== null; match = pattern.exec(sentence)) {
    const next = match.index + Math.max(1, /^[\w'’-]*/.exec(match[0])?.[0].length ?? 1)
    yield match
    pattern.lastIndex = next
  }
}

function phrase(sentence: string, known: ReadonlySet<string>, phrases: Phrases): Span | null {
  const owned = /['’]/.test(sentence)
  for (const [pattern, least] of phrases) {
    // Most of the slow ones ask whose something is.
    if (!owned && POSSESSIVE.has(pattern)) continue
    for (const match of overlapping(sentence, pattern)) {
      const who = match.slice(1).find((group) => group !== undefined)
      if (least === 0 || (who !== undefined && surenessOfPhrase(who, known) >= least)) return [match.index, match.index + match[0].length]
    }
  }
  return null
}

const POSSESSIVE: ReadonlySet<RegExp> = new Set(VERDICTS.map(([pattern]) => pattern).filter(({ source }) => source.includes(WHOSE)))
