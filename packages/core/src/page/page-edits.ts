import { commonSequence } from './common-sequence.ts'
import { pairAlike } from './pair-alike.ts'

/**
 * What one side did: the pieces `from`–`to` of what was became the pieces `nowFrom`–`nowTo` of what is. An empty first range is an insertion,
 * an empty second one a deletion. Edits of a side are in order and share no piece; between two of them everything is as it was.
 */
export interface PageEdit {
  readonly from: number
  readonly to: number
  readonly nowFrom: number
  readonly nowTo: number
}

/** The edits that make one list of canonical texts of another: as small as possible, a changed piece with what it became. */
export function editsBetween(before: readonly string[], now: readonly string[]): PageEdit[] {
  const edits: PageEdit[] = []
  for (const hunk of differences(before, now)) {
    const pairs = pairAlike(before.slice(hunk.from, hunk.to), now.slice(hunk.nowFrom, hunk.nowTo))
    let from = hunk.from
    let nowFrom = hunk.nowFrom
    for (const [a, b] of pairs) {
      pushEdit(edits, { from, to: hunk.from + a, nowFrom, nowTo: hunk.nowFrom + b })
      from = hunk.from + a + 1
      nowFrom = hunk.nowFrom + b + 1
      edits.push({ from: from - 1, to: from, nowFrom: nowFrom - 1, nowTo: nowFrom })
    }
    pushEdit(edits, { from, to: hunk.to, nowFrom, nowTo: hunk.nowTo })
  }
  return edits
}

/** The ranges in which two lists of canonical texts differ. */
export function differences(before: readonly string[], now: readonly string[]): PageEdit[] {
  return gapsOf(commonSequence(before, now), before.length, now.length)
}

function pushEdit(edits: PageEdit[], edit: PageEdit): void {
  if (edit.from < edit.to || edit.nowFrom < edit.nowTo) edits.push(edit)
}

/** What lies between matches: the ranges where two lists differ. */
export function gapsOf(matches: readonly (readonly [number, number])[], before: number, now: number): PageEdit[] {
  const gaps: PageEdit[] = []
  let from = 0
  let nowFrom = 0
  for (const [a, b] of [...matches, [before, now] as const]) {
    pushEdit(gaps, { from, to: a, nowFrom, nowTo: b })
    from = a + 1
    nowFrom = b + 1
  }
  return gaps
}
