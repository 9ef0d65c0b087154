import { millisOf } from '../instant.ts'
import { contentWords } from './content-words.ts'
import type { Candidate } from './key-said.ts'
import type { Entry } from './record.ts'

/**
 * What bots told the channel of alerts and deploys, for a record that has it from nowhere else: the first word of each, and of equal words
 * that differ only in numbers, no second one.
 */
export function botNews(entries: readonly Entry[], weights: ReadonlyMap<string, number>): Candidate[] {
  const has = (kind: string): boolean => entries.some(({ event }) => event.what.kind === kind)
  const wanted: RegExp[] = [...(has('alert') ? [] : [ALERT]), ...(has('deploy') ? [] : [DEPLOYED_IN_CHAT])]
  const seen = new Set<string>()
  const news: Candidate[] = []
  for (const entry of entries) {
    if (entry.voice !== 'bot' || !wanted.some((pattern) => pattern.test(entry.event.text.slice(0, 400)))) continue
    const key = entry.event.text.slice(0, 200).toLowerCase().replace(/\d+/g, '0')
    if (seen.has(key)) continue
    seen.add(key)
    const score = 0.9 * (weights.get('alert-in-chat') ?? 0)
    if (score > 0) news.push({ entry, rule: 'alert-in-chat', score, millis: millisOf(entry.event.at), words: contentWords(entry.event.text) })
  }
  return news
}

const ALERT = /\b(?:firing|triggered|critical|resolved|recovered|alerting|back to ok)\b|\balert\b.{0,40}\b(?:open|opened|closed)\b/i

/** How bots tell of a deploy. */
export const DEPLOYED_IN_CHAT = /\b(?:deployed|rolled back|deployment (?:of \S+ )?(?:succeeded|failed|finished|complete)|released? v?\d|merged)\b/i
