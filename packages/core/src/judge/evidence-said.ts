import type { TimelineEvent } from '../event.ts'
import type { Incident } from '../incident.ts'
import { millisOf, type Instant } from '../instant.ts'
import { ACTION_WORDS } from './action-words.ts'
import { DEPLOY_WINDOW_MINUTES } from './evidence-systems.ts'
import { evidenceItem, type EvidenceItem } from './evidence-item.ts'
import { sentencesOf } from './follow-up-text.ts'
import { DEPLOYED_IN_CHAT } from './key-bots.ts'
import { lastTimeOfDay } from './last-time-of-day.ts'
import { excerpt, escapeInline, plainWords } from './quote.ts'
import { isTelling, readRecord, strength, type Entry } from './record.ts'
import { readSignals } from './signals.ts'

/** What people said in messages that they did, each as a quotation with its author. */
export interface SaidEvidence {
  /** Deploys told shortly before the impact, and ones named later with their time. */
  readonly deploys: readonly EvidenceItem[]
  readonly rollbacks: readonly EvidenceItem[]
  /** Anything else that was done to the systems while it lasted: restarted, disabled, failed over. */
  readonly actions: readonly EvidenceItem[]
}

/** What messages tell of deploys before the impact, and of what was rolled back and done from then until it was closed. */
export function saidEvidence(incident: Incident, impact: Instant | null): SaidEvidence {
  const entries = readRecord(incident)
  const names = new Map(incident.people.map(({ id, name }) => [id, name]))
  const end = (incident.timestamps['closed'] ?? incident.timestamps['fixed'])?.value ?? null
  const item = ({ event }: Entry, sentence: string): EvidenceItem => {
    const name = event.actor === null ? undefined : names.get(event.actor)
    return evidenceItem(`${escapeInline(name ?? 'Somebody')}: “${excerpt(sentence, 160)}”`, [event])
  }
  const typed = entries.some(({ event }) => event.what.kind === 'deploy')
  const deploys: EvidenceItem[] = []
  const rollbacks: EvidenceItem[] = []
  const actions: EvidenceItem[] = []
  for (const entry of entries) {
    const { event } = entry
    if (impact !== null && event.at < impact) {
      if (millisOf(impact) - millisOf(event.at) <= WINDOW && !(typed && entry.voice === 'bot') && tellsOfDeploy(entry)) deploys.push(item(entry, event.text))
      continue
    }
    if (!isTelling(entry) || (end !== null && event.at > end)) continue
    const named = impact === null ? null : deployNamed(event, impact, incident.zone.value)
    if (named !== null) deploys.push(item(entry, named))
    const done = strength(entry, 'action') >= 0.75 && rollbacks.length + actions.length < 2 * MOST ? actOf(event.text) : null
    if (done !== null) (ROLLBACK.test(plainWords(done)) ? rollbacks : actions).push(item(entry, done))
  }
  return { deploys: deploys.slice(-MOST), rollbacks: rollbacks.slice(0, MOST), actions: actions.slice(0, MOST) }
}

function tellsOfDeploy(entry: Entry): boolean {
  const text = entry.event.text.slice(0, 400)
  if (entry.voice === 'bot') return DEPLOYED_IN_CHAT.test(text)
  return isTelling(entry) && strength(entry, 'action') >= 0.75 && SHIPPED.test(plainWords(text))
}

/** `the deploy of v481 at 15:20`: the sentence that names a deploy and a time of day in the window before the impact; null for none. */
function deployNamed(event: TimelineEvent, impact: Instant, zone: string): string | null {
  if (!CLOCK.test(event.text)) return null
  for (const sentence of sentencesOf(event.text.slice(0, 1000))) {
    const words = plainWords(sentence)
    const match = SHIPPED_NOUN.test(words) ? CLOCK.exec(words) : null
    if (match === null) continue
    const at = lastTimeOfDay(event.at, { hour: Number(match[1]), minute: Number(match[2]) }, zone)
    if (at !== null && at <= impact && millisOf(impact) - millisOf(at) <= WINDOW) return sentence
  }
  return null
}

/** The sentence of a message that says what was done: by whoever writes, or to what. */
function actOf(text: string): string | null {
  return (
    sentencesOf(text.slice(0, 1000)).find((sentence) => {
      const hits = readSignals(sentence)
      const done = hits.find(({ signal, rule }) => signal === 'action' && DONE.has(rule))
      return done !== undefined && TOLD.test(done.clause) && !hits.some(({ signal }) => ABOUT_THE_TEAM.has(signal))
    }) ?? null
  )
}

/** Rules of signals after which something was done to a system, rather than linked or wished. */
const DONE: ReadonlySet<string> = new Set(['acting', 'acted', 'change-is-out'])
const ABOUT_THE_TEAM: ReadonlySet<string> = new Set(['severity', 'ownership', 'follow-up'])
const { ing, past } = ACTION_WORDS
/** `restarted both gateways`, `ok, I'm rolling back`, `the rule has been removed`, `fix is live`; not `the last thing that changed`, `fixing it can wait`. */
const TOLD = new RegExp(
  String.raw`^(?:(?:ok|okay|so|now|and|then|just|yes|yep|done|also|alright|again|update|fyi),? ){0,3}(?:(?:i|we)(?:'ve|'m|'re| am| are| have)? (?:now |just |also |already ){0,2})?(?:${ing.pattern}|${past.pattern})\b(?!.{0,60}\b(?:can wait|later)\b)|\b(?:has|have|is|are|was|were) (?:been |being |now |just ){0,2}(?:${past.pattern})\b|\b(?:and|then|,) (?:${past.pattern})\b|\b(?:i|we)(?:'ve|'m|'re| am| are| have)? (?:now |just |also |already ){0,2}(?:${ing.pattern}|${past.pattern})\b|\b(?:rollback|revert|hotfix|fix|patch|failover|restore|deploy|change) (?:is |has |was |been |now ){1,3}(?:running|started|done|complete[d]?|finished|live|out|applied)\b`,
)
const ROLLBACK = /\b(?:roll(?:ed|ing)? ?back|rollback|revert(?:ed|ing)?|downgrad(?:ed|ing)|restor(?:ed|ing))\b/i
const SHIPPED =
  /\b(?:deploy(?:ed|ing)|releas(?:ed|ing)|shipp(?:ed|ing)|merg(?:ed|ing)|roll(?:ed|ing) out|push(?:ed|ing)|flipp(?:ed|ing)|enabl(?:ed|ing)|turn(?:ed|ing) on|migrat(?:ed|ing)|upgrad(?:ed|ing)|chang(?:ed|ing)|appl(?:ied|ying)|bump(?:ed|ing))\b/i
const SHIPPED_NOUN =
  /\b(?:deploy(?:s|ed|ment)?|release[ds]?|roll-?out|rolled out|merged?|shipped|went out|migration|upgraded?|(?:config|flag|firewall|rule) change)\b/i
const CLOCK = /(?<![\d:.])([01]?\d|2[0-3]):([0-5]\d)\b/
const WINDOW = DEPLOY_WINDOW_MINUTES * 60_000
const MOST = 12
