import { CUES } from './cues.ts'
import { actorIn } from './subject.ts'

const ENOUGH = 2

/** Where a sentence about a person has so many cues of reproach that together they make one: from the first to the last of them. Null where they do not. */
export function weighed(sentence: string, known: ReadonlySet<string>): readonly [number, number] | null {
  const actor = actorIn(sentence, known)
  if (actor === null) return null
  let weight = 0
  let from = actor
  let to = 0
  for (const cue of CUES) {
    const [match] = cue.words.matchesIn(sentence)
    if (match === undefined) continue
    weight += cue.weight
    if (cue.weight < 0) continue
    from = Math.min(from, match.index)
    to = Math.max(to, match.index + match[0].length)
  }
  return weight >= ENOUGH ? [from, to] : null
}
