import { cleanText } from '@blamefree/core'
import { timedLine } from './timed-line.ts'

/** A name as it stands in a line of its own: a few words that each begin as names do. */
const NAME = /^[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}'’.-]{0,30}(?: [\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}'’.-]{0,30}){0,4}$/u

/**
 * The names that stand above a line with a time alone, by the number (1-based) of the name's line: so Teams copies a message, and Slack's web client the first one. In the middle of a conversation a line above a
 * time may as well be somebody's last words, so there it is a name only below an empty line, or where it stands above a time again.
 */
export function namesAbove(lines: readonly string[]): ReadonlyMap<number, string> {
  const found = lines.flatMap((line, index) => {
    const name = line.trim()
    return NAME.test(name) && isTimeAlone(lines[index + 1]) ? [{ name, index }] : []
  })
  const first = lines.findIndex((line) => timedLine(line.trimEnd()) !== null)
  const known = Map.groupBy(found, ({ name }) => name)
  return new Map(
    found
      .filter(({ name, index }) => {
        const fresh = index < first || (lines[index - 1] ?? '').trim() === ''
        return fresh || (name.includes(' ') && (known.get(name)?.length ?? 0) > 1)
      })
      .map(({ name, index }) => [index + 1, cleanText(name)]),
  )
}

function isTimeAlone(line: string | undefined): boolean {
  const timed = line === undefined ? null : timedLine(line.trimEnd())
  return timed !== null && timed.chat && timed.who === null && timed.text === ''
}
