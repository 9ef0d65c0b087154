/** How a fault of a person is told without the person: the first row whose words are found says it. What the words go on with stays as it is. */
const INSTEAD: readonly (readonly [words: RegExp, instead: string])[] = [
  // Alice forgot to renew
  [/^.{1,80}?\b(?:forgot|neglected|omitted) to\b/i, 'nothing reminded anybody to'],
  // Bob should have seen; he did not notice
  [/^.{1,80}?\b(?:should|ought to) have (?:known|noticed|seen|realised|realized|spotted)\b/i, 'nothing showed'],
  [/^.{1,80}?\b(?:did not|didn['’]t) (?:know|notice|see(?! fit)|realise|realize|understand|grasp)\b/i, 'nothing showed'],
  // Bob should have checked
  [/^.{1,80}?\b(?:should|ought to) have (?=[a-z]+(?:ed|en|un|ld|ad|de|ught)\b)(?!been\b)/i, 'nothing made sure that somebody had '],
  [/^.{1,80}?\b(?:should|must|needs? to|ha(?:s|ve) to) be (?:far |much )?more careful\b/i, 'this step needs a guard'],
  // The staff failed to install
  [/^.{1,80}?\b(?:failed|did not manage) to\b/i, 'nothing helped anybody to'],
  // The engineer did not check
  [
    /^.{1,80}?\b(?:did not|didn['’]t) (?:(?:even|properly|actually|fully|carefully|correctly|bother to|think to) )*(?=(?:check|test|read|follow|review|verify|update|ask|inform|tell|document|announce|confirm|answer|escalate|communicate|look|run|take|call|page|stop|double-check|consult|use|notify|report|monitor|validate)\b)/i,
    'nothing asked anybody to ',
  ],
  [/^.{1,80}?\bnever (?!bothered|cared|deigned)(?=[a-z]+ed\b|read\b|told\b|ran\b|took\b)/i, 'nothing made sure that anybody '],
  [/^.{1,80}?\b(?:ignored|overlooked|missed)\b/i, 'nothing drew attention to'],
  [/^.{1,80}?\bskipped\b/i, 'nothing required'],
  [/^.{1,80}?\bbypassed\b/i, 'it was possible to bypass'],
  [/^.{1,80}?\bmisconfigured\b/i, 'nothing checked the configuration of'],
  [/^.{1,80}?\b(?:mistyped|misspelled|misspelt)\b/i, 'nothing validated'],
  // Tomasz merged it without review
  [/^(?:[\w'’@-]+ ){1,3}?(merged|deployed|pushed|released|shipped) without\b/i, 'nothing kept changes from being $1 without'],
  [
    /^(?:[\w'’@-]+ ){1,3}?(merged|deployed|pushed|released|shipped) (?!to |straight |directly )([\w -]{2,40}) without\b/i,
    'nothing kept $2 from being $1 without',
  ],
  // The DBA accidentally deleted; engineers deleted it by accident
  [
    /^.{1,60}?\b(?<!\b(?:was|were|been|is|are) )(?:accidentally|mistakenly|inadvertently|unintentionally|carelessly|negligently|recklessly) (?=[a-z]+(?:ed|te|an|nt)\b)/i,
    'nothing stopped the step that ',
  ],
  [/^(?:[\w'’@-]+ ){1,3}?([a-z]+ed [\w -]{2,60}) by (?:mistake|accident)\b/i, 'nothing stopped the step that $1'],
  [/^.{1,60}?\b(?=(?:broke|crashed|took down|brought down)\b)(?!.* and )/i, 'a change '],
  [/^.{1,60}?\bcaused\b(?! by)/i, 'a step contributed to'],
  [/^(caused|triggered|brought on) by\b.*$/i, '$1 by a step that no check guarded'],
  [/^.{1,60}?\btook (?:far |much |way )?too long\b/i, 'it took long'],
  [/^.{1,60}?\b(?:was|were) (?:far |much |too |very |so )*(?:slow|late) to\b/i, 'it took long to'],
  [/^(?:a |an |the )?(?:human|operator|user|engineer|pilot) error\b/i, 'a tool that made the wrong step easy'],
  [/^.{0,60}?\b(?:human|operator|user|engineer|pilot) error\b$/i, 'a tool that made the wrong step easy'],
]

/**
 * What can be written in place of words that blame, from `at` to where they end, so that the sentence goes on; null where only somebody who was there can say it. `found`: where the
 * words are in the sentence.
 */
export function sayInstead(sentence: string, [from, to]: readonly [number, number]): { readonly at: number; readonly words: string } | null {
  const found = sentence.slice(from, to).trim()
  const [pattern, instead] = INSTEAD.find(([pattern]) => pattern.test(found)) ?? []
  const at = beginning(sentence, from)
  if (pattern === undefined || instead === undefined || at === null) return null
  // What somebody did before the fault would be lost with them.
  if (/\b(?:and|but|then)\b/i.test(pattern.exec(found)?.[0] ?? '')) return null
  const words = found.replace(pattern, instead)
  const opens = sentence.slice(0, at).trim() === '' && /^\p{Lu}/u.test(sentence.slice(at).trimStart())
  return { at, words: opens ? words.charAt(0).toUpperCase() + words.slice(1) : words }
}

const NO_ADJECTIVE =
  'the|an?|our|their|his|her|this|that|of|in|on|at|by|from|for|to|with|and|or|but|who|which|when|because|as|if|was|were|is|are|be|been|has|have|had'
const BEFORE_NOUN = new RegExp(String.raw`(?:^|[\s(])((?:the|an?|our|their|this|that) (?:(?!(?:${NO_ADJECTIVE}) )[\w-]+ ){0,2})$`, 'i')

/** Where the words begin with what belongs to the person: `the security staff` from `the`. Null where that cannot be told. */
function beginning(sentence: string, from: number): number | null {
  const before = sentence.slice(0, from)
  const [, noun] = BEFORE_NOUN.exec(before) ?? []
  if (noun !== undefined) return from - noun.length
  const isOpen = before.trim() === '' || /[,;:(–—-]\s*$|\b(?:and|but|because|that|as|when|while|since|so|then|was|were|is|:)\s+$/i.test(before)
  return isOpen || /^\p{Lu}\p{Ll}/u.test(sentence.slice(from)) ? from : null
}
