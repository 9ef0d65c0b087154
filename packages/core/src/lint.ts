import type { Configuration } from './configuration.ts'
import { readFrontMatter } from './front-matter.ts'
import { blame } from './lint/blame.ts'
import { durations } from './lint/durations.ts'
import { LINT_RULES, type Found, type LintFinding } from './lint/finding.ts'
import { followUps } from './lint/follow-ups.ts'
import { guidanceLines } from './lint/guidance-lines.ts'
import { impossibleOrder } from './lint/key-times.ts'
import { knownPeople } from './lint/known-people.ts'
import { momentsOf } from './lint/moments.ts'
import { passagesOf } from './lint/passages.ts'
import { emptySections, missingSections, placeholders, singleCause } from './lint/sections.ts'
import { readSilencers } from './lint/silencers.ts'
import { elapsedTimes, timelineOrder } from './lint/timeline.ts'
import { noZone, zoneSeason } from './lint/zones.ts'
import { parseWithPositions } from './markdown.ts'

/**
 * Holds any Markdown post-mortem, ours or not, against `LINT_RULES`. Findings come in the order of the text. `configuration.lint` weighs rules or switches
 * them off; comments in the text silence them in place. Never throws on any text; takes time linear in its length.
 */
export function lint(text: string, { configuration }: { readonly configuration: Configuration }): LintFinding[] {
  const weights = new Map(LINT_RULES.map(({ name, weight }) => [name, configuration.lint[name] ?? weight]))
  const silencers = readSilencers(text)
  return [...findAll(text), ...silencers.found]
    .flatMap((found): LintFinding[] => {
      const weight = weights.get(found.rule) ?? 'warning'
      return weight === 'off' || silencers.silent(found.rule, found.place.line ?? 1) ? [] : [{ ...found, weight }]
    })
    .sort((one, other) => (one.place.line ?? 0) - (other.place.line ?? 0) || (one.place.column ?? 0) - (other.place.column ?? 0))
}

function findAll(text: string): Found[] {
  const tree = parseWithPositions(text)
  const passages = passagesOf(tree, text)
  const people = knownPeople(passages, text)
  const guidance = guidanceLines(text)
  // A text about blame names what it advises against.
  const isAboutBlame = (text.match(/\bblam(?:e|ing|eless\w*)\b/gi) ?? []).length > 5
  return [
    ...passages.flatMap((passage) => [
      ...(isAboutBlame || guidance.has(passage.line) ? [] : blame(passage, { passages: passages.length, known: people })),
      ...placeholders(passage),
    ]),
    ...singleCause(passages),
    ...(choosesItsSections(text) ? [] : missingSections(passages)),
    ...emptySections(tree, passages),
    ...timelineOrder(passages),
    ...elapsedTimes(passages),
    ...durations(passages),
    ...impossibleOrder(passages),
    ...noZone(passages, text),
    ...zoneSeason(passages, frontDay(text)),
    ...followUps(passages, text, people),
  ]
}

/** A document filled from a template other than the two whole ones has the sections that the template's author wanted. */
function choosesItsSections(text: string): boolean {
  const template = readFrontMatter(text).values?.['template']
  return typeof template === 'string' && /^[\w-]+@\d+$/.test(template) && !/^(?:default|sre)@/.test(template)
}

function frontDay(text: string): number | null {
  const date = readFrontMatter(text).values?.['date']
  return momentsOf(date instanceof Date ? date.toISOString() : typeof date === 'string' ? date : '')[0]?.day ?? null
}
