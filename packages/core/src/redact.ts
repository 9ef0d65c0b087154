import type { Document } from './document.ts'
import type { Incident } from './incident.ts'
import { normalise } from './normalise.ts'
import type { Problem } from './problem.ts'
import { knownPeople } from './redact/known-people.ts'
import { redactTree } from './redact/redact-tree.ts'
import { redactorFor, type Audience, type RedactOptions } from './redact/redactor.ts'
import { without } from './redact/span.ts'

export { redactIncident } from './redact/redact-incident.ts'
export type { Audience, RedactOptions } from './redact/redactor.ts'

/** What was taken out of a copy, for the preview: of which kind, how often, and under which headings (at most ten; empty for what stands before the first). */
export interface Taken {
  /** `password`, `aws-key`, `jwt`, `e-mail`, `ip-address`, `name`, `handle`, `channel`, `link`, `evidence` … */
  readonly kind: string
  readonly count: number
  readonly places: readonly string[]
}

/** A copy for an audience. */
export interface Redaction {
  readonly document: Document
  readonly taken: readonly Taken[]
  /** A problem for each kind of secret that the document held: whoever wrote it there should change it everywhere. */
  readonly problems: readonly Problem[]
}

/**
 * A document as an audience may have it. Secrets go for everybody. `company`: handles, e-mail and IP addresses and private links go too. `customer`: names become roles,
 * and links, channels, evidence and guidance go. People are those whom the document marks as such, and those of the incident where it is given.
 * Idempotent. What nobody marked and no rule knows stays: a copy for customers wants to be read before it is sent.
 */
export function redact(document: Document, audience: Audience, incident: Incident | null = null, options: RedactOptions = {}): Redaction {
  const redactor = redactorFor(audience, knownPeople(document.tree, incident), incident, options)
  const counts = new Map<string, { count: number; places: Set<string> }>()
  const take = (kind: string, place: string): void => {
    const entry = counts.get(kind) ?? { count: 0, places: new Set() }
    entry.count++
    if (entry.places.size < 10) entry.places.add(place)
    counts.set(kind, entry)
  }
  const plain = (text: string): string => {
    const spans = redactor.find(text)
    for (const { kind } of spans) take(kind, '')
    return without(text, spans)
  }
  let tree = normalise(document.tree)
  // What is taken out may bring together what was apart, so it is looked at again until nothing more is found.
  for (let round = 0, before = -1; round < MOST_ROUNDS && total(counts) !== before; round++) {
    before = total(counts)
    tree = normalise(redactTree(tree, redactor, take))
  }
  const taken = [...counts].map(([kind, { count, places }]) => ({ kind, count, places: [...places] }))
  const template = document.template === null ? null : plain(document.template)
  return { document: { ...document, title: plain(document.title), template, tree }, taken, problems: problemsOf(taken) }
}

const MOST_ROUNDS = 5

function total(counts: ReadonlyMap<string, { readonly count: number }>): number {
  let sum = 0
  for (const { count } of counts.values()) sum += count
  return sum
}

/** Kinds that are no secrets: leaving them out is a courtesy, and nothing needs to be changed. */
const COURTESIES = new Set(['e-mail', 'ip-address', 'name', 'handle', 'channel', 'link', 'evidence', 'guidance', 'links', 'participants'])

function problemsOf(taken: readonly Taken[]): Problem[] {
  return taken
    .filter(({ kind }) => !COURTESIES.has(kind))
    .map(({ kind, count, places }) => ({
      code: 'redact/secret',
      message: `${count === 1 ? 'A secret' : `${count} secrets`} (${kind.replaceAll('-', ' ')}) stood in the document${places[0] === undefined || places[0] === '' ? '' : ` under "${places[0]}"`} and ${count === 1 ? 'was' : 'were'} taken out.`,
      hint: 'Change it where it is used: whoever could read the record has seen it.',
      weight: 'warning',
    }))
}
