import { contentWords } from './content-words.ts'
import { isTelling, type Entry } from './record.ts'

/**
 * The entries without what is said of another matter in the same channel: whoever comes in with `separate thing: CI is stuck` goes on about that, and
 * `CI is back, all fixed` ends nothing here. What they say in other words stays.
 */
export function withoutAsides(entries: readonly Entry[]): readonly Entry[] {
  if (!entries.some(opensAside)) return entries
  const spoken = new Map<string, number>()
  const asides = new Map<string, Set<string>>()
  return entries.filter((entry) => {
    const { actor, text } = entry.event
    if (actor === null || !isTelling(entry)) return true
    const aside = asides.get(actor)
    const before = spoken.get(actor) ?? 0
    spoken.set(actor, before + 1)
    if (opensAside(entry) && before <= MOST_SAID_BEFORE) {
      asides.set(actor, new Set([...(aside ?? []), ...contentWords(text)]))
      return false
    }
    return aside === undefined || ![...contentWords(text)].some((word) => aside.has(word))
  })
}

function opensAside({ event, voice }: Entry): boolean {
  return voice === 'person' && HINT.test(event.text) && ASIDE.test(event.text.slice(0, 200))
}

/** Who has talked about the incident before tells apart two of its problems, not two incidents. */
const MOST_SAID_BEFORE = 1
/** One of its words, quickly found: nearly every message has none. */
const HINT = /separate|related|different|another|second|topic|\bot\b/i
const ASIDE =
  /\b(?:a )?(?:separate|unrelated|different|another|second) (?:\w+ )?(?:thing|issue|topic|problem|question|incident|matter|subject|one)\s*(?:[:,;\u2013\u2014-]|but\b|here\b)|^(?:\W|and |also |btw,? )*(?:unrelated|separately|off[- ]topic|ot)\b\s*[:,;\u2013\u2014-]|\bon (?:another|a different) note\b|\bnot (?:related|relevant) to this\b|\bunrelated to (?:this|the incident)\b/iu
