import type { Configuration } from '../configuration.ts'
import { DETAIL, type Mark, type TimelineEvent } from '../event.ts'
import type { Incident } from '../incident.ts'
import { botNews } from './key-bots.ts'
import { firstReport, lastWord } from './key-ends.ts'
import { ALWAYS, keyWeights } from './key-rules.ts'
import { scoreMessages } from './key-said.ts'
import { selectCandidates } from './key-selection.ts'
import { substantiveMessages } from './key-substance.ts'
import { typedRules } from './key-typed.ts'
import { isTelling, keepRecord, readRecord, type Entry } from './record.ts'

/**
 * The incident with the events marked `key` that belong in its document; each mark names its rule from `KEY_RULES`. Everything else stays as
 * detail. What a source marked key, or a person marked either way (rule `person`), stays as it is. The same incident gives the same choice.
 */
export function chooseKeyEvents(incident: Incident, configuration: Configuration): Incident {
  const entries = readRecord(incident)
  const weights = keyWeights(configuration)
  const rules = new Map<number, string>()
  const compete = new Map<number, string>()
  for (const [index, rule] of [...typedRules(entries, configuration), ...ends(entries)]) {
    const weight = weights.get(rule) ?? 0
    if (weight >= ALWAYS) rules.set(index, rules.get(index) ?? rule)
    else if (weight > 0) compete.set(index, rule)
  }
  for (const { event, index } of entries) if (event.mark.level === 'key') rules.set(index, event.mark.rule ?? 'stated')
  const telling = entries.filter(isTelling).length
  const candidates = [...scoreMessages(entries, weights), ...botNews(entries, weights), ...substantiveMessages(entries, weights)].filter(({ entry }) =>
    isFree(entry.event),
  )
  for (const [index, rule] of selectCandidates(candidates, { entries, telling, taken: rules, compete, weights })) rules.set(index, rule)
  const events = incident.events.map((event, index) => marked(event, rules.get(index)))
  keepRecord(entries, events)
  return { ...incident, events }
}

function marked(event: TimelineEvent, rule: string | undefined): TimelineEvent {
  if (!isFree(event)) return event
  const mark: Mark = rule === undefined ? DETAIL : { level: 'key', rule }
  return event.mark.level === mark.level && event.mark.rule === mark.rule ? event : { ...event, mark }
}

/** Nobody has decided about it: not its source, not a person. */
function isFree(event: TimelineEvent): boolean {
  return event.mark.level === 'detail' && event.mark.rule === null
}

function ends(entries: readonly Entry[]): [number, string][] {
  const first = firstReport(entries)
  const last = lastWord(entries)
  return [
    ...(first === null ? [] : [[first.index, 'first-report'] as [number, string]]),
    ...(last === null ? [] : [[last.index, 'last-word'] as [number, string]]),
  ]
}
