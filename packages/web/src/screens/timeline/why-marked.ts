import { KEY_RULES } from '@blamefree/core'
import { timeline as text } from '../../text/timeline.ts'

const SENTENCES = new Map(KEY_RULES.map(({ name, sentence }) => [name, sentence]))

/** Why an event is key or is not, in a sentence. */
export function whyMarked(rule: string | null, key: boolean): string {
  if (rule === 'person') return key ? text.why.person : text.why.leftOut
  if (!key || rule === null) return text.why.detail
  const sentence = SENTENCES.get(rule)
  return sentence === undefined ? text.why.unknown(rule) : text.why.rule(sentence)
}
