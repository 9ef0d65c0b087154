import { ACTION_WORDS, ORDER_WORDS } from './action-words.ts'

/** How much words that follow a person's name tell that person to do something: 1 for an order or request, 0.5 for a question, 0 for anything else. */
export function namedOrder(words: string, asked: boolean): number {
  if (REQUEST.test(words) || IMPERATIVE.test(words)) return 1
  if (PART_TO_PLAY.test(words)) return 0.75
  return asked ? 0.5 : 0
}

/** The same for words that call nobody by name: an order that somebody else may take up. What is asked of anybody at all is a cry for help. */
export function unnamedOrder(words: string, asked: boolean): number {
  if (ANYBODY.test(words)) return 0
  if (REQUEST.test(words)) return 0.75
  if (asked) return 0
  return GO.test(words) || BARE_ORDER.test(words) ? 0.75 : 0
}

/** Words before the point: `ok so`, `thanks`. */
export const SMALL_START = /^(?:(?:ok(?:ay)?|and|so|then|right|good|great|nice|thanks|thank you|alright|now|hi|hey|hello|yes|no|also)\b[,:]? ?){0,3}/

/** What only somebody says who sets the course for all: when the next update is, until when they watch, who is there. */
export const SETS_THE_COURSE =
  /\bnext update\b|\bupdate (?:at|in) \d|\bupdate for (?:everybody|everyone|all)\b|\broll ?call\b|\bwho (?:do we have|is on|is here|can take)\b|\bwhat are our options\b|\b(?:we|we'll|let's|everybody|everyone) (?:will |shall )?(?:monitor|watch|hold|wait|stay on|reconvene|regroup)\b|\b(?:holding|monitoring|watching) until\b|^decision\b|\bwe (?:now |will )?(?:put|go|roll|switch|move|take|keep|leave|restart|remain|stay|continue|close|stop)\b/

/** First names that are also words people begin sentences with: those call nobody without a comma, a colon or an `@`. */
export const NAMES_THAT_ARE_WORDS: ReadonlySet<string> = new Set(
  'will mark grace hope may art bill rob sue drew chase max ray faith joy june april august dawn rich frank pat sky summer rose page case chance guy miles wade'.split(
    ' ',
  ),
)

const ASKING =
  'check|look|see|ask|call|tell|open|send|post|get|give|pull|prepare|confirm|verify|find|keep|take|inform|notify|write|make|stay|ping|page|join|grab|try|test|watch|help|handle|talk|update|share|dig|start|stop|go|put|bring|do|leave|treat|hold|trace|collect|gather|report|contact|escalate|monitor|coordinate|own|work|read|run|proceed|be|let|have'
const PLEASE = String.raw`(?:please|pls|plz|kindly)`
const REQUEST = new RegExp(
  String.raw`^${PLEASE}\b|\b${PLEASE}$|^(?:can|could|would|will) (?:you|u)\b(?! see| hear| imagine| believe| read)|^(?:you|u) (?:can |could |should |both |two )?(?:${ASKING}|are on|debug|${ACTION_WORDS.base.pattern})\b|^(?:you're|ur) (?:on|in charge)\b`,
)
const IMPERATIVE = new RegExp(
  String.raw`^(?:both |now |also |just |quickly )?(?:${ASKING}|${ACTION_WORDS.base.pattern})\b(?! (?:is|was|are|were|has|had|failed|works?)\b)`,
)
/** `on logs`, `takes comms`, `backend`: what somebody is there for. */
const PART_TO_PLAY =
  /^(?:(?:you're |is |are |are you )?on|takes?|owns?|has|does|handles?|runs?|do) (?!it\b|a laptop|my|his|her|call|vacation|holiday)(?:\w+ ?){1,3}$/
const ANYBODY = /\b(?:some(?:body|one)|any(?:body|one)|one of you|urgent(?:ly)?|help)\b/
const GO = /^(?:go ahead|do it|do that|ship it|go for it|make it so|pull it|kill it)\b/
const BARE_ORDER = new RegExp(
  String.raw`^${ORDER_WORDS} (?:(?:the|that|it|them|this|those|these|all|both|your|our|back)\b|\p{L}+ (?:back|out|off|on|to|too)\b)`,
  'u',
)
