import { matchTerm } from '../assemble/match-term.ts'
import { inferred, type Fact } from '../fact.ts'
import type { Inference } from './infer.ts'
import { plainWords } from './quote.ts'
import { isTelling, strength } from './record.ts'

/** The severity: a stated one, else what it was last changed to, else what somebody last said it is; what a bot or alerts carry only where nobody said anything. */
export function inferSeverity({ incident, entries, configuration }: Inference): Fact<string> | null {
  const { severity } = incident
  if (severity !== null && !(severity.basis === 'inferred' && severity.rule?.startsWith('alert') === true)) return severity
  let found: Fact<string> | null = null
  for (const entry of entries) {
    const { event } = entry
    if (event.what.kind === 'change' && /^(?:severity|priority|urgency)$/i.test(event.what.field)) {
      const term = matchTerm(configuration.severities, event.what.to ?? '')?.term
      if (term !== undefined) found = inferred(term.name, event.origin, 'severity-change', [event.id])
    } else if (isTelling(entry) && strength(entry, 'severity') > 0) {
      const name = entry.hits.filter(({ signal }) => signal === 'severity').map(({ clause }) => spokenSeverity(clause, configuration.severities))[0]
      if (name !== undefined && name !== null) found = inferred(name, event.origin, 'spoken-severity', [event.id])
    }
  }
  return found ?? severity ?? fromBot({ entries, configuration }) ?? fromLabels({ incident, configuration })
}

/** What the bot that opened the incident said of it: `incident 311 opened, sev2`. */
function fromBot({ entries, configuration }: Pick<Inference, 'entries' | 'configuration'>): Fact<string> | null {
  for (const { event, voice } of entries) {
    if (voice !== 'bot' || !/\b(?:opened|declared|created|started|raised)\b/i.test(event.text)) continue
    const match = /\b(?:sev(?:erity)?[ :=-]{0,3}|priority[ :=-]{0,3})([a-z\d]+)|\b(p[0-4])\b/.exec(plainWords(event.text).toLowerCase().slice(0, 400))
    const word = match?.[1] ?? match?.[2]
    const name = word === undefined ? undefined : matchTerm(configuration.severities, /^\d$/.test(word) ? `sev${word}` : word)?.term.name
    if (name !== undefined) return inferred(name, event.origin, 'bot-severity', [event.id])
  }
  return null
}

function spokenSeverity(clause: string, severities: Inference['configuration']['severities']): string | null {
  const match =
    /\bsev(?:erity)?(?: (?:to|is|as|at|now)){0,2}[ :=-]{0,3}([a-z\d]+)|\b(p[0-4])\b|\bprio(?:rity)?[ :-]{0,2}(?:level )?([0-4])\b|\ban? (\w+) incident\b|\b(?:treat|assess|class|classif|rat|declar|call|handl|rais|upgrad|set|put|mak)(?:e|ed|es|y|ied|s|ing|ying|ting)? (?:this|it|the incident|that)(?: as| to| at| a| an){0,3} (\w+)|\b(?:this|it)(?:'s| is) (?:an? )?(critical|major|minor)\b/.exec(
      clause,
    )
  const word = match?.[1] ?? match?.[2] ?? match?.[3] ?? match?.[4] ?? match?.[5] ?? match?.[6]
  if (word === undefined) return null
  return matchTerm(severities, /^\d$/.test(word) ? `sev${word}` : word)?.term.name ?? null
}

function fromLabels({ incident, configuration }: Pick<Inference, 'incident' | 'configuration'>): Fact<string> | null {
  let worst: Fact<string> | null = null
  let rank = Infinity
  for (const { what, origin, id } of incident.events) {
    const label = what.kind === 'alert' && what.state === 'firing' && Object.hasOwn(what.labels, 'severity') ? what.labels['severity'] : undefined
    const term = label === undefined ? undefined : matchTerm(configuration.severities, label)?.term
    if (term === undefined || configuration.severities.indexOf(term) >= rank) continue
    rank = configuration.severities.indexOf(term)
    worst = inferred(term.name, origin, 'alert-severity', [id])
  }
  return worst
}

/** The affected services: stated ones, else those that the labels of firing alerts name, else what was rolled back. */
export function inferServices({ incident }: Inference): readonly Fact<string>[] {
  if (incident.services.length > 0) return incident.services
  const found = new Map<string, Fact<string>>()
  const add = (name: string | null | undefined, event: Inference['incident']['events'][number], rule: string): void => {
    const clean = name?.trim() ?? ''
    if (clean !== '' && !found.has(clean.toLowerCase())) found.set(clean.toLowerCase(), inferred(clean, event.origin, rule, [event.id]))
  }
  for (const event of incident.events) {
    const { what } = event
    if (what.kind !== 'alert' || what.state !== 'firing') continue
    const label = SERVICE_LABELS.find((name) => Object.hasOwn(what.labels, name) && what.labels[name] !== '')
    if (label !== undefined) add(what.labels[label], event, 'alert-label')
  }
  if (found.size === 0)
    for (const event of incident.events) if (event.what.kind === 'deploy' && event.what.state === 'rolled-back') add(event.what.service, event, 'rolled-back')
  return [...found.values()]
}

const SERVICE_LABELS = ['service', 'service_name', 'app', 'application', 'component']

/** The type: a stated one, else what the words for a few unmistakable kinds say in what people reported or found. */
export function inferType({ incident, entries, configuration }: Inference): Fact<string> | null {
  if (incident.type !== null) return incident.type
  for (const entry of entries) {
    if (!isTelling(entry) || (strength(entry, 'finding') < 0.65 && strength(entry, 'report') === 0 && strength(entry, 'impact') === 0)) continue
    const words = plainWords(entry.event.text)
    const kind = TYPES.find(([, pattern]) => pattern.test(words))?.[0]
    const term = kind === undefined ? undefined : matchTerm(configuration.types, kind)?.term
    if (term !== undefined) return inferred(term.name, entry.event.origin, 'spoken-type', [entry.event.id])
  }
  return null
}

const TYPES: readonly (readonly [string, RegExp])[] = [
  [
    'security',
    /\bCVE-\d{4}-\d+|\b(?:security (?:breach|incident)|phishing|malware|ransomware|leaked (?:\w+ )?(?:keys?|tokens?|credentials|secrets?)|(?:keys?|tokens?|credentials|secrets?) (?:\w+ ){0,2}leaked)\b/i,
  ],
  ['data', /\b(?:data loss|lost data|corrupted (?:data|rows|records)|(?:rows|records|data) (?:were |was |are |is )?(?:deleted|overwritten|corrupted|lost))\b/i],
  [
    'third-party',
    /\b(?:(?:outage|incident|problem) (?:at|of|with) (?:our|the) (?:\w+ )?(?:provider|vendor|acquirer|registrar|cdn)|third[- ]party outage|upstream (?:outage|provider))\b/i,
  ],
]
