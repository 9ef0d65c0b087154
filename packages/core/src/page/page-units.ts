import { commonSequence } from './common-sequence.ts'
import { isSaidAgain } from './pair-alike.ts'
import { gapsOf, type PageEdit } from './page-edits.ts'

/** A piece of a page as it was after our writing, in both spellings: a range of what we wrote and the range of what the place made of it. */
export interface PageUnit {
  readonly ours: readonly [from: number, to: number]
  readonly theirs: readonly [from: number, to: number]
}

/**
 * What we wrote beside how the place gave it back: one piece with one piece where that can be told, otherwise a group with a group (a place may part a piece,
 * and drop the one after it).
 */
export function unitsOf(ours: readonly string[], theirs: readonly string[]): PageUnit[] {
  const units: PageUnit[] = []
  const matches = commonSequence(ours, theirs)
  const gaps = gapsOf(matches, ours.length, theirs.length)
  let gap = 0
  const differing = ({ from, to, nowFrom, nowTo }: PageEdit): void => {
    if (to - from !== nowTo - nowFrom) units.push({ ours: [from, to], theirs: [nowFrom, nowTo] })
    else units.push(...spelledUnits(ours, theirs, { from, to, nowFrom }))
  }
  for (const [a, b] of matches) {
    const next = gaps[gap]
    if (next !== undefined && next.from <= a && next.nowFrom <= b) {
      differing(next)
      gap++
    }
    units.push({ ours: [a, a + 1], theirs: [b, b + 1] })
  }
  for (const last of gaps.slice(gap)) differing(last)
  return units
}

/** As many pieces as before: each with its own where the words are the same, and together what cannot be told apart. */
function spelledUnits(ours: readonly string[], theirs: readonly string[], { from, to, nowFrom }: Omit<PageEdit, 'nowTo'>): PageUnit[] {
  const units: PageUnit[] = []
  let start = from
  const unit = (end: number): void => {
    if (start < end) units.push({ ours: [start, end], theirs: [start - from + nowFrom, end - from + nowFrom] })
    start = end
  }
  for (let at = from; at < to; at++)
    if (isSaidAgain(ours[at] ?? '', theirs[at - from + nowFrom] ?? '')) {
      unit(at)
      unit(at + 1)
    }
  unit(to)
  return units
}

/** Edits of pieces as edits of units: one that touches a part of a group touches the whole of it. */
export function liftEdits(edits: readonly PageEdit[], ranges: readonly (readonly [number, number])[]): PageEdit[] {
  const lifted: PageEdit[] = []
  for (const edit of edits) {
    const from = edit.from === edit.to ? unitAt(ranges, edit.from) : unitWith(ranges, edit.from)
    const start = ranges[from]?.[0] ?? edit.from
    // An insertion inside a group is an edit of the group.
    const inside = edit.from === edit.to && start < edit.from
    const to = edit.from < edit.to ? unitWith(ranges, edit.to - 1) + 1 : inside ? from + 1 : from
    const end = to > from ? (ranges[to - 1]?.[1] ?? edit.to) : edit.to
    const whole = { from, to, nowFrom: edit.nowFrom - (to > from ? edit.from - start : 0), nowTo: edit.nowTo + (end - edit.to) }
    const before = lifted.at(-1)
    if (before !== undefined && before.to > whole.from)
      lifted[lifted.length - 1] = { from: before.from, to: Math.max(before.to, whole.to), nowFrom: before.nowFrom, nowTo: whole.nowTo }
    else lifted.push(whole)
  }
  return lifted
}

/** The unit that holds a piece. */
function unitWith(ranges: readonly (readonly [number, number])[], piece: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.[1] ?? 0) <= piece) low = middle + 1
    else high = middle
  }
  return low
}

/** The unit before which, or inside of which, a place between two pieces lies. */
function unitAt(ranges: readonly (readonly [number, number])[], place: number): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    const [start, end] = ranges[middle] ?? [0, 0]
    if (start >= place || end > place) high = middle
    else low = middle + 1
  }
  return low
}
