import type { Entry } from './entries.ts'

/** A timeline that somebody wrote has no more lines than these. */
const MOST_BY_HAND = 60

/** Whether lines in the shape of a timeline (`14:05 Chris: rollback`) are a copied conversation: more of them than anybody writes, and nearly each with who said it. */
export function isConversation(entries: readonly Pick<Entry, 'line' | 'who'>[]): boolean {
  const byHand = entries.filter(({ line }) => !line.chat)
  return byHand.length > MOST_BY_HAND && byHand.filter(({ who }) => who !== null).length > 0.8 * byHand.length
}
