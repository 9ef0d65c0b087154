import { inferred, type Fact } from '../fact.ts'
import type { Instant } from '../instant.ts'
import { speech } from './clauses.ts'
import type { PersonFinder } from './person-finder.ts'
import type { Entry } from './record.ts'

/**
 * Who claimed the lead: whoever said so first and outright, and, where the lead was handed over before the end, whoever took it last. A second claim that no
 * handover led up to changes nothing.
 */
export function leadByClaim(entries: readonly Entry[], finder: PersonFinder, end: Instant | undefined): Fact<string> | null {
  const said = entries.filter(({ event, voice }) => voice === 'person' && event.actor !== null)
  const claims = said.filter(claimsLead)
  const [first] = claims
  const base = claims.find(({ hits }) => hits.some(({ rule, clause }) => rule === 'takes-lead' && OUTRIGHT.test(clause))) ?? first
  if (base === undefined || base.event.actor === null) return null
  let lead: Held = { person: base.event.actor, rule: 'claimed-lead', by: [base] }
  let offer: Offer | null = null
  for (const entry of said.slice(said.indexOf(base) + 1)) {
    if (end !== undefined && entry.event.at > end) break
    const { actor, text } = entry.event
    if (actor === null || text.length > LONGEST) continue
    if (actor === lead.person) offer = offerIn(entry, finder) ?? offer
    else if (takesOver(entry, actor, offer)) {
      lead = { person: actor, rule: 'took-over-lead', by: offer === null ? [entry] : [entry, offer.entry] }
      offer = null
    }
  }
  const [telling] = lead.by
  return telling === undefined
    ? null
    : inferred(
        lead.person,
        telling.event.origin,
        lead.rule,
        lead.by.map(({ event }) => event.id),
      )
}

/** Who leads, why we think so, and the entries that say it, the telling one first. */
interface Held {
  readonly person: string
  readonly rule: string
  readonly by: readonly Entry[]
}

/** The lead is about to hand over, to somebody named or to whoever takes it. */
interface Offer {
  readonly entry: Entry
  readonly to: string | null
}

function claimsLead({ hits }: Entry): boolean {
  return hits.some(({ rule }) => rule === 'takes-lead')
}

function offerIn(entry: Entry, finder: PersonFinder): Offer | null {
  const words = speech(entry.event.text)
  if (!OFFER.test(words)) return null
  let to = finder.mentioned(entry.event.text)?.id ?? null
  for (const word of to === null ? (words.match(/\p{L}+/gu) ?? []) : []) to ??= word.length > 2 ? (finder.named(word)?.id ?? null) : null
  return { entry, to: to === entry.event.actor ? null : to }
}

/** Takes the lead over: says so outright, claims it after an offer, or is whom it was offered to and says yes. */
function takesOver(entry: Entry, actor: string, offer: Offer | null): boolean {
  const words = speech(entry.event.text)
  if (FROM_HERE.test(words)) return true
  if (TAKES_OVER.test(words)) return offer !== null || /\b(?:lead|ic|command\w*|manager|incident|role)\b/.test(words)
  if (offer === null || (offer.to !== null && offer.to !== actor)) return false
  return claimsLead(entry) || (offer.to === actor && ACCEPTS.test(words))
}

const OUTRIGHT = /\b(?:lead(?:ing)?|ic|commander|command|manager|driving|point)\b/
const OFFER =
  /\bhand(?:ing|ed|s)? (?:\S+ ){0,4}over\b|\bhand-?over\b|\b(?:will|can|could|please|to|'ll) take (?:it |this |the lead )?over\b|\btakes (?:it |this )?over\b|\bshift (?:ends|is over|is ending)\b|\b(?:can|could|will|would) (?:you|u|\w+) take (?:the )?(?:ic|lead|command|bridge)\b|\btaking over\b|\bpass(?:ing)? (?:\S+ )?(?:ic|lead|command|baton|hat)\b/
const TAKES_OVER =
  /\bi(?:'ll|'ve| will| have|'m| am| now)? (?:now |hereby )?(?:tak(?:e|en|ing) (?:it |this |the lead )?over|took over|resum(?:e|ing)|reliev\w+)\b|\band resume\b/
/** `I have it from here`: to somebody who had it until then. */
const FROM_HERE = /\bi(?:'ve| have|'ll| will)?(?: got| take| have)? (?:it|this|over) from here\b/
const ACCEPTS = /^(?:\S+ )?(?:got it|ok(?:ay)?|yes|yep|ack|accepted|confirmed|understood|copy|roger|on it|mine|will do|sure|thanks|thank you|i have|i've got)\b/
const LONGEST = 1000
