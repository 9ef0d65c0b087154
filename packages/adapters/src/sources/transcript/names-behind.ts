import { cleanText } from '@blamefree/core'
import { LABELS } from './speakers.ts'
import { dayHeading, timedLine } from './timed-line.ts'

/** Somebody's name behind a time, with nothing else in the line: `Ada Obi`, `@ada`, `Ada Obi (she/her):`. */
const NAME =
  /^(?<name>[\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]{0,30}(?: [\p{Lu}\p{Lo}][\p{L}\p{M}'’.-]{0,30}){0,3}|@[\p{L}\p{N}][\p{L}\p{N}._-]{1,38})(?: APP)?(?: \([^()\d]{1,30}\))?:?$/u

/** What else a line of a timeline that somebody wrote is headed with: `Rollback Started`, `Root cause found`. Nobody is called so. */
const HEADED =
  /^(?:rollback|recovery|deployment|outage|escalation|investigation|mitigation|resolution|detection|all clear|post-?mortem)\b|\p{L}{2}(?:ed|ing|ion|ment)(?:\b|$)/iu

/**
 * The names that stand behind a time alone in a line, with the words below, by the number (1-based) of the line: so some clients copy a message. A line of a timeline by hand may look the same (`14:05 Rollback`), so
 * it is done only where the text shows that these are people: one comes twice, or all of two or more have a first name and a last, and none is what a timeline is headed with.
 */
export function namesBehind(lines: readonly string[]): ReadonlyMap<number, string> {
  const found = lines.flatMap((raw, index) => {
    const name = nameBehind(raw)
    return name !== null && goesOn(lines, index) ? [{ name, index }] : []
  })
  const names = new Set(found.map(({ name }) => name))
  const people = found.length > 1 && (names.size < found.length || found.every(({ name }) => name.includes(' ') || name.startsWith('@')))
  return people && ![...names].some((name) => LABELS.test(name) || HEADED.test(name))
    ? new Map(found.map(({ name, index }) => [index + 1, cleanText(name.replace(/^@/, ''))]))
    : new Map()
}

/** The name of a line that is a time and a name; null for every other, for one that is an item of a list too. */
function nameBehind(raw: string): string | null {
  const line = raw.replace(/^> ?/, '').trimEnd()
  if (!/^[[(]?\d/.test(line)) return null
  const timed = timedLine(line)
  return timed === null || timed.chat ? null : (NAME.exec(timed.text.trim())?.groups?.['name'] ?? null)
}

/** Whether there are words below a line that would belong to it: they begin at the margin, with no time of their own. */
function goesOn(lines: readonly string[], index: number): boolean {
  const below = (lines[index + 1] ?? '').trim() === '' ? lines[index + 2] : lines[index + 1]
  const words = (below ?? '').replace(/^> ?/, '').trimEnd()
  return words !== '' && !/^(?:\s{2}|\t|#{1,6}\s)/.test(words) && timedLine(words) === null && dayHeading(words) === null
}
