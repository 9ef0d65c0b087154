import type { TimelineEvent } from '../src/index.ts'
import { contentWords } from '../src/judge/content-words.ts'
import { localTime } from './made-record.ts'
import type { HumanLine, RealConversation } from './real-conversations.ts'

/** How a person's lines and chosen events fit together. */
export interface Alignment {
  /** For each of the human's lines, the event that says it, or null. No event stands for two lines. */
  readonly pairs: readonly (TimelineEvent | null)[]
  /** The chosen events that fit some line, whether or not it is paired with another. */
  readonly fitting: number
}

/**
 * Aligns lines with events by machine: at most ten minutes apart, and two content words in common (stems; not names of people, not words that
 * are in a third of all lines), or one where the line names the event's author. Best fits first.
 */
export function align(conversation: RealConversation, events: readonly TimelineEvent[]): Alignment {
  const { human, zone } = conversation
  const words = human.map((line) => contentWords(line.text.replace(/@\w+/g, ' ')))
  const count = new Map<string, number>()
  for (const set of words) for (const word of set) count.set(word, (count.get(word) ?? 0) + 1)
  const common = (word: string): boolean => (count.get(word) ?? 0) > human.length / 3
  const fits: { line: number; event: number; shared: number }[] = []
  for (const [event, { text, at, actor }] of events.entries()) {
    const said = contentWords(text)
    for (const [line, { at: when, text: lineText }] of human.entries()) {
      if (when === null || Math.abs(minutes(localTime(at, zone)) - minutes(when)) > 10) continue
      const shared = [...(words[line] ?? [])].filter((word) => said.has(word) && !common(word)).length
      const author = actor?.slice('made:'.length) ?? ''
      if (shared >= 2 || (shared === 1 && author !== '' && lineText.toLowerCase().includes(`@${author}`))) fits.push({ line, event, shared })
    }
  }
  const pairs: (TimelineEvent | null)[] = human.map(() => null)
  const used = new Set<number>()
  for (const { line, event } of fits.toSorted((a, b) => b.shared - a.shared)) {
    if (pairs[line] !== null || used.has(event)) continue
    pairs[line] = events[event] ?? null
    used.add(event)
  }
  return { pairs, fitting: new Set(fits.map(({ event }) => event)).size }
}

/** The chosen events that say a line according to the table made by hand. */
export function alignedByHand(conversation: RealConversation, line: HumanLine, events: readonly TimelineEvent[]): TimelineEvent[] {
  const wanted = conversation.byHand[line.at ?? ''] ?? []
  return events.filter(({ at, actor }) => wanted.includes(`${localTime(at, conversation.zone)} ${actor?.slice('made:'.length) ?? ''}`))
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}
