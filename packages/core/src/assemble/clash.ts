import type { Origin } from '../fact.ts'
import type { Problem } from '../problem.ts'
import { cleanText } from '../clean-text.ts'
import { isPersonal, type Candidate } from './candidate.ts'

/** What is compared when two sources state the same thing. */
export interface Comparison<T> {
  /** What the values are of, as a sentence begins: `the severity`. */
  readonly subject: string
  /** The path by which a person corrects it: `severity`, `roles.lead`. */
  readonly path: string
  readonly same: (a: T, b: T) => boolean
  readonly show: (value: T) => string
  /** The value as a correction takes it, where that is something else: a person's name for the id. */
  readonly said?: (value: T) => unknown
}

/**
 * A problem for each source that states something else than what won, naming both values and where they come from. What is inferred clashes with
 * nothing, and nothing clashes with a person's word: they were there to decide.
 */
export function clashes<T>(ranked: readonly Candidate<T>[], { subject, path, same, show, said = (value) => value }: Comparison<T>): Problem[] {
  const [winner, ...others] = ranked
  if (winner === undefined || winner.fact.basis === 'inferred' || isPersonal(winner.fact, winner.reading)) return []
  const problems: Problem[] = []
  const seen: T[] = [winner.fact.value]
  for (const { fact } of others) {
    if (fact.basis === 'inferred' || seen.some((value) => same(value, fact.value))) continue
    seen.push(fact.value)
    problems.push({
      code: 'assemble/clash',
      message: `The sources disagree on ${subject}: ${originText(winner.fact.origin)} says ${show(winner.fact.value)}, ${originText(fact.origin)} says ${show(fact.value)}. The first is used.`,
      hint: 'If the other one is right, set the value by hand, or put its source first under "precedence" in the configuration.',
      weight: 'warning',
      choice: {
        path,
        values: [winner.fact, fact].map(({ value, origin }) => ({ value: said(value), shown: show(value), says: originText(origin) })),
      },
    })
  }
  return problems
}

/** A source's thing as a sentence names it. */
export function originText({ label, source, ref }: Origin): string {
  const name = cleanText(label).trim()
  return (name === '' ? `${source} ${ref}` : name).slice(0, 120)
}

/** A value in quotation marks, cut where it is long. */
export function quoted(value: string): string {
  const clean = cleanText(value)
  return `\u201c${clean.length > 80 ? `${clean.slice(0, 79).toWellFormed()}\u2026` : clean}\u201d`
}
