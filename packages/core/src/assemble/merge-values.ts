import type { Configuration, Term } from '../configuration.ts'
import type { Fact } from '../fact.ts'
import type { Problem } from '../problem.ts'
import type { Reading } from '../source.ts'
import { sameName } from '../judge/same-name.ts'
import { rankCandidates, type Candidate } from './candidate.ts'
import { clashes, originText, quoted } from './clash.ts'
import { matchTerm } from './match-term.ts'

/** The values of an incident of which there is one each. */
export interface PlainValues {
  readonly title: Fact<string> | null
  readonly summary: Fact<string> | null
  readonly type: Fact<string> | null
  readonly severity: Fact<string> | null
  readonly status: Fact<string> | null
}

/** Title, summary, type, severity and status as the most believed source has them; severity and type in the team's words. */
export function mergeValues(readings: readonly Reading[], configuration: Configuration, problems: Problem[]): PlainValues {
  const ranked = (kind: keyof PlainValues): Candidate<string>[] => {
    const candidates = readings.flatMap((reading) => (reading[kind] === null ? [] : [{ fact: reading[kind], reading, distance: 0 }]))
    return rankCandidates(
      candidates.filter(({ fact }) => fact.value.trim() !== ''),
      kind,
      configuration,
    )
  }
  const first = (kind: keyof PlainValues): Fact<string> | null => ranked(kind)[0]?.fact ?? null
  const statuses = ranked('status')
  problems.push(...clashes(statuses, { subject: 'the status', path: 'status', same: sameStatus, show: quoted }))
  return {
    title: first('title'),
    summary: first('summary'),
    type: inTeamWords(ranked('type'), { kind: 'type', terms: configuration.types, problems }),
    severity: inTeamWords(worstFirst(ranked('severity'), configuration.severities), { kind: 'severity', terms: configuration.severities, problems }),
    status: statuses[0]?.fact ?? null,
  }
}

interface Words {
  readonly kind: 'severity' | 'type'
  readonly terms: readonly Term[]
  readonly problems: Problem[]
}

function inTeamWords(ranked: readonly Candidate<string>[], { kind, terms, problems }: Words): Fact<string> | null {
  const named = ranked.map((candidate) => {
    const match = matchTerm(terms, candidate.fact.value)
    return match === null ? candidate : { ...candidate, fact: { ...candidate.fact, value: match.term.name } }
  })
  problems.push(...clashes(named, { subject: `the ${kind}`, path: kind, same: sameName, show: quoted }))
  const winner = named[0]?.fact ?? null
  if (winner !== null && matchTerm(terms, winner.value) === null) {
    problems.push({
      code: `assemble/unknown-${kind}`,
      message: `The ${kind} ${quoted(winner.value)} of ${originText(winner.origin)} is none of yours; it stays as it is.`,
      hint: `Known: ${terms.map(({ name }) => name).join(', ')}. Add it as an alias in the configuration.`,
      weight: 'info',
    })
  }
  return winner
}

/** Where all that is known is inferred (from alerts, say), the worst holds, whichever was read first. */
function worstFirst(ranked: readonly Candidate<string>[], severities: readonly Term[]): readonly Candidate<string>[] {
  const [winner] = ranked
  if (winner === undefined || winner.fact.basis === 'stated') return ranked
  const rank = ({ fact, reading }: Candidate<string>): number => {
    if (reading.source !== winner.reading.source) return Infinity
    const match = matchTerm(severities, fact.value)
    return match === null ? severities.length : severities.indexOf(match.term)
  }
  return ranked.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
}

const OVER = /^(?:done|resolved|closed|completed?|fixed|post-?mortem|recovered|finished)$/i
const OPEN = /^(?:open|opened|new|to ?do|backlog|triggered|declared)$/i
const AT_WORK = /^(?:in[- _]?progress|acknowledged|investigating|identified|monitoring|active|mitigated)$/i

/** Whether two systems' words mean the same stage: `Done` in one is `resolved` in the other. */
function sameStatus(a: string, b: string): boolean {
  return sameName(a, b) || [OVER, OPEN, AT_WORK].some((stage) => stage.test(a.trim()) && stage.test(b.trim()))
}
