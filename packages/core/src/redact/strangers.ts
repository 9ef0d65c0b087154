import { GIVEN_NAMES } from '../lint/given-names.ts'
import { begun, ORDINARY } from './names.ts'
import type { Span } from './span.ts'

/** Given names that stand for something else too often: a month, a day before another one. */
const OTHERS = new Set(['jan', 'eve'])

/**
 * A finder for people whom nobody marked and the record does not know, by common given names with a capital: `Bob from payments`, `Bob Miller`. They become `somebody`. Names that
 * are ordinary words, and `spared` ones (bots, services), stay.
 */
export function strangerFinder(spared: ReadonlySet<string>): (text: string) => Span[] {
  return (text) =>
    [...text.matchAll(/(?<![\p{L}\p{M}\p{N}_./@#-])(\p{Lu}[\p{L}\p{M}]{2,})(?: \p{Lu}\p{Ll}+(?![\p{L}\p{M}\p{N}]))?(?![\p{L}\p{M}\p{N}_/@-])/gu)].flatMap(
      (match) => {
        const given = (match[1] ?? '').toLowerCase()
        if (!GIVEN_NAMES.has(given) || ORDINARY.has(given) || OTHERS.has(given) || spared.has(given)) return []
        return [{ start: match.index, end: match.index + match[0].length, kind: 'name', put: begun('somebody', text, match.index) }]
      },
    )
}
